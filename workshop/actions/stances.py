"""What each person answers to a change of cards that is before the group."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import LIMITS, Closed, Forbidden, Invalid, Proposal, Seat, Stance, checked_text

from .kit import lock_promise
from .proposals import current_proposal
from .turns import take_numbers_in_turn


def take_stance(
    seat: Seat, proposal: Proposal, answer: str, why: str = "", *, by: Seat | None = None
) -> Stance:
    """Answer a proposal that is before the group; answering again replaces the answer.

    Args:
        by: the facilitator who enters it for the seat, if anybody does.

    Raises:
        Forbidden: not a participant. Invalid: no such answer, or too many words of why.
        Closed: it is not before the group now.
    """
    if not seat.is_participant:
        raise Forbidden(_("Only participants answer proposals. Your seat prepares or watches the workshop."))
    if answer not in Stance.Answer.values:
        raise Invalid(_("Choose one of the four answers."))
    why = checked_text(why, limit=LIMITS["reason"], name=_("Your reason"))
    with transaction.atomic():
        proposal = before_the_group(seat, proposal)
        lock_promise(seat.workshop_id)
        kept = {"answer": answer, "why": why, "at": timezone.now(), "proxy": by}
        stance, _new = Stance.objects.update_or_create(proposal=proposal, seat=seat, defaults=kept)
        announce.stance_taken(seat.workshop_id, take_numbers_in_turn)
    return stance


def before_the_group(seat: Seat, proposal: Proposal) -> Proposal:
    """Return a proposal that can be answered, the workshop locked until the transaction ends.

    Raises:
        Closed: it is not before the group now.
    """
    proposal = current_proposal(seat, proposal)
    if proposal.state != Proposal.State.PUT:
        raise Closed(_("This is not before the group any more, so your answer was not counted."))
    return proposal
