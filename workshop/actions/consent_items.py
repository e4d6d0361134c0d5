"""What people are asked to agree to: written, changed, retired. An answer keeps the words it was given to."""

from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from workshop.models import LIMITS, ConsentItem, Invalid, Seat, Stale, Workshop, checked_text
from workshop.models.closing import require_going_on
from workshop.models.setup import print_of

from .kit import done, locked

MOST_ITEMS = 20


def write_item(seat: Seat, *, uid: UUID, text: str, required: bool) -> ConsentItem:
    """Ask people to agree to one more thing.

    Args:
        uid: its name, made with the form: sent twice, it makes one item.
        text: what is asked.
        required: whether nobody can take part without agreeing.

    Raises:
        Invalid: the text is empty or too long, or there are too many items.
        Closed: the workshop is closed.
    """
    text = _checked(text)
    with transaction.atomic():
        workshop = _open_workshop(seat)
        if same := workshop.consent_items.filter(uid=uid).first():
            return _the_same(same, text)
        item = _add(workshop, uid, text, required)
        done(seat, "consent_item_written", item=item.uid)
    return item


def _the_same(item: ConsentItem, text: str) -> ConsentItem:
    if item.text != text:
        raise Stale(
            _("This was added a moment ago with other words. Change it in the list."), theirs=item.text
        )
    return item


def change_item(seat: Seat, item: ConsentItem, *, seen: str, text: str, required: bool) -> ConsentItem:
    """Change what is asked: a new version once somebody has answered, who is then asked again.

    Args:
        seen: ``item_print`` of what the person saw.

    Raises:
        Invalid: the text is empty or too long.
        Closed: the workshop is closed.
        Stale: somebody else changed or retired it first; ``data["theirs"]`` is its text now, if any.
    """
    text = _checked(text)
    with transaction.atomic():
        _open_workshop(seat)
        item = _newest(item)
        if (item.text, item.required) == (text, required) and not item.retired_at:
            return item
        if item.retired_at or item_print(item) != seen:
            raise Stale(
                _("Somebody changed or retired this a moment ago. Nothing was saved."),
                theirs="" if item.retired_at else item.text,
            )
        item = new_version(item, text, required) if item.answers.exists() else _reword(item, text, required)
        done(seat, "consent_item_changed", item=item.uid)
    return item


def retire_item(seat: Seat, item: ConsentItem) -> None:
    """Ask this no more; what people answered is kept. Retiring twice changes nothing.

    Raises:
        Closed: the workshop is closed.
    """
    with transaction.atomic():
        workshop = _open_workshop(seat)
        rows = workshop.consent_items.filter(key=item.key, retired_at__isnull=True)
        if rows.update(retired_at=timezone.now()):
            done(seat, "consent_item_retired", item=item.uid)


def item_print(item: ConsentItem) -> str:
    """Return a print of what an item asks, by which a later change of it is noticed."""
    return print_of(f"{item.required} {item.text}")


def _newest(item: ConsentItem) -> ConsentItem:
    """Return the version that people are asked now; the item as it is, if none is."""
    versions = ConsentItem.objects.filter(workshop_id=item.workshop_id, key=item.key)
    return versions.filter(retired_at__isnull=True).first() or versions.get(pk=item.pk)


def _checked(text: str) -> str:
    return checked_text(text, limit=LIMITS["summary"], name=_("The text"), required=True)


def _open_workshop(seat: Seat) -> Workshop:
    workshop = locked(seat.workshop_id)
    require_going_on(workshop, "consents")
    return workshop


def _add(workshop: Workshop, uid: UUID, text: str, required: bool) -> ConsentItem:
    """Make an item after the last one."""
    items = workshop.consent_items
    if items.filter(retired_at__isnull=True).count() >= MOST_ITEMS:
        raise Invalid(_("That would be too much to read. Change or retire one of the others instead."))
    last = items.aggregate(last=Max("position"))["last"]
    position = 0 if last is None else last + 1
    key = _new_key(workshop, text)
    return ConsentItem.objects.create(
        workshop=workshop, uid=uid, key=key, text=text, required=required, position=position
    )


def _new_key(workshop: Workshop, text: str) -> str:
    """Return a key from the first words, unlike every other of the workshop."""
    stem = slugify(text)[:32].strip("-") or "item"
    taken = set(workshop.consent_items.values_list("key", flat=True))
    names = (stem if n == 1 else f"{stem}-{n}" for n in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def new_version(item: ConsentItem, text: str, required: bool) -> ConsentItem:
    """Retire an item for a new version of it, which nobody has answered. Inside a transaction."""
    ConsentItem.objects.filter(pk=item.pk).update(retired_at=timezone.now())
    place = {"workshop_id": item.workshop_id, "key": item.key, "position": item.position}
    return ConsentItem.objects.create(version=item.version + 1, text=text, required=required, **place)


def _reword(item: ConsentItem, text: str, required: bool) -> ConsentItem:
    item.text, item.required = text, required
    item.save(update_fields=["text", "required"])
    return item
