"""Joining by code."""

import uuid

import pytest

from tests.support import make_house, make_user
from workshop.actions.joining import end_code, find_by_code, join_by_code, new_code, tidy_code
from workshop.actions.links import find_link
from workshop.actions.packs import SIX_TENSIONS
from workshop.actions.people import remove_seat
from workshop.actions.workshops import create_workshop
from workshop.models import Closed, Invalid, Seat, Stale, Workshop, workshops

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["KITE4827", "kite4827", " kite-48 27 ", "KITE\u00a04827", "k.i.t.e 4827"])
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert tidy_code(typed) == "KITE4827"


@pytest.mark.parametrize("typed", ["", "    ", "----", "NOPE0000", "\ud800", "KITE' OR 1=1", "x" * 9999])
def test_a_wrong_code_opens_nothing(typed: str) -> None:
    make_house(leaders=1, join_code="KITE4827")
    with pytest.raises(Invalid):
        find_by_code(typed)


def test_a_code_gives_a_seat_and_a_link_to_keep() -> None:
    house = make_house(leaders=1, join_code="KITE4827")
    invited = join_by_code("kite 4827", "Gil", uuid.uuid4())
    link = find_link(invited.secret)
    assert link is not None
    assert (link.seat.name, link.seat.role, link.seat.workshop) == ("Gil", "participant", house.workshop)


def test_a_taken_name_gets_a_number_behind_it() -> None:
    make_house(leaders=1, join_code="KITE4827")
    names = [join_by_code("KITE4827", "ADA", uuid.uuid4()).seat.name for _n in range(3)]
    assert names == ["ADA 2", "ADA 3", "ADA 4"]


def test_a_long_name_that_is_taken_still_fits() -> None:
    make_house(leaders=1, join_code="KITE4827")
    uid = uuid.uuid4()
    join_by_code("KITE4827", "x" * 120, uuid.uuid4())
    second = join_by_code("KITE4827", "x" * 120, uid)
    assert len(second.seat.name) <= 120
    assert join_by_code("KITE4827", "x" * 120, uid).seat == second.seat


def test_a_form_sent_twice_gives_one_seat() -> None:
    house = make_house(leaders=1, join_code="KITE4827")
    uid, before = uuid.uuid4(), Seat.objects.count()
    first, second = (join_by_code("KITE4827", "Ada", uid) for _n in range(2))
    assert first.seat == second.seat
    assert first.seat.name == "Ada 2"
    assert Seat.objects.count() == before + 1
    assert house.ada.pk != first.seat.pk


def test_the_same_form_with_another_name_is_refused() -> None:
    make_house(leaders=1, join_code="KITE4827")
    uid = uuid.uuid4()
    join_by_code("KITE4827", "Gil", uid)
    with pytest.raises(Stale):
        join_by_code("KITE4827", "Hal", uid)


def test_a_removed_seat_does_not_come_back_by_its_form() -> None:
    house = make_house(leaders=1, join_code="KITE4827")
    uid = uuid.uuid4()
    remove_seat(house.fay, join_by_code("KITE4827", "Gil", uid).seat)
    with pytest.raises(Closed):
        join_by_code("KITE4827", "Gil", uid)


def test_a_closed_workshop_takes_nobody() -> None:
    house = make_house(leaders=1, join_code="KITE4827")
    Workshop.objects.filter(pk=house.workshop.pk).update(closed_at=house.workshop.created_at)
    with pytest.raises(Closed):
        join_by_code("KITE4827", "Gil", uuid.uuid4())
    with pytest.raises(Closed):
        new_code(house.fay)


def test_two_workshops_never_get_one_code(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter(["KITE1000", "KITE1000", "WREN2000", "WREN2000", "KITE1000", "MOSS3000"])
    monkeypatch.setattr(workshops, "random_join_code", lambda: next(drawn))
    user = make_user("gil@example.org")
    first, second = [create_workshop(user, SIX_TENSIONS) for _each in range(2)]
    assert (first.workshop.join_code, second.workshop.join_code) == ("KITE1000", "WREN2000")
    assert new_code(second) == "MOSS3000"


def test_a_new_code_ends_the_one_before_and_a_code_switched_off_opens_nothing() -> None:
    house = make_house(leaders=1, join_code="KITE4827")
    code = new_code(house.fay)
    with pytest.raises(Invalid):
        find_by_code("KITE4827")
    assert find_by_code(code) == house.workshop
    end_code(house.fay)
    end_code(house.fay)
    with pytest.raises(Invalid):
        find_by_code(code)
