"""Answers that end more than they say: what is asked once more before, and said after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .agreed_to import Agreed
from .consents import Asked, binds
from .kept import Kept, quoting_of
from .people import Seat
from .setup import print_of
from .workshops import Workshop


@dataclass(frozen=True)
class Question:
    """What is asked before an answer is taken: ``text`` says what it will do, ``button`` does it."""

    title: str
    text: str
    button: str

    @property
    def print(self) -> str:
        """What a press that answers it sends back, by which a later change of what it would do is noticed."""
        return print_of(f"{self.title} {self.text}")


def question_before(seat: Seat, asked: Iterable[Asked], given: Mapping[str, bool]) -> Question | None:
    """Return what to ask before answers of a seat are taken; ``None`` if they end nothing.

    Args:
        asked: what the seat is asked now, with its answers so far.
        given: yes or no by the uid of an item; what is left out stays as it is.
    """
    rows = list(asked)
    stops = stops_quoting(seat, rows, given)
    if any(item.required and was and given.get(str(item.uid)) is False for item, was in rows):
        says = [_("Nothing else is asked of you then."), left_by(seat), *([_all()] if stops else [])]
        return Question(_("Take part no more?"), " ".join(says), _("Take part no more"))
    return Question(_("Stop every quote?"), _all(), _("Stop every quote")) if stops else None


def stops_quoting(seat: Seat, asked: Iterable[Asked], given: Mapping[str, bool]) -> bool:
    """Whether answers let nothing of an unlinked workshop be quoted any more, and something may be so far."""
    rows = [(item, was, given.get(str(item.uid), was)) for item, was in asked]
    if not any(binds(item) and now is False and was is not False for item, was, now in rows):
        return False
    if quoting_of(seat.workshop) == Kept.Quoting.NOTHING:
        return False
    declined = {seat.pk} if any(item.required and now is False for item, _was, now in rows) else set()
    return not Agreed({seat.pk: {item.key: bool(now) for item, _was, now in rows}}, declined).allows(seat.pk)


def left_by(seat: Seat) -> str:
    """Return what becomes of the words of somebody who takes part no more."""
    if seat.workshop.is_unlinked:
        return _(
            "Anything that you wrote stays, in files too: nobody can tell any more what is yours, so it "
            "cannot be taken out."
        )
    says = _(
        "Anything that you wrote stays on the workshop’s pages, and is left out of every file that is made "
        "from then on, but for cards that the group took up and the text that it agreed on. Each single "
        "answer of yours is left out, too; where you put cards stays in the totals. To have it erased, "
        "withdraw under My data."
    )
    if seat.workshop.promise == Workshop.Promise.UNLINKED:
        ends = _("If you have not come back by then, the close erases what you wrote, but for the same.")
        return f"{says} {ends}"
    return says


def _all() -> str:
    return _(
        "Nobody can tell any more which words are yours. So nothing that you or the others wrote is quoted "
        "in files that are made from then on, also what was accepted before the close. This holds for good: "
        "a later yes does not bring it back."
    )
