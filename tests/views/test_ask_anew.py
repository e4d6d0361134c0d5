"""A change of the information says what it did, and who forgot that it matters can still ask everybody."""

import pytest

from tests.actions.test_sheets import inform
from tests.setup import setup_words
from tests.support import House, agree, client_of, make_house
from workshop.actions.sheets import ask_anew, note_sheet
from workshop.models import Audit, Invalid, Stale
from workshop.models.consents import asked_of, needs_consent

pytestmark = pytest.mark.django_db


def save(house: House, text: str, **more: str) -> str:
    """Save the set-up with other information, and return what the page then says."""
    sent = setup_words(house) | {"information": text} | more
    answer = client_of(house.fay).post(f"/w/{house.workshop.slug}/setup/", sent, follow=True)
    house.workshop.refresh_from_db()
    return " ".join(answer.text.split())


def test_saving_other_information_says_which_version_it_is_and_that_nobody_is_asked() -> None:
    house = make_house(2)
    says = save(house, "Other words")
    assert "The information is version 2 now, and everybody is told. Nobody is asked again" in says
    assert "Ask everybody again about version 2</button>" in says
    says = save(house, "Better words")
    assert "Nobody had read version 2 of the information yet, so its words were changed." in says


def test_saving_it_with_the_tick_says_that_people_are_asked_and_offers_it_no_more() -> None:
    house = make_house(2)
    says = save(house, "Recorded, too", matters="on")
    assert "everybody is told. Whoever had answered before is asked again." in says
    assert "Ask everybody again about version 2" not in says


def test_who_forgot_the_tick_asks_everybody_again_at_one_press_that_is_asked_about_first() -> None:
    house = make_house(2)
    inform(house, "Recorded, too")
    note_sheet(house.ada, 2)  # from then on the tick of the form is about another version
    fay, address = client_of(house.fay), f"/w/{house.workshop.slug}/information/asking/"
    assert "Ask everybody again about version 2?" in fay.post(address, {"version": "2"}).text
    assert not needs_consent(house.ada)
    for _press in range(2):
        fay.post(address, {"version": "2", "confirmed": "1"})
    assert [item.key for item, given in asked_of(house.ada) if given is None] == ["take-part"]
    assert Audit.objects.filter(verb="information_changed", ids__matters="True").count() == 1


def test_set_up_says_how_many_know_the_version_that_stands() -> None:
    house = make_house(3)
    page = f"/w/{house.workshop.slug}/setup/"
    assert "The information: version" not in client_of(house.fay).get(page).text
    inform(house, "Recorded, too", matters=True)
    note_sheet(house.ada, 2)
    agree(house.others[0])
    assert "2 of 3 have said that they read it or answered to it." in client_of(house.fay).get(page).text


def test_nobody_is_asked_about_what_was_never_changed_or_is_another_version_by_now() -> None:
    house = make_house(1)
    with pytest.raises(Invalid, match="was not changed"):
        ask_anew(house.fay, 1)
    inform(house, "Second")
    with pytest.raises(Stale, match="changed meanwhile"):
        ask_anew(house.fay, 1)
