"""How far a workshop has come, for the page that lists them."""

from django.db.models import (
    Case,
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import Coalesce

from .attendance import Attendance, with_attendance
from .audiences import may_see_people_rows
from .ballots import Ballot
from .cards import Card
from .comments import Prompt, Remark
from .kept import Kept
from .people import Seat, User
from .placeholders import placeholders
from .rounds import Round
from .taking_part import noes
from .workshops import Workshop

SETUP, PACKS, LIVE, RESULTS = "setup", "packs", "live", "results"
STAGES = (SETUP, PACKS, LIVE, RESULTS)


def stage_of(workshop: Workshop) -> str:
    """Return where a workshop is on its way: ``setup``, ``packs``, ``live`` or ``results``.

    It is in its packs from the moment the pack is opened, and has results once it is closed.
    """
    if workshop.is_closed:
        return RESULTS
    if workshop.is_live:
        return LIVE
    pack = workshop.pack_round()
    return PACKS if pack and not pack.is_draft else SETUP


def workshops_of(user: User) -> QuerySet[Workshop]:
    """Return the workshops that a user facilitates, in four queries however many they are.

    Each has ``seats_asked`` (participants), ``packs_in`` (those who are done), ``unopened`` (those who never
    came in), ``took_part`` (those who answered or wrote something; where names are open, without those who
    said no since), ``declined`` (those who said no), ``declined_in`` (those of them who are done),
    ``cards_written``, ``cards_unwritten`` (those of them that a template brought to be written over),
    ``prompts_written``, and ``facilitators``, a list of seats.
    """
    facilitating = Seat.objects.present().filter(role=Seat.Role.FACILITATOR)
    led = facilitating.select_related("person")
    return (
        Workshop.objects.filter(pk__in=facilitating.filter(person__user=user).values("workshop"))
        .select_related("step__card")
        .annotate(**_counts())
        .prefetch_related(
            Prefetch("rounds", queryset=Round.objects.order_by("number")),
            Prefetch("seats", queryset=led, to_attr="facilitators"),
        )
        .order_by("starts_at", "-created_at")
    )


def took_part(workshop: Workshop) -> int:
    """Return how many of those who sit there answered or wrote something.

    Who said no since is left out only where names are open: a fall would tell that they had answered.
    """
    known = _answered() & ~_declines() if may_see_people_rows(workshop) else _answered()
    return Seat.objects.answering().filter(known, workshop=workshop).count()


def _counts() -> dict[str, Coalesce]:
    asked = Seat.objects.answering()
    answered = asked.filter(_answered())
    standing = _count(answered.exclude(_declines()))
    took_part = Case(When(promise=Workshop.Promise.NAMED, then=standing), default=_count(answered))
    unopened = Q(attendance=Attendance.UNOPENED)
    return {
        "seats_asked": _count(asked),
        "packs_in": _count(asked.filter(done_at__isnull=False)),
        "unopened": _count(with_attendance(asked).filter(unopened)),
        "declined": _count(asked.filter(_declines())),
        "declined_in": _count(asked.filter(_declines(), done_at__isnull=False)),
        "took_part": Coalesce(_kept("took_part"), took_part),
        "cards_written": _count(Card.objects.filter(status=Card.Status.LIVE)),
        "cards_unwritten": _count(placeholders()),
        "prompts_written": _count(Prompt.objects.filter(kind=Prompt.Kind.ACCOUNT)),
    }


def _count(rows: QuerySet[Seat] | QuerySet[Card] | QuerySet[Prompt]) -> Coalesce:
    """Count the rows of each workshop, apart from every other count."""
    mine = rows.filter(workshop=OuterRef("pk")).order_by().values("workshop")
    counted = mine.annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _kept(name: str) -> Subquery:
    return Subquery(Kept.objects.filter(workshop=OuterRef("pk")).values(name))


def _answered() -> Q:
    ballots = Ballot.objects.filter(seat=OuterRef("pk"))
    words = Remark.objects.said().filter(seat=OuterRef("pk"))
    return Q(Exists(ballots)) | Q(Exists(words)) | Q(done_at__isnull=False)


def _declines() -> Exists:
    return Exists(noes().filter(seat=OuterRef("pk")))
