"""What became of letters: for how many of each, and for whom."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.db.models import Case, Count, F, IntegerField, Max, Min, Q, QuerySet, Value, When
from django.db.models.functions import Lower

from .letters import HANDING, Letter, Post, PostQuerySet
from .workshops import Workshop

SHORTLY = (Post.State.REFUSED, Post.State.UNCERTAIN, Post.State.HANDING, Post.State.LEFT, Post.State.WAITING)


@dataclass(frozen=True)
class Offer:
    """A kind of letter that can be written now: the draft that is there, and how many such were sent.

    ``uid``: of the letter that would be begun.
    """

    kind: str
    label: str
    draft: Letter | None
    sent: int
    uid: UUID = field(default_factory=uuid4)


@dataclass(frozen=True)
class Tally:
    """How many copies of a letter there are of each state; ``goes_on``: whether some are still to go."""

    all: int
    sent: int
    waiting: int
    refused: int
    uncertain: int
    left: int

    @property
    def goes_on(self) -> bool:
        """Whether some are still to go."""
        return bool(self.waiting)


@dataclass(frozen=True)
class Line:
    """What became of one copy by now, and whether a facilitator may have it sent again."""

    post: Post
    state: str
    again: bool


def offers(workshop: Workshop) -> list[Offer]:
    """Return what can be written now: thanks alone once the workshop is closed."""
    known = list(workshop.letters.order_by("pk"))
    drafts = {letter.kind: letter for letter in known if not letter.is_sent}
    sent = Counter(letter.kind for letter in known if letter.is_sent)
    kinds = [each for each in Letter.Kind if each == Letter.Kind.THANKS or not workshop.is_closed]
    return [Offer(kind.value, str(kind.label), drafts.get(kind.value), sent[kind.value]) for kind in kinds]


def tally_of(letter: Letter, now: datetime) -> Tally:
    """Count the copies of a letter by what became of them."""
    return tallies_of([letter], now)[letter]


def tallies_of(letters: Collection[Letter], now: datetime) -> dict[Letter, Tally]:
    """Count the copies of letters by what became of them."""
    posts = Post.objects.real().filter(letter__in=letters).order_by()
    overdue = Count("pk", filter=Q(at__lte=now - HANDING))
    found: dict[int, Counter[str]] = {letter.pk: Counter() for letter in letters}
    for pk, state, n, late in posts.values_list("letter", "state").annotate(n=Count("pk"), late=overdue):
        found[pk][state] += n
        if state == Post.State.HANDING:  # a worker died over these
            found[pk][state] -= late
            found[pk][Post.State.UNCERTAIN] += late
    return {letter: _tally(found[letter.pk]) for letter in letters}


def _tally(states: Counter[str]) -> Tally:
    return Tally(
        all=sum(states.values()),
        sent=states[Post.State.SENT],
        waiting=states[Post.State.WAITING] + states[Post.State.HANDING],
        refused=states[Post.State.REFUSED],
        uncertain=states[Post.State.UNCERTAIN],
        left=states[Post.State.LEFT],
    )


def lines_of(letter: Letter) -> QuerySet[Post]:
    """Return the copies of a letter, those first about which something is to be decided, then by name."""
    first = [When(state=state, then=Value(n)) for n, state in enumerate(SHORTLY)]
    rank = Case(*first, default=Value(len(SHORTLY)), output_field=IntegerField())
    posts = letter.posts.real().select_related("seat__person", "by__person")
    return posts.order_by(rank, Lower("seat__person__name"), "pk")


@dataclass(frozen=True)
class Wording:
    """What copies of a letter said: how many of them, and when the first of these went."""

    subject: str
    body: str
    copies: int
    since: datetime


def wordings_of(letter: Letter) -> list[Wording]:
    """Return what the copies of a letter said that went, or may have, the oldest first.

    There are several where the date, the deadline or the title changed between two of them, or where somebody
    has more time.
    """
    said = letter.posts.real().exclude(body="").order_by().values("subject", "body")
    rows = said.annotate(copies=Count("pk"), since=Min("at")).order_by("since", "body")
    return [Wording(**row) for row in rows]


def subjects_of(letters: Collection[Letter]) -> dict[int, str]:
    """Return the subject that the newest copy of each letter had, by its key; none for what has not gone."""
    said = Post.objects.real().filter(letter__in=letters).exclude(subject="").order_by()
    rows = said.values_list("letter", "subject").annotate(at=Max("at")).order_by("at")
    return {pk: subject for pk, subject, _at in rows}


def shown(post: Post, now: datetime) -> Line:
    """Return a copy as the log shows it."""
    return Line(post, post.state_at(now), post.may_go_again(now))


@dataclass(frozen=True)
class Told:
    """How many people hold another date than the one that stands, and how many were told none, by letter.

    Who had letters before there was any date, or was last told that it is not known, holds none.
    """

    another: int = 0
    none: int = 0


def dates_held(workshop: Workshop) -> set[datetime | None]:
    """Return the dates other than the one that stands by which people go, by the newest letter of each.

    ``None`` is among them if it is not known which date somebody was told.
    """
    rows = _known(workshop).order_by("moved", "pk").values_list("seat", "moved", "with_date", "date")
    newest = {seat: (moved, with_date, date) for seat, moved, with_date, date in rows}
    return {date for moved, with_date, date in newest.values() if with_date and moved < workshop.moved}


def _known(workshop: Workshop) -> PostQuerySet:
    """Return the copies that told people of a date, or may have, also before they were sent again."""
    kinds = (Letter.Kind.INVITATION, Letter.Kind.MOVED)
    posts = Post.objects.real().filter(letter__workshop=workshop, letter__kind__in=kinds)
    gone = Q(state__in=(Post.State.SENT, Post.State.HANDING, Post.State.UNCERTAIN))
    return posts.filter(gone | Q(doubtful=True), seat__removed_at=None)


def told_before(workshop: Workshop) -> Told:
    """Count by what the newest of their letters told those who have not been told the date that stands."""
    moved = Post.objects.real().filter(letter__workshop=workshop, letter__kind=Letter.Kind.MOVED)
    waits = moved.filter(state=Post.State.WAITING).values("seat")
    seats = _known(workshop).exclude(seat__in=waits).order_by("seat").values("seat")
    newest = seats.annotate(at=Max("moved"), date=Max("moved", filter=Q(with_date=True)))
    holds_one = Q(date=F("at"))  # under one number no letter without a date follows one that has it
    return Told(
        another=newest.filter(holds_one, at__lt=workshop.moved).count(),
        none=newest.filter(~holds_one | Q(date=None)).count() if workshop.starts_at else 0,
    )
