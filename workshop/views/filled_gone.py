"""Fields of a form that showed a filled file whose cards or boxes left the pack before it came back."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext_lazy as _

from workshop.models.filled import Here

from .filled_found import Left

ZONES = {"inner": _("Inner"), "outer": _("Outer"), "unplaced": _("Not placed")}
LIES = ("zone", "reason")


def gone_from(here: Here, sent: Mapping[str, str]) -> list[Left]:
    """Return what a form says about anything that is not in the pack, for a page to quote it."""
    boxes = {box.key for box in here.boxes}
    blanks = {blank.key for blank in here.blanks}
    placed = {*blanks, *(str(asked.card.uid) for asked, _box in here.cards)}
    known = {"text": boxes, "title": blanks, "summary": blanks, "zone": placed, "reason": placed}
    keys = dict.fromkeys(name.partition("-")[2] for name in sent if name.partition("-")[0] in known)
    said = ("\n".join(_said(key, [name for name in known if key not in known[name]], sent)) for key in keys)
    return [Left(text, "") for text in said if text]


def _said(key: str, names: list[str], sent: Mapping[str, str]) -> Iterator[str]:
    lies = tuple(sent.get(f"{name}-{key}", "") for name in LIES)
    is_as_shown = lies == tuple(sent.get(f"was-{name}{key}", "") for name in ("", "reason-"))
    for name in names:
        text = sent.get(f"{name}-{key}", "").strip()
        if text and not (name in LIES and is_as_shown):
            yield str(ZONES.get(text, text)) if name == "zone" else text
