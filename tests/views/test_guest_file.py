"""People from a file: seen before anybody is invited, refused as pasted lines are."""

import re
import uuid
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests.imports.test_tables import sheet
from tests.odd import ODD
from tests.support import House, client_of, make_house
from workshop.forms.people import read_guests
from workshop.imports.people import people_of
from workshop.imports.rows import text_of
from workshop.models import Workshop, clean_line

pytestmark = pytest.mark.django_db
HEAD = ("Role", "E-Mail", "Team", "Name")
ROWS = (
    ("participant", "kim@example.org", "A", "Smith, Kim"),
    ("", "", "", "Walt Paper"),
    ("facilitator", "lee@example.org", "", "Lee"),
    ("Chair", "max@example.org", "", "Max"),
    ("", "none", "", "Nell"),
)
GOOD = [("Smith, Kim", "kim@example.org"), ("Walt Paper", "")]


@pytest.fixture
def house() -> House:
    return make_house()


def send(house: House, content: bytes = b"", guests: str = "", **sent: Any) -> Any:
    data = {"guests": guests, "uid": str(uuid.uuid4()), **sent}
    if content:
        data["file"] = SimpleUploadedFile("people.xlsx", content)
    return client_of(house.fay).post(f"/w/{house.workshop.slug}/people/invitations/", data)


def box(answer: Any) -> str:
    found = re.search(r'<textarea id="guests"[^>]*>(.*?)</textarea>', answer.text, re.DOTALL)
    assert found
    return unescape(found[1])


def said(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


@pytest.mark.parametrize("way", ["csv", "xlsx"])
def test_a_file_is_shown_first_and_its_rows_are_invited_through_the_box(house: House, way: str) -> None:
    content = sheet(HEAD, *ROWS) if way == "xlsx" else text_of([HEAD, *ROWS]).encode()
    before = house.workshop.seats.count()
    looked = send(house, content)
    assert looked.status_code == 200
    for words in (
        "2 people can be invited. Nobody is yet",
        "2 Smith, Kim kim@example.org 3 Walt Paper –",
        "Line 4: Only participants are invited here.",
        "Line 5: Only participants are invited here.",
        "Line 6: “none” is not",
        "Left out, as nobody has such a column here: Team",
    ):
        assert words in said(looked), words
    assert house.workshop.seats.count() == before
    invited = send(house, guests=box(looked))
    assert "2 people invited" in said(invited)
    assert box(invited).count("\n") == 2
    seated = house.workshop.seats.order_by("-pk").values_list("person__name", "person__email")[:2]
    assert sorted(seated) == GOOD


def test_who_has_a_seat_is_named_before_anything_is_sent(house: House) -> None:
    again = send(house, b"name\nWalt Paper\n")
    send(house, guests=box(again))
    looked = send(house, b"name,e-mail\nWalt Paper,\n")
    assert looked.status_code == 422
    assert "have a seat already" in said(looked)


@pytest.mark.parametrize(
    ("content", "guests", "says"),
    [
        (b"name,e-mail\n", "", "There is nobody in this file."),
        (b"name\nKim", "Typed", "There are names in the box."),
        (b"\x89PNG\0", "", "neither a CSV file nor an XLSX workbook"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_and_the_box_stays(
    house: House, content: bytes, guests: str, says: str
) -> None:
    answer = send(house, content, guests)
    assert answer.status_code == 422
    assert says in said(answer)
    assert "Paste at least one" not in said(answer)
    assert box(answer) == guests


def test_links_that_the_page_shows_stay_on_it_while_a_file_is_looked_at(house: House) -> None:
    shown = re.search(r'name="shown" value="([^"]+)"', send(house, guests="Kim\nnone@").text)
    assert shown
    looked = send(house, b"name\nWalt Paper", shown=shown[1])
    assert looked.status_code == 200
    assert "1 person can be invited" in said(looked)
    assert shown[1] in looked.text


def test_rows_without_names_of_columns_are_read_as_pasted_ones() -> None:
    found = people_of("\nKim Smith;kim@example.org\nWalt Paper;")
    guests = read_guests(found.text).guests
    assert [(each.line, each.name, each.email) for each in guests] == [
        (2, "Kim Smith", "kim@example.org"),
        (3, "Walt Paper", ""),
    ]


@pytest.mark.parametrize("way", ["csv", "xlsx"])
def test_what_is_no_address_is_refused_as_one_and_a_stray_cell_is_named(house: House, way: str) -> None:
    rows = [("name", "email", ""), ("", "not-an-email", ""), ("Kim", "kim@example.org", "Tuesdays only")]
    looked = send(house, text_of(rows).encode() if way == "csv" else sheet(*rows))
    assert "Line 2: “not-an-email” is not an e-mail address." in said(looked)
    assert "1 person can be invited" in said(looked)
    assert "Left out, as nobody has such a column here: column C, which has no name" in said(looked)


def test_a_role_behind_a_pasted_line_is_read_and_no_part_of_the_name() -> None:
    read = read_guests("Name;E-mail;Role\nKim;kim@example.org;Participant\nLee;lee@example.org;observer")
    assert [(each.name, each.email) for each in read.guests] == [("Kim", "kim@example.org")]
    assert "Only participants" in read.bad[0][2]


def test_odd_names_come_through_a_file_or_are_refused_by_their_row() -> None:
    names = [words.encode(errors="ignore").decode() for words in ODD.values()]
    found = people_of(text_of([("name", "email"), *((each, f"{n}@x.org") for n, each in enumerate(names))]))
    read = read_guests(found.text)
    assert {each.line for each in read.guests} | {bad[0] for bad in read.bad} == set(range(2, len(names) + 2))
    for guest in read.guests:
        written = clean_line(names[guest.line - 2]).strip(" ,;\"'")
        assert guest.name == (written or guest.email.split("@")[0])


def test_a_workshop_that_is_closed_invites_nobody_from_a_file(house: House) -> None:
    Workshop.objects.filter(pk=house.workshop.pk).update(closed_at=timezone.now())
    assert send(house, b"name\nKim").status_code == 409
