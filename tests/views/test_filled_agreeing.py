"""What is agreed to in a filled Word file rests on what the page about taking part says, as it does there."""

from datetime import date

import pytest

from tests.filling import filled, pack_of
from tests.support import House, make_house
from tests.views.filled_pages import form_of, send, take, words_of
from workshop.models import Consent, Seat, Workshop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("read_here")]

AGREED = {"K1": "Yes", "K2": "My words may not be quoted.", "K4": "No"}
FEW = "hidden names hide less"


def kept_until(house: House, day: date | None) -> None:
    Workshop.objects.filter(pk=house.workshop.pk).update(retain_until=day)


def fresh(seat: Seat) -> Seat:
    return Seat.objects.select_related("workshop", "person").get(pk=seat.pk)


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_file_and_page_say_what_few_people_risk_and_how_long_all_is_kept(promise: str) -> None:
    house = make_house(2, promise=promise, agreed=False)
    kept_until(house, date(2031, 5, 2))
    pack = pack_of(fresh(house.ada))
    file, page = " ".join(says for _of, says in pack.promise), send(house.ada, filled(pack, {}), house=house)
    for text in (file, page.text):
        assert "is kept until 2 May 2031 and erased then" in text
        assert (FEW in text) is (promise == "hidden")


def test_the_day_that_is_recorded_as_read_is_the_one_that_the_page_showed() -> None:
    house = make_house(2, agreed=False)
    kept_until(house, date(2031, 5, 2))
    form = form_of(send(house.ada, filled(pack_of(house.ada), AGREED), house=house))
    kept_until(house, date(2032, 1, 1))
    assert take(house.ada, form, house=house).status_code == 302
    assert fresh(house.ada).told_until == date(2031, 5, 2)


def test_an_answer_that_ends_something_is_given_on_the_page_that_says_what_it_ends() -> None:
    house = make_house(2)
    form = form_of(send(house.ada, filled(pack_of(house.ada), {"C1": "one"}), house=house))
    part = house.workshop.consent_items.get(required=True)
    before = Consent.objects.count()
    answer = take(house.ada, form | {str(part.uid): "no"}, house=house)
    assert (answer.status_code, "ends more than it says" in answer.text) == (422, True)
    assert (words_of(house.ada), Consent.objects.count()) == ({}, before)
