"""A filled file as fields of the form that shows it, and as words about what was not understood in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from workshop.exports.packs.content import BlankCard, Pack
from workshop.exports.packs.word.choices import NEW
from workshop.imports.filled.door import Read, Whose
from workshop.imports.filled.slots import Slot, slots_of
from workshop.models import Invalid


@dataclass(frozen=True)
class Left:
    """Words that were not understood, and what they stand beside in the file; empty for nothing."""

    text: str
    near: str


def fields_of(read: Read, pack: Pack) -> dict[str, str]:
    """Return what a file says, by the names of the fields of the form that shows it."""
    names = dict(_names(pack))
    found = {names[code]: text for code, text in read.filled.answers.items()}
    numbers = {str(card.number): card.key for card in pack.cards} | {NEW: ""}
    for blank in pack.blanks:
        name = f"rephrases-{blank.key}"
        if name in found:
            found[name] = numbers.get(found[name], "")
    return found


def twice_in(read: Read, pack: Pack) -> list[str]:
    """Return the names of fields that a file has two versions of."""
    names = dict(_names(pack))
    return [names[code] for code in read.filled.twice]


def left_of(read: Read, pack: Pack) -> list[Left]:
    """Return what was not understood, with what it stands beside, in the words of the pack."""
    slots = slots_of(pack).slots
    return [Left(each.text, _near(each.near, slots)) for each in read.filled.rest]


def _near(code: str, slots: Mapping[str, Slot]) -> str:
    """Return what a code is of; itself where it is of nothing that the pack asks, and empty without one."""
    return slots[code].name if code in slots else f"[{code}]" if code else ""


def doubts_about(read: Read) -> list[str]:
    """Return sentences about a file that may not be the right one, or not the newest."""
    if not read.filled.anchored:
        return [
            _(
                "None of the codes of the pack was found in this file, so nothing of it could be put in its "
                "place. Is it the right one? What stands in it is below, to copy."
            )
        ]
    doubts = {
        Whose.ELSEWHERE: _(
            "The code in this file is not one of this workshop. It may be of another one: look closely."
        ),
        Whose.UNKNOWN: _(
            "The file does not say whose it is, since its code is gone. Check that it is the right one."
        ),
    }
    found = [doubts[read.whose]] if read.whose in doubts else []
    if not read.is_newest:
        found.append(_("The pack was changed after this file was made. Check each answer against its card."))
    return found


def require_own(read: Read, *, name: str = "") -> None:
    """Refuse the file of somebody else, so that nobody's answers are shown or entered as another's.

    Args:
        name: of whom it is entered for; empty for oneself.

    Raises:
        Invalid: it is somebody else's in this workshop.
    """
    if read.whose != Whose.OTHERS:
        return
    if name:
        says = _(
            "This file is the pack of somebody else, not of %(name)s. Nothing of it is shown. Choose theirs."
        )
        raise Invalid(says % {"name": name})
    raise Invalid(_("This file is the pack of somebody else. Nothing of it is shown. Choose your own."))


def _names(pack: Pack) -> Iterator[tuple[str, str]]:
    for card in pack.cards:
        yield str(card.comment.code), f"text-{card.comment.key}"
        yield str(card.place.code), f"zone-{card.key}"
        yield str(card.place.order_code), f"order-{card.key}"
        yield str(card.place.why_code), f"reason-{card.key}"
    for blank in pack.blanks:
        yield from _of_blank(blank)
    for box in [*pack.prompts, *([pack.other] if pack.other else [])]:
        yield str(box.code), f"text-{box.key}"
    for asked in pack.agreements:
        yield str(asked.code), asked.name


def _of_blank(blank: BlankCard) -> Iterator[tuple[str, str]]:
    fields = {"title": blank.title, "summary": blank.meaning, "rephrases": blank.rephrases}
    yield from ((str(box.code), f"{name}-{blank.key}") for name, box in fields.items())
    yield str(blank.place.code), f"zone-{blank.key}"
    yield str(blank.place.order_code), f"order-{blank.key}"
    yield str(blank.place.why_code), f"reason-{blank.key}"
