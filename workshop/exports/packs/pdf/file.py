"""Packs as the bytes of a PDF/UA-1: each begins on a page of its own and counts its own pages."""

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from workshop.analysis.anchors import Anchor
from workshop.analysis.qr import qr_of
from workshop.exports.packs.content import Pack, PackCard
from workshop.exports.packs.looks import Look, Size
from workshop.exports.pdf.apart import set_apart

from .labels import labels

TEMPLATE = Path(__file__).with_name("pack.typ")
# What a slip has room for; the rest of a summary stands in the form.
SLIP = {Size.USUAL: 620, Size.LARGE: 330}


def write_pdf(packs: Sequence[Pack], look: Look) -> bytes:
    """Return packs as one PDF: the same bytes for the same packs."""
    data = {
        "title": _title(packs),
        "language": packs[0].language,
        "large": look.size == Size.LARGE,
        "sheets": look.sheets.parts,
        "words": labels(),
        "packs": [_data(pack, n, look) for n, pack in enumerate(packs, start=1)],
    }
    return set_apart(json.dumps(_plain(data), ensure_ascii=False), TEMPLATE)


def _title(packs: Sequence[Pack]) -> str:
    first = packs[0]
    return f"{first.title}: {first.name}" if len(packs) == 1 and first.name else first.title


def _data(pack: Pack, n: int, look: Look) -> dict[str, Any]:
    data = {"n": n, "kicker": _kicker(pack), **_parts(pack)}
    many = len(pack.blanks)
    data["cards"] = [{**_parts(card), "slip": _slip(card, SLIP[look.size])} for card in pack.cards]
    data["blanks"] = [
        {**_parts(each), "says": _("Blank card %(n)s of %(many)s") % {"n": each.number, "many": many}}
        for each in pack.blanks
    ]
    if pack.way:
        data["way"] = {**_parts(pack.way), "qr": qr_of(pack.way.address).svg}
    return data


def _kicker(pack: Pack) -> str:
    return _("Your pack, before we meet") if pack.name else _("The pack, before we meet")


def _slip(card: PackCard, most: int) -> str:
    """Return what of a summary is on the card that is cut out."""
    if len(card.summary) <= most:
        return card.summary
    beginning = card.summary[:most].rsplit(" ", 1)[0].rstrip(" ,;:.\n")
    return _("%(beginning)s … (the rest is beside its box)") % {"beginning": beginning}


def _parts(value: Any) -> dict[str, Any]:
    return {each.name: getattr(value, each.name) for each in fields(value)}


def _plain(value: Any) -> Any:
    """Return data as JSON has it: codes as they are printed."""
    if isinstance(value, Anchor):
        return value.printed
    if is_dataclass(value):
        return _plain(_parts(value))
    if isinstance(value, dict):
        return {key: _plain(value[key]) for key in value}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value
