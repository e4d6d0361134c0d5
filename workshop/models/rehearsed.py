"""What simulated leaders have done already, as the rows that any person leaves behind tell it."""

from collections.abc import Callable, Iterable, Iterator
from uuid import UUID

from django.db.models import Q

from workshop.analysis.rehearsal.scene import Opened

from .assents import Assent
from .ballots import Ballot, Mark
from .cards import Card
from .comments import Remark
from .gestures import Gesture
from .ground_rules import newest_of
from .links import Link
from .people import Seat
from .proposals import Stance
from .ties import Start
from .workshops import Workshop

Known = dict[int, int]  # numbers of leaders by the keys of their seats
Done = Iterator[str]
BOX = ("kind", "position")  # by which a box is named


def box_name(kind: str, position: int) -> str:
    """Return the name of a box of the pack that is about no card; as no uid, it is the same each time."""
    return f"{kind} {position}"


def done_in(workshop: Workshop, known: Known, opened: Iterable[Opened]) -> frozenset[str]:
    """Return the names of the deeds that were done, of what is asked now: a fixed number of queries each."""
    names = set(_entered(workshop, known))
    for each in opened:
        names.update(READERS[each.kind](workshop, known, each))
    return frozenset(names)


def words_in(workshop: Workshop) -> frozenset[UUID]:
    """Return the uids of what people said, suggested and proposed: each deed that makes words names them."""
    found = {*Remark.objects.filter(workshop=workshop, card__isnull=False).values_list("uid", flat=True)}
    for rows in (workshop.ground_rules, workshop.suggestions, workshop.proposals):
        found.update(rows.values_list("uid", flat=True))
    return frozenset(found)


def _entered(workshop: Workshop, known: Known) -> Done:
    """Who opened a link of theirs has come in; so has who has none that works."""
    fresh = Link.objects.valid().filter(seat__in=known, used_at=None).values_list("seat_id", flat=True)
    used = Link.objects.filter(seat__in=known, used_at__isnull=False).values_list("seat_id", flat=True)
    for seat in (known.keys() - {*fresh}) | {*used}:
        yield f"enter:link:{known[seat]}"


def _pack(workshop: Workshop, known: Known, opened: Opened) -> Done:
    rows = Remark.objects.filter(workshop=workshop, seat__in=known, prompt__isnull=False, rev__gt=0)
    boxes = [f"prompt__{name}" for name in BOX]
    for seat, number, *box in rows.values_list("seat_id", "prompt__card__number", *boxes):
        yield f"comment:{number}:{known[seat]}" if number else f"box:{box_name(*box)}:{known[seat]}"
    yield from _sort(workshop, known, opened)
    for seat in Card.objects.filter(workshop=workshop, proposer__in=known).values_list("proposer", flat=True):
        yield f"blank:pack:{known[seat]}"
    for seat in Seat.objects.filter(pk__in=known, done_at__isnull=False).values_list("pk", flat=True):
        yield f"finish:pack:{known[seat]}"


def _sort(workshop: Workshop, known: Known, opened: Opened) -> Done:
    yield from _marks("place", workshop, known, opened)


def _spectrum(workshop: Workshop, known: Known, opened: Opened) -> Done:
    yield from _marks("mark", workshop, known, opened)


def _marks(kind: str, workshop: Workshop, known: Known, opened: Opened) -> Done:
    marks = Mark.objects.filter(
        ballot__round__workshop=workshop, ballot__round__number=opened.about, ballot__seat__in=known
    )
    if kind == "place":
        marks = marks.exclude(zone="")
    for seat, number in marks.values_list("ballot__seat_id", "card__number"):
        yield f"{kind}:{opened.about}/{number}:{known[seat]}"


def _poll(workshop: Workshop, known: Known, opened: Opened) -> Done:
    sent = Ballot.objects.filter(round__workshop=workshop, round__number=opened.about, seat__in=known)
    for seat in sent.exclude(state=Ballot.State.STARTED).values_list("seat_id", flat=True):
        yield f"vote:{opened.about}:{known[seat]}"


def _welcome(workshop: Workshop, known: Known, opened: Opened) -> Done:
    newest = newest_of(workshop.ground_rules.all())
    agreed = Seat.objects.filter(pk__in=known, ground_rules_at__gte=newest) if newest else ()
    for seat in agreed:
        yield f"ground:{opened.about}:{known[seat.pk]}"
    yield from _shown(workshop, known, opened)


def _shown(workshop: Workshop, known: Known, opened: Opened) -> Done:
    now = Gesture.objects.of(workshop).filter(seat__in=known)
    for seat, kind in now.values_list("seat_id", "kind"):
        yield f"{kind}:{opened.about}:{known[seat]}"


def _question(workshop: Workshop, known: Known, opened: Opened) -> Done:
    answers = Remark.objects.filter(Q(rev__gt=0), workshop=workshop, prompt__uid=opened.about, seat__in=known)
    for seat in answers.values_list("seat_id", flat=True):
        yield f"answer:{opened.about}:{known[seat]}"


def _text(workshop: Workshop, known: Known, opened: Opened) -> Done:
    said = Assent.objects.filter(prompt__workshop=workshop, seat__in=known)
    mine = said.filter(Q(prompt__uid=opened.about) | Q(prompt__question__uid=opened.about))
    for seat in filter(None, mine.values_list("seat_id", flat=True)):
        yield f"assent:{opened.about}:{known[seat]}"


def _proposal(workshop: Workshop, known: Known, opened: Opened) -> Done:
    stances = Stance.objects.filter(proposal__workshop=workshop, proposal__uid=opened.about, seat__in=known)
    for seat in filter(None, stances.values_list("seat_id", flat=True)):
        yield f"stance:{opened.about}:{known[seat]}"


def _change(workshop: Workshop, known: Known, opened: Opened) -> Done:
    starts = Start.objects.filter(card__workshop=workshop, seat__in=known)
    for seat, number in starts.values_list("seat_id", "card__number"):
        if seat:
            yield f"start:{number}:{known[seat]}"


READERS: dict[str, Callable[[Workshop, Known, Opened], Done]] = {
    "pack": _pack,
    "poll": _poll,
    "sort": _sort,
    "spectrum": _spectrum,
    "welcome": _welcome,
    "card": _shown,
    "question": _question,
    "text": _text,
    "proposal": _proposal,
    "change": _change,
}
