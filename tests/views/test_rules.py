"""The consensus rule: shown to everybody, judged after the reveal, and never changed in silence."""

from typing import Any

import pytest

from tests.rounds import exported, lay, revealed
from tests.stagecraft import page, put, send
from tests.support import House, client_of, make_house
from workshop.actions.rules import set_rule
from workshop.actions.workshops import close_workshop
from workshop.analysis.rules import print_of
from workshop.exports.csv_long import write_csv
from workshop.models import Closed, Invalid, Rule

pytestmark = pytest.mark.django_db
SAID = "At least 4 of 5 who answer put a card in the inner circle."


def settle(house: House, least: int = 4, of: int = 5, number: int = 1, zone: str = "inner") -> Rule:
    """Set a rule as Fay."""
    return set_rule(house.fay, house.workshop.rounds.get(number=number), least=least, of=of, zone=zone)


def sorted_house() -> House:
    """Five leaders: four put card 1 inner, three card 2."""
    house = make_house(leaders=5)
    for n, seat in enumerate(house.leaders):
        zones = {1: "inner" if n < 4 else "outer", 2: "inner" if n < 3 else "outer"}
        lay(house, seat, house.pack, zones)
    return house


def test_a_rule_is_stamped_with_time_and_print_and_the_same_again_changes_nothing() -> None:
    house = make_house(leaders=1)
    rule = settle(house)
    assert rule.hash == print_of(house.workshop.slug, 1, 4, 5, "inner", rule.at)
    assert settle(house) == rule
    assert settle(house, least=3) != rule
    assert Rule.objects.filter(pk=rule.pk, least=4).exists()


def test_the_print_of_a_rule_is_shown_to_those_who_can_open_the_files() -> None:
    house = make_house(leaders=1)
    begins = settle(house).hash[:16]
    assert begins in page(house, house.fay, "results")
    assert begins not in page(house, house.ada, "results")


@pytest.mark.parametrize(
    ("rule", "number"),
    [
        ({"least": 0, "of": 5}, 1),
        ({"least": 6, "of": 5}, 1),
        ({"least": 1, "of": 1001}, 1),
        ({"zone": "nominated"}, 1),
        ({"zone": "inner"}, 2),
        ({"zone": "unplaced"}, 1),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(rule: dict[str, Any], number: int) -> None:
    house = make_house(leaders=1)
    with pytest.raises(Invalid):
        settle(house, number=number, **rule)
    assert not Rule.objects.exists()


def test_a_closed_workshop_sets_no_rule() -> None:
    house = make_house(leaders=1)
    close_workshop(house.fay)
    with pytest.raises(Closed):
        settle(house)


@pytest.mark.parametrize("wrong", ["", "four", "-1", "٤", "4.5", "99999"])
def test_a_form_with_a_wrong_number_is_refused(wrong: str) -> None:
    house = make_house(leaders=1)
    sent = {"least": wrong, "of": "5", "zone": "inner"}
    assert send(house, house.fay, "round-rule", sent, {"number": 1}).status_code == 422
    assert not Rule.objects.exists()


def test_a_refused_rule_stays_in_its_form_with_the_reason() -> None:
    house = make_house(leaders=1)
    settle(house)

    answer = send(house, house.fay, "round-rule", {"least": "7", "of": "6", "zone": "outer"}, {"number": 1})

    shown = answer.content.decode()
    form = shown[shown.index('id="round-1"') : shown.index('id="round-2"')]
    assert answer.status_code == 422
    assert "the first number is from 1 up to the second" in form
    assert 'value="7"' in form
    assert 'value="6"' in form
    assert '<option value="outer" selected>' in form
    assert "the first number is" not in shown[shown.index('id="round-2"') :]


def test_so_does_one_that_comes_after_the_close() -> None:
    house = make_house(leaders=1)
    close_workshop(house.fay)

    answer = send(house, house.fay, "round-rule", {"least": "2", "of": "3", "zone": "outer"}, {"number": 1})

    shown = answer.content.decode()
    assert answer.status_code == 409
    assert 'role="alert"' in shown
    assert 'value="2"' in shown
    assert not Rule.objects.exists()


def test_everybody_sees_the_rule_with_the_round_before_the_reveal() -> None:
    house = make_house(leaders=1)
    settle(house)
    sort = client_of(house.ada).get(f"/w/{house.workshop.slug}/rounds/1/sort/").content.decode()
    assert SAID in sort
    for seat in (house.ada, house.fay):
        assert SAID in page(house, seat, "results")
    settle(house, 2, 3, 2, "nominated")
    put(house, "poll")
    for seat, name in ((house.ada, "room"), (house.fay, "desk"), (house.fay, "screen")):
        assert "At least 2 of 3 who choose nominate a card." in page(house, seat, name)


def test_after_the_reveal_each_card_says_met_or_not_and_nothing_says_it_before() -> None:
    house = sorted_house()
    settle(house)
    assert "rule__cards" not in page(house, house.fay, "results")
    revealed(house, house.pack)
    shown = page(house, house.ada, "results")
    cards = shown.split("rule__cards")[1].split("</ul>")[0].split("<li")[1:]
    assert ["not met" in each for each in cards] == [False, True, True, True, True, True]
    assert "met, 4 of 5" in cards[0]
    assert "before anybody saw the result" in shown


def test_a_rule_changed_after_the_reveal_says_so_with_the_one_before() -> None:
    house = sorted_house()
    settle(house)
    revealed(house, house.pack)
    settle(house, least=3)
    for shown in (page(house, house.ada, "results"), page(house, house.fay, "rounds")):
        assert "It was changed after the reveal, on" in shown
        assert f"The rule before was: {SAID}" in shown


def test_a_rule_first_set_after_the_reveal_says_so() -> None:
    house = sorted_house()
    revealed(house, house.pack)
    settle(house)
    assert "There was no rule before." in page(house, house.ada, "results")


def test_exports_carry_each_rule_and_which_cards_meet_the_last() -> None:
    house = sorted_house()
    settle(house)
    assert exported(house)["rounds"][0]["meets_rule"] is None
    revealed(house, house.pack)
    settle(house, least=3)
    first = exported(house)["rounds"][0]
    assert [(each["least"], each["after_reveal"]) for each in first["rules"]] == [(4, False), (3, True)]
    assert first["rules"][0]["hash"] == Rule.objects.first().hash  # type: ignore[union-attr]  # there is one
    assert first["meets_rule"] == sorted(str(card.uid) for card in house.cards[:2])
    assert write_csv(house.workshop).decode().count(",not met,") == 4
