"""What hardly fits the moment is said on the page that asks, in a line; who wants to send it still can."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.letters.desk import letter, press, work
from tests.letters.postbox import Postbox
from tests.letters.test_no_date_told import set_date
from tests.letters.test_what_they_say import STARTS, move_date
from tests.support import House, client_of, make_house
from workshop.actions.letters import edit_letter
from workshop.actions.rounds import close_round
from workshop.actions.workshops import close_workshop
from workshop.models import Letter, Post, Seat, Workshop

pytestmark = pytest.mark.django_db
LOOK = "Look at this before you send it"
HOUR = timedelta(hours=1)


@pytest.fixture
def house() -> House:
    return make_house(leaders=2)


def page(house: House, written: Letter, whom: str = "everybody") -> str:
    house.fay.workshop.refresh_from_db()
    address = f"/w/{house.workshop.slug}/letters/{written.uid}/sending/?whom={whom}"
    return client_of(house.fay).get(address).content.decode()


@pytest.mark.parametrize(("kind", "whom"), [("invitation", "new"), ("reminder", "not-begun")])
def test_a_letter_about_a_pack_says_when_nobody_can_fill_it_in_yet_or_any_more(kind: str, whom: str) -> None:
    house = make_house(leaders=2, pack_open=False)
    written = letter(house, kind)
    assert "The pack is not open yet" in page(house, written, whom)
    house.workshop.rounds.filter(number=1).update(state="open")
    assert LOOK not in page(house, written, whom)
    close_round(house.fay, house.pack)
    assert "The pack is closed: 2 of them cannot fill it in any more." in page(house, written, whom)
    Seat.objects.filter(pk=house.ada.pk).update(extra_until=timezone.now() + HOUR)
    assert "The pack is closed: 1 of them cannot fill it in any more." in page(house, written, whom)


def test_a_second_reminder_within_a_day_is_told_and_can_be_sent(house: House, box: Postbox) -> None:
    press(house, letter(house, "reminder"), house.ada)
    work()
    again = letter(house, "reminder")
    says = "1 of them was sent a reminder less than a day ago."
    assert says in page(house, again, "not-begun")
    Post.objects.update(asked_at=timezone.now() - timedelta(hours=25))
    assert says not in page(house, again, "not-begun")
    assert press(house, again) == 2


def test_thanks_before_anything_happened_and_to_who_never_came_are_told(house: House) -> None:
    written = letter(house, "thanks")
    says = "The workshop has not begun, and no result can be seen yet."
    assert says in page(house, written)
    Seat.objects.filter(pk=house.ada.pk).update(read_at=timezone.now())
    assert "1 of them has never opened their pack." in page(house, written)
    close_workshop(house.fay)
    assert says not in page(house, written)
    Seat.objects.update(read_at=timezone.now())
    assert LOOK not in page(house, written)


def test_after_an_unlinked_close_nobody_is_told_how_many_never_came() -> None:
    house = make_house(leaders=3, promise="unlinked")
    written = letter(house, "thanks")
    close_workshop(house.fay)
    assert "never opened" not in page(house, written)


def test_a_date_that_is_set_and_not_said_or_has_passed_is_told(house: House) -> None:
    edit_letter(house.fay, written := letter(house), rev=1, subject="Come", body="{link}")
    assert LOOK not in page(house, written)
    set_date(house)
    house.workshop.rounds.filter(number=1).update(closes_at=STARTS)
    for word in ("date", "deadline"):
        assert f"write {{{word}}} where it is to stand" in page(house, written)
    edit_letter(house.fay, written, rev=2, subject="Come", body="{link} {date} {deadline}")
    assert LOOK not in page(house, written)
    Workshop.objects.update(starts_at=timezone.now() - HOUR)
    assert "The date that it tells has passed." in page(house, written)


def test_a_letter_about_a_date_that_everybody_knows_is_told(house: House, box: Postbox) -> None:
    set_date(house)
    house.fay.workshop.refresh_from_db()
    press(house, letter(house))
    work()
    written = letter(house, "moved")
    assert "Nobody was told another date than the one that stands." in page(house, written)
    move_date(house.fay, 7)
    assert LOOK not in page(house, written)
