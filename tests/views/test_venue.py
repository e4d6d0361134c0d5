"""Where a workshop meets is told to who takes part, and an address of the web alone leads anywhere."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from tests.imports.test_whole import brought, taken
from tests.letters.desk import letter
from tests.odd import ODD
from tests.setup import setup_words
from tests.stagecraft import page, put
from tests.support import House, client_of, make_house
from workshop.actions.letters import begin_letter
from workshop.actions.rehearsals import rehearse
from workshop.actions.repeating import repeat_workshop
from workshop.actions.workshops import close_workshop
from workshop.exports.document import document_of
from workshop.exports.letters import example_copy
from workshop.exports.letters.calendar import calendar_of
from workshop.exports.packs.reading import Copy, read_pack
from workshop.models import Workshop
from workshop.templatetags.venues import venue

pytestmark = pytest.mark.django_db
CALL = "https://video.example.org/meet/4711?pwd=abc&x=1"
LINK = (
    '<a href="https://video.example.org/meet/4711?pwd=abc&amp;x=1" target="_blank" rel="noopener noreferrer">'
)
SAYS = f"Room 4 <b>, or {CALL}."
SHOWN = f"Room 4 &lt;b&gt;, or {LINK}"


@pytest.fixture
def house() -> House:
    return make_house(leaders=2, starts_at=timezone.now() + timedelta(days=9), venue=SAYS)


def test_it_stands_where_the_date_stands_and_in_the_room_until_the_close(house: House) -> None:
    assert all(SHOWN in page(house, house.ada, name) for name in ("pack", "pack-finish", "room"))
    assert SHOWN in page(house, house.fay, "overview")
    for kind in ("welcome", "poll", "results"):
        put(house, kind)
        assert page(house, house.ada).count(SHOWN) == 1
    close_workshop(house.fay)
    assert "video.example" not in page(house, house.ada, "results") + page(house, house.fay, "overview")


def test_the_wall_and_who_only_holds_a_link_are_not_told(house: House) -> None:
    put(house, "welcome")
    assert "video.example" not in page(house, house.fay, "screen")
    assert client_of(house.zed).get(f"/w/{house.workshop.slug}/room/").status_code == 404


@pytest.mark.parametrize(
    "odd",
    ["javascript:alert(1)", "data:text/html,x", "www.example.org", "ada@example.org", *ODD.values()],
)
def test_what_is_no_address_of_the_web_leads_nowhere_and_makes_no_markup(odd: str) -> None:
    shown = venue(odd)
    assert ("<" in shown) == ("http" in odd and '<a href="http' in shown)


def test_a_long_address_says_at_least_whose_it_is_and_names_no_password() -> None:
    long = f"https://bank.example@calls.example.org/{'x' * 200}"
    assert f'href="{long}"' in venue(long)
    assert ">calls.example.org/…</a>" in venue(long)
    assert 'href="https://example.org/a"' in venue("(https://example.org/a).")


def test_set_up_saves_it_on_one_line_and_refuses_what_is_too_long(house: House) -> None:
    fay, address = client_of(house.fay), f"/w/{house.workshop.slug}/setup/"
    assert fay.post(address, {**setup_words(house), "venue": "Room 9\nLeeds"}).status_code == 302
    assert Workshop.objects.get(pk=house.workshop.pk).venue == "Room 9 Leeds"
    assert house.workshop.history.latest("n").ids == {"fields": "venue"}
    answer = fay.post(address, {**setup_words(house), "venue": "w" * 301})
    assert (answer.status_code, "w" * 301 in answer.content.decode()) == (422, True)


def test_letters_the_calendar_and_the_pack_on_paper_tell_it(house: House) -> None:
    assert f"Where we meet: {SAYS}" in example_copy(letter(house), house.fay, house.fay).text
    event = Calendar.from_ical(calendar_of(house.workshop)).events[0]
    assert event["LOCATION"] == SAYS
    assert read_pack(Copy(house.ada, house.ada, full=False)).where == SAYS


def test_no_letter_says_where_if_nobody_knows() -> None:
    fay = make_house(leaders=1).fay
    for kind in ("invitation", "moved"):
        assert "Where" not in example_copy(begin_letter(fay, kind, uuid.uuid4()), fay, fay).text


def test_a_file_brings_it_back_and_one_from_before_has_none(house: House) -> None:
    Workshop.objects.filter(pk=house.workshop.pk).update(venue="Room 4")
    document = taken(house.workshop)
    assert brought(document).workshop.venue == "Room 4"
    del document["workshop"]["venue"]
    assert brought(document).workshop.venue == ""


def test_a_rehearsal_has_it_and_neither_the_next_workshop_nor_what_is_kept_for_reuse(house: House) -> None:
    assert rehearse(house.fay, uid=uuid.uuid4()).workshop.venue == SAYS
    again = repeat_workshop(house.fay, uid=uuid.uuid4(), title="Again", cards=house.cards)
    assert again.workshop.venue == ""
    assert document_of(house.workshop, reuse=True)["workshop"]["venue"] == ""
