"""What lies beside a moment, for facilitators alone: their notes pinned to it, and what was being said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from workshop.analysis.webvtt import between, read_webvtt

from .look_ups import LookUp
from .notes import Note, Transcript
from .people import Seat
from .stage import Step
from .workshops import Workshop

BEFORE, AFTER = timedelta(minutes=1), timedelta(minutes=2)
LONGEST = timedelta(hours=12)  # a transcript that began longer ago than this is not looked into
EARLIER = timedelta(seconds=1)  # so long before the first change lies the beginning


@dataclass(frozen=True)
class Spoken:
    """Something that was said, at a moment of the clock."""

    at: datetime
    speaker: str
    text: str


@dataclass(frozen=True)
class Beside:
    """What one facilitator sees beside a moment.

    ``heard`` says whether a transcript runs at that time, though nobody may be speaking.
    """

    own: list[Note]
    removed: list[Note]
    shared: list[Note]
    spoken: list[Spoken]
    heard: bool


def reflections_for(seat: Seat) -> list[Note]:
    """Return the reflections that a facilitator may read: their own, and those that others shared."""
    mine, shared = Q(seat=seat), Q(shared_at__isnull=False, removed_at__isnull=True)
    rows = seat.workshop.notes.filter(mine | shared, kind=Note.Kind.REFLECTION)
    return list(rows.select_related("seat__person", "step__card", "step__round"))


SEEN = LookUp(
    lambda step, seat: (
        _on_step(step)
        .filter(Q(seat=seat) | Q(shared_at__isnull=False), copy_of=None)
        .prefetch_related("seat__person")
    )
)


def notes_on(seat: Seat, step: Step) -> tuple[Note | None, list[Note]]:
    """Return a facilitator's own note on a step, if any, and what the others share: one query, or a few."""
    notes = SEEN(step, seat)
    own = min((note for note in notes if note.seat_id == seat.pk), key=lambda note: note.pk, default=None)
    return own, [note for note in notes if note.seat_id != seat.pk]


def step_note_of(seat: Seat, step: Step) -> Note | None:
    """Return a facilitator's own note on a step, if there is one that was not put away."""
    return _on_step(step).filter(seat=seat, copy_of=None).order_by("pk").first()


def copies_of(note: Note) -> list[Note]:
    """Return other versions of a note that wait for a decision, the earliest first."""
    return list(note.copies.filter(removed_at__isnull=True).order_by("pk"))


def _on_step(step: Step | int) -> QuerySet[Note]:
    return Note.objects.filter(step=step, kind=Note.Kind.REFLECTION, removed_at__isnull=True)


def times_of(workshop: Workshop) -> dict[int, datetime]:
    """Return when each change was made, by its number."""
    return dict(workshop.changes.order_by("n").values_list("n", "at"))


def moment_of_note(note: Note, times: dict[int, datetime]) -> int:
    """Return the moment that a note is pinned to: the last change made by then; 0 is the beginning."""
    return max((n for n, at in times.items() if at <= note.at), default=0)


def pin_of(times: dict[int, datetime], n: int) -> datetime:
    """Return the time to which a note on moment ``n`` is pinned.

    Raises:
        KeyError: there is no such moment.
    """
    if n == 0:
        return min(times.values()) - EARLIER if times else timezone.now()
    return times[n]


def beside(seat: Seat, n: int) -> Beside:
    """Return what a facilitator sees beside moment ``n``, in a fixed number of queries."""
    times = times_of(seat.workshop)
    here = [note for note in reflections_for(seat) if moment_of_note(note, times) == n]
    own = [note for note in here if note.seat_id == seat.pk]
    running = list(_running(seat.workshop, times[n])) if n in times else []
    return Beside(
        own=[note for note in own if note.removed_at is None],
        removed=[note for note in own if note.removed_at],
        shared=[note for note in here if note.seat_id != seat.pk],
        spoken=spoken_at(running, times[n]) if running else [],
        heard=bool(running),
    )


def _running(workshop: Workshop, at: datetime) -> Iterable[Transcript]:
    return workshop.transcripts.filter(begins_at__range=(at - LONGEST, at + AFTER))


def spoken_at(transcripts: Iterable[Transcript], at: datetime) -> list[Spoken]:
    """Return what was being said from a minute before a moment to two minutes after."""
    found = []
    for transcript in transcripts:
        since = at - transcript.begins_at
        window = ((since - BEFORE).total_seconds(), (since + AFTER).total_seconds())
        for cue in between(read_webvtt(transcript.body), *window):
            found.append(Spoken(transcript.begins_at + timedelta(seconds=cue.start), cue.speaker, cue.text))
    return sorted(found, key=lambda spoken: spoken.at)
