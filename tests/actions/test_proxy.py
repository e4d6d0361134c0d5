"""What a facilitator enters for a person: marked, and neither over nor telling what they chose."""

from collections.abc import Callable

import pytest

from tests.stagecraft import put, uids, vote
from tests.support import House, make_house
from tests.views.test_replay import second
from workshop.actions.people import remove_seat
from workshop.actions.proxy import cast_for
from workshop.models import Ballot, Card, Closed, Forbidden, Invalid, Refusal, Seat, Stale
from workshop.models.proxy import poll_for
from workshop.models.proxy_seen import seen_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def cast(house: House, *numbers: int, seen: str = "", replaces: bool = False) -> Ballot:
    """Let Fay enter a choice for Ada."""
    chosen = frozenset(uids(house, *numbers))
    return cast_for(house.fay, house.ada, house.poll, chosen, seen=seen, replaces=replaces)


def ballot(house: House) -> tuple[list[int | None], Seat | None, int]:
    """Return what Ada's ballot says, who entered it, and its rev."""
    found = Ballot.objects.get(round=house.poll, seat=house.ada)
    chosen = found.marks.order_by("card__number").values_list("card__number", flat=True)
    return list(chosen), found.proxy, found.rev


def print_of(house: House) -> str:
    """Return the print of Ada's ballot."""
    return seen_of(Ballot.objects.get(round=house.poll, seat=house.ada))


def test_a_ballot_is_marked_and_entering_it_twice_changes_nothing(house: House) -> None:
    put(house, "poll")
    for _twice in range(2):
        cast(house, 1, 2)
    assert ballot(house) == ([1, 2], house.fay, 1)
    assert house.workshop.history.filter(verb="ballot_entered", seat=house.fay).count() == 1


def test_what_the_person_sends_themselves_is_theirs_again(house: House) -> None:
    put(house, "poll")
    cast(house, 1)
    vote(house, house.ada, 3)
    assert ballot(house) == ([3], None, 2)


def test_an_answer_of_their_own_stays_unless_they_asked(house: House) -> None:
    put(house, "poll")
    vote(house, house.ada, 3)
    with pytest.raises(Invalid, match="answer already"):
        cast(house, 1, seen=print_of(house))
    with pytest.raises(Stale):
        cast(house, 1, replaces=True)
    assert ballot(house) == ([3], None, 1)
    cast(house, 1, seen=print_of(house), replaces=True)
    assert ballot(house) == ([1], house.fay, 2)


def test_an_old_page_writes_over_nothing(house: House) -> None:
    put(house, "poll")
    cast(house, 1)
    first = print_of(house)
    cast(house, 2, seen=first)
    with pytest.raises(Stale):
        cast(house, 3, seen=first)
    assert ballot(house) == ([2], house.fay, 2)


def test_who_would_rather_not_choose_can_be_entered_too(house: House) -> None:
    put(house, "poll")
    assert cast(house).state == Ballot.State.ABSTAINED
    assert Ballot.objects.get(seat=house.ada).proxy == house.fay


def test_one_sees_again_what_one_entered_and_nothing_else(house: House) -> None:
    put(house, "poll")
    cast(house, 1)
    gus = second(house)

    def known(by: Seat) -> tuple[list[str], str, bool]:
        poll = poll_for(by, house.ada, house.poll)
        return [face.key for face, chosen in poll.options if chosen], poll.seen, poll.is_entered

    assert known(house.fay) == (uids(house, 1), print_of(house), True)
    assert known(gus) == ([], "", False)
    vote(house, house.ada, 1)
    assert known(house.fay) == ([], "", False)


def by_a_leader(house: House) -> None:
    cast_for(house.others[0], house.ada, house.poll, frozenset(), seen="", replaces=False)


def for_a_facilitator(house: House) -> None:
    cast_for(house.fay, second(house), house.poll, frozenset(), seen="", replaces=False)


def elsewhere(house: House) -> None:
    cast_for(house.zoe, house.ada, house.poll, frozenset(), seen="", replaces=False)


def removed(house: House) -> None:
    remove_seat(house.fay, house.ada)
    house.ada.refresh_from_db()
    cast(house, 1)


def not_open(house: House) -> None:
    cast(house, 1)


@pytest.mark.parametrize(
    ("act", "refusal"),
    [
        (by_a_leader, Forbidden),
        (for_a_facilitator, Forbidden),
        (elsewhere, Forbidden),
        (removed, Closed),
        (not_open, Closed),
    ],
)
def test_what_cannot_be_entered_is_refused(
    house: House, act: Callable[[House], None], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        act(house)
    assert not Ballot.objects.filter(round=house.poll).exists()


def test_entering_for_one_leaves_everybody_elses_ballot_alone(house: House) -> None:
    put(house, "poll")
    vote(house, house.others[0], 2)
    cast(house, 1)
    other = Ballot.objects.get(round=house.poll, seat=house.others[0])
    assert (other.proxy, other.rev, [mark.card.number for mark in other.marks.all()]) == (None, 1, [2])


def test_a_card_outside_the_poll_is_refused(house: House) -> None:
    put(house, "poll")
    late = Card.objects.create(workshop=house.workshop, number=9)
    with pytest.raises(Invalid):
        cast_for(house.fay, house.ada, house.poll, frozenset({str(late.uid)}), seen="", replaces=False)
