"""The words of letters: what can be filled in, and what is refused before anything goes."""

import pytest

from tests.letters.desk import letter, press, work
from tests.letters.postbox import Postbox, text_of
from tests.support import House, make_house
from workshop.actions.letters import edit_letter
from workshop.models import Invalid, Letter, Post

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=1)


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Hello {nmae}", "{link}"),
        ("Hello", "{link} {left}"),
        ("In: {link}", "{link}"),
        ("Hello", "no way in"),
        ("", "{link}"),
    ],
)
def test_words_that_cannot_be_filled_in_are_refused(house: House, subject: str, body: str) -> None:
    with pytest.raises(Invalid):
        edit_letter(house.fay, letter(house), rev=1, subject=subject, body=body)


def test_a_letter_that_tells_a_day_which_nobody_knows_is_not_sent(house: House, box: Postbox) -> None:
    written = edit_letter(house.fay, letter(house), rev=1, subject="On {date}", body="{link}")
    with pytest.raises(Invalid):
        press(house, written)
    assert not Post.objects.exists()


@pytest.mark.parametrize("kind", Letter.Kind.values)
def test_our_own_words_of_each_kind_can_be_sent_as_they_are(house: House, box: Postbox, kind: str) -> None:
    press(house, letter(house, kind), house.ada)
    work()
    assert "{" not in text_of(box.mails[0]) + box.mails[0]["Subject"]
