"""A workshop as a whole: made from a template, edited, closed, deleted."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import (
    LIMITS,
    Forbidden,
    Person,
    Seat,
    Stale,
    User,
    Workshop,
    checked_text,
    clean_text,
)
from workshop.models.workshops import free_join_code

from .auditing import audit
from .ending import end_workshop, taken_back_in
from .erasure_ledger import UNLINKED, WORKSHOP, erasing
from .furnishing import furnish
from .kit import done, leading, locked
from .packs import Pack
from .retention import erase_workshop, keep_until

WORDS = "question instructions account_title reading_title reading information citation".split()


def create_workshop(
    user: User, pack: Pack, *, title: str = "", uid: UUID | None = None, **fields: str
) -> Seat:
    """Make a workshop from a template, with its rounds, its agenda and its boxes for words.

    Args:
        user: who becomes its facilitator and first chair, with the seat that is returned.
        pack: the template.
        title: its title; the template's if empty.
        uid: the name of its series, made with the form: sent twice, it makes one workshop.
        fields: ``zone``, an IANA time zone, and ``purpose``.

    Raises:
        Invalid: the title is empty or too long.
        Stale: this user's form made a workshop already that now differs from what it says.
        Workshop.DoesNotExist: the uid is another user's.
    """
    words: dict[str, Any] = {name: str(getattr(pack, name)) for name in WORDS}
    words |= {"title": _title(title or str(pack.title))} | fields
    uid = uid or uuid4()
    with transaction.atomic():
        if made := _made_before(user, uid, words):
            return made
        amounts: dict[str, Any] = {"blank_cards": pack.blank_cards, "nominations": pack.nominations}
        seat = make_workshop(user, pack, series_uid=uid, **words, **amounts)
        done(seat, "workshop_created")
    return seat


def make_workshop(user: User, pack: Pack, *, seat_uid: UUID | None = None, **fields: Any) -> Seat:
    """Make a workshop with its rounds, its agenda and its boxes, inside a transaction; return its first seat.

    Args:
        pack: what its cards and its questions of consent are.
        seat_uid: the name of that seat, where a form knows the workshop by it.
        fields: the fields of the workshop.
    """
    workshop = Workshop.objects.create(**{"join_code": free_join_code(), **fields})
    seat = _seat_facilitator(workshop, user, seat_uid or uuid4())
    furnish(seat, pack)
    if settings.RETAIN_DAYS and workshop.purpose == Workshop.Purpose.REAL:
        keep_until(workshop, timezone.localdate() + timedelta(days=settings.RETAIN_DAYS))
    return seat


def _title(text: str) -> str:
    return checked_text(text, limit=LIMITS["title"], name=_("The title"), required=True, line=True)


def _made_before(user: User, uid: UUID, words: dict[str, str]) -> Seat | None:
    """Return the seat that the same form gave this user a moment ago; their row is locked until commit."""
    User.objects.select_for_update().get(pk=user.pk)
    made = Workshop.objects.filter(series_uid=uid).order_by("pk").first()
    if made is None:
        return None
    mine = made.seats.present().select_related("workshop", "person").filter(person__user=user).first()
    if mine is None:
        raise Workshop.DoesNotExist
    if any(getattr(made, name) != clean_text(words[name]) for name in words):
        raise Stale(
            _(
                "This form has made “%(title)s” already, and it says something else. You find it in the list "
                "of your workshops. To make another one, send the form again."
            )
            % {"title": made.title}
        )
    return mine


def _seat_facilitator(workshop: Workshop, user: User, uid: UUID) -> Seat:
    person = Person.objects.create(workshop=workshop, user=user, name=str(user), email=user.email)
    role = Seat.Role.FACILITATOR
    seat = Seat.objects.create(workshop=workshop, uid=uid, person=person, pseudonym="F1", role=role)
    workshop.chair = seat
    workshop.save(update_fields=["chair"])
    return seat


def close_workshop(seat: Seat) -> None:
    """End the workshop: nothing in it changes any more. Closing twice changes nothing.

    Where that is promised, the link between people and their answers is destroyed with it.

    Raises:
        Forbidden: the seat is no facilitator: who only has the chair ends nothing for good.
        Closed: the ledger of erasures cannot be written, and a link is to be destroyed.
    """
    with erasing() as write:
        workshop = leading(seat)
        if not seat.is_facilitator:
            raise Forbidden(_("Only a facilitator closes the workshop, because it is for good. It is open."))
        if workshop.is_closed:
            return
        end_workshop(workshop, timezone.now())
        done(seat, "workshop_closed", announce.workshop_closed)
        if workshop.is_unlinked:
            audit(workshop, seat, "workshop_unlinked")
            write(UNLINKED, slug=workshop.slug, **taken_back_in(workshop))


def delete_workshop(seat: Seat) -> None:
    """Delete the workshop and everything in it, for good; a line without words stays in the audit."""
    with erasing() as write:
        workshop = locked(seat.workshop_id)
        slug = workshop.slug
        erase_workshop(workshop, seat, "workshop_deleted", by=seat.uid)
        write(WORKSHOP, slug=slug)
