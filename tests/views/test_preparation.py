"""The preparation space: private until its author lays a note down, then made into the first cards."""

import csv
import io
import json
import uuid

import jsonschema
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.setup import card_words
from tests.support import House, client_of, make_house
from tests.synthesis import change, numbered
from tests.views.rows_preparation import NOTE, card_of_it, chosen, noted, words
from tests.views.test_synthesis import at
from workshop.actions.facilitators import add_facilitator
from workshop.actions.preparation import remove_note, share_notes, write_note
from workshop.actions.rounds import open_round
from workshop.exports.csv_long import write_csv
from workshop.exports.json_whole import SCHEMA, write_json
from workshop.models import History, Note, Seat

pytestmark = pytest.mark.django_db
SECRET = "Nobody trusts the dean"


@pytest.fixture
def house() -> House:
    return make_house(pack_open=False)


@pytest.fixture
def fay(house: House) -> Client:
    return client_of(house.fay)


@pytest.fixture
def hal(house: House) -> Seat:
    return add_facilitator(house.fay, email="hal@example.org", name="Hal").seat


def page_of(house: House, seat: Seat, name: str = "preparation") -> str:
    return client_of(seat).get(at(house, name)).content.decode()


def exports(house: House) -> str:
    return write_json(house.workshop).decode() + write_csv(house.workshop).decode()


def test_a_note_is_its_authors_alone_until_it_is_laid_down(house: House, fay: Client, hal: Seat) -> None:
    fay.post(at(house, "preparation-notes"), words(house) | {"body": SECRET})
    note = Note.objects.get()
    assert SECRET in page_of(house, house.fay)
    assert SECRET not in page_of(house, hal) + exports(house)
    assert not History.objects.filter(verb__contains="note").exists()

    fay.post(at(house, "preparation-sharing"), {"note": str(note.uid), "share": "yes"})
    assert SECRET in page_of(house, hal)
    assert SECRET in exports(house)

    fay.post(at(house, "preparation-sharing"), {"all": "1", "share": "no"})
    assert SECRET not in page_of(house, hal) + exports(house)


def test_nobody_touches_a_note_of_another(house: House, hal: Seat) -> None:
    noted(house)
    other = client_of(hal)
    for name in ("preparation-note", "preparation-removal", "preparation-restoration"):
        assert other.post(at(house, name, uid=NOTE), words(house)).status_code == 404
    assert other.post(at(house, "preparation-sharing"), {"note": str(NOTE), "share": "no"}).status_code == 404
    assert other.post(at(house, "preparation-notes"), words(house) | {"uid": str(NOTE)}).status_code == 404
    note = Note.objects.get()
    assert (note.body, note.removed_at, bool(note.shared_at)) == ("It comes last", None, True)


def test_a_note_changed_in_two_windows_is_kept_twice(house: House, fay: Client) -> None:
    note = write_note(house.fay, uid=NOTE, title="Trust", body="First")
    for body in ("Second", "Third", "Third"):
        answer = fay.post(
            at(house, "preparation-note", uid=note.uid), words(house) | {"body": body}, follow=True
        )
    assert "Both are kept" in answer.content.decode()
    assert sorted(Note.objects.values_list("body", flat=True)) == ["Second", "Third"]


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"title": " ", "body": "\x07"}, "The note is empty"),
        ({"body": "x" * 20001}, "1 character over the limit of 20,000"),
        ({"title": "x" * 201}, "1 character over the limit of 200"),
    ],
)
def test_a_note_that_cannot_be_kept_stays_in_its_form(
    house: House, fay: Client, changed: dict[str, str], says: str
) -> None:
    answer = fay.post(at(house, "preparation-notes"), words(house) | changed)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert max(changed.values()) in answer.content.decode() or says == "The note is empty"
    assert not Note.objects.exists()


def test_the_form_sent_twice_makes_one_note(house: House, fay: Client) -> None:
    sent = words(house)
    assert [fay.post(at(house, "preparation-notes"), sent).status_code for _ in range(2)] == [302, 302]
    assert fay.post(at(house, "preparation-notes"), sent | {"body": "Other"}).status_code == 409
    assert Note.objects.count() == 1


def test_a_note_put_away_leaves_the_columns_and_comes_back(house: House, fay: Client, hal: Seat) -> None:
    noted(house)
    fay.post(at(house, "preparation-removal", uid=NOTE))
    assert "It comes last" not in page_of(house, hal)
    fay.post(at(house, "preparation-restoration", uid=NOTE))
    assert "It comes last" in page_of(house, hal)


def test_a_card_says_to_facilitators_alone_of_whose_notes_it_was_made(house: House, hal: Seat) -> None:
    noted(house)
    theirs = write_note(hal, uid=uuid.uuid4(), title="", body="Time")
    share_notes(hal, [theirs], shared=True)
    sent = card_words(house) | {"note": [str(NOTE), str(theirs.uid)]}
    for _twice in range(2):
        assert client_of(hal).post(at(house, "preparation-card"), sent).status_code == 302
    card = house.cards[-1]
    assert (card.number, card.notes_from.count()) == (7, 2)
    assert "from notes by Fay and Hal" in page_of(house, house.fay, "cards")

    open_round(house.fay, house.pack)
    change(house.fay, "merge", numbered(house.workshop, 6, 7), titles=["One"])
    assert "from notes by Fay and Hal" in page_of(house, house.fay, "synthesis")
    assert "from notes" not in page_of(house, house.ada, "synthesis")


def test_no_card_is_made_of_a_private_note_or_once_the_pack_is_open(
    house: House, fay: Client, hal: Seat
) -> None:
    noted(house)
    secret = write_note(hal, uid=uuid.uuid4(), title="", body=SECRET)
    refused = fay.post(at(house, "preparation-card"), card_words(house) | {"note": str(secret.uid)})
    assert refused.status_code == 422
    assert SECRET not in refused.content.decode()
    assert fay.get(at(house, "preparation-card")).status_code == 422

    open_round(house.fay, house.pack)
    assert fay.post(at(house, "preparation-card"), card_of_it(house)).status_code == 409
    assert len(house.cards) == 6


def test_a_refused_card_keeps_its_words_and_its_notes(house: House, fay: Client) -> None:
    noted(house)
    answer = fay.post(at(house, "preparation-card"), card_of_it(house) | {"title": "", "summary": "Kept"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Kept" in page
    assert f'name="note" value="{NOTE}"' in page


def test_the_page_costs_no_more_queries_with_more_notes(house: House, fay: Client, hal: Seat) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as seen:
            fay.get(at(house, "preparation"))
        return len(seen)

    noted(house)
    fay.post(at(house, "preparation-card"), card_of_it(house))
    few = cost()
    for seat in (house.fay, hal) * 3:
        note = write_note(seat, uid=uuid.uuid4(), title="More", body=seat.name)
        share_notes(seat, [note], shared=True)
        fay.post(at(house, "preparation-card"), card_words(house) | chosen(house) | {"note": str(note.uid)})
    assert cost() == few


def test_the_export_carries_what_lies_side_by_side_with_its_cards(house: House, fay: Client) -> None:
    noted(house)
    fay.post(at(house, "preparation-card"), card_of_it(house))
    gone = write_note(house.fay, uid=uuid.uuid4(), title="", body=SECRET)
    share_notes(house.fay, [gone], shared=True)
    remove_note(house.fay, gone)

    document = json.loads(write_json(house.workshop))
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text())).validate(document)
    (note,) = document["preparation_notes"]
    assert (note["seat"], note["cards"]) == ("F1", [str(house.cards[-1].uid)])
    rows = list(csv.DictReader(io.StringIO(write_csv(house.workshop).decode("utf-8-sig"))))
    lines = [(row["card"], row["text"]) for row in rows if row["record"] == "preparation note"]
    assert lines == [("7", "It comes last")]
