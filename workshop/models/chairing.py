"""Who is in the chair: whose it is, who may have it, and what is refused to whoever does not lead."""

from django.utils.translation import gettext as _

from .audiences import PARTICIPANTS, audience_of, led_by, may_see_names
from .consents import need_consent
from .people import Seat, SeatQuerySet
from .refusals import Forbidden, Stale
from .workshops import Workshop

OFFSET, PRIME = 0x811C9DC5, 0x01000193  # FNV-1a, 32 bits


def chair_name(seat: Seat | None, workshop: Workshop, audience: str) -> str:
    """Return who is in the chair as an audience may know it, to begin a sentence with; never empty."""
    named = led_by(seat, workshop, audience)
    if named or seat is None:
        return named or _("Nobody")
    return _("An observer") if seat.role == Seat.Role.OBSERVER else _("A participant")


def chair_sentence(workshop: Workshop, audience: str) -> str:
    """Return who is in the chair now, in one sentence."""
    return _("%(who)s is in the chair now.") % {"who": chair_name(workshop.chair, workshop, audience)}


def require_leading(seat: Seat, workshop: Workshop) -> None:
    """Raise Forbidden unless a seat leads a workshop, read as it is now, or is one of its facilitators.

    The refusal says who is in the chair, as the seat may know it.
    """
    if leads_now(seat, workshop):
        return
    own = seat.workshop_id == workshop.pk
    who = f" {chair_sentence(workshop, audience_of(seat))}" if own else ""
    raise Forbidden(_("Only the chair and the facilitators lead. Nothing was changed.") + who)


def has_voice(seat: Seat, workshop: Workshop) -> bool:
    """Whether a seat adds words to a workshop, read as it is now: each participant, and who leads.

    An observer has a voice for as long as they lead, and not a moment longer.
    """
    return seat.is_participant or leads_now(seat, workshop)


def leads_now(seat: Seat, workshop: Workshop) -> bool:
    """Whether a seat leads a workshop, read as it is now: the chair, or one of its facilitators."""
    own = seat.workshop_id == workshop.pk
    return own and (seat.is_facilitator or workshop.chair_id == seat.pk)


def require_same_chair(workshop: Workshop, seen: int, seat: Seat) -> None:
    """Raise Stale if the chair was handed on after somebody looked; it says who has it now."""
    if workshop.chair_rev != seen:
        said = chair_sentence(workshop, audience_of(seat))
        raise Stale(_("The chair was handed on a moment ago, so nothing was changed.") + f" {said}")


def may_sit(workshop: Workshop) -> SeatQuerySet:
    """Return the seats that can have the chair: not removed, no wall screen, and agreed to take part."""
    here = Seat.objects.present().filter(workshop=workshop).exclude(links__purpose="screen")
    return here.exclude(pk__in=need_consent(workshop.pk)).distinct()


def may_get_it_from(seat: Seat) -> SeatQuerySet:
    """Return the seats that a seat which leads can hand the chair to; who has it now is among them.

    A participant hands it to people whose names they may know: where names are hidden, to facilitators.
    """
    seats = may_sit(seat.workshop).select_related("person")
    if seat.is_facilitator or may_see_names(seat.workshop, PARTICIPANTS):
        return seats
    return seats.filter(role=Seat.Role.FACILITATOR)


def only_borrows(seat: Seat, workshop: Workshop) -> bool:
    """Whether a seat has the chair for one step and is no facilitator: it cannot give away what is lent."""
    return bool(workshop.chair_lender_id) and not seat.is_facilitator and seat.pk == workshop.chair_id


def mark_of(seat: Seat | None, rev: int) -> int:
    """Return a mark by which a page knows that its own seat is in the chair, and no other page whose it is.

    The FNV-1a hash of the seat's uid and the chair's rev, as `elements/chair.js` computes it.
    """
    found = OFFSET
    for byte in f"{seat.uid if seat else ''} {rev}".encode():
        found = (found ^ byte) * PRIME & 0xFFFFFFFF
    return found
