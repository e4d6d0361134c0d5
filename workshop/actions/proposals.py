"""Changes of cards that anyone can propose; the chair puts them to the group, and each person answers."""

from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import (
    Change,
    Closed,
    Forbidden,
    Proposal,
    ProposalCard,
    ProposalText,
    Seat,
    Stale,
)
from workshop.models.audiences import FACILITATORS
from workshop.models.chairing import has_voice, require_leading
from workshop.models.changing import VERBS
from workshop.models.closing import require_going_on
from workshop.models.moves import Move
from workshop.models.proposing import wanted_by
from workshop.models.wanted import Wanted

from .changes import change_cards, checked, find_cards, new_change, require_changeable, require_unchanged
from .keeping import keep_asked_about
from .kit import done, leading, lock_promise, locked, take_numbers

State = Proposal.State


def propose_change(seat: Seat, wanted: Wanted, *, uid: UUID) -> Proposal:
    """Propose a change of cards to the group; nothing changes yet. The same uid again changes nothing.

    Raises:
        Invalid, Closed, Stale: as for ``change_cards``; what could not be made is not proposed.
        Forbidden: an observer. Proposal.DoesNotExist: the uid is another seat's.
    """
    wanted = checked(wanted)
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        if same := workshop.proposals.filter(uid=uid).first():
            return _same(seat, same)
        if not has_voice(seat, workshop):
            raise Forbidden(_("Your seat watches the workshop, so it proposes no changes."))
        if workshop.changes.filter(uid=uid).exists():
            raise Stale(_("This form was sent before, and the change was made."))
        require_changeable(workshop)
        _try(seat, wanted)
        lock_promise(workshop.pk)
        made = {"verb": wanted.verb, "reason": wanted.reason, "seat": seat}
        proposal = Proposal.objects.create(workshop=workshop, uid=uid, **made)
        _store(proposal, wanted)
        done(seat, "change_proposed", announce.proposal_changed, [FACILITATORS], proposal=uid)
    return proposal


def _same(seat: Seat, proposal: Proposal) -> Proposal:
    if proposal.seat_id != seat.pk:
        raise Proposal.DoesNotExist
    return proposal


def _try(seat: Seat, wanted: Wanted) -> None:
    """Make the change and take it back at once, so that only what can be made is proposed."""
    workshop = seat.workshop
    cards = find_cards(workshop, wanted)
    require_unchanged(seat, wanted, cards)
    sources = [cards[each.uid] for each in wanted.sources]
    target = cards[wanted.target.uid] if wanted.target else None
    point = transaction.savepoint()
    try:
        change = new_change(seat, workshop, uuid4(), wanted.verb)
        VERBS[wanted.verb](Move(change), sources, target, wanted.texts)
    finally:
        transaction.savepoint_rollback(point)


def _store(proposal: Proposal, wanted: Wanted) -> None:
    cards = {
        card.uid: card for card in proposal.workshop.cards.filter(uid__in=[each.uid for each in wanted.seen])
    }
    sides = [ProposalCard.Side.SOURCE] * len(wanted.sources) + [ProposalCard.Side.TARGET]
    ProposalCard.objects.bulk_create(
        ProposalCard(proposal=proposal, card=cards[seen.uid], side=side, position=n)
        for n, (seen, side) in enumerate(zip(wanted.seen, sides, strict=False))
    )
    ProposalText.objects.bulk_create(
        ProposalText(proposal=proposal, position=n, **words.as_dict) for n, words in enumerate(wanted.texts)
    )


def put_proposal(seat: Seat, proposal: Proposal) -> Proposal:
    """Put a proposal to the group: each participant is asked. Putting it twice changes nothing.

    Raises:
        Forbidden: the seat does not lead (any more).
        Closed: it was decided, another is before the group, or the workshop is closed.
    """
    with transaction.atomic():
        leading(seat)
        proposal = current_proposal(seat, proposal)
        if proposal.state == State.PUT:
            return proposal
        _require_undecided(proposal)
        if seat.workshop.proposals.filter(state=State.PUT).exists():
            raise Closed(_("Another proposal is before the group. Decide on that one first."))
        proposal.state, proposal.put_at = State.PUT, timezone.now()
        proposal.save(update_fields=["state", "put_at"])
        done(seat, "proposal_put", announce.proposal_changed, proposal=proposal.uid)
    return proposal


def drop_proposal(seat: Seat, proposal: Proposal) -> Proposal:
    """Put a proposal away without making it: who leads, or its own author. Its answers are kept.

    Raises:
        Forbidden: somebody else's, and the seat does not lead (any more).
        Closed: it was made already, or the workshop is closed.
    """
    with transaction.atomic():
        proposal = current_proposal(seat, proposal)
        if proposal.state == State.DROPPED:
            return proposal
        hears = [FACILITATORS] if proposal.state == State.OPEN else announce.EVERYBODY
        own = proposal.seat_id == seat.pk and proposal.state == State.OPEN
        if not own:
            require_leading(seat, proposal.workshop)
        _require_undecided(proposal)
        _settle(proposal, State.DROPPED)
        done(seat, "proposal_dropped", announce.proposal_changed, hears, proposal=proposal.uid)
    return proposal


def make_proposal(seat: Seat, proposal: Proposal) -> Change:
    """Make the change that was proposed; the group's answers travel with it. Twice changes nothing.

    Raises:
        Forbidden: the seat does not lead (any more).
        Closed: it was put away, its cards have gone elsewhere, or the workshop is closed.
    """
    with transaction.atomic():
        leading(seat)
        proposal = current_proposal(seat, proposal)
        if change := proposal.changes.first():
            return change
        _require_undecided(proposal)
        _settle(proposal, State.MADE)
        change = change_cards(seat, wanted_by(proposal), uid=proposal.uid, proposal=proposal)
        announce.proposal_changed(seat.workshop_id, take_numbers(seat.workshop_id, announce.EVERYBODY))
    return change


def current_proposal(seat: Seat, proposal: Proposal) -> Proposal:
    """Return a proposal as it is now, the workshop locked until the transaction ends.

    Raises:
        Closed: the workshop is closed.
    """
    workshop = locked(seat.workshop_id)
    require_going_on(workshop, "cards")
    found = Proposal.objects.get(pk=proposal.pk)
    found.workshop = workshop
    return found


def _require_undecided(proposal: Proposal) -> None:
    if proposal.is_settled:
        raise Closed(_("This proposal was decided a moment ago."))


def _settle(proposal: Proposal, state: str) -> None:
    proposal.state, proposal.settled_at = state, timezone.now()
    proposal.save(update_fields=["state", "settled_at"])
    keep_asked_about(proposal)
