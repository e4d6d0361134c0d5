"""The consensus rule of a round: agreed before the reveal, stamped; changed later, it says so."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.analysis.rules import print_of
from workshop.live import announce
from workshop.models import Invalid, Round, Rule, Seat
from workshop.models.closing import require_going_on

from .kit import done
from .rounds import locked_round

ZONES = {Round.Kind.SORT: ("inner", "outer"), Round.Kind.POLL: ("nominated",)}
MOST = 1000


def set_rule(seat: Seat, round: Round, *, least: int, of: int, zone: str) -> Rule:
    """Say when a card counts as agreed: ``least`` of ``of`` who answer put it in the zone. The newest holds.

    The same rule again changes nothing. What was set before stays on record.

    Args:
        zone: ``inner`` or ``outer`` in a sort, ``nominated`` in a poll.

    Raises:
        Invalid: the round or the zone takes no such rule, or the numbers do not fit.
        Forbidden: the seat does not lead (any more).
        Closed: the workshop is closed.
    """
    if zone not in ZONES.get(Round.Kind(round.kind), ()):
        raise Invalid(_("Choose what is counted: inner or outer in a card sort, nominations in a poll."))
    if not 1 <= least <= of <= MOST:
        raise Invalid(_("Write a rule such as 4 of 5: the first number is from 1 up to the second."))
    with transaction.atomic():
        round = locked_round(round, seat)
        require_going_on(round.workshop, "rounds")
        newest = round.rules.last()
        if newest and (newest.least, newest.of, newest.zone) == (least, of, zone):
            return newest
        at = timezone.now()
        stamp = print_of(round.workshop.slug, round.number, least, of, zone, at)
        facts = {"least": least, "of": of, "zone": zone, "at": at, "hash": stamp}
        rule = Rule.objects.create(round=round, seat=seat, **facts)
        done(seat, "rule_set", announce.round_changed, round=round.number)
    return rule
