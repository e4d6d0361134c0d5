"""A file as a facilitator takes it: without names unless they may have them, and looked through first."""

import json
import uuid
from typing import Any

import pytest

from tests.opened import opened
from tests.quoting import source
from tests.support import House, client_of, make_house
from tests.synthesis import blank_of, change
from tests.views.test_replay import second
from workshop.actions.consents import answer_consents
from workshop.actions.credits import save_credit
from workshop.actions.exports import export_workshop, note_beside
from workshop.actions.full_data import give_full_data
from workshop.actions.quotes import export_unchecked, write_quote
from workshop.exports import FORMATS
from workshop.exports.disclosure import Place
from workshop.exports.taking import Wanted, looked_through
from workshop.models import Audit, Forbidden, Remark, Seat, Workshop
from workshop.models.consents import asked_of
from workshop.models.credits import WantedCredit

pytestmark = pytest.mark.django_db
SAID = "As BEN told me, ring 0191 496 0000 or write to ben@example.org. Benign, though."


@pytest.fixture
def house() -> House:
    house = make_house(leaders=3)
    Remark.objects.create(workshop=house.workshop, seat=house.ada, card=house.cards[0], body=SAID, rev=1)
    return house


def taken(house: House, **more: Any) -> dict[str, Any]:
    house.fay.refresh_from_db()
    document: dict[str, Any] = json.loads(export_workshop(house.workshop, "json", house.fay, **more).content)
    return document


def places(house: House, full: bool = False) -> list[Place]:
    return looked_through(house.workshop, FORMATS["json"], Wanted(full)).places


def test_names_are_in_no_file_of_who_does_not_hold_the_right(house: House) -> None:
    save_credit(house.ada, WantedCredit("named", "Dr Ada Ash"), 0)
    for format in FORMATS:
        text = opened(export_workshop(house.workshop, format, house.fay).content).decode(errors="ignore")
        assert "Ada" not in text
    assert "P1" in json.dumps(taken(house)["remarks"])


def test_who_holds_the_right_takes_names_and_the_audit_says_so(house: House) -> None:
    give_full_data(house.fay, house.fay, given=True)
    assert "Ada" in {seat.get("name") for seat in taken(house)["seats"]}
    verbs = list(Audit.objects.order_by("n").values_list("verb", "ids__full"))
    assert verbs[-3:] == [("full_data_given", None), ("exported", "True"), ("words_replaced", None)]


def test_only_the_first_facilitator_gives_the_right_and_only_to_facilitators(house: House) -> None:
    gus = second(house)
    with pytest.raises(Forbidden):
        give_full_data(gus, gus, given=True)
    with pytest.raises(Forbidden):
        give_full_data(house.fay, house.ada, given=True)
    give_full_data(house.fay, gus, given=True)
    assert Seat.objects.get(pk=gus.pk).full_data


def test_where_names_are_hidden_the_right_brings_none(house: House) -> None:
    Workshop.objects.filter(pk=house.workshop.pk).update(promise="hidden")
    house.workshop.refresh_from_db()
    give_full_data(house.fay, house.fay, given=True)
    assert "Ada" not in json.dumps(taken(house))


def test_what_was_found_in_words_is_replaced_unless_it_is_left(house: House) -> None:
    assert [(each.kind, each.word) for each in places(house)] == [
        ("name", "BEN"),
        ("phone", "0191 496 0000"),
        ("e-mail", "ben@example.org"),
    ]
    (name, *_rest) = places(house)
    body = "As {}, ring [number removed] or write to [e-mail address removed]. Benign, though."
    assert taken(house)["remarks"][0]["body"] == body.format("[name removed] told me")
    assert taken(house, left={name.key: "agreed"})["remarks"][0]["body"] == body.format("BEN told me")


def test_a_place_that_was_left_is_in_the_audit_by_ids_and_never_by_words(house: House) -> None:
    taken(house, left={places(house)[0].key: "agreed"})
    file, line = Audit.objects.order_by("n")
    ids = line.ids
    assert (file.verb, line.verb, ids["file"]) == ("exported", "words_replaced", str(file.n))
    assert (ids["replaced"], ids["kept"]) == ("2", "1")
    assert ids["places"] == f"remarks/{Remark.objects.get().uid}:agreed"
    assert "BEN" not in json.dumps(ids)
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/audit/").text
    assert "in the file just taken replaced (2) or left (1)" in page


def test_words_that_change_after_the_look_are_replaced(house: House) -> None:
    left = {places(house)[0].key: "agreed"}
    Remark.objects.update(body="As Cem told me")
    assert taken(house, left=left)["remarks"][0]["body"] == "As [name removed] told me"


def test_the_note_says_what_was_taken_out(house: House) -> None:
    inside = taken(house)["note"]
    beside = note_beside(house.fay, "csv", reuse=False, left={}).content.decode()
    for said in (" ".join(inside), beside):
        assert "De-identified" in said
        assert "3 replaced, 0 left" in said


def test_for_re_use_only_the_words_of_those_who_agreed_to_that(house: House) -> None:
    assert taken(house, reuse=True)["remarks"]
    asked = {str(item.uid): item.key != "keep-for-reuse" for item, _was in asked_of(house.ada)}
    answer_consents(house.ada, asked)
    assert taken(house, reuse=True)["remarks"] == []
    assert taken(house)["remarks"]


def test_whoever_runs_the_server_takes_everything_as_it_is(house: House) -> None:
    assert SAID in json.loads(export_workshop(house.workshop, "json").content)["remarks"][0]["body"]


def test_for_re_use_a_card_that_the_group_took_up_stays_and_note_and_page_say_so(house: House) -> None:
    change(house.fay, "adopt", [blank_of(house.ada, "Taken up")])
    asked = {str(item.uid): item.key != "keep-for-reuse" for item, _was in asked_of(house.ada)}
    answer_consents(house.ada, asked)
    document = taken(house, reuse=True)
    assert "Taken up" in {text["title"] for card in document["cards"] for text in card["texts"]}
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/exports/json/?reuse=1").text
    for said in (" ".join(document["note"]), page):
        assert "but for cards that the group took up and for the text that it agreed on" in said


@pytest.mark.parametrize("full", [False, True])
def test_descriptions_in_credits_and_attributions_are_looked_through(house: House, full: bool) -> None:
    give_full_data(house.fay, house.fay, given=full)
    save_credit(house.ada, WantedCredit("role", role="a colleague of Ben"), 0)
    save_credit(house.others[1], WantedCredit("named", "Dr Cem Ash", "who works with Ben"), 0)
    quote = write_quote(
        house.fay, source(house), uid=uuid.uuid4(), text=SAID.split(",")[0], attribution="a friend of Ben"
    )
    export_unchecked(house.fay, quote, rev=quote.rev, wanted=True)
    document = taken(house)
    assert [each["role"] for each in document["credits"]] == [
        "who works with [name removed]",
        "a colleague of [name removed]",
    ]
    assert document["credits"][0]["name"] == ("Dr Cem Ash" if full else "[name removed]")
    assert document["quotes"][0]["attribution"] == "a friend of [name removed]"
    found = {place.part for place in places(house, full)}
    assert found == {"remarks", "credits", "quotes"}


def test_a_name_that_was_agreed_to_be_printed_is_no_place_to_look_at(house: House) -> None:
    give_full_data(house.fay, house.fay, given=True)
    quote = write_quote(
        house.fay, source(house), uid=uuid.uuid4(), text="As BEN told me", attribution="Ada, a chief"
    )
    export_unchecked(house.fay, quote, rev=quote.rev, wanted=True)
    assert taken(house)["quotes"][0]["attribution"] == "Ada, a chief"
