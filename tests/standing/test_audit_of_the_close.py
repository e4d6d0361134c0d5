"""The record says of the close, and of who withdraws after it, what became of people's words, and no more."""

import pytest

from tests.quoting import spoken
from tests.stagecraft import page
from workshop.actions.withdrawing import withdraw
from workshop.actions.workshops import close_workshop
from workshop.models import Audit, Seat

pytestmark = pytest.mark.django_db
DESTROYED = "destroyed the link between people and what they wrote and chose"


@pytest.mark.parametrize(("promise", "unlinked"), [("unlinked", True), ("hidden", False), ("named", False)])
def test_the_record_has_the_close_and_where_it_was_so_the_destruction_of_the_link(
    promise: str, unlinked: bool
) -> None:
    house = spoken(promise)
    close_workshop(house.fay)
    close_workshop(house.fay)
    lines = Audit.objects.filter(slug=house.workshop.slug).order_by("n")
    assert [(line.verb, line.who, line.ids) for line in lines] == [
        (verb, house.fay.uid.hex, {}) for verb in ["workshop_closed", "workshop_unlinked"][: 1 + unlinked]
    ]
    said = page(house, house.fay, "audit")
    assert "closed the workshop" in said
    assert (DESTROYED in said) is unlinked


@pytest.mark.parametrize("promise", ["unlinked", "hidden", "named"])
@pytest.mark.parametrize("is_closed", [True, False])
def test_the_record_says_of_who_withdrew_whether_their_words_went(promise: str, is_closed: bool) -> None:
    house = spoken(promise)
    if is_closed:
        close_workshop(house.fay)
    withdraw(Seat.objects.get(pk=house.ada.pk))
    if not is_closed:
        close_workshop(house.fay)
    said, stays = page(house, house.fay, "audit"), is_closed and promise == "unlinked"
    assert ("took themselves out of the workshop; what they wrote stays" in said) is stays
    assert ("what they wrote was erased, but for what the group took up" in said) is not stays
