"""Taking a change of cards back, and taking that back: nothing is erased, so a group can change its mind."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.analysis.lineage import Lineage
from workshop.live import announce
from workshop.models import LIMITS, Card, Change, ChangeCard, Closed, Seat, Stale, Workshop, checked_text
from workshop.models.lineage import lineage_of
from workshop.models.moves import KEPT, Move, put_back

from .changes import changed_by, new_change, require_changeable
from .kit import done, leading

Status = Card.Status
HOLDS = (Status.LIVE, Status.RETIRED)  # what a card must be to have sub-themes


def undo_change(seat: Seat, n: int, *, uid: UUID, head: int, reason: str = "") -> Change:
    """Take change ``n`` back; if it was taken back already, make it again. The same uid changes nothing.

    Args:
        n: the number of a change that is no undoing itself.
        uid: the undoing's own, made with the form.
        head: the number of what the page saw last of it: ``n`` itself, or that of its newest undoing. So two
            people who take the same change back do not make it again between them.
        reason: why, in a few words; it may be left empty.

    Raises:
        Invalid: the reason is too long. Forbidden: the seat does not lead (any more).
        Stale: somebody took it back, or made it again, after that page was loaded; or the same form was sent
            before with another reason.
        Closed: later changes rest on its cards (they go first), or the workshop is closed.
        Change.DoesNotExist: there is no such change, or the uid is another seat's.
    """
    reason = checked_text(reason, limit=LIMITS["reason"], name=_("The reason"))
    with transaction.atomic():
        workshop = leading(seat)
        same = workshop.changes.filter(uid=uid).first()
        if same:
            return _same(seat, same, reason)
        require_changeable(workshop)
        lineage = lineage_of(workshop)
        last = _last(workshop, lineage, n)
        if last.n != head:
            raise Stale(_beaten(seat, last, again=lineage.first(last.n)[1]))
        moved = next(turn.moved for turn in lineage.turns if turn.n == n)
        _require_nothing_later(lineage, n)
        _require_as_left(last, [row for row in last.cards.all() if row.card_id in moved])
        change = new_change(seat, workshop, uid, Change.Verb.UNDO, undoes=last, reason=reason)
        put_back(Move(change), last, moved)
        done(seat, "change_undone", announce.cards_changed, change=change.n, undoes=last.n)
    return change


def _same(seat: Seat, change: Change, reason: str) -> Change:
    if change.seat_id != seat.pk:
        raise Change.DoesNotExist
    if change.undoes_id is None:
        raise Stale(_("This form was sent before, for another change. That one was made."))
    if change.reason != reason:
        raise Stale(
            _("This was sent before with another reason, and that one is kept. Nothing was done now.")
        )
    return change


def _last(workshop: Workshop, lineage: Lineage, n: int) -> Change:
    """Return the change itself, or the newest undoing in its chain."""
    change = workshop.changes.get(n=n)
    if change.undoes_id is not None:
        raise Change.DoesNotExist
    return workshop.changes.select_related("undoes", "seat__person").get(n=lineage.head(n))


def _beaten(seat: Seat, last: Change, *, again: bool) -> str:
    said = (
        _("%(who)s made this again a moment ago, so nothing was done.")
        if again
        else _("%(who)s took this back a moment ago, so nothing was done.")
    )
    return said % {"who": changed_by(last, seat)}


def _require_nothing_later(lineage: Lineage, n: int) -> None:
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


def _require_as_left(last: Change, rows: list[ChangeCard]) -> None:
    """Raise Closed unless each card is as the change left it, and goes back to where it can be seen."""
    goes_back = {row.card_id: row.before_status for row in rows}
    for row in rows:
        if not _is_as_left(last, row):
            raise Closed(_("The cards have changed since, so this cannot be taken back any more."))
        parent = row.before_parent if row.before_status == Status.NESTED else None
        if parent and goes_back.get(parent.pk, parent.status) not in HOLDS:
            raise Closed(
                _(
                    "Card %(card)s was part of card %(parent)s, which stands on its own no more."
                    " Take back what was done with card %(parent)s first."
                )
                % {"card": row.card.label, "parent": parent.label}
            )


def _is_as_left(last: Change, row: ChangeCard) -> bool:
    """Whether a card is as the next change of it remembers; without one, as this undoing put it."""
    after = ChangeCard.objects.filter(card=row.card, change__n__gt=last.n).order_by("change__n").first()
    if after:
        return all(getattr(after, f"before_{name}") == getattr(row.card, name) for name in KEPT)
    if last.undoes is None:
        return True
    before = last.undoes.cards.get(card=row.card, side=row.side).before_status
    return row.card.status == (before or Status.UNDONE)
