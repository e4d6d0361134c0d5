"""A quote that its speaker approved for print stands so in each file that has it, and the page says so."""

import csv
import io
import json
from typing import Any

import pytest

from tests.actions.test_quotes import answer
from tests.exports.test_declined import decline
from tests.opened import opened
from tests.quoting import asked, marked, spoken
from tests.support import House, client_of
from workshop.actions.exports import export_workshop, note_beside
from workshop.actions.quotes import export_unchecked
from workshop.models import Quote

pytestmark = pytest.mark.django_db
SIGNED, OWN = "Ada, a chief", "Nobody reaches it, and Ben knows."


def approved(promise: str = "named", attribution: str = SIGNED) -> House:
    """Return a workshop in which Ada, quoted by name, put words in their place that name Ben."""
    house = spoken(promise)
    answer(house, asked(house, attribution=attribution), "amended", OWN)
    return house


def taken(house: House, format: str, **more: Any) -> bytes:
    return opened(export_workshop(house.workshop, format, house.fay, **more).content)


def rows(house: House, **more: Any) -> list[dict[str, str]]:
    text = taken(house, "quotes", **more).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def look(house: House, format: str = "docx") -> str:
    return client_of(house.fay).get(f"/w/{house.workshop.slug}/exports/{format}/").text


@pytest.mark.parametrize("format", ["docx", "quotes", "xlsx", "json"])
def test_what_a_speaker_approved_is_printed_as_approved(format: str) -> None:
    text = taken(approved(), format).decode(errors="ignore")
    assert SIGNED in text
    assert OWN in text
    assert "not to be printed from" not in text


def test_it_is_known_as_named_in_the_lines() -> None:
    (row,) = rows(approved())
    assert (row["quote"], row["attribution"], row["named"]) == (OWN, SIGNED, "yes")


def test_the_page_lists_it_apart_from_what_is_replaced_and_the_note_counts_it() -> None:
    house = approved()
    page = look(house)
    assert "no names but those in quotes that their speakers approved for print" in page
    listed = page.split('id="approved"')[1].split('id="places"')[0]
    assert SIGNED in listed
    assert OWN in listed
    assert "a name tells whose pseudonym that is" in listed
    assert "a name tells whose pseudonym that is" not in look(house, "quotes")
    assert "Nothing was found." in page
    note = note_beside(house.fay, "docx", reuse=False, left={}).content.decode()
    assert "1 quote with a name in it stands as its speaker approved it" in note


def test_names_go_from_it_where_the_box_is_ticked_and_the_draft_says_not_to_print_it() -> None:
    house = approved()
    sent = {"checked": "1", "unsigned": "1"}
    url = f"/w/{house.workshop.slug}/exports"
    text = opened(client_of(house.fay).post(f"{url}/docx/", sent).content).decode(errors="ignore")
    assert SIGNED not in text
    assert OWN not in text
    assert "altered in this file: not to be printed from here" in text
    (row,) = rows(house, unsigned=True)
    assert (row["attribution"], row["named"]) == ("[name removed]", "no")
    assert "approved" not in client_of(house.fay).post(f"{url}/docx/note/", sent).text


def test_what_nobody_checked_is_looked_through_and_not_called_printable_as_it_stands() -> None:
    house = spoken()
    quote = marked(house, attribution=SIGNED)
    export_unchecked(house.fay, quote, rev=quote.rev, wanted=True)
    text = taken(house, "docx").decode(errors="ignore")
    assert SIGNED not in text
    assert "not checked with the speaker, and altered in this file" in text
    assert 'id="approved"' not in look(house)


def test_where_names_are_hidden_the_words_are_looked_through() -> None:
    house = approved("hidden", "a senior leader")
    assert rows(house)[0]["quote"] == "Nobody reaches it, and [name removed] knows."
    assert 'id="approved"' not in look(house)


def test_a_name_taken_back_since_is_printed_no_more_nor_is_one_in_the_words() -> None:
    house = approved()
    decline(house.ada, "quote-named")
    (row,) = rows(house)
    assert (row["attribution"], row["quote"]) == ("a participant", OWN.replace("Ben", "[name removed]"))
    assert 'id="approved"' not in look(house)


def test_a_quote_without_a_name_in_it_is_not_listed() -> None:
    house = spoken()
    answer(house, asked(house), "accepted")
    assert Quote.objects.get().is_checked
    assert 'id="approved"' not in look(house)
    assert json.loads(taken(house, "json"))["quotes"][0]["attribution"] == "a senior leader"
