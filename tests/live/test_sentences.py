"""What the stage says in one sentence."""

import pytest

from tests.stagecraft import put, reveal
from tests.support import make_house
from workshop.actions.rounds import close_round, reveal_round
from workshop.live.now import look
from workshop.live.sentences import announcement
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
