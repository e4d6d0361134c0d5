"""Between the press and the file: a page that says what the file would disclose."""

from typing import Any

import pytest

from tests.rounds import asked, give_poles, lay, mark, revealed
from tests.stagecraft import reveal
from tests.support import House, client_of, make_house
from tests.views.results_world import sort_cards
from workshop.actions.rounds import reveal_round
from workshop.models import Audit, Remark

pytestmark = pytest.mark.django_db


def check(house: House, format: str = "json", **more: str) -> Any:
    return client_of(house.fay).get(f"/w/{house.workshop.slug}/exports/{format}/", more)


def send(house: House, **sent: str) -> Any:
    return client_of(house.fay).post(f"/w/{house.workshop.slug}/exports/json/", sent)


def test_nothing_found_is_said_and_so_is_what_was_looked_for() -> None:
    page = check(make_house(leaders=2)).text
    assert "Nothing was found." in page
    assert "nicknames, places, jobs and other people" in page
    assert "No round is revealed yet, so the file has no totals." in page


def test_nothing_is_said_of_totals_that_a_file_does_not_have() -> None:
    house = make_house(leaders=5)
    assert "This file has no roles and no totals." in check(house, "quotes").text
    sort_cards(house)
    for shown in (False, True):
        assert "No total counts fewer" not in check(house, "quotes").text
        assert ("No round is revealed yet" in check(house).text) is not shown
        if not shown:
            reveal_round(house.fay, house.pack)


def test_a_name_is_shown_where_it_stands_with_a_choice_that_holds() -> None:
    house = make_house(leaders=2)
    said = "Ask <b>Ben</b>"
    Remark.objects.create(workshop=house.workshop, seat=house.ada, card=house.cards[0], body=said, rev=1)
    page = check(house).text
    assert "&lt;b&gt;<mark>Ben</mark>&lt;/b&gt;" in page
    key = page.split('name="place-')[1].split('"')[0]
    assert "Ask <b>[name removed]</b>" in send(house, checked="1").text
    assert "Ask <b>Ben</b>" in send(house, checked="1", **{f"place-{key}": "agreed"}).text
    assert "[name removed]" in send(house, checked="1", **{f"place-{key}": "because"}).text


def test_an_ellipsis_stands_only_where_words_are_left_out() -> None:
    house = make_house(leaders=2)
    for body in ("Ask Ben, please.", f"{'a' * 61}, Ben, {'z' * 61}"):
        Remark.objects.create(workshop=house.workshop, seat=house.ada, card=house.cards[0], body=body, rev=1)
    page = check(house).text
    assert ">Ask <mark>Ben</mark>, please.</p>" in page
    assert f">…{'a' * 58}, <mark>Ben</mark>, {'z' * 58}…</p>" in page


def test_a_press_without_the_look_leads_to_it_and_takes_nothing() -> None:
    house = make_house(leaders=2)
    answer = send(house)
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        f"/w/{house.workshop.slug}/exports/json/",
    )
    check(house)
    assert not Audit.objects.filter(verb="exported").exists()


def test_a_role_of_one_person_is_told() -> None:
    assert "Only one person has this role: facilitator." in check(make_house(leaders=2)).text


def test_small_totals_are_listed_once_they_are_revealed() -> None:
    house = make_house(leaders=2)
    assert "answered round 1" not in check(house).text
    sort_cards(house)
    reveal_round(house.fay, house.pack)
    assert "2 people answered round 1: each can work out" in check(house).text


def test_of_totals_only_those_are_listed_in_which_one_person_stands_alone() -> None:
    house = make_house()
    zones = ({1: "inner", 2: "inner", 3: "inner"},) * 3 + ({1: "inner", 2: "outer", 3: "outer"},)
    for seat, placed in zip(house.leaders, (*zones, {1: "inner", 2: "inner", 3: "unplaced"}), strict=True):
        lay(house, seat, house.pack, placed)
    revealed(house, house.pack)
    page = check(house).text
    assert "In 1 total one person stands alone against all others" in page
    assert page.count("all others inner") == 1
    assert "Round 1, card 2: one outer, all others inner" in page
    assert "that by itself is no reason not to publish" in page


def test_who_stands_alone_in_a_poll_is_listed_whether_they_nominated_it_or_not() -> None:
    house = make_house()
    reveal(house, ((1, 2), (1,), (1,), (1, 3), (3,)))
    page = check(house).text
    assert "Round 2, card 1: one not nominated, all others nominated" in page
    assert "Round 2, card 2: one nominated, all others not nominated" in page
    assert "In 2 totals one person stands alone" in page


def test_who_stands_alone_on_a_spectrum_is_listed_by_band_and_by_move() -> None:
    house = make_house()
    give_poles(house, 1)
    round = asked(house, "spectrum")
    for seat, now in zip(house.leaders, (90, 5, 5, 5, 5), strict=True):
        mark(house, seat, round, 1, now, 50)
    revealed(house, round)
    page = check(house).text
    says = f"Round {round.number}, card 1: one"
    assert f"{says} where we are in band 5 of 5, all others where we are in band 1 of 5" in page
    assert f"{says} moved towards the first pole, all others moved towards the second pole" in page
    assert "In 2 totals one person stands alone" in page


@pytest.mark.parametrize(("format", "offered"), [("json", True), ("csv", True), ("quotes", False)])
def test_a_file_for_re_use_is_offered_where_it_can_be_made(format: str, offered: bool) -> None:
    house = make_house(leaders=2)
    assert ("Take it for re-use instead" in check(house, format).text) is offered
    house.workshop.consent_items.filter(key="keep-for-reuse").update(retired_at="2026-01-01T00:00Z")
    assert "Take it for re-use instead" not in check(house, format).text


def test_the_page_says_whose_right_it_is() -> None:
    house = make_house(leaders=2)
    assert "The file is de-identified" in check(house).text
    given = f"/w/{house.workshop.slug}/people/{house.fay.uid}/full-data/"
    page = client_of(house.fay).post(given, {"given": "yes", "confirmed": "1"}, follow=True).text
    assert "You may take files with names." in page
    assert "You hold the right to full data" in check(house).text
