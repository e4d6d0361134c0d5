"""A demonstration to look at: the six tensions, five invented leaders, an open pack, and links to it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from workshop.models import Link, Seat, User, Workshop
from workshop.models.rehearsals import MADE

from .inviting import Guest, invite_people
from .kit import done
from .links import mint_link
from .packs import SIX_TENSIONS
from .rehearsing.any_cards import NAMES
from .rehearsing.playing import play_all
from .rounds import open_round
from .screens import screen_link
from .workshops import create_workshop

FACILITATOR = "demo.facilitator@example.org"
LEADERS = NAMES[:5]


@dataclass(frozen=True)
class DemoLinks:
    """The secrets of a demonstration: shown once, not kept."""

    workshop: Workshop
    facilitator: str
    participants: list[tuple[str, str]]
    screen: str


def open_demo(
    *, keep: bool = False, promise: str = Workshop.Promise.NAMED, filled: bool = False
) -> DemoLinks:
    """Return fresh links to a demonstration.

    Args:
        keep: whether one that is not closed is used again; otherwise a new one is made.
        promise: what the group is promised about names; of one that is used again too.
        filled: whether its invented leaders fill in their packs, as they do in a rehearsal.
    """
    with transaction.atomic():
        seat = (_kept(promise) if keep else None) or _make(promise)
        if filled:
            fill_demo(seat)
        leaders = seat.workshop.seats.answering().select_related("person").order_by("pk")[: len(LEADERS)]
        return DemoLinks(
            workshop=seat.workshop,
            facilitator=_staff_secret(seat),
            participants=[(leader.name, mint_link(seat, leader)) for leader in leaders],
            screen=screen_link(seat),
        )


def fill_demo(seat: Seat) -> None:
    """Let the invited leaders of a demonstration do what they are asked now; twice changes nothing."""
    workshop = seat.workshop
    if not workshop.history.filter(verb=MADE).exists():
        invited = workshop.seats.answering().order_by("pk")[: len(LEADERS)]
        done(seat, MADE, seats=" ".join(str(each.uid) for each in invited))
    play_all(workshop)


def _kept(promise: str) -> Seat | None:
    seats = (
        Seat.objects.present().select_related("workshop", "person__user").order_by("-workshop__created_at")
    )
    open_ones = seats.filter(workshop__purpose=Workshop.Purpose.DEMO, workshop__closed_at__isnull=True)
    open_ones = open_ones.filter(workshop__promise=promise)
    return open_ones.filter(role=Seat.Role.FACILITATOR, person__user__email=FACILITATOR).first()


def _make(promise: str) -> Seat:
    user = User.objects.filter(email=FACILITATOR).first()
    user = user or User.objects.create_user(FACILITATOR, name="Demo facilitator")
    seat = create_workshop(user, SIX_TENSIONS, purpose=Workshop.Purpose.DEMO, promise=promise)
    _set_dates(seat.workshop)
    guests = [Guest(name, f"{name.replace(' ', '.').casefold()}@example.org") for name in LEADERS]
    invite_people(seat, guests)
    open_round(seat, seat.workshop.rounds.get(number=1))
    return seat


def _set_dates(workshop: Workshop) -> None:
    starts = next_tuesday(timezone.now(), workshop.zone)
    ends, deadline = starts + timedelta(hours=2), starts - timedelta(hours=17)
    Workshop.objects.filter(pk=workshop.pk).update(starts_at=starts, ends_at=ends)
    workshop.rounds.filter(number=1).update(closes_at=deadline)
    workshop.refresh_from_db()


def next_tuesday(now: datetime, zone: str) -> datetime:
    """Return ten o'clock, in ``zone``, on the Tuesday of next week (weeks begin on Monday)."""
    today = now.astimezone(ZoneInfo(zone))
    day = today.date() + timedelta(days=8 - today.weekday())
    return datetime(day.year, day.month, day.day, 10, tzinfo=ZoneInfo(zone))


def _staff_secret(seat: Seat) -> str:
    """Mint the one-use sign-in link of a demonstration's facilitator, good for a day."""
    link, secret = Link.fresh(seat, Link.Purpose.DEMO, expires_at=timezone.now() + timedelta(days=1))
    link.save()
    done(seat, "demo_link_made", link=link.uid)
    return secret
