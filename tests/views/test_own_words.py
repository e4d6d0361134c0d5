"""My data shows one's own words, and takes each back by itself; facilitators hear of files from before."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.stagecraft import page
from tests.support import House, client_of, make_house
from workshop.actions.exports import export_workshop
from workshop.actions.remarks import save_remark
from workshop.actions.rounds import close_round, reveal_round
from workshop.actions.workshops import close_workshop
from workshop.models import History, Remark
from workshop.models.own_words import own_words

pytestmark = pytest.mark.django_db

SAID = "Only between us <b>"


def house_with_words(promise: str = "named") -> House:
    """Return a workshop in which Ada wrote in her pack, which is closed and revealed."""
    house = make_house(2, promise=promise)
    save_remark(house.ada, house.workshop.prompts.get(card__number=1), SAID, 0)
    close_round(house.fay, house.pack)
    reveal_round(house.fay, house.pack)
    return house


def way(house: House) -> str:
    """Return the address of Ada's words."""
    key = own_words(house.ada)[0].key
    return reverse("own-words", kwargs={"slug": house.workshop.slug, "key": key})


def test_words_of_a_closed_pack_are_shown_and_taken_back_from_my_data_and_from_the_pack() -> None:
    house = house_with_words()
    address = way(house)
    for name in ("my-data", "pack"):
        text = page(house, house.ada, name)
        assert "Only between us &lt;b&gt;" in text
        assert f'href="{address}"' in text
    browser = client_of(house.ada)
    asks = browser.get(address).content.decode()
    assert "Take these words back, for good?" in asks
    browser.post(address, {"confirmed": own_words(house.ada)[0].print})
    assert not Remark.objects.exclude(body="").exists()
    assert "its words are erased" in page(house, house.ada, "my-data")
    assert "You took this back." in page(house, house.ada, "pack")


def test_nothing_goes_without_the_answer_that_the_page_asked_for_nor_to_anybody_else() -> None:
    house = house_with_words()
    answer = client_of(house.ada).post(way(house), {"confirmed": "1"})
    assert answer.status_code == 409
    assert "Nothing was erased yet" in answer.content.decode()
    ben = client_of(house.others[0])
    assert ben.get(way(house)).status_code == 404
    assert ben.post(way(house), {"confirmed": own_words(house.ada)[0].print}).status_code == 404
    assert Remark.objects.get(seat=house.ada).body == SAID


def test_a_second_press_says_that_nothing_is_there_any_more() -> None:
    house = house_with_words()
    address, press = way(house), {"confirmed": own_words(house.ada)[0].print}
    browser = client_of(house.ada)
    browser.post(address, press)
    again = browser.post(address, press, follow=True).content.decode()
    assert "taken back already" in again


def test_words_without_an_author_cannot_be_taken_back_and_that_is_said() -> None:
    house = house_with_words("unlinked")
    address = way(house)
    close_workshop(house.fay)
    text = page(house, house.ada, "my-data")
    assert SAID not in text
    assert "they cannot be taken out any more" in text
    assert client_of(house.ada).get(address).status_code == 404


def test_facilitators_are_told_which_files_were_taken_before_words_were_taken_back() -> None:
    house = house_with_words()
    export_workshop(house.workshop, "csv", house.fay)
    assert "taken back since" not in page(house, house.fay, "people")
    client_of(house.ada).post(way(house), {"confirmed": own_words(house.ada)[0].print})
    export_workshop(house.workshop, "json", house.fay)
    text = page(house, house.fay, "people")
    assert "1 taken back since" in text
    assert "answers and comments (CSV)" in text
    assert "everything (JSON)" not in text
    assert "after files had been taken" in page(house, house.fay, "overview")
    History.objects.filter(verb="remark_withdrawn").update(at=timezone.now() - timedelta(days=31))
    assert "after files had been taken" not in page(house, house.fay, "overview")
