"""The wide form: a line for each person, a column for each card, and none where names are hidden."""

import csv
import io

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from tests.rounds import asked, give_poles, revealed
from tests.support import House, client_of, make_house
from tests.views.results_world import poll_cards, results_page, sort_cards
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import save_blank
from workshop.actions.consents import answer_consents
from workshop.actions.exports import export_workshop
from workshop.actions.full_data import give_full_data
from workshop.actions.rounds import reveal_round
from workshop.actions.sort import place_card
from workshop.actions.spectrum import Position, mark_cards
from workshop.models import Audit, Forbidden
from workshop.models.consents import asked_of
from workshop.models.pack import own_pack

pytestmark = pytest.mark.django_db
Row = dict[str, str]


def wide(house: House) -> dict[str, Row]:
    """Return the line of each person by pseudonym, as a facilitator takes it."""
    text = export_workshop(house.workshop, "wide", house.fay).content.decode("utf-8-sig")
    return {row["seat"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


@pytest.fixture
def house() -> House:
    """A workshop with a revealed sort and a revealed poll, in which the last one would rather not choose."""
    house = make_house()
    sort_cards(house, number=2)
    reveal_round(house.fay, house.pack)
    poll_cards(house)
    return house


def test_each_person_has_one_line_and_each_card_of_a_round_its_columns(house: House) -> None:
    rows = wide(house)
    assert set(rows) == {seat.pseudonym for seat in house.leaders}
    ada, last = rows[house.ada.pseudonym], rows[house.leaders[-1].pseudonym]
    assert (ada["r1_card02_zone"], last["r1_card02_zone"], ada["r1_card01_zone"]) == ("inner", "outer", "")
    assert [ada[f"r2_card0{n}_nominated"] for n in range(1, 7)] == ["1", "1", "0", "0", "0", "0"]
    assert (last["r2_answered"], last["r2_card01_nominated"]) == ("abstained", "")
    assert (ada["r1_answered"], ada["r2_answered"]) == ("answered", "answered")
    assert (ada["removed"], ada["withdrawn"], ada["role"]) == ("0", "0", "participant")


def test_a_spectrum_has_where_we_are_and_where_somebody_wants_to_be(house: House) -> None:
    give_poles(house, 1)
    round = asked(house, "spectrum")
    mark_cards(house.ada, round, [Position(house.cards[0], 20, 80)])
    revealed(house, round)
    ada = wide(house)[house.ada.pseudonym]
    assert (ada[f"r{round.number}_card01_now"], ada[f"r{round.number}_card01_want"]) == ("20", "80")


def test_who_placed_only_a_blank_card_of_their_own_did_not_answer() -> None:
    house = make_house()
    card = save_blank(house.ada, own_pack(house.ada).places[0].uid, 0, BlankWords("Mine"))
    place_card(house.ada, house.pack, card, "inner")
    place_card(house.others[0], house.pack, house.cards[0], "inner")
    reveal_round(house.fay, house.pack)
    rows = wide(house)
    assert [rows[seat.pseudonym]["r1_answered"] for seat in (house.ada, house.others[0])] == [
        "begun",
        "answered",
    ]


def test_a_round_that_is_not_revealed_has_no_column(house: House) -> None:
    asked(house)
    assert not any(column.startswith("r3_") for column in wide(house)[house.ada.pseudonym])


def test_names_are_in_it_for_who_may_take_names_alone(house: House) -> None:
    assert wide(house)[house.ada.pseudonym]["name"] == ""
    give_full_data(house.fay, house.fay, given=True)
    assert wide(house)[house.ada.pseudonym]["name"] == "Ada"


def test_who_takes_no_part_any_more_has_no_answers_in_it(house: House) -> None:
    answers = {str(item.uid): not item.required for item, _was in asked_of(house.ada)}
    answer_consents(house.ada, answers)
    row = wide(house)[house.ada.pseudonym]
    assert {value for column, value in row.items() if column.startswith("r")} - {"participant", "0"} == {""}


def test_where_names_are_hidden_there_is_none_and_page_and_command_say_so() -> None:
    house = make_house(promise="hidden")
    assert "There is no file with a line for each person" in results_page(house, house.fay)
    address = reverse("export", kwargs={"slug": house.workshop.slug, "format": "wide"})
    answer = client_of(house.fay).post(address, {"checked": "1"})
    assert answer.status_code == 403
    assert "so there is no file with a line for each person" in answer.text
    with pytest.raises(Forbidden, match="no file with a line for each person"):
        export_workshop(house.workshop, "wide", house.fay)
    with pytest.raises(CommandError, match="no file with a line for each person"):
        call_command("exportworkshop", house.workshop.slug, "--format", "wide", "--out", "never")
    assert not Audit.objects.filter(verb="exported").exists()


def test_its_page_speaks_of_answers_and_of_no_words(house: House) -> None:
    address = reverse("export", kwargs={"slug": house.workshop.slug, "format": "wide"})
    page = client_of(house.fay).get(address).text
    assert "it has the answers of everybody who takes part, and no words." in page
    assert "the words of everybody" not in page
