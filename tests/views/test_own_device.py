"""Each kind of result stands on one's own device as a sentence and as a table, in the room itself."""

from collections.abc import Callable

import pytest

from tests.rounds import asked, give_poles, lay, mark, revealed
from tests.stagecraft import put, reveal
from tests.support import House, make_house
from workshop.live.fragments import regions
from workshop.models import Workshop
from workshop.models.audiences import PARTICIPANTS

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(4)


def own_device(house: House) -> str:
    """What the room is sent of the stage and its count."""
    sent = regions(Workshop.objects.get(pk=house.workshop.pk), PARTICIPANTS, ("stage", "tally"))
    return " ".join("".join(sent.values()).split())


def poll(house: House) -> str:
    """Reveal a poll; return its sentence."""
    reveal(house)
    return "“Power and reciprocity” comes first"


def sort(house: House) -> str:
    """Reveal a sort at the results; return how its sentence begins."""
    round = asked(house)
    for seat in house.leaders:
        lay(house, seat, round, {1: "inner", 2: "outer"})
    revealed(house, round)
    put(house, "results")
    return "Card 1 (Narratives) was inner for 4 of 4"


def spectrum(house: House) -> str:
    """Reveal a spectrum at the results; return what its sentences count."""
    give_poles(house, 1, 2)
    round = asked(house, "spectrum")
    for seat in house.leaders:
        mark(house, seat, round, 1, 20, 80)
    revealed(house, round)
    put(house, "results")
    return "4 of 4"


@pytest.mark.parametrize("kind", [poll, sort, spectrum])
def test_a_result_is_a_sentence_and_a_table_on_ones_own_device(
    house: House, kind: Callable[[House], str]
) -> None:
    sentence = kind(house)
    shown = own_device(house)
    assert sentence in shown
    assert '<table class="data">' in shown
    assert shown.index(sentence) < shown.index('<table class="data">')
