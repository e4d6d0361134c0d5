"""What a reader is told first: each round by its name, and about which cards all agreed."""

import pytest

from tests.rounds import asked, give_poles, lay, mark, revealed
from tests.support import House, make_house
from tests.views.results_world import results_page
from workshop.analysis.tallies import SortTally
from workshop.models import CardText
from workshop.models.counting import Face
from workshop.templatetags.divergence import divergence_sentence

pytestmark = pytest.mark.django_db
FIRST = {1: "inner", 2: "inner", 3: "outer"}


def sorted_twice() -> House:
    """All agree at first; then four move card 2 out, and one moves card 3 in."""
    house = make_house()
    for seat in house.leaders:
        lay(house, seat, house.pack, FIRST)
    revealed(house, house.pack)
    later = asked(house)
    for n, seat in enumerate(house.leaders):
        lay(house, seat, later, {1: "inner", 2: "outer" if n else "inner", 3: "outer" if n else "inner"})
    revealed(house, later)
    return house


def test_each_sort_is_named_and_says_about_which_cards_all_agreed() -> None:
    house = sorted_twice()
    page = results_page(house, house.ada)
    first = "Card sort of the pack (5 of 5 answered): “Narratives” and “Power and reciprocity” were inner"
    alike = "All 5 agreed about “Narratives” (inner), “Power and reciprocity” (inner) and “Language” (outer)."
    assert f"{first} for 5 of 5 each. {alike}" in page
    last = "Card sort, round 3 (5 of 5 answered): “Narratives” was inner for 5 of 5."
    assert f"{last} All 5 agreed about “Narratives” (inner)." in page
    assert page.index(alike) < page.index(last)


def test_a_card_says_of_each_round_by_name_when_all_agree() -> None:
    house = sorted_twice()
    page = results_page(house, house.ada)
    assert "<b>Card sort of the pack:</b> 5 of 5 placed it outer: all agree" in page
    assert "<b>Card sort, round 3:</b> 1 of 5 placed it inner; 4 outer" in page


def test_what_moved_most_is_named_with_its_figures_though_several_did() -> None:
    """Two people move card 2 out, and card 3 in."""
    house = make_house()
    for seat in house.leaders:
        lay(house, seat, house.pack, FIRST)
    revealed(house, house.pack)
    later = asked(house)
    for n, seat in enumerate(house.leaders):
        moved = n < 2
        lay(
            house,
            seat,
            later,
            {1: "inner", 2: "outer" if moved else "inner", 3: "inner" if moved else "outer"},
        )
    revealed(house, later)
    page = results_page(house, house.ada)
    assert (
        "Cards 2 (Power and reciprocity: 2 out) and 3 (Language: 2 in) moved most: 2 people each moved them"
        in page
    )
    power = "“Power and reciprocity” (5 of 5 inner in round 1, then 3 of 5 inner in round 3)"
    language = "“Language” (0 of 5 inner in round 1, then 2 of 5 inner in round 3)"
    assert f"{power} and {language} moved most, each by the same share." in page


def test_cards_that_are_called_the_same_are_told_apart_by_their_numbers() -> None:
    house = make_house()
    for number in (1, 2):
        words = house.workshop.cards.with_words().get(number=number).words
        CardText.objects.filter(pk=words.pk).update(short_title="Trust")
    for seat in house.leaders:
        lay(house, seat, house.pack, FIRST)
    revealed(house, house.pack)
    page = results_page(house, house.ada)
    assert "“Trust” (1) and “Trust” (2) were inner for 5 of 5 each." in page


def course_seen(later_zones: dict[int, str]) -> str:
    """Return what is said and drawn of the course: four of five sort again, all but the first alike."""
    house = make_house()
    for n, seat in enumerate(house.leaders):
        lay(house, seat, house.pack, FIRST | {4: "outer" if n else "inner"})
    revealed(house, house.pack)
    later = asked(house)
    for n, seat in enumerate(house.leaders[:4]):
        lay(house, seat, later, later_zones | {4: "outer" if n else "inner"})
    revealed(house, later)
    page = results_page(house, house.ada)
    return page.split('id="course-')[1].split("</svg>")[0]


def test_no_card_rose_because_somebody_stayed_away() -> None:
    said = course_seen(FIRST)
    fewer = "5 answered round 1 and 4 answered round 3"
    assert f"No card rose or fell: {fewer}, and no count changed by more than that explains." in said
    assert "moved most" not in said
    assert "slope__line--up" not in said
    assert "slope__line--down" not in said


def test_a_card_that_moved_by_more_than_that_is_still_named() -> None:
    said = course_seen(FIRST | {3: "inner"})
    assert "“Language” moved most: 0 of 5 inner in round 1, then 4 of 4 inner in round 3." in said
    assert said.count("slope__line--up") == 1
    assert "slope__line--down" not in said


def spectrum_seen(*moves: dict[int, int]) -> str:
    """Return the page after a spectrum: by card where each person, who sees us in the middle, wants to be."""
    house = make_house()
    give_poles(house, 1, 2)
    round = asked(house, "spectrum")
    for seat, wants in zip(house.leaders, moves, strict=False):
        for number, want in wants.items():
            mark(house, seat, round, number, 50, want)
    revealed(house, round)
    return results_page(house, house.ada)


def test_the_newest_spectrum_has_a_line_of_its_own() -> None:
    page = spectrum_seen({1: 90, 2: 50}, {1: 90, 2: 90}, {1: 50, 2: 50})
    said = "2 of 3 want to move towards “many 1”; 1 wants to stay where we are."
    assert f"(3 of 5 answered): A move is wanted most on “Narratives”: {said}" in page


def test_moves_that_are_wanted_on_every_card_alike_are_not_called_most() -> None:
    page = spectrum_seen({1: 90, 2: 90}, {1: 90, 2: 10})
    assert "A move is wanted on every card alike: by 2 people each." in page


def test_where_nobody_wants_to_move_that_is_said() -> None:
    assert "Nobody wants to move on any card." in spectrum_seen({1: 50}, {2: 50})


def test_cards_that_divide_the_group_alike_are_not_said_to_divide_it_most() -> None:
    tally = SortTally(1, 1, 0, 0, 2)
    faces = [Face(f"key-{n}", str(n), "Power", "") for n in (1, 2)]
    said = "All cards that were placed divide the group alike."
    assert divergence_sentence([(face, tally) for face in faces]) == said
    assert (
        divergence_sentence([(faces[0], tally)])
        == "Card 1 (Power) divides the group most, 1 inner and 1 outer."
    )
