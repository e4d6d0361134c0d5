"""A form that a facilitator sent for somebody and that was refused: what it had comes back at its part."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

from workshop.models import Refusal

from .refusals import typed_in


@dataclass(frozen=True)
class Sent:
    """A form that was refused: of which part of the page, what it had, and why."""

    part: str
    words: QueryDict
    refusal: Refusal

    @property
    def typed(self) -> list[str]:
        """What was typed in it, for a page that has no such form any more."""
        return typed_in(self.words)


@dataclass(frozen=True)
class Part:
    """A part of the page, with its template; ``is_now`` says that the group is at it.

    ``fold`` is the line behind which it lies, for what the group was at earlier.
    """

    name: str
    template: str
    is_now: bool = False
    sent: Sent | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    fold: str = ""

    @property
    def wrong(self) -> str:
        """Why its form was refused."""
        return self.sent.refusal.message if self.sent else ""


def own(sent: Sent | None, part: str) -> Sent | None:
    """Return what was sent, if it was the form of this part."""
    return sent if sent and sent.part == part else None


def typed_beside(sent: Sent | None, known: Collection[str], left: Collection[str] = ()) -> list[str]:
    """Return what was typed in a form about things that its part does not show any more.

    Args:
        known: the uids of what it shows.
        left: fields that nobody touched.
    """
    words = sent.words.copy() if sent else QueryDict(mutable=True)
    for name in [*words]:
        if name in left or name.partition("-")[2] in known:
            del words[name]
    return typed_in(words)


def in_order(parts: Iterable[Part]) -> list[Part]:
    """Return the parts with what the group is at first, so that it is found without looking."""
    return sorted(parts, key=lambda part: not part.is_now)


def asks_for(sent: Sent | None) -> bool:
    """Whether a form was refused for an answer that is there, so that it asks whether to replace it."""
    return sent is not None and bool(sent.refusal.data.get("seen"))


def all_in_one(refused: list[Refusal]) -> Refusal:
    """Return one refusal that says what all of these say, and names what each of them names."""
    says = " ".join(dict.fromkeys(each.message for each in refused))
    names = ("conflicts", "asks")
    found = {name: [uid for each in refused for uid in _named(each, name)] for name in names}
    return type(refused[0])(says, **found)


def _named(refusal: Refusal, name: str) -> list[str]:
    found = refusal.data.get(name)
    return found if isinstance(found, list) else []


def named(sent: Sent | None, name: str) -> Any:
    """Return what a refusal names, such as the cards that were answered already."""
    return sent.refusal.data.get(name, ()) if sent else ()
