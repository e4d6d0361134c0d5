"""Agreement from totals alone is what it is from whole sorts, and says nothing that the totals do not."""

from collections import Counter
from random import Random

import pytest

from tests.analysis.sorting import Sorts, zones
from workshop.analysis.ac1 import ac1_of_zones
from workshop.analysis.agreement import Pairs
from workshop.analysis.alpha import Corrected, alpha_of_zones
from workshop.analysis.refused import Refused
from workshop.analysis.tallies import SortTally
from workshop.analysis.totals import ac1_of_totals, all_pairs, alpha_of_totals

CARDS = range(6)


def totals(sorts: Sorts) -> list[SortTally]:
    """Return the totals of each card, as a page counts them."""
    found = [Counter(sort[card][0] for sort in sorts.values() if card in sort) for card in CARDS]
    people = len(sorts)
    return [SortTally(n["inner"], n["outer"], n["unplaced"], people - n.total(), people) for n in found]


@pytest.mark.parametrize("seed", range(40))
def test_the_figures_are_those_of_whole_sorts_without_their_intervals(seed: int) -> None:
    random = Random(seed)
    sorts = zones(*("".join(random.choices("iiioo-.", k=6)) for _person in range(random.randint(1, 9))))
    tallies, people = totals(sorts), len(sorts)
    for of_totals, of_sorts in ((alpha_of_totals, alpha_of_zones), (ac1_of_totals, ac1_of_zones)):
        whole, alone = of_sorts(sorts, CARDS), of_totals(tallies, people)
        if isinstance(whole, Corrected):
            assert alone == Corrected(whole.value, None, people, whole.pairs)
        elif whole.why != "few_people":
            assert alone == whole
        else:
            assert isinstance(alone, Refused)


def test_of_few_people_and_of_no_pairs_there_is_no_figure() -> None:
    two = totals(zones("iioo--", "iiooii"))
    assert alpha_of_totals(two, 2, least=3) == ac1_of_totals(two, 2, least=3) == Refused("few_people")
    apart = totals(zones("i-----", "-o----", "------"))
    assert alpha_of_totals(apart, 3) == ac1_of_totals(apart, 3) == Refused("no_pairs")
    alike = totals(zones("iiiiii", "iiiiii", "iiiiii"))
    assert alpha_of_totals(alike, 3) == Refused("all_alike")


def test_pairs_are_added_up_over_the_cards() -> None:
    """Of five people 4 to 1 and 3 to 0: 6 of 10 pairs alike, and 3 of 3."""
    assert all_pairs([SortTally(4, 1, 0, 0, 5), SortTally(3, 0, 1, 1, 5)]) == Pairs(9, 13)
