"""Taking a change of cards back, and taking that back: nothing is erased, so a group can change its mind."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.analysis.lineage import Lineage, Turn
from workshop.live import announce
from workshop.models import Change, ChangeCard, Closed, Seat, Stale, Workshop
from workshop.models.lineage import lineage_of
from workshop.models.moves import KEPT, Move, put_back

from .changes import new_change, require_changeable
from .kit import done, locked


def undo_change(seat: Seat, n: int, *, uid: UUID, reason: str = "") -> Change:
    """Take change ``n`` back; if it was taken back already, make it again. The same uid changes nothing.

    Args:
        n: the number of a change that is no undoing itself.
        uid: the undoing's own, made with the form.

    Raises:
        Closed: later changes rest on its cards (they go first), or the workshop is closed.
        Change.DoesNotExist: there is no such change, or the uid is another seat's.
    """
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        same = workshop.changes.filter(uid=uid).first()
        if same:
            return _same(seat, same)
        require_changeable(workshop)
        lineage = lineage_of(workshop)
        head = _head(workshop, lineage, n)
        require_undoable(workshop, lineage, head, n)
        change = new_change(seat, workshop, uid, Change.Verb.UNDO, undoes=head, reason=reason)
        put_back(Move(change), head)
        done(seat, "change_undone", announce.cards_changed, change=change.n, undoes=head.n)
    return change


def _same(seat: Seat, change: Change) -> Change:
    if change.seat_id != seat.pk:
        raise Change.DoesNotExist
    if change.undoes_id is None:
        raise Stale(_("This form was sent before, for another change. That one was made."))
    return change


def _head(workshop: Workshop, lineage: Lineage, n: int) -> Change:
    change = workshop.changes.get(n=n)
    if change.undoes_id is not None:
        raise Change.DoesNotExist
    return workshop.changes.get(n=lineage.head(n))


def require_undoable(workshop: Workshop, lineage: Lineage, head: Change, n: int) -> None:
    """Raise Closed unless each card is as the change left it and nothing later rests on it."""
    later = lineage.blocking(n)
    if later:
        numbers = ", ".join(str(turn.n) for turn in later)
        raise Closed(
            ngettext(
                "A later change rests on these cards: number %(n)s. Take that back first.",
                "Later changes rest on these cards: numbers %(n)s. Take those back first.",
                len(later),
            )
            % {"n": numbers}
        )
    if not _is_as_left(head):
        raise Closed(_("The cards have changed since, so this cannot be taken back any more."))


def _is_as_left(head: Change) -> bool:
    """Whether each card is now as the change left it: as the next row about it remembers, or untouched."""
    for row in head.cards.select_related("card"):
        after = ChangeCard.objects.filter(card=row.card, change__n__gt=head.n).order_by("change__n").first()
        if after and any(getattr(after, f"before_{name}") != getattr(row.card, name) for name in KEPT):
            return False
    return True


def undoable(lineage: Lineage, turn: Turn) -> bool:
    """Whether a page may offer to take a change back, or to make it again; the action asks once more."""
    return not lineage.blocking(turn.n)
