"""After the close pages say what still changes and what stays; none offers what nobody can do any more."""

import pytest
from django.urls import reverse

from tests.quoting import spoken
from tests.support import House, client_of
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


def said(house: House, seat: Seat, name: str, **parts: object) -> str:
    """Return a page as a seat is sent it."""
    place = reverse(name, kwargs={"slug": house.workshop.slug, **parts})
    return " ".join(client_of(seat).get(place).content.decode().split())


@PROMISES
def test_my_data_offers_to_take_words_back_only_while_they_can_be_found(promise: str, unlinked: bool) -> None:
    house = closed(promise)
    page = said(house, house.ada, "my-data")
    assert ("at any time, and you can take it back." in page) is not unlinked
    assert ("What you wrote and chose cannot be taken back any more." in page) is unlinked


@PROMISES
def test_a_withdrawal_after_the_close_says_that_words_and_answers_stay(promise: str, unlinked: bool) -> None:
    house = closed(promise)
    own = said(house, house.ada, "withdrawal")
    theirs = said(house, house.fay, "person-withdrawal", uid=house.ada.uid)
    assert ("Everything that you wrote and chose: comments, answers, cards" in own) is unlinked
    assert ("Everything that they wrote and chose" in theirs) is unlinked
    for page in (own, theirs):
        assert ("othing that anybody wrote here is quoted any more" in page) is unlinked
    assert ("A text that the group wrote together" in own) is not unlinked


@PROMISES
@pytest.mark.parametrize(("who", "name"), [("ada", "room"), ("fay", "desk")])
def test_a_closed_workshop_says_what_still_changes(promise: str, unlinked: bool, who: str, name: str) -> None:
    house = closed(promise)
    page = said(house, getattr(house, who), name)
    assert "Nothing in it changes" not in page
    assert "an still change" in page
    assert ("nswer quotes" in page) is not unlinked
