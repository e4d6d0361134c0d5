"""What somebody is asked again, and why: an earlier yes stands only for what it was said to."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _

from .consent_lines import QUOTE, Line
from .consents import QUOTING, Consent, ConsentItem, asked_of
from .people import Seat
from .sheets import Sheet


def is_asked_anew(seat: Seat) -> bool:
    """Whether something that the seat is asked has no answer of theirs."""
    return any(given is None for _item, given in asked_of(seat))


def marked(seat: Seat, lines: Iterable[Line]) -> list[Line]:
    """Return the questions of a seat, each that is open again with why; somebody new has none such."""
    unanswered = [item for item, given in asked_of(seat) if given is None]
    before = {each.item.key: each for each in _answered(seat)} if unanswered else {}
    whys: dict[str, str] = {}
    for item in unanswered if before else ():
        why = _why(item, before.get(item.key))
        whys |= {str(item.uid): why, **({QUOTE: why} if item.key in QUOTING else {})}
    return [replace(line, why=whys.get(line.name, "")) for line in lines]


def _answered(seat: Seat) -> list[Consent]:
    return list(Consent.objects.filter(seat=seat).select_related("item").order_by("at", "pk"))


def _why(item: ConsentItem, before: Consent | None) -> str:
    if before is None:
        return _("This was added after you answered.")
    said = _("Yes") if before.answer else _("No")
    if item.text != before.item.text:
        says = _("The wording was changed after you answered. You said %(said)s to: “%(text)s”")
        return says % {"said": said, "text": before.item.text}
    if Sheet.objects.filter(workshop=item.workshop_id, version__gt=before.sheet, matters=True).exists():
        return _("The information above was changed after you answered %(said)s.") % {"said": said}
    if item.required and not before.item.required:
        return _("You said %(said)s before nobody could take part without a yes.") % {"said": said}
    return _("You said %(said)s. It was changed since, and is asked again.") % {"said": said}
