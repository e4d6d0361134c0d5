"""After the close pages say what still changes and what stays; none offers what nobody can do any more."""

import pytest

from tests.quoting import spoken
from tests.stagecraft import page
from tests.support import House
from workshop.actions.workshops import close_workshop
from workshop.models import Seat

pytestmark = pytest.mark.django_db
PROMISES = pytest.mark.parametrize(
    ("promise", "unlinked"), [("unlinked", True), ("hidden", False), ("named", False)]
)


def closed(promise: str) -> House:
    """Return a closed workshop in which Ada said something."""
    house = spoken(promise)
    close_workshop(house.fay)
    house.ada, house.fay = (
        Seat.objects.select_related("workshop").get(pk=seat.pk) for seat in (house.ada, house.fay)
    )
    return house


@PROMISES
def test_my_data_offers_to_take_words_back_only_while_they_can_be_found(promise: str, unlinked: bool) -> None:
    house = closed(promise)
    text = page(house, house.ada, "my-data")
    assert ("at any time, and you can take it back." in text) is not unlinked
    assert ("What you wrote and chose cannot be taken back any more." in text) is unlinked


@PROMISES
def test_a_withdrawal_after_the_close_says_that_words_and_answers_stay(promise: str, unlinked: bool) -> None:
    house = closed(promise)
    own = page(house, house.ada, "withdrawal")
    theirs = page(house, house.fay, "person-withdrawal", uid=house.ada.uid)
    assert ("Everything that you wrote and chose: comments, answers, cards" in own) is unlinked
    assert ("Everything that they wrote and chose" in theirs) is unlinked
    for text in (own, theirs):
        assert ("othing that anybody wrote here is quoted any more" in text) is unlinked


@PROMISES
@pytest.mark.parametrize(("who", "name"), [("ada", "room"), ("fay", "desk")])
def test_a_closed_workshop_says_what_still_changes(promise: str, unlinked: bool, who: str, name: str) -> None:
    house = closed(promise)
    text = page(house, getattr(house, who), name)
    assert "Nothing in it changes" not in text
    assert "an still change" in text
    assert ("nswer quotes" in text) is not unlinked
