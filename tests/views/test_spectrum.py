"""The spectrum by slider, by plain form and as everybody's result."""

import json
from typing import Any

import pytest

from tests.rounds import asked, exported, give_poles, mark, revealed
from tests.stagecraft import JSON, page
from tests.support import House, client_of, make_house
from workshop.actions.rounds import close_round
from workshop.models import Mark, Round

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    """A workshop whose cards 1 and 2 are asked on a spectrum, in round 3."""
    house = make_house(leaders=5)
    give_poles(house, 1, 2)
    asked(house, "spectrum", "before")
    return house


def round_of(house: House) -> Round:
    """Return the spectrum, read afresh."""
    return house.workshop.rounds.get(number=3)


def address(house: House, tail: str = "spectrum/") -> str:
    """Return an address of the spectrum."""
    return f"/w/{house.workshop.slug}/rounds/3/{tail}"


def send(house: House, number: int = 1, **data: Any) -> Any:
    """Send both marks of a card as Ada's page does."""
    return client_of(house.ada).post(
        address(house, f"marks/{house.cards[number - 1].uid}/"), data, headers=JSON
    )


def test_both_marks_are_saved_at_once_and_shown_again_in_words(house: House) -> None:
    assert "saved_at" in json.loads(send(house, now="10", want="").content)
    assert list(Mark.objects.values_list("now", "want")) == [(10, None)]
    shown = client_of(house.ada).get(address(house)).content.decode()
    assert "near “few 1”" in shown
    assert shown.count("not marked</output>") == 3


@pytest.mark.parametrize("wrong", ["101", "-1", "1e1", "ten", "٣", "1" * 5000])
def test_a_wrong_number_is_refused(house: House, wrong: str) -> None:
    assert send(house, now=wrong, want="5").status_code == 422
    assert not Mark.objects.exists()


def test_a_card_that_is_not_asked_and_one_that_is_forged(house: House) -> None:
    assert send(house, 3, now="5", want="5").status_code == 422
    forged = address(house, "marks/00000000-0000-0000-0000-000000000001/")
    assert client_of(house.ada).post(forged, {"now": "5"}).status_code == 404
    pack = f"/w/{house.workshop.slug}/rounds/1/spectrum/"
    assert client_of(house.ada).get(pack).status_code == 404


def test_a_plain_form_saves_what_was_changed_and_a_slider_left_alone_is_no_answer(house: House) -> None:
    one, two = (card.uid for card in house.cards[:2])
    mark(house, house.ada, round_of(house), 2, 30, 40)
    sent = {f"now-{one}": "50", f"now-on-{one}": "1", f"want-{one}": "50", f"seen-{one}": ":"}
    sent |= {f"now-on-{two}": "1", f"now-{two}": "5", f"seen-{two}": "5:"}  # as its page showed it
    answer = client_of(house.ada).post(address(house), {**sent, "go-on": ""})
    assert answer.headers["Location"] == f"/w/{house.workshop.slug}/"
    assert list(Mark.objects.order_by("card__number").values_list("now", "want")) == [(50, None), (30, 40)]


def test_a_refused_form_keeps_what_was_marked(house: House) -> None:
    one = house.cards[0].uid
    close_round(house.fay, round_of(house))
    sent = {f"now-{one}": "90", f"now-on-{one}": "1", f"seen-{one}": ":"}
    answer = client_of(house.ada).post(address(house), sent)
    assert answer.status_code == 409
    assert "near “many 1”" in answer.content.decode()
    assert not Mark.objects.exists()


def test_the_result_says_each_move_and_takes_no_average(house: House) -> None:
    for n, seat in enumerate(house.leaders):
        mark(house, seat, round_of(house), 1, 20, 20 if n == 0 else 80)
    assert "many 1" not in page(house, house.fay, "results")
    revealed(house, round_of(house))
    for seat in (house.ada, house.fay):
        shown = page(house, seat, "results")
        assert "4 of 5 want to move towards “many 1”; 1 wants to stay where we are." in shown
        assert shown.count('class="dot-now"') == shown.count('class="dot-want"') == 5
        assert "Nobody marked both" in shown


def test_exports_carry_the_marks_where_names_are_open_and_the_totals_always(house: House) -> None:
    for seat in house.leaders:
        mark(house, seat, round_of(house), 1, 20, 80)
    before = exported(house)["rounds"][2]
    assert (before["totals"], before["ballots"]) == (None, None)
    revealed(house, round_of(house))
    after = exported(house)["rounds"][2]
    assert after["totals"][0]["want"] == [0, 0, 0, 0, 5]
    assert after["totals"][0]["towards_second"] == 5
    assert [after["ballots"][0]["marks"][0][name] for name in ("now", "want")] == [20, 80]
