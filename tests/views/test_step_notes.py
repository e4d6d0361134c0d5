"""The box for a note at the desk: what it saves, and that nobody but facilitators is sent a word of it."""

import csv
import io
import json

import jsonschema
import pytest
from django.urls import reverse

from tests.stagecraft import JSON, bring, page, put, send
from tests.support import House, client_of, make_house
from tests.views.results_world import results_page
from tests.views.test_replay import moment, second
from workshop.actions.step_notes import save_step_note
from workshop.exports.csv_long import write_csv
from workshop.exports.json_whole import SCHEMA, write_json
from workshop.live.fragments import FRAGMENTS, regions

pytestmark = pytest.mark.django_db
CANARY = "Canary is very quiet today"


@pytest.fixture
def house() -> House:
    house = make_house(leaders=2)
    bring(house)
    return house


def note(house: House, body: str, rev: int = 0, headers: dict[str, str] | None = None) -> dict[str, object]:
    """Save a note as the desk's module does."""
    house.workshop.refresh_from_db()
    assert house.workshop.step
    parts = {"step": house.workshop.step.uid}
    answer = send(house, house.fay, "step-note", {"body": body, "rev": rev}, parts, headers or JSON)
    return {"status": answer.status_code, **answer.json()}


def test_it_is_saved_as_it_is_typed_and_stands_in_its_box_again(house: House) -> None:
    assert note(house, CANARY)["rev"] == 1
    assert note(house, f"{CANARY}.", rev=1)["rev"] == 2
    assert f"{CANARY}.</textarea>" in page(house, house.fay, "desk")
    put(house, "card", house.cards[0])
    assert CANARY not in page(house, house.fay, "desk")
    put(house, "card", house.cards[1])
    assert CANARY in page(house, house.fay, "desk")


def test_two_windows_are_asked_and_the_page_asks_too(house: House) -> None:
    note(house, "First")
    refused = note(house, "Second")
    assert (refused["status"], refused["state"], refused["mine"]) == (409, "conflict", "Second")
    assert "Keep this one" in page(house, house.fay, "desk")
    answer = client_of(house.fay).post(str(refused["resolve"]), {"keep": "mine", "rev": 1}, headers=JSON)
    assert answer.json()["text"] == "Second"


def test_what_is_too_long_is_refused_and_stays_in_the_box(house: House) -> None:
    house.workshop.refresh_from_db()
    assert house.workshop.step
    sent = {"body": "x" * 20001, "rev": 0}
    answer = send(house, house.fay, "step-note", sent, {"step": house.workshop.step.uid})
    assert answer.status_code == 422
    assert "x" * 20001 in answer.content.decode()


def test_every_facilitator_reads_it_at_the_desk_in_the_replay_and_in_the_files(house: House) -> None:
    note(house, CANARY)
    gus = second(house)
    gus.workshop.refresh_from_db()
    assert CANARY in page(house, gus, "desk")
    assert CANARY in moment(house, gus, 0)
    whole = json.loads(write_json(house.workshop))
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text())).validate(whole)
    [told] = whole["reflections"]
    assert (told["body"], told["step"], told["card"]) == (CANARY, "card", str(house.cards[1].uid))
    rows = csv.DictReader(io.StringIO(write_csv(house.workshop).decode("utf-8-sig")))
    assert [row["card"] for row in rows if row["text"] == CANARY] == ["2"]


def test_nobody_else_is_sent_a_word_of_it_not_even_a_chair_who_takes_part(house: House) -> None:
    note(house, CANARY)
    house.workshop.chair = house.ada
    house.workshop.save(update_fields=["chair"])
    for name in ("room", "room-mine", "lineage", "synthesis", "parkings", "screen"):
        assert CANARY not in page(house, house.ada, name)
    assert CANARY not in results_page(house, house.ada)
    assert CANARY not in moment(house, house.ada, 0)
    for audience in FRAGMENTS:
        assert not any(CANARY in html for html in regions(house.workshop, audience).values())
    address = reverse("desk", kwargs={"slug": house.workshop.slug})
    assert CANARY not in client_of(house.ada).get(address, follow=True).content.decode()


def test_a_private_reflection_of_another_is_not_beside_the_step(house: House) -> None:
    gus = second(house)
    house.workshop.refresh_from_db()
    assert house.workshop.step
    kept = save_step_note(gus, house.workshop.step, CANARY, 0)
    assert kept
    kept.shared_at = None
    kept.save(update_fields=["shared_at"])
    assert CANARY not in page(house, house.fay, "desk")
