"""The set of cards changed together: each change whole or not at all, with a reason."""

from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workshop.live import announce
from workshop.models import (
    LIMITS,
    Card,
    Change,
    ChangeCard,
    Closed,
    Invalid,
    Proposal,
    Seat,
    Stale,
    Workshop,
    checked_text,
)
from workshop.models.audiences import audience_of, led_by
from workshop.models.changing import VERBS
from workshop.models.closing import require_going_on
from workshop.models.moves import Move
from workshop.models.wanted import Seen, Wanted

from .kit import done, leading

DID = {
    "adopt": gettext_lazy("took up"),
    "rephrase": gettext_lazy("re-phrased"),
    "merge": gettext_lazy("merged"),
    "split": gettext_lazy("split"),
    "nest": gettext_lazy("nested"),
    "lift": gettext_lazy("lifted out"),
    "retire": gettext_lazy("set aside"),
    "restore": gettext_lazy("restored"),
    "undo": gettext_lazy("took back a change of"),
}


def change_cards(seat: Seat, wanted: Wanted, *, uid: UUID, proposal: Proposal | None = None) -> Change:
    """Make a change of the cards, whole or not at all. The same uid again changes nothing.

    Args:
        wanted: what to do, with each card as the page showed it.
        uid: the change's own, made with the form.
        proposal: the proposal that it carries out.

    Raises:
        Forbidden: the seat does not lead (any more).
        Invalid: no such verb, too few or too many cards, no title, words too long.
        Closed: a card is not where the verb needs it, nobody was asked yet, or the workshop is closed.
        Stale: a card was changed since the page showed it; the message says by whom and how. Or the same form
            was sent before, as a proposal.
        Change.DoesNotExist: the uid is another seat's.
    """
    wanted = checked(wanted)
    with transaction.atomic():
        workshop = leading(seat)
        if same := _made_before(seat, workshop, uid, wanted.verb):
            return same
        if proposal is None and workshop.proposals.filter(uid=uid).exists():
            raise Stale(_("This was proposed to the group. Decide on it there, or put it away first."))
        require_changeable(workshop)
        cards = find_cards(workshop, wanted)
        require_unchanged(seat, wanted, cards)
        change = new_change(seat, workshop, uid, wanted.verb, reason=wanted.reason, proposal=proposal)
        sources = [cards[each.uid] for each in wanted.sources]
        target = cards[wanted.target.uid] if wanted.target else None
        VERBS[wanted.verb](Move(change), sources, target, wanted.texts)
        done(seat, "cards_changed", announce.cards_changed, change=change.n, did=wanted.verb)
    return change


def checked(wanted: Wanted) -> Wanted:
    """Return what is wanted with its words cleaned.

    Raises:
        Invalid: no such verb, no card, the same card twice, no title, or words too long.
    """
    if wanted.verb not in VERBS:
        raise Invalid(_("Choose what to do with the cards."))
    uids = [each.uid for each in wanted.seen]
    if not wanted.sources or len(set(uids)) != len(uids):
        raise Invalid(_("Choose the cards first, each of them once."))
    reason = checked_text(wanted.reason, limit=LIMITS["reason"], name=_("The reason"))
    texts = tuple(words.checked() for words in wanted.texts)
    return Wanted(wanted.verb, wanted.sources, wanted.target, texts, reason)


def require_changeable(workshop: Workshop) -> None:
    """Raise Closed if the workshop is over, or if nobody was asked yet: then cards are simply edited."""
    require_going_on(workshop, "cards")
    if all(round.is_draft for round in workshop.rounds_in_order()):
        raise Closed(_("Nobody has seen these cards yet. Change them in the list of cards instead."))


def find_cards(workshop: Workshop, wanted: Wanted) -> dict[UUID, Card]:
    """Return the cards by uid, with their words and rows as they are now.

    Raises:
        Card.DoesNotExist: one of them is not in this workshop.
    """
    uids = [each.uid for each in wanted.seen]
    rows = workshop.cards.filter(uid__in=uids).select_related("workshop").with_words()
    found = {card.uid: card for card in rows}
    if len(found) != len(uids):
        raise Card.DoesNotExist
    return found


def require_unchanged(seat: Seat, wanted: Wanted, cards: dict[UUID, Card]) -> None:
    """Raise Stale unless each card is as the page showed it; the message says to ``seat`` who did what."""
    rows = ChangeCard.objects.filter(change__workshop=seat.workshop_id, card__in=cards.values())
    last = dict(rows.values_list("card__uid").annotate(n=Max("change__n")))
    for seen in wanted.seen:
        card, n = cards[seen.uid], last.get(seen.uid, 0)
        if seen != Seen(card.uid, card.rev, n):
            raise Stale(_changed(seat, card, n if n != seen.n else 0), card=str(card.uid))


def _changed(seat: Seat, card: Card, n: int) -> str:
    change = card.workshop.changes.filter(n=n).select_related("seat__person").first()
    if change is None:
        said = _(
            "The words of card %(label)s were changed a moment ago, so nothing was done. Yours are kept."
        )
        return said % {"label": card.label}
    said = _("%(who)s %(did)s card %(label)s a moment ago, so your change was not made. Your words are kept.")
    return said % {"who": changed_by(change, seat), "did": DID[change.verb], "label": card.label}


def changed_by(change: Change, reader: Seat) -> str:
    """Return who made a change, as far as the promise lets the reader know."""
    return led_by(change.seat, reader.workshop, audience_of(reader)) or _("Somebody")


def new_change(seat: Seat, workshop: Workshop, uid: UUID, verb: str, **more: object) -> Change:
    """Add the row of a change; the workshop is locked, so its number is free."""
    n = (workshop.changes.aggregate(n=Max("n"))["n"] or 0) + 1
    return Change.objects.create(workshop=workshop, n=n, uid=uid, verb=verb, seat=seat, **more)


def _made_before(seat: Seat, workshop: Workshop, uid: UUID, verb: str) -> Change | None:
    same = workshop.changes.filter(uid=uid).first()
    if same and same.seat_id != seat.pk:
        raise Change.DoesNotExist
    if same and same.verb != verb:
        raise Stale(_("This form was sent before, for another change. That one was made."))
    return same
