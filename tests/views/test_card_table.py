"""Cards from a table: seen as they will be, refused by row and column, and all of them brought in or none."""

import re
import uuid
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.imports.test_tables import sheet
from tests.odd import ODD
from tests.support import House, client_of, make_house
from workshop.actions.cards import MOST_CARDS
from workshop.actions.rounds import take_back_round
from workshop.imports.cards import cards_of
from workshop.imports.rows import text_of
from workshop.models import clean_line, clean_text

pytestmark = pytest.mark.django_db
HEAD = ("Notes", "Title", "POLE_A", "pole-b", "Short title", "summary")
ROWS = (
    ("Ask Kim", "Trust", "none", "full", "Trust", "Who\ndecides"),
    ("", "Time, and money", "", "", "", ""),
)


@pytest.fixture
def house() -> House:
    return make_house(pack_open=False)


def at(house: House, *parts: str) -> str:
    return "/".join([f"/w/{house.workshop.slug}/cards", *parts, ""])


def send(house: House, text: str = "", **sent: Any) -> Any:
    data = {"text": text, "uid": str(uuid.uuid4()), **sent}
    return client_of(house.fay).post(at(house, "table"), data)


def shown(answer: Any, name: str) -> str:
    """Return what a field of the page holds, as a browser would send it."""
    if name == "text":
        found = re.search(r"<textarea name=\"text\"[^>]*>\r?\n?(.*?)</textarea>", answer.text, re.DOTALL)
    else:
        found = re.search(rf'name="{name}" value="([^"]*)"', answer.text)
    assert found, name
    return unescape(found[1]).replace("\r\n", "\n").replace("\n", "\r\n")


def bring(house: House, answer: Any, **changed: str) -> Any:
    """Press the button below the preview."""
    data = {name: shown(answer, name) for name in ("text", "uid", "looked")}
    return client_of(house.fay).post(at(house, "table"), {**data, "bring": "1", **changed})


def said(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", answer.text)).split())


def file(content: bytes, name: str = "cards.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize("way", ["pasted", "csv", "xlsx"])
def test_a_table_is_shown_first_and_brought_in_by_one_more_press(house: House, way: str) -> None:
    text = text_of([HEAD, *ROWS])
    files = {"csv": text.encode(), "xlsx": sheet(HEAD, *ROWS)}
    looked = send(house, file=file(files[way])) if way in files else send(house, text)
    assert looked.status_code == 200
    for words in ("2 cards, as they will be", "Time, and money", "From “none” to “full”", "Bring in 2 cards"):
        assert words in said(looked)
    assert len(house.cards) == 6
    before = house.workshop.history.count()
    assert bring(house, looked).headers["Location"] == at(house)
    new = house.cards[6].words
    kept = [new.notes, new.title, new.pole_a, new.pole_b, new.short_title, new.summary]
    assert kept == list(ROWS[0])
    assert [card.number for card in house.cards[6:]] == [7, 8]
    assert [card.prompts.get().position for card in house.cards[6:]] == [7, 8]
    verbs = house.workshop.history.order_by("n").values_list("verb", flat=True)
    assert list(verbs)[before:] == ["card_written"] * 2


def test_pressed_twice_it_brings_each_card_in_once_and_other_words_are_asked_about(house: House) -> None:
    looked = send(house, "Trust\nTime")
    assert [bring(house, looked).status_code for _each in range(2)] == [302, 302]
    assert len(house.cards) == 8
    again = send(house, "Money\nTime", uid=shown(looked, "uid"))
    refused = bring(house, again)
    assert refused.status_code == 409
    assert "look at them again" in said(refused)
    assert shown(refused, "text") == "Money\r\nTime"
    assert len(house.cards) == 8
    assert bring(house, send(house, "Money", uid=shown(refused, "uid"))).status_code == 302
    assert len(house.cards) == 9


def test_what_was_changed_in_the_box_is_shown_before_it_comes_in(house: House) -> None:
    looked = send(house, "Trust\nTime")
    again = bring(house, looked, text="Trust\r\nTime\r\nMoney")
    assert again.status_code == 200
    assert "Bring in 3 cards" in said(again)
    assert len(house.cards) == 6
    assert bring(house, again).status_code == 302
    assert len(house.cards) == 9


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title,summary\nTrust,x\n,y", "Row 3, column “title”: A card needs a title."),
        (f"Summary;Title\n;{'x' * 201}", "Row 2, column “Title”: This is 1 character over the limit of 200."),
        ("title,pole a,pole b\nTrust,none,", "Row 2, column “pole b”: A spectrum has two ends."),
        ("title,pole a\nTrust,none", "Row 2, column “pole a”: A spectrum has two ends."),
        (f"\n{'x' * 201}\tshort", "Row 2, column “A”: This is 1 character over"),
        ("Trust\tx\tmore", "Row 1, column “C”: Nothing says what this column is."),
        ("summary,notes\nx,y", "Row 1: No column is called “title”."),
        ("title,title\nx,y", "Row 1: Two columns are called “title”."),
        ("title,summary", "There is no card in this table"),
        ("\n".join(f"Card {n}" for n in range(35)), "This one has 6, and the table 35: take 1 out."),
    ],
)
def test_a_refusal_names_row_and_column_and_nothing_comes_in(house: House, text: str, says: str) -> None:
    answer = send(house, text, bring="1")
    assert answer.status_code == 422
    assert says in said(answer)
    assert shown(answer, "text") == text.replace("\n", "\r\n")
    assert 'name="bring"' not in answer.text
    assert bring(house, answer).status_code == 422
    assert len(house.cards) == 6


def test_columns_that_no_card_has_are_named_and_left_out(house: House) -> None:
    answer = send(house, "Title,Author\nTrust,Kim")
    assert "Left out, as cards have no such column: Author" in said(answer)
    assert answer.status_code == 200


def test_nothing_and_two_tables_are_refused_and_what_was_typed_stays(house: House) -> None:
    assert "Paste a table, or choose a file." in said(send(house))
    both = send(house, "Typed", file=file(b"Sent", "a.csv"))
    assert both.status_code == 422
    assert "nobody looked at yet" in said(both)
    assert shown(both, "text") == "Typed"
    none = send(house, "", file=file(b"\x89PNG\0", "a.png"))
    assert "neither a CSV file nor an XLSX workbook" in said(none)


def test_a_file_that_was_corrected_takes_the_place_of_what_was_shown(house: House) -> None:
    wrong = send(house, file=file(b"title\n,\nx" + b"x" * 200, "a.csv"))
    assert wrong.status_code == 422
    sent = {name: shown(wrong, name) for name in ("text", "looked", "uid")}
    right = client_of(house.fay).post(at(house, "table"), {**sent, "file": file(b"title\nTrust", "a.csv")})
    assert "Bring in 1 card" in said(right)
    assert shown(right, "text") == "title\r\nTrust"


@pytest.mark.parametrize("first", [0, 20])
def test_odd_strings_come_in_as_they_do_by_hand(house: House, first: int) -> None:
    odd = [words.encode(errors="ignore").decode() for words in ODD.values()][first : first + 20]
    text = text_of([("title", "summary"), *((f"Card {n}", words) for n, words in enumerate(odd))])
    assert bring(house, send(house, file=file(text.encode(), "a.csv"))).status_code == 302
    assert [card.words.summary for card in house.cards[6:]] == [clean_text(words) for words in odd]
    titles = [each["title"] for each in cards_of(text_of([("title",), *((each,) for each in odd)])).cards]
    assert set(titles) <= {clean_line(words) for words in odd}


def test_the_pack_that_is_open_takes_none_and_the_page_offers_it_only_before() -> None:
    house = make_house()
    assert send(house, "Trust").status_code == 409
    assert at(house, "table") not in client_of(house.fay).get(at(house)).text
    take_back_round(house.fay, house.pack)
    assert at(house, "table") in client_of(house.fay).get(at(house)).text


def test_the_empty_table_has_the_columns_and_brings_nothing_in(house: House) -> None:
    answer = client_of(house.fay).get(at(house, "table", "file"))
    assert answer.content.decode() == "\ufefftitle,short title,summary,pole a,pole b,notes\r\n"
    assert "There is no card in this table" in said(send(house, file=file(answer.content, "a.csv")))
    assert MOST_CARDS == 40


def test_the_device_keeps_typed_rows_until_they_are_brought_in(house: House) -> None:
    tokens = [uuid.uuid4().hex for _each in range(3)]
    looked = send(house, "Trust", _draft=tokens[0])
    assert f"arrived-{tokens[0]}" not in looked.cookies
    assert f"arrived-{tokens[1]}" in bring(house, looked, _draft=tokens[1]).cookies
    from_file = send(house, file=file(b"title\nTrust", "a.csv"), _draft=tokens[2])
    assert f"arrived-{tokens[2]}" in from_file.cookies
