"""What the stage says in one sentence."""

import pytest

from tests.stagecraft import bring, put, reveal
from tests.support import make_house
from workshop.actions.rounds import close_round, reveal_round
from workshop.actions.workshops import close_workshop
from workshop.live.now import look
from workshop.live.sentences import announcement, offer, place
from workshop.models import Workshop

pytestmark = pytest.mark.django_db


def test_at_the_results_a_reveal_changes_what_is_said() -> None:
    house = make_house(4)

    def said() -> str:
        return announcement(look(Workshop.objects.get(pk=house.workshop.pk)))

    put(house, "results")
    assert said() == "On the stage now: Results."
    reveal(house)
    put(house, "results")
    assert said() == "On the stage now: Results. Revealed last: Round 2: Nomination poll."
    close_round(house.fay, house.pack)
    reveal_round(house.fay, house.pack)
    assert said() == "On the stage now: Results. Revealed last: Round 1: Card sort of the pack."


def test_who_writes_on_a_card_is_told_where_the_group_went_and_not_of_a_reveal_long_past() -> None:
    house = make_house(4)

    def told() -> tuple[str, str]:
        now = look(Workshop.objects.get(pk=house.workshop.pk))
        return offer(now), place(now)

    reveal(house)
    assert told() == ("The chair has revealed the result.", "The group is at “Opening poll” now.")
    bring(house, 3)
    assert told() == ("The group is on card 3 now.",) * 2
    put(house, "poll")
    assert told()[1] == "The group is at “Opening poll” now."
    close_workshop(house.fay)
    assert told() == ("The workshop is closed now.",) * 2
