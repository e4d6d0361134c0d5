"""Facilitators are told that somebody asked for something, and that somebody has more time."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.support import House, client_of, make_house
from workshop.actions.consents import answer_consents
from workshop.actions.extra_time import give_extra_time
from workshop.actions.needs import save_needs
from workshop.actions.pack import finish_pack
from workshop.actions.rounds import close_round, reveal_round
from workshop.actions.workshops import close_workshop
from workshop.live.controls import closing_question
from workshop.models import ConsentItem, Seat
from workshop.models.needs import WantedNeeds
from workshop.models.needs_asked import needs_to_arrange

pytestmark = pytest.mark.django_db
TIME = "1 person asked for extra time for the pack, and has none yet."
SOMEBODY = "1 person asked for somebody who enters their answers."
MORE = "1 person wrote what else would help."
NOBODY = "After this nobody can change a pack"


@pytest.fixture
def house() -> House:
    made = make_house(leaders=3)
    ada, ben, cem = made.leaders
    save_needs(ada, WantedNeeds(["extra_time"]), 0)
    save_needs(ben, WantedNeeds(["somebody_enters", "larger_text"]), 0)
    save_needs(cem, WantedNeeds([], "A break every half hour"), 0)
    return made


def page(house: House, seat: Seat, name: str = "overview/") -> str:
    return client_of(seat).get(f"/w/{house.workshop.slug}/{name}", follow=True).text


def give(house: House) -> None:
    give_extra_time(house.fay, house.ada, timezone.now() + timedelta(days=1))


def test_the_overview_says_what_people_asked_for_and_leads_to_who(house: House) -> None:
    text = page(house, house.fay)
    asked = text.split("What people asked for")[1].split("</div>")[0]
    assert all(says in asked for says in (TIME, SOMEBODY, MORE))
    assert f"/w/{house.workshop.slug}/people/" in asked
    assert not any(word in asked for word in ("Ada", "Ben", "Cem", "half hour", "larger text"))


def test_what_roundel_does_by_itself_and_nothing_at_all_say_nothing() -> None:
    house = make_house(leaders=2)
    save_needs(house.ada, WantedNeeds(["larger_text", "word_file"]), 0)
    save_needs(house.others[0], WantedNeeds(), 0)
    assert needs_to_arrange(house.workshop) == []
    assert "What people asked for" not in page(house, house.fay)


def test_time_that_was_given_is_said_in_its_place_on_the_overview_and_beside_the_name(house: House) -> None:
    assert "More time for the pack" not in page(house, house.fay, "people/")
    give(house)
    text = page(house, house.fay)
    assert TIME not in text
    assert "1 person has more time for the pack, until " in text
    assert "More time for the pack: until " in page(house, house.fay, "people/")
    reveal_round(house.fay, house.pack)
    assert "more time" not in page(house, house.fay)
    assert "More time for the pack" not in page(house, house.fay, "people/")


def test_who_has_finished_or_takes_no_part_waits_for_nothing(house: House) -> None:
    finish_pack(house.ada)
    item = ConsentItem.objects.get(workshop=house.workshop, required=True)
    answer_consents(house.others[0], {str(item.uid): False}, partly=True)
    assert needs_to_arrange(house.workshop) == [MORE]
    close_workshop(house.fay)
    house.workshop.refresh_from_db()
    assert needs_to_arrange(house.workshop) == []


def test_an_early_close_does_not_say_that_the_packs_are_in_while_somebody_has_time(house: House) -> None:
    close_round(house.fay, house.pack)
    assert "The packs are in." in page(house, house.fay)
    give(house)
    text = page(house, house.fay)
    assert "The packs are in." not in text
    assert "The pack is closed, though not to everybody." in text


def test_whoever_closes_the_packs_is_told_who_can_still_change_theirs(house: House) -> None:
    address = f"/w/{house.workshop.slug}/rounds/1/closing/"
    assert NOBODY in closing_question(house.pack)[1]
    give(house)
    text = client_of(house.fay).post(address).text
    assert "After this only the 1 person who has more time can change their pack" in text
    assert NOBODY not in text


@pytest.mark.parametrize(("sent", "told"), [({"more": "A break"}, True), ({"at_once": ["no_timers"]}, False)])
def test_who_asks_for_something_reads_that_it_is_seen_and_arranged(
    sent: dict[str, object], told: bool
) -> None:
    house = make_house(leaders=1)
    answer = client_of(house.ada).post(f"/w/{house.workshop.slug}/needs/", {"rev": "0"} | sent, follow=True)
    assert "Kept." in answer.text
    assert ("Your facilitators see what you asked for, and arrange it with you." in answer.text) is told
