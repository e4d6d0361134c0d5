"""A letter that went before there was a date told none: whoever had it was not told another one."""

import pytest

from tests.letters.desk import letter, press, work
from tests.letters.postbox import Postbox, text_of
from tests.letters.test_what_they_say import STARTS, move_date
from tests.support import House, client_of, make_house
from workshop.actions.setup import edit_setup
from workshop.models import Workshop
from workshop.models.posted import Told, told_before
from workshop.models.setup import facts_of, print_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=2)


def set_date(house: House, *, gone: bool = False) -> None:
    """Set the first date, or take the one that stands out."""
    now = facts_of(Workshop.objects.get(pk=house.workshop.pk))
    values = {"date": None, "starts": None} if gone else {"date": STARTS.date(), "starts": STARTS.time()}
    edit_setup(house.fay, values, {name: print_of(now[name]) for name in values})


def told(house: House) -> Told:
    return told_before(Workshop.objects.get(pk=house.workshop.pk))


def begun(house: House) -> str:
    """Return with which words a letter about the date begins now."""
    fresh = Workshop.objects.get(pk=house.workshop.pk)
    house.fay.workshop = fresh
    made = letter(house, "moved")
    return f"{made.subject}\n{made.body}"


def test_who_was_invited_before_there_was_a_date_is_told_none_and_not_another(
    house: House, box: Postbox
) -> None:
    press(house, letter(house))
    work()
    assert told(house) == Told()
    set_date(house)
    assert told(house) == Told(none=2)
    move_date(house.fay, 7)
    assert told(house) == Told(none=2)
    text = client_of(house.fay).get(f"/w/{house.workshop.slug}/letters/").content.decode()
    assert ("2 people were told no date" in text, "told another date" in text) == (True, False)


def test_the_letter_that_tells_them_does_not_say_that_anything_changed(house: House, box: Postbox) -> None:
    press(house, letter(house))
    work()
    set_date(house)
    words = begun(house)
    assert ("there is a date now" in words, "changed" in words, "another date" in words) == (
        True,
        False,
        False,
    )
    press(house, house.workshop.letters.get(kind="moved"))
    work()
    assert "We meet on Tuesday 30 March 2027" in text_of(box.mails[-1])
    assert told(house) == Told()


def test_where_some_know_an_earlier_date_and_some_none_the_words_are_true_for_both(
    house: House, box: Postbox
) -> None:
    first = letter(house)
    press(house, first, house.ada)
    work()
    set_date(house)
    press(house, first, house.others[0])
    work()
    assert told(house) == Told(none=1)
    move_date(house.fay, 7)
    assert told(house) == Told(another=1, none=1)
    assert "If you were told another date before, this one holds in its place." in begun(house)


def test_who_was_told_that_the_date_is_off_holds_none_once_there_is_one_again(
    house: House, box: Postbox
) -> None:
    set_date(house)
    press(house, letter(house))
    work()
    set_date(house, gone=True)
    assert told(house) == Told(another=2)
    press(house, letter(house, "moved"))
    work()
    assert told(house) == Told()
    set_date(house)
    assert told(house) == Told(none=2)
    move_date(house.fay, 1)
    assert told(house) == Told(none=2)
