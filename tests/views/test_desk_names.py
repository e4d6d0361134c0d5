"""What is on everyone's screen names nobody on the desk whom the group may not see: windows are shared."""

import pytest

from tests.questions import agreed
from tests.stagecraft import bring, page
from tests.support import make_house
from workshop.actions.agreed import say_assent
from workshop.models import CardText, Workshop

pytestmark = pytest.mark.django_db


def panel(page: str, name: str) -> str:
    """Return a fragment of a page, up to where the next one begins."""
    return page.split(f'id="live-{name}"')[1].split('id="live-')[0]


def test_what_is_on_everyones_screen_names_nobody_on_the_desk_where_names_are_hidden() -> None:
    house = make_house(3, promise=Workshop.Promise.HIDDEN)
    prompt = agreed(house)
    say_assent(house.others[0], prompt, "dissent", "It is tokenism.", 1)
    shown = page(house, house.fay, "desk")
    for name in ("stage", "tally"):
        assert not any(seat.name in panel(shown, name) for seat in house.leaders)
    assert "It is tokenism." in panel(shown, "tally")
    assert "Ben" in panel(shown, "comments")
    assert "Only facilitators see the names." in panel(shown, "comments")


def test_where_names_are_open_the_desk_shows_them_with_the_text_and_marks_nothing() -> None:
    house = make_house(3)
    prompt = agreed(house)
    say_assent(house.others[0], prompt, "dissent", "It is tokenism.", 1)
    shown = page(house, house.fay, "desk")
    assert "Ben" in panel(shown, "tally")
    assert "Only facilitators see the names" not in shown


def test_notes_on_a_card_stand_outside_what_is_on_everyones_screen() -> None:
    house = make_house(3)
    card = bring(house)
    CardText.objects.filter(card=card).update(notes="Mind the budget.")
    shown = page(house, house.fay, "desk")
    assert "Mind the budget." not in panel(shown, "stage")
    assert "Mind the budget." in panel(shown, "comments")
    assert "Only facilitators see this." in panel(shown, "comments")
