"""A seat is removed while a facilitator enters something for it: nothing is written."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from tests.questions import agreed
from tests.races import under_way, waits
from tests.stagecraft import put, uids
from tests.support import House, make_house
from tests.views.rows_synthesis import put as put_it
from workshop.actions import kit, people, proxy, rounds
from workshop.actions.blank_words import BlankWords
from workshop.actions.people import remove_seat
from workshop.actions.proxy import cast_for, fill_for, record_consents, say_for, write_for
from workshop.actions.proxy_ground import add_rule_for, agree_for, take_agreement_back_for
from workshop.actions.proxy_order import order_for
from workshop.actions.proxy_sort import place_for
from workshop.actions.proxy_words import enter_answer, enter_assent, enter_stance
from workshop.actions.sort import Row
from workshop.models import Ballot, Closed, Forbidden, Prompt, Seat, Workshop
from workshop.models.pack import own_pack


def question(house: House) -> Prompt:
    return house.workshop.prompts.get(kind="open")


def cast(house: House) -> object:
    """Let Fay enter a choice for Ada, as both were when the request began."""
    return cast_for(house.fay, house.ada, house.poll, frozenset(uids(house, 1)), seen="", replaces=False)


ACTS: dict[str, Callable[[House], object]] = {
    "cast_for": cast,
    "place_for": lambda house: place_for(
        house.fay, house.ada, house.pack, [Row(house.cards[0], ("inner", ""), ("", ""))]
    ),
    "write_for": lambda house: write_for(
        house.fay, house.ada, house.workshop.prompts.get(card__number=1), "From paper", 0
    ),
    "say_for": lambda house: say_for(
        house.fay, house.ada, house.cards[0], "Said aloud", uid=question(house).uid
    ),
    "enter_answer": lambda house: enter_answer(house.fay, house.ada, question(house), "Late", late=True),
    "enter_assent": lambda house: enter_assent(house.fay, house.ada, question(house), "agree", "", rev=1),
    "enter_stance": lambda house: enter_stance(
        house.fay, house.ada, house.workshop.proposals.get(), "fine", ""
    ),
    "fill_for": lambda house: fill_for(
        house.fay, house.ada, own_pack(house.ada).places[0].uid, 0, BlankWords("Skills")
    ),
    "order_for": lambda house: order_for(house.fay, house.ada, house.pack, {"inner": []}),
    "add_rule_for": lambda house: add_rule_for(house.fay, house.ada, "Ask.", uid=question(house).uid),
    "agree_for": lambda house: agree_for(house.fay, house.ada, timezone.now()),
    "take_agreement_back_for": lambda house: take_agreement_back_for(house.fay, house.ada),
    "record_consents": lambda house: record_consents(house.fay, house.ada, {}, closed=False),
}


@pytest.mark.django_db
@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_nothing_is_entered_for_a_seat_that_was_removed_since_it_was_read(
    act: Callable[[House], object],
) -> None:
    house = make_house(leaders=3)
    agreed(house)
    put_it(house)
    remove_seat(house.fay, Seat.objects.get(pk=house.ada.pk))
    with pytest.raises(Closed, match="seat was removed"):
        act(house)


@pytest.mark.django_db
def test_nothing_is_entered_by_a_facilitator_whose_seat_was_removed_since_it_was_read() -> None:
    house = make_house(leaders=3)
    put(house, "poll")
    Seat.objects.filter(pk=house.fay.pk).update(removed_at=house.workshop.created_at)
    with pytest.raises(Forbidden, match="Your seat was removed"):
        cast(house)


@pytest.fixture
def polled(transactional_db: None) -> House:
    house = make_house(leaders=3)
    put(house, "poll")
    return house


def removal(house: House) -> Callable[[], None]:
    return lambda: remove_seat(house.fay, Seat.objects.get(pk=house.ada.pk))


@pytest.mark.django_db(transaction=True)
def test_who_enters_waits_for_a_removal_under_way_and_is_told(
    polled: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    with under_way(removal(polled), people, "vacate_chair", monkeypatch):
        waits(lambda: cast(polled))
    with pytest.raises(Closed, match="seat was removed"):
        cast(polled)
    assert not Ballot.objects.exists()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_without_the_lock_it_would_be_entered(polled: House, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (kit, people, proxy, rounds):
        monkeypatch.setattr(module, "locked", lambda pk: Workshop.objects.get(pk=pk))
    with under_way(removal(polled), people, "vacate_chair", monkeypatch):
        cast(polled)
    assert Ballot.objects.get(seat=polled.ada).proxy == polled.fay
