"""One's own part of a question: the answer, the words of the shared text, and what one says to it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workshop.models import Assent, Prompt, Remark, Seat, Version
from workshop.models.audiences import audience_of, known_as
from workshop.models.chairing import has_voice
from workshop.models.questions import text_of

if TYPE_CHECKING:
    from .mine import Typed


@dataclass(frozen=True)
class Other:
    """A version that waits for a decision: its number, and whose it is where that may be known."""

    n: int
    version: Version
    by: str


def own_question(seat: Seat, prompt: Prompt, typed: "Typed") -> dict[str, Any]:
    """Return the context of `_question.html`; nothing to do for a seat that only watches."""
    if not has_voice(seat, seat.workshop) or seat.workshop.is_closed:
        return {}
    context: dict[str, Any] = {"shows": "question", "prompt": prompt}
    takes = {"answer"} if seat.is_participant else set()
    if seat.is_participant:
        own = seat.remarks.filter(prompt=prompt).first()
        context |= {"own": own, "own_others": _others(own, seat)}
        context["answer_rev"] = _rev(typed, "answer", own.rev if own else 0)
    if prompt.is_shown:
        text = text_of(prompt)
        others = _others(text, seat)
        context |= {"text": text, "others": others, "waits": " ".join(each.version.mark for each in others)}
        context["assents"] = Assent.Answer.choices
        context["assent"] = seat.assents.filter(prompt=prompt).first()
        context["text_rev"] = _rev(typed, "text", text.rev)
        takes |= {"text", "assent"} if seat.is_participant and text.body else {"text"}
    return context | {"takes": takes}


def _rev(typed: "Typed", form: str, rev: int) -> int:
    """Return what the words in a box rest on: that of what was typed, else of what is stored."""
    return typed.rev if typed.editing == form and typed.rev is not None else rev


def _others(remark: Remark | None, seat: Seat) -> list[Other]:
    if remark is None:
        return []
    audience = audience_of(seat)
    by_age = remark.versions.order_by("pk").select_related("seat__person")
    found = [(n, each) for n, each in enumerate(by_age, start=1) if each.waits]
    return [Other(n, each, known_as(each.seat, seat.workshop, audience)) for n, each in found]
