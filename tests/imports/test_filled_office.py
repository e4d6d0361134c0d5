"""A filled pack that LibreOffice opened and saved is read back without a lost character."""

from pathlib import Path

import pytest

from tests.exports.office import saved_by_office
from tests.filling import READ, filled, pack_of, read, said
from tests.odd import ODD
from tests.support import make_house
from workshop.models import clean_text

# LibreOffice saves “_x0041_” and “_x005F_x0041_” alike, so one of the two comes back as the other.
WORDS = [clean_text(each).replace("_x005F", "") for each in ODD.values() if clean_text(each)]
FIELDS = [f"{letter}{n}" for letter in "CWDF" for n in range(1, 7)] + ["A1", *(f"B{n}" for n in range(1, 7))]


@pytest.mark.django_db
def test_what_libreoffice_saves_is_read_as_what_was_filled_in(tmp_path: Path) -> None:
    house = make_house(agreed=False)
    pack = pack_of(house.ada)
    odd = dict(zip(FIELDS, WORDS, strict=False))
    assert len(odd) == len(WORDS)
    files = {
        "plain.docx": filled(pack, said()),
        "large.docx": filled(pack, said(), large=True),
        "odd.docx": filled(pack, odd),
    }
    after = {name: read(content, pack) for name, content in saved_by_office(tmp_path, files).items()}
    for name in ("plain.docx", "large.docx"):
        assert (after[name].answers, after[name].rest) == (said() | READ, [])
    assert {code: clean_text(text) for code, text in after["odd.docx"].answers.items()} == odd
    assert after["odd.docx"].rest == []
