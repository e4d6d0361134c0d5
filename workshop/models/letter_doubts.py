"""What does not fit the moment in a letter that is about to go: told before it is sent, and never refused."""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .attendance import Attendance, with_attendance
from .extra_time import is_open_for
from .letter_words import deadline_of
from .letters import Letter, Post, words_in
from .people import Seat
from .posted import Told, told_before
from .workshops import Workshop

SHORTLY = timedelta(days=1)  # a second reminder within it is too soon for most


def doubts_about(letter: Letter, seats: Collection[Seat], now: datetime) -> list[str]:
    """Return a sentence for each thing that hardly fits, of a letter as it would go to these seats now."""
    workshop = letter.workshop
    if letter.kind == Letter.Kind.THANKS:
        return list(_of_thanks(workshop, seats))
    doubts = list(_of_date(letter, now)) if letter.kind != Letter.Kind.REMINDER else []
    if letter.kind != Letter.Kind.MOVED:
        doubts += _of_pack(letter, seats)
    if letter.kind == Letter.Kind.REMINDER:
        doubts += _too_soon(workshop, seats, now)
    return doubts


def _of_date(letter: Letter, now: datetime) -> Iterator[str]:
    starts_at, is_said = letter.workshop.starts_at, _says(letter, "date")
    if starts_at and not is_said:
        yield _("A date is set, and the letter does not say it: write {date} where it is to stand.")
    if starts_at and is_said and starts_at <= now:
        yield _("The date that it tells has passed.")
    if letter.kind == Letter.Kind.MOVED and told_before(letter.workshop) == Told():
        yield _("Nobody was told another date than the one that stands.")


def _of_pack(letter: Letter, seats: Collection[Seat]) -> Iterator[str]:
    pack = letter.workshop.pack_round()
    if pack is None:
        return
    if pack.is_draft:
        yield _("The pack is not open yet: nobody can fill it in before you open it.")
    elif late := sum(not is_open_for(pack, each) for each in seats):
        yield ngettext(
            "The pack is closed: %(n)s of them cannot fill it in any more.",
            "The pack is closed: %(n)s of them cannot fill it in any more.",
            late,
        ) % {"n": late}
    if not pack.is_over and deadline_of(letter.workshop) and not _says(letter, "deadline"):
        yield _("A deadline is set, and the letter does not say it: write {deadline} where it is to stand.")


def _too_soon(workshop: Workshop, seats: Collection[Seat], now: datetime) -> Iterator[str]:
    reminders = Post.objects.real().had().filter(letter__workshop=workshop, letter__kind=Letter.Kind.REMINDER)
    lately = reminders.filter(seat__in=seats, asked_at__gt=now - SHORTLY)
    if n := lately.order_by().values("seat").distinct().count():
        yield ngettext(
            "%(n)s of them was sent a reminder less than a day ago.",
            "%(n)s of them were sent a reminder less than a day ago.",
            n,
        ) % {"n": n}


def _of_thanks(workshop: Workshop, seats: Collection[Seat]) -> Iterator[str]:
    pack = workshop.pack_round()
    if not workshop.is_closed and workshop.step_id is None and not (pack and pack.is_revealed):
        yield _("The workshop has not begun, and no result can be seen yet.")
    if workshop.is_unlinked:
        return
    known: Any = with_attendance(Seat.objects.filter(pk__in=[each.pk for each in seats]))
    if n := known.filter(attendance=Attendance.UNOPENED).count():
        yield ngettext(
            "%(n)s of them has never opened their pack.", "%(n)s of them have never opened their pack.", n
        ) % {"n": n}


def _says(letter: Letter, word: str) -> bool:
    return word in words_in(f"{letter.subject}\n{letter.body}")
