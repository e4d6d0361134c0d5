"""Many that ask for the same regions at once are answered by one who writes them; nobody gets what is old."""

import threading
from concurrent.futures import ThreadPoolExecutor
from unittest.mock import Mock

import pytest

from tests.stagecraft import put, vote
from tests.support import House, client_of, make_house
from workshop.live import kept
from workshop.live.kept import Kept
from workshop.views import regions

NOW = 100.0


def test_it_is_written_once_for_all_who_ask_at_once() -> None:
    kept, entered, may_go = Kept(seconds=3600), threading.Event(), threading.Event()

    def write() -> str:
        entered.set()
        assert may_go.wait(10)
        return "html"

    others = Mock(return_value="other")
    with ThreadPoolExecutor(3) as threads:
        first = threads.submit(kept.get, "key", write)
        assert entered.wait(10)
        rest = [threads.submit(kept.get, "key", others) for _ in range(2)]
        may_go.set()
        assert [task.result(10) for task in [first, *rest]] == ["html"] * 3
    others.assert_not_called()


def test_another_number_is_written_anew_and_a_while_later_the_same_too() -> None:
    clock = Mock(return_value=NOW)
    few = Kept(seconds=1.0, clock=clock)
    assert few.get(("room", 1), lambda: "one") == "one"
    assert few.get(("room", 2), lambda: "two") == "two"
    assert few.get(("room", 1), lambda: "three") == "one"
    clock.return_value = NOW + kept.SECONDS
    assert few.get(("room", 1), lambda: "three") == "three"
    assert len(few.entries) == 1


def test_what_could_not_be_written_is_tried_by_the_next() -> None:
    few = Kept()
    with pytest.raises(ZeroDivisionError):
        few.get("key", lambda: str(1 // 0))
    assert few.get("key", lambda: "html") == "html"


@pytest.fixture
def house(db: None, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setattr(regions, "KEPT", Kept(seconds=3600))
    house = make_house(leaders=3)
    put(house, "poll")
    return house


def shown(house: House, door: str, by: str = "ada") -> str:
    """Return the regions that somebody fetches."""
    return client_of(getattr(house, by)).get(f"/w/{house.workshop.slug}/{door}/regions/").content.decode()


def test_what_is_kept_for_one_audience_is_given_to_no_other(house: House) -> None:
    first = {door: shown(house, door, by) for door, by in DOORS}
    assert len(set(first.values())) == len(DOORS)
    assert {door: shown(house, door, by) for door, by in DOORS} == first
    assert "Ada" in first["desk"]
    assert "Ada" not in first["screen"] + first["room"]


DOORS = [("room", "ada"), ("pack", "ada"), ("screen", "ada"), ("desk", "fay")]


def test_a_change_with_a_number_is_seen_at_once(house: House) -> None:
    before = shown(house, "room")
    put(house, "welcome")
    assert shown(house, "room") != before


def test_what_has_no_number_yet_is_kept_until_it_has_one(house: House) -> None:
    """A vote takes its number when it is pushed, and that push tells whoever was answered before."""
    before = shown(house, "room")
    vote(house, house.ada, 2)
    assert shown(house, "room") == before
    regions.KEPT = Kept()
    assert shown(house, "room") != before
