"""Handing out the pack as a file: for anybody, for some people by name, or for oneself.

Each named copy gets a personal link of its own, as a code to scan; earlier links stay valid.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from config.site import absolute
from workshop.exports.packs.content import Way
from workshop.exports.packs.file_names import in_file_name
from workshop.exports.packs.files import PACK_FILES, written
from workshop.exports.packs.looks import Look
from workshop.exports.packs.reading import Copy, read_pack
from workshop.live.join import join_facts
from workshop.models import Invalid, Link, Seat, Workshop
from workshop.models.closing import require_going_on
from workshop.models.full_data import puts_words_by_names
from workshop.models.languages import in_english
from workshop.models.taking_part import known_to_decline

from .auditing import audit
from .exports import Taken
from .inviting import give_links
from .kit import locked
from .links import end_unprinted, mint_link

MOST = 25  # people in one file: 300 MB while it is made


@dataclass(frozen=True)
class Wanted:
    """A kind of file (a key of ``PACK_FILES``), and how it looks."""

    file: str = "pdf"
    look: Look = field(default_factory=Look)


def take_blank_pack(by: Seat, wanted: Wanted) -> Taken:
    """Return the pack for anybody: no name, no answer, and the way to join. Nothing is noted of it.

    Raises:
        Closed: the workshop is closed.
    """
    require_going_on(by.workshop, "packs")
    return _taken([Copy(by, way=_way_to_join(by.workshop))], wanted)


def take_own_pack(seat: Seat, wanted: Wanted) -> Taken:
    """Return somebody's own pack with all that they wrote and chose, and one more link of theirs in it.

    In English, whatever they read in: a Word file is read back by the words that stand in it.

    Raises:
        Closed: the workshop is closed.
    """
    with transaction.atomic():
        require_going_on(locked(seat.workshop_id), "packs")
        secret = mint_link(seat, seat, Link.Purpose.QR)
    with _ending_links(seat, [secret]), in_english():
        return _taken([Copy(seat, seat, _way_back(secret))], wanted)


def take_packs(by: Seat, seats: Sequence[Seat], wanted: Wanted) -> Taken:
    """Return the packs of some people, each with a link, and with what they wrote if names may be taken.

    Who took it is noted before anything is read. Who sits there no more, or is known to decline, is left out.

    Raises:
        Invalid: nobody is left, or they are more than one file takes.
        Closed: the workshop is closed.
    """
    if len(seats) > MOST:
        says = _("That is more than %(most)s people in one file. Take them in parts.")
        raise Invalid(says % {"most": MOST})
    with transaction.atomic():
        require_going_on(workshop := locked(by.workshop_id), "packs")
        declined = set(known_to_decline(workshop).values_list("pk", flat=True))
        given = give_links(by, [seat for seat in seats if seat.pk not in declined], Link.Purpose.QR)
        if not given:
            raise Invalid(_("Nobody is left to make a pack for. Choose somebody from the list."))
        full = puts_words_by_names(workshop.seats.get(pk=by.pk))
        uids = " ".join(sorted(str(one.seat.uid) for one in given))
        kind = "pack-words" if full else "pack"
        audit(by.workshop, by, "exported", format=kind, count=len(given), seats=uids)
    with _ending_links(by, [one.secret for one in given]):
        return _taken([Copy(by, one.seat, _way_back(one.secret), full) for one in given], wanted)


@contextmanager
def _ending_links(by: Seat, secrets: Sequence[str]) -> Iterator[None]:
    """End links that were minted for a file, if it cannot be made: nobody has them, and pages count them."""
    try:
        yield
    except Exception:
        end_unprinted(by, secrets)
        raise


def _taken(copies: Sequence[Copy], wanted: Wanted) -> Taken:
    packs = [read_pack(copy) for copy in copies]
    file = written(packs, PACK_FILES[wanted.file], wanted.look)
    whose = in_file_name(packs[0].name) if len(packs) == 1 else f"{len(packs)}"
    name = "-".join(filter(None, ["pack", copies[0].by.workshop.slug, whose, wanted.look.size.value]))
    return Taken(file.content, f"{name}.{file.ending}", file.content_type)


def _way_back(secret: str) -> Way:
    says = _("Scan this to open your pack on the web. It is yours alone: it opens what you wrote.")
    return Way(absolute("link", secret), says)


def _way_to_join(workshop: Workshop) -> Way | None:
    join = join_facts(workshop)
    if join is None:
        return None
    return Way(join.url, _("Scan this to fill the pack in on the web, or type:"), join.place, join.spoken)
