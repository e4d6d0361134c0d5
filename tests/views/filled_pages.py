"""Pages of a filled Word file: sent in, read as a browser shows them, and sent on."""

import re
from html import unescape
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.filling import said
from tests.support import House, client_of
from workshop.models import Mark, Seat
from workshop.models.pack import own_pack

FIELD = re.compile(
    r'<input type="(?:hidden|text)"[^>]* name="([^"]*)" value="([^"]*)"'
    r'|<input type="radio" name="([^"]*)" value="([^"]*)" checked'
    r'|<textarea [^>]*name="([^"]*)"[^>]*>\r?\n?(.*?)</textarea>'
    r'|<select [^>]*name="([^"]*)"[^>]*>(.*?)</select>',
    re.DOTALL,
)


def at(house: House, *parts: str, whose: Seat | None = None) -> str:
    way = [f"people/{whose.uid}/proxy"] if whose else ["pack"]
    return "/".join([f"/w/{house.workshop.slug}", *way, "file", *parts, ""])


def send(seat: Seat, content: bytes, *, house: House, whose: Seat | None = None) -> Any:
    file = SimpleUploadedFile("pack.docx", content)
    return client_of(seat).post(at(house, whose=whose), {"file": file})


def form_of(answer: Any) -> dict[str, str]:
    """Return the form that a page shows, as a browser would send it."""
    assert answer.status_code in (200, 409, 422), answer.text
    main = answer.text[answer.text.index("<main") :]
    found: dict[str, str] = {}
    for groups in FIELD.findall(main):
        name, value = next(pair for pair in zip(groups[::2], groups[1::2], strict=True) if pair[0])
        if "<option" in value:
            chosen = re.search(r'value="([^"]*)" selected', value)
            value = chosen[1] if chosen else ""
        found[unescape(name)] = unescape(value)
    return found


def take(seat: Seat, form: dict[str, str], *, house: House, whose: Seat | None = None) -> Any:
    return client_of(seat).post(at(house, "answers", whose=whose), form)


def words_of(seat: Seat) -> dict[str, str]:
    pack = own_pack(Seat.objects.get(pk=seat.pk))
    words = {f"C{box.asked.label}": box.saved for box in pack.boxes if box.asked and box.saved}
    words |= {"A1": pack.other.saved} if pack.other and pack.other.saved else {}
    for blank in pack.blanks:
        words |= {f"B{blank.position}": blank.saved["title"], f"D{blank.position}": blank.saved["summary"]}
    return words


def zones_of(seat: Seat) -> dict[str, tuple[str, str]]:
    marks = Mark.objects.filter(ballot__seat=seat).select_related("card")
    return {mark.card.label: (mark.zone, mark.reason) for mark in marks}


def places(seat: Seat) -> dict[str, int | None]:
    marks = Mark.objects.filter(ballot__seat=seat).select_related("card")
    return {mark.card.label: mark.place for mark in marks}


def everything_is_in(seat: Seat) -> None:
    words = {code: text for code, text in said().items() if code[0] in "CABD"}
    assert words_of(seat) == words
    assert zones_of(seat) == {
        "1": ("inner", ""),
        "2": ("unplaced", "It depends, on the day"),
        "A": ("outer", ""),
    }
    assert own_pack(seat).blanks[0].card.rephrases.number == 3  # type: ignore[union-attr]
