"""More time for one person: their pack stays open to them alone, by the server's clock, until the reveal."""

import uuid
from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from tests.rounds import exported
from tests.support import House, make_house
from workshop.actions.extra_time import give_extra_time
from workshop.actions.joining import join_by_code
from workshop.actions.pack import finish_pack
from workshop.actions.proxy import write_for
from workshop.actions.remarks import save_remark
from workshop.actions.rounds import close_round, reveal_round
from workshop.actions.sort import place_card
from workshop.actions.workshops import close_workshop
from workshop.live import pacing
from workshop.live.revealing import reveal_text
from workshop.models import Closed, Forbidden, Invalid, Mark, Round, Seat
from workshop.models.asked_of import could_answer
from workshop.models.counting import answered
from workshop.models.pack import own_pack

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def house() -> House:
    """A pack that is closed to everybody, and an hour more for Ada."""
    made = make_house(leaders=3)
    close_round(made.fay, made.pack)
    give_extra_time(made.fay, made.ada, timezone.now() + HOUR)
    return made


def write(house: House, seat: Seat) -> None:
    save_remark(seat, house.workshop.prompts.get(card__number=1), "Late", 0)


def passed(house: House) -> None:
    """Let Ada's hour be over."""
    Seat.objects.filter(pk=house.ada.pk).update(extra_until=timezone.now())


def test_who_has_more_time_writes_sorts_and_finishes_and_it_counts(house: House) -> None:
    write(house, house.ada)
    place_card(house.ada, house.pack, house.cards[0], "inner")
    assert finish_pack(house.ada).done_at
    reveal_round(house.fay, house.pack)
    assert answered(house.pack).count == 1
    assert Mark.objects.get(ballot__round__number=1).zone == "inner"


def test_nobody_else_has_it(house: House) -> None:
    ben = house.others[0]
    assert (own_pack(Seat.objects.get(pk=house.ada.pk)).is_open, own_pack(ben).is_open) == (True, False)
    for act in (write, lambda house, seat: place_card(seat, house.pack, house.cards[0], "inner")):
        with pytest.raises(Closed):
            act(house, ben)


def test_a_deadline_that_passed_counts_as_a_close_does(house: House) -> None:
    Round.objects.filter(pk=house.pack.pk).update(state="open", closes_at=timezone.now() - HOUR)
    write(house, house.ada)
    with pytest.raises(Closed):
        write(house, house.others[0])


def test_it_ends_at_its_moment_also_in_a_page_that_was_read_before(house: House) -> None:
    held = Seat.objects.select_related("workshop").get(pk=house.ada.pk)
    passed(house)
    with pytest.raises(Closed):
        write(house, held)
    with pytest.raises(Closed):
        place_card(held, house.pack, house.cards[0], "inner")


def test_it_ends_with_the_reveal(house: House) -> None:
    reveal_round(house.fay, house.pack)
    with pytest.raises(Closed):
        place_card(house.ada, house.pack, house.cards[0], "inner")
    with pytest.raises(Closed, match="revealed"):
        give_extra_time(house.fay, house.others[0], timezone.now() + HOUR)


def test_it_ends_with_the_workshop(house: House) -> None:
    close_workshop(house.fay)
    with pytest.raises(Closed):
        write(house, house.ada)


def test_before_a_reveal_one_is_told_that_somebody_still_has_time(house: House) -> None:
    assert "1 person still has more time for the pack" in reveal_text(house.pack)
    assert "more time" not in reveal_text(house.poll)
    passed(house)
    assert "more time" not in reveal_text(house.pack)


def test_a_facilitator_who_enters_for_them_has_the_same_time(house: House) -> None:
    box = house.workshop.prompts.get(card__number=1)
    assert write_for(house.fay, house.ada, box, "Said aloud", 0).body == "Said aloud"
    with pytest.raises(Closed):
        write_for(house.fay, house.others[0], box, "Said aloud", 0)


def test_it_is_a_state_that_can_be_taken_back(house: House) -> None:
    until = timezone.now() + 2 * HOUR
    assert [give_extra_time(house.fay, house.ada, until) for _press in range(2)] == [True, False]
    assert give_extra_time(house.fay, house.ada, None)
    with pytest.raises(Closed):
        write(house, house.ada)


def test_a_moment_that_passed_and_a_seat_without_a_pack_are_refused(house: House) -> None:
    with pytest.raises(Invalid):
        give_extra_time(house.fay, house.ada, timezone.now())
    with pytest.raises(Forbidden):
        give_extra_time(house.fay, house.fay, timezone.now() + HOUR)


def test_the_history_says_that_it_was_done_and_not_for_whom(house: House) -> None:
    row = house.workshop.history.get(verb="extra_time_given")
    assert (row.seat, row.ids) == (house.fay, {})
    assert "extra_until" not in str(exported(house))


def test_who_came_after_the_close_and_has_more_time_is_asked_too(house: House) -> None:
    late = join_by_code(house.workshop.join_code or "", "Gwen", uuid.uuid4()).seat
    asked = could_answer(Round.objects.get(pk=house.pack.pk))
    give_extra_time(house.fay, late, timezone.now() + HOUR)
    assert could_answer(Round.objects.get(pk=house.pack.pk)) == asked + 1


@pytest.mark.parametrize("until", [timezone.now() + timedelta(days=1), None], ids=["given", "ended"])
def test_an_open_desk_is_told_so_that_it_asks_by_what_holds_now_and_nobody_else_is(
    house: House,
    until: datetime | None,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    told: dict[str, tuple[str, ...]] = {}
    monkeypatch.setattr(pacing, "mark", lambda _id, who, what, **_: told.update({who: what}))
    with django_capture_on_commit_callbacks(execute=True):
        give_extra_time(house.fay, house.ada, until)
    assert set(told) == {"facilitators"}
    assert "controls" in told["facilitators"]
