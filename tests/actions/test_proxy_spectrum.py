"""Marks on a line that a facilitator enters for a person: marked, and neither over nor telling theirs."""

import pytest

from tests.rounds import asked, exported, give_poles, mark, revealed
from tests.support import House, make_house
from workshop.actions.proxy_spectrum import LineRow, mark_for
from workshop.actions.rounds import close_round
from workshop.models import Closed, Invalid, Mark, Round, Stale
from workshop.models.proxy_rounds import spectrum_for
from workshop.models.spectrum import Pair

pytestmark = pytest.mark.django_db
NONE: Pair = (None, None)


@pytest.fixture
def house() -> House:
    house = make_house(leaders=3)
    give_poles(house, 1, 2)
    asked(house, "spectrum")
    return house


def line(house: House) -> Round:
    """The spectrum, read afresh."""
    return house.workshop.rounds.get(kind="spectrum")


def enter(house: House, number: int, sent: Pair, seen: Pair = NONE, *, replaces: bool = False) -> bool:
    """Let Fay enter marks for Ada; ``seen`` is what her page showed."""
    card = house.cards[number - 1]
    asks = [card] if replaces else []
    return mark_for(house.fay, house.ada, line(house), [LineRow(card, sent, seen)], replaces=asks)


def marks(house: House) -> dict[int | None, tuple[int | None, int | None, bool]]:
    """Return Ada's marks, and which were entered for her."""
    found = Mark.objects.filter(ballot__round=line(house), ballot__seat=house.ada).select_related("card")
    return {each.card.number: (each.now, each.want, each.proxy_id is not None) for each in found}


def entered(house: House) -> int:
    """Return how often something had to be written."""
    return house.workshop.history.filter(verb="spectrum_entered", seat=house.fay).count()


def known(house: House) -> list[Pair]:
    """Return what Fay is shown."""
    return [(each.now, each.want) for each in spectrum_for(house.fay, house.ada, line(house)).lines]


def test_marks_are_marked_corrected_and_theirs_once_they_change_them(house: House) -> None:
    assert enter(house, 1, (20, None))
    assert enter(house, 1, (20, None))
    assert entered(house) == 1
    assert known(house) == [(20, None), NONE]
    with pytest.raises(Stale):
        enter(house, 1, (60, 80))
    assert enter(house, 1, (60, 80), (20, None))
    assert marks(house) == {1: (60, 80, True)}
    mark(house, house.ada, line(house), 1, 60, 70)
    assert marks(house) == {1: (60, 70, False)}
    assert known(house) == [NONE, NONE]


def test_marks_of_their_own_stay_unless_they_asked_and_the_rest_is_entered(house: House) -> None:
    mark(house, house.ada, line(house), 1, 30, None)
    rows = [LineRow(card, (50, 50), NONE) for card in house.cards[:2]]
    with pytest.raises(Invalid, match="Marked already") as refused:
        mark_for(house.fay, house.ada, line(house), rows)
    assert refused.value.data == {"asks": [str(house.cards[0].uid)]}
    assert marks(house) == {1: (30, None, False), 2: (50, 50, True)}
    assert house.workshop.history.filter(verb="answer_met", seat=house.fay).count() == 1


def test_a_mark_that_is_hidden_does_not_come_to_be_shown_by_replacing_the_other(house: House) -> None:
    mark(house, house.ada, line(house), 1, 30, None)
    assert enter(house, 1, (None, 70), replaces=True)
    assert marks(house) == {1: (None, 70, True)}
    assert known(house)[0] == (None, 70)


def test_what_one_entered_can_be_taken_away_again(house: House) -> None:
    enter(house, 1, (20, 30))
    assert enter(house, 1, NONE, (20, 30))
    assert marks(house) == {}


def test_marks_of_their_own_are_taken_away_when_they_ask_for_that(house: House) -> None:
    mark(house, house.ada, line(house), 1, 30, 40)
    assert not enter(house, 1, NONE)
    assert marks(house) == {1: (30, 40, False)}
    for _twice in range(2):
        assert enter(house, 1, NONE, replaces=True)
    assert marks(house) == {}
    assert entered(house) == 1


def test_a_spectrum_that_is_over_takes_nothing_and_tells_nothing(house: House) -> None:
    mark(house, house.ada, line(house), 1, 30, None)
    close_round(house.fay, line(house))
    for sent in ((50, 50), NONE):
        with pytest.raises(Closed):
            enter(house, 1, sent)
    assert not house.workshop.history.filter(verb="answer_met").exists()


def test_the_history_and_the_files_say_who_entered_it(house: House) -> None:
    enter(house, 1, (20, 30))
    assert entered(house) == 1
    revealed(house, line(house))
    [ballot] = exported(house)["rounds"][-1]["ballots"]
    assert ballot["by_proxy"]
    assert [each["entered_by"] for each in ballot["marks"]] == [house.fay.pseudonym]
