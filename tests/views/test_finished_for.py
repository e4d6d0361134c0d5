"""A pack entered for somebody is finished when it is said that it is all, and can be opened again."""

from typing import Any

import pytest

from tests.filling import filled, pack_of
from tests.stagecraft import send
from tests.support import House, client_of, make_house
from tests.views import filled_pages
from tests.views.test_proxy_pack import look, save
from workshop.actions import filled as actions
from workshop.actions.pack import finish_pack
from workshop.models import Closed, Seat
from workshop.views import proxy

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("read_here")]


@pytest.fixture
def house() -> House:
    return make_house(leaders=2)


def is_done(seat: Seat) -> bool:
    return Seat.objects.get(pk=seat.pk).done_at is not None


def overview(house: House) -> str:
    return client_of(house.fay).get(f"/w/{house.workshop.slug}/overview/").text


def press(house: House, **whole: str) -> Any:
    return save(house, look(house) | {"asks-whole": "1"} | whole)


def test_all_they_want_to_say_finishes_the_pack_and_the_tick_away_opens_it_again(house: House) -> None:
    assert "who have not finished" in overview(house)
    for _twice in range(2):
        assert press(house, whole="1").status_code == 302
    assert is_done(house.ada)
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/people/{house.ada.uid}/proxy/").text
    assert 'name="whole" value="1" checked' in page
    assert "(entered by a facilitator)" in overview(house)
    assert "Write to the 1 who has not finished" in overview(house)
    assert house.workshop.history.filter(verb="pack_finished_for", seat=house.fay).count() == 1
    press(house)
    assert not is_done(house.ada)
    assert "(entered by a facilitator)" not in overview(house)


def test_who_finished_themselves_stays_finished_and_whoever_enters_is_not_told(house: House) -> None:
    finish_pack(house.ada)
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/people/{house.ada.uid}/proxy/").text
    assert 'name="whole" value="1"> ' in page
    press(house)
    assert is_done(house.ada)


def test_who_finishes_after_a_facilitator_said_so_stays_finished(house: House) -> None:
    press(house, whole="1")
    for _twice in range(2):
        finish_pack(house.ada)
    assert house.workshop.history.filter(verb="pack_finished", seat=house.ada).count() == 1
    press(house)
    assert is_done(house.ada)


def closes(monkeypatch: pytest.MonkeyPatch, where: Any) -> None:
    """Let the pack close between what is saved and that it is finished."""

    def refuse(*_seats: Seat, is_whole: bool) -> None:
        raise Closed("It closed.")

    monkeypatch.setattr(where, "finish_for", refuse)


def test_what_was_saved_of_a_pack_that_closed_meanwhile_is_not_called_refused(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    closes(monkeypatch, proxy)
    assert press(house, whole="1").status_code == 302
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/people/{house.ada.uid}/proxy/").text
    assert not is_done(house.ada)
    assert "is saved, and finished" not in page


def test_of_a_file_that_cannot_be_finished_nothing_is_saved(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    closes(monkeypatch, actions)
    file = filled(pack_of(house.ada, house.fay), {"C1": "x"})
    answer = filled_pages.send(house.fay, file, house=house, whose=house.ada)
    form = filled_pages.form_of(answer) | {"whole": "1"}
    refused = filled_pages.take(house.fay, form, house=house, whose=house.ada)
    assert (refused.status_code, "It is not saved yet" in refused.text) == (409, True)
    assert filled_pages.words_of(house.ada) == {}


def test_a_form_that_asked_nothing_of_it_changes_nothing(house: House) -> None:
    press(house, whole="1")
    save(house, look(house))
    assert is_done(house.ada)


def test_a_word_file_sent_in_for_somebody_finishes_their_pack_too(house: House) -> None:
    file = filled(pack_of(house.ada, house.fay), {"C1": "x"})
    answer = filled_pages.send(house.fay, file, house=house, whose=house.ada)
    assert "This is all they want to say" in answer.text
    form = filled_pages.form_of(answer) | {"whole": "1"}
    assert filled_pages.take(house.fay, form, house=house, whose=house.ada).status_code == 302
    assert is_done(house.ada)
    own = filled_pages.send(house.ada, filled(pack_of(house.ada), {"C1": "y"}), house=house)
    assert "This is all they want to say" not in own.text


def test_nobody_finishes_the_pack_of_another(house: House) -> None:
    send(house, house.others[0], "proxy-pack", {"asks-whole": "1", "whole": "1"}, {"uid": house.ada.uid})
    assert not is_done(house.ada)
