"""What one needs: asked on the pack, saved on a page of its own, and turned into how pages are."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.support import House, client_of, make_house
from workshop.actions.chair import hand_chair
from workshop.actions.extra_time import give_extra_time
from workshop.actions.needs import save_needs
from workshop.actions.rounds import close_round, reveal_round
from workshop.models import Seat, Workshop
from workshop.models.needs import WantedNeeds, need_of

pytestmark = pytest.mark.django_db
ASKED = "You are asked once."
TICKED = {
    "at_once": ["larger_text", "no_timers"],
    "arranged": ["somebody_enters"],
    "more": "A lift to the room",
}


@pytest.fixture
def house() -> House:
    return make_house(leaders=4)


def page(house: House, seat: Seat, name: str = "pack/") -> str:
    return client_of(seat).get(f"/w/{house.workshop.slug}/{name}", follow=True).text


def send(house: House, **data: object) -> tuple[int, str]:
    answer = client_of(house.ada).post(f"/w/{house.workshop.slug}/needs/", {"rev": "0"} | data, follow=True)
    return answer.status_code, answer.text


def test_the_pack_asks_until_something_is_said_also_that_nothing_is_needed(house: House) -> None:
    assert ASKED in page(house, house.ada)
    assert ASKED not in page(house, house.fay)
    status, text = send(house, nothing="1", next=f"/w/{house.workshop.slug}/pack/")
    assert (status, ASKED in text, "Kept." in text) == (200, False, True)
    assert need_of(house.ada).keys == []


def test_what_was_ticked_is_kept_and_stands_there_again(house: House) -> None:
    _status, text = send(house, **TICKED)
    assert need_of(house.ada).names[-1] == "A lift to the room"
    assert 'value="larger_text"' in text
    assert text.count(" checked") == 3
    assert "What you need" in page(house, house.ada, "pack/information/")


def test_a_line_that_is_too_long_comes_back_whole(house: House) -> None:
    status, text = send(house, more="x" * 201)
    assert (status, "x" * 201 in text, need_of(house.ada).rev) == (422, True, 0)


def test_an_older_page_keeps_what_was_ticked_and_can_be_saved_again(house: House) -> None:
    save_needs(house.ada, WantedNeeds(["word_file"]), 0)
    status, text = send(house, **TICKED)
    assert (status, 'name="rev" value="1"' in text, text.count(" checked")) == (409, True, 3)
    assert "Saved now: a Word file." in text


@pytest.mark.parametrize("name", ["pack/", "rounds/1/sort/", "room/", "my-data/", "needs/"])
def test_each_page_of_theirs_has_larger_text_and_no_countdown_and_of_nobody_else(
    house: House, name: str
) -> None:
    send(house, **TICKED)
    assert 'data-text="larger" data-timers="words">' in page(house, house.ada, name)
    assert "data-timers=" not in page(house, house.others[0], name)


def test_plain_words_stand_in_the_place_of_the_longer_ones(house: House) -> None:
    longer, plain = (
        "Put each card in the inner circle if it matters most",
        "Does the card matter a lot to you?",
    )
    assert longer in page(house, house.ada, "rounds/1/sort/")
    save_needs(house.ada, WantedNeeds(["plain_words"]), 0)
    text = page(house, house.ada, "rounds/1/sort/")
    assert (longer in text, plain in text) == (False, True)
    assert "Read one card." in page(house, house.ada)


def test_the_file_that_was_asked_for_comes_first_and_is_chosen(house: House) -> None:
    save_needs(house.ada, WantedNeeds(["word_file", "large_print"]), 0)
    assert "Your pack as a Word file, or in large print" in page(house, house.ada)
    form = page(house, house.ada, "pack/files/own/")
    assert [f'value="{value}"' in form for value in ("word", "large")] == [True, True]
    assert form.count(" checked") == 3
    assert 'value="pdf" required id="id_file_0" checked' not in form


def test_facilitators_see_by_name_what_is_needed_and_the_way_to_do_it(house: House) -> None:
    send(house, **TICKED)
    needs = "Needs: larger text, no countdowns, somebody who enters their answers and A lift to the room"
    assert needs in page(house, house.fay, "people/")
    text = page(house, house.fay, f"people/{house.ada.uid}/")
    assert text.count(f"/people/{house.ada.uid}/proxy/") == 2
    assert "A lift to the room" in text
    assert "Asked for somebody who enters" in page(house, house.fay, "people/proxies/")
    assert "They have not said." in page(house, house.fay, f"people/{house.others[0].uid}/")


def test_a_chair_who_takes_part_sees_counts_and_nobody_else_anything(house: House) -> None:
    send(house, **TICKED)
    counted, cem = "<b>1</b> person: no countdowns", house.others[1]
    assert counted in page(house, house.fay, "desk/")
    hand_chair(house.fay, cem, "good", house.workshop.chair_rev)
    text = page(house, Seat.objects.get(pk=cem.pk), "room/")
    assert (counted in text, "A lift to the room" in text) == (True, False)
    assert "countdowns" not in page(house, house.others[0], "room/")


def test_who_has_more_time_is_told_and_finds_the_pack_and_the_sort_open(house: House) -> None:
    close_round(house.fay, house.pack)
    give_extra_time(house.fay, house.ada, timezone.now() + timedelta(hours=1))
    for name in ("pack/", "rounds/1/sort/"):
        text = page(house, house.ada, name)
        assert "You have more time: until" in text
        assert "closed on" not in text
        assert "closed on" in page(house, house.others[0], name)
    assert "Go on: check and finish" in page(house, house.ada, "rounds/1/sort/")


def test_a_facilitator_gives_more_time_and_takes_it_back(house: House) -> None:
    fay, address = client_of(house.fay), f"/w/{house.workshop.slug}/people/{house.ada.uid}/extra-time/"
    day = f"{timezone.localdate() + timedelta(2):%Y-%m-%d}"
    text = fay.post(address, {"day": day, "at": "09:30"}, follow=True).text
    assert "Ada may fill in the pack until" in text
    assert "09:30" in text
    assert f'value="{day}"' in fay.get(address).text
    assert "the same time as everybody" in fay.post(address, {"day": "", "at": ""}, follow=True).text
    assert Seat.objects.get(pk=house.ada.pk).extra_until is None


def test_a_time_that_passed_or_makes_no_sense_is_refused_with_what_was_typed(house: House) -> None:
    fay, address = client_of(house.fay), f"/w/{house.workshop.slug}/people/{house.ada.uid}/extra-time/"
    for day in ("2020-01-01", "soon"):
        answer = fay.post(address, {"day": day, "at": "09:30"})
        assert (answer.status_code, f'value="{day}"' in answer.text) == (422, True)
    Workshop.objects.filter(pk=house.workshop.pk).update(closed_at=timezone.now())
    assert fay.get(address).status_code == 409


def test_a_time_without_its_day_is_kept_and_takes_nothing_back(house: House) -> None:
    give_extra_time(house.fay, house.ada, timezone.now() + timedelta(hours=1))
    address = f"/w/{house.workshop.slug}/people/{house.ada.uid}/extra-time/"
    answer = client_of(house.fay).post(address, {"day": "", "at": "09:00"})
    assert (answer.status_code, 'value="09:00"' in answer.text) == (422, True)
    assert "Give the day too." in answer.text
    assert Seat.objects.get(pk=house.ada.pk).extra_until is not None


def test_time_that_reaches_into_the_workshop_is_given_and_said_to(house: House) -> None:
    Workshop.objects.filter(pk=house.workshop.pk).update(starts_at=timezone.now() + timedelta(days=3))
    fay, address = client_of(house.fay), f"/w/{house.workshop.slug}/people/{house.ada.uid}/extra-time/"
    for days, told in ((2, False), (5, True)):
        day = f"{timezone.localdate() + timedelta(days):%Y-%m-%d}"
        text = fay.post(address, {"day": day, "at": "09:30"}, follow=True).text
        assert "Ada may fill in the pack until" in text
        assert ("That is after the workshop starts." in text) is told


def test_what_is_said_of_more_time_ends_with_it(house: House) -> None:
    name = f"people/{house.ada.uid}/"
    give_extra_time(house.fay, house.ada, timezone.now() + timedelta(hours=1))
    assert "Their pack stays open for them until" in page(house, house.fay, name)
    Seat.objects.filter(pk=house.ada.pk).update(extra_until=timezone.now())
    text = page(house, house.fay, name)
    assert ("stays open for them" in text, "Give them more time" in text) == (False, True)
    Seat.objects.filter(pk=house.ada.pk).update(extra_until=timezone.now() + timedelta(hours=1))
    close_round(house.fay, house.pack)
    reveal_round(house.fay, house.pack)
    text = page(house, house.fay, name)
    assert ("stays open for them" in text, "/extra-time/" in text) == (False, False)


def test_the_way_back_is_to_where_one_came_from(house: House) -> None:
    pack = f"/w/{house.workshop.slug}/pack/"
    from_the_pack = page(house, house.ada, f"needs/?next={pack}")
    assert f'href="{pack}">Back to the pack</a>' in from_the_pack
    assert "Back to your choices" not in from_the_pack
    assert "Back to your choices</a>" in page(house, house.ada, "needs/")
