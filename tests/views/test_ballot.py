"""Nominating cards: too many, none, too late, twice; whatever happens, the ticks are kept."""

import uuid
from typing import Any

import pytest

from tests.doors import GatheringClient
from tests.stagecraft import HTMX, put, send, uids
from tests.support import House, make_house
from workshop.actions.rounds import close_round, reveal_round
from workshop.actions.workshops import close_workshop
from workshop.models import Ballot, Mark

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True, params=["alone", "gathered"])
def _both_doors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask the same of a vote that is cast alone and of one that a server gathers with others."""
    if request.param == "gathered":
        monkeypatch.setattr("tests.support.Client", GatheringClient)


@pytest.fixture
def house() -> House:
    house = make_house(leaders=3)
    put(house, "poll")
    return house


def cast(house: House, *numbers: int, headers: dict[str, str] | None = None) -> Any:
    """Send a ballot for cards, as Ada."""
    data = {"card": uids(house, *numbers)}
    return send(house, house.ada, "ballot", data, {"number": 2}, headers)


def chosen(house: House) -> list[int]:
    """Return the numbers of the cards that Ada has nominated."""
    marks = Mark.objects.filter(ballot__seat=house.ada, ballot__round=house.poll, nominated=True)
    return sorted(number or 0 for number in marks.values_list("card__number", flat=True))


def test_a_plain_form_goes_back_to_the_room(house: House) -> None:
    answer = cast(house, 2, 4)
    assert (answer.status_code, answer["Location"]) == (302, f"/w/{house.workshop.slug}/room/")
    assert chosen(house) == [2, 4]


def test_htmx_gets_ones_own_part_alone(house: House) -> None:
    shown = cast(house, 2, 4, headers=HTMX).content.decode()
    assert "Your two cards are in: 2 and 4." in " ".join(shown.split())
    assert "<html" not in shown
    assert "live-tally" not in shown


def test_sending_twice_changes_nothing_and_sending_anew_replaces(house: House) -> None:
    cast(house, 2, 4)
    cast(house, 2, 4)
    assert chosen(house) == [2, 4]
    cast(house, 1)
    assert chosen(house) == [1]
    assert Ballot.objects.filter(round=house.poll).count() == 1


def test_abstaining_is_an_answer_and_can_be_changed(house: House) -> None:
    send(house, house.ada, "ballot", {"abstain": "1"}, parts={"number": 2})
    assert Ballot.objects.get(round=house.poll, seat=house.ada).state == "abstained"
    cast(house, 3)
    assert Ballot.objects.get(round=house.poll, seat=house.ada).state == "sent"


@pytest.mark.parametrize("htmx", [False, True])
def test_too_many_are_refused_with_the_ticks_kept(house: House, htmx: bool) -> None:
    cast(house, 5)
    answer = cast(house, 1, 2, 3, 4, headers=HTMX if htmx else None)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Choose at most 3 cards." in shown
    assert shown.count(" checked") == 4
    assert chosen(house) == [5]


def test_none_is_refused(house: House) -> None:
    answer = cast(house)
    assert answer.status_code == 422
    assert "Choose at least one card" in answer.content.decode()
    assert not Ballot.objects.filter(seat=house.ada, round=house.poll).exists()


@pytest.mark.parametrize("forged", [str(uuid.UUID(int=7)), "not-a-uid", "\x00"])
def test_a_forged_card_is_refused(house: House, forged: str) -> None:
    answer = send(house, house.ada, "ballot", {"card": [forged]}, parts={"number": 2})
    assert answer.status_code == 422
    assert chosen(house) == []


def test_another_workshops_card_is_refused(house: House) -> None:
    foreign = house.zoe.workshop.cards.get(number=1)
    answer = send(house, house.ada, "ballot", {"card": [str(foreign.uid)]}, parts={"number": 2})
    assert answer.status_code == 422


@pytest.mark.parametrize("htmx", [False, True])
def test_a_vote_after_the_close_is_not_counted_and_says_when_and_what(house: House, htmx: bool) -> None:
    close_round(house.fay, house.poll)
    answer = cast(house, 2, 6, headers=HTMX if htmx else None)
    shown = " ".join(answer.content.decode().split())
    assert answer.status_code == 409
    at = f"{house.poll.ended_at:%H:%M} (London time)"
    assert f"This round closed at {at}. Your choice arrived after that, so it was not counted." in shown
    assert "We kept it here: 2, 6. Tell the chair if it should count." in shown
    assert chosen(house) == []


def test_after_the_reveal_and_after_the_workshop_it_is_too_late(house: House) -> None:
    cast(house, 2)
    reveal_round(house.fay, house.poll)
    assert cast(house, 3).status_code == 409
    close_workshop(house.fay)
    assert cast(house, 3).status_code == 409
    assert chosen(house) == [2]


def test_before_the_opening_it_is_too_early() -> None:
    house = make_house(leaders=1)
    answer = cast(house, 2)
    assert answer.status_code == 409
    assert "This round is not open yet." in answer.content.decode()


def test_there_is_no_poll_at_the_number_of_a_sort(house: House) -> None:
    for number in (1, 99):
        assert send(house, house.ada, "ballot", {}, parts={"number": number}).status_code == 404


def test_an_open_poll_closed_by_htmx_keeps_the_ballot_of_who_had_voted(house: House) -> None:
    cast(house, 2)
    close_round(house.fay, house.poll)
    shown = " ".join(cast(house, 3, headers=HTMX).content.decode().split())
    assert "Your card is in: 2." in shown
