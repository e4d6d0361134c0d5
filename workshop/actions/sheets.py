"""Changing the information that people agreed to: a new version, told to all, asked anew if it matters."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from workshop.models import ConsentItem, Invalid, Seat, Sheet, Stale, Workshop
from workshop.models.closing import require_going_on
from workshop.models.retention import day_in
from workshop.models.sheets import is_answered

from .consent_items import new_version
from .kit import done, locked


def replace_sheet(seat: Seat, workshop: Workshop, text: str, *, matters: bool) -> None:
    """Put other information in the place of what stands, inside the transaction of the set-up.

    Where nobody has answered under it, its words are simply changed. Else it becomes a new version: who
    agreed to the earlier one is told. Either way they are asked again to take part if the change ``matters``.
    """
    before, workshop.information = workshop.information, text
    if is_answered(workshop):
        _add_version(seat, workshop, before, text, matters)
    else:
        stands = workshop.sheets.filter(version=workshop.sheet)
        if not stands.update(text=text):
            return  # nobody agreed to an earlier one
        matters = bool(matters and stands.filter(matters=False).update(matters=True))
    if matters:
        _ask(workshop)
    done(seat, "information_changed", version=workshop.sheet, matters=matters)


def _ask(workshop: Workshop) -> None:
    for item in _asked_anew(workshop):
        new_version(item, item.text, item.required)


def ask_anew(seat: Seat, version: int) -> None:
    """Ask everybody again because of a change of the information that is saved. Twice changes nothing.

    Args:
        version: the version of the information that the page showed.

    Raises:
        Closed: the workshop is closed. Stale: another version stands by now. Invalid: it was never changed.
    """
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        require_going_on(workshop, "setup")
        if version != workshop.sheet:
            raise Stale(_("The information was changed meanwhile. Look at what it says now, then ask."))
        rows = workshop.sheets.filter(version=version)
        if version < 2 or not rows.exists():
            raise Invalid(_("The information was not changed, so there is nothing to ask again about."))
        if rows.filter(matters=False).update(matters=True):
            _ask(workshop)
            done(seat, "information_changed", version=version, matters=True)


def _add_version(seat: Seat, workshop: Workshop, before: str, text: str, matters: bool) -> None:
    Sheet.objects.get_or_create(workshop=workshop, version=workshop.sheet, defaults={"text": before})
    workshop.sheet += 1
    workshop.save(update_fields=["sheet"])
    Sheet.objects.create(workshop=workshop, version=workshop.sheet, text=text, matters=matters, seat=seat)


def _asked_anew(workshop: Workshop) -> list[ConsentItem]:
    """Return what is asked again: what nobody takes part without, or everything where there is no such."""
    items: QuerySet[ConsentItem] = workshop.consent_items.filter(retired_at=None)
    return list(items.filter(required=True) or items)


def note_sheet(seat: Seat, version: int) -> None:
    """Take down that somebody has read a version of the information. It is no agreement to anything new."""
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        read = min(version, workshop.sheet)
        if Seat.objects.filter(pk=seat.pk, sheet__lt=read).update(sheet=read):
            done(seat, "information_read", version=read)


def note_day(seat: Seat, until: str) -> None:
    """Take down that somebody has read which day everything is erased on, as their page showed it.

    Args:
        until: that day, as YYYY-MM-DD; empty if none was set.
    """
    with transaction.atomic():
        read = day_in(until, locked(seat.workshop_id))
        unread = Seat.objects.filter(pk=seat.pk).exclude(told_until=read)
        if unread.update(told_until=read):
            done(seat, "retention_read", until=read or "")
