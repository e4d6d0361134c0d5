"""The pictures of the page that divide people or show them one by one: for whom, of whom, saying what."""

import re

import pytest

from tests.rounds import asked, lay, revealed
from tests.stagecraft import reveal
from tests.support import House, make_house
from tests.synthesis import change, numbered
from tests.views.figures_world import FIVE, Order, house_of, sort_all
from tests.views.results_world import results_page
from tests.views.test_figures_privacy import observed, sent, shuffled
from workshop.actions.consents import answer_consents
from workshop.actions.rounds import reveal_round
from workshop.actions.withdrawing import withdraw
from workshop.exports.material import material_of
from workshop.exports.pictures import pictures_of
from workshop.exports.registry import FORMATS
from workshop.exports.taking import Wanted, prepared
from workshop.models.consents import asked_of

pytestmark = pytest.mark.django_db
MATRIX = "people-by-card"
HIDDEN = ["hidden", "unlinked"]
ALIKE: tuple[Order, ...] = (("123456", 3), ("456123", 3), ("123456", 3), ("456123", 3), ("123456", 2))


def matrix_of(page: str) -> str:
    return page.partition(MATRIX)[2].partition("</details>")[0]


def people_in(page: str) -> list[str]:
    """Return the people of a matrix in their order."""
    rows = matrix_of(page).split("<tbody>")[1].split("</tbody>")[0]
    return [row.split("</th>")[0].strip() for row in rows.split('<th scope="row">')[1:]]


def both_pages(house: House) -> list[str]:
    """Return the pages of a facilitator and of who takes part, but for the tokens that each has afresh."""
    token = r'name="csrfmiddlewaretoken" value="[^"]+"'
    return [re.sub(token, "", sent(house, seat)) for seat in (house.fay, house.ada)]


def test_facilitators_see_who_sorted_alike_where_names_are_open() -> None:
    page = results_page(house := house_of(ALIKE), house.fay)
    assert "Ada and Cem sorted most alike, with 6 of 6 cards the same" not in page
    alike = "Ada with Cem and Ben with Dot sorted most alike, with 6 of 6 cards the same"
    assert f"{alike}; 4 pairs of people least" in page
    assert people_in(page) in (["Ada", "Cem", "Eve", "Ben", "Dot"], ["Eve", "Ada", "Cem", "Ben", "Dot"])
    assert "Facilitators alone see this" in matrix_of(page)
    assert matrix_of(page).count("</td>") == 5 * 6 + 6


def test_the_matrix_does_follow_whole_sorts() -> None:
    """The twin of the two below: else they would hold of a page that shows nobody."""
    house = house_of(FIVE)
    before = matrix_of(results_page(house, house.fay))
    shuffled(house, 0)
    assert matrix_of(results_page(house, house.fay)) != before


@pytest.mark.parametrize("promise", HIDDEN)
def test_where_names_are_hidden_there_is_no_matrix_on_any_page_or_in_any_file(promise: str) -> None:
    house = house_of(FIVE, promise)
    pages, files = both_pages(house), pictures_of(material_of(house.workshop))
    assert all(MATRIX not in page for page in pages)
    assert all(not each.for_people_rows for each in files)
    for seed in range(3):
        shuffled(house, seed)
        assert both_pages(house) == pages
        assert pictures_of(material_of(house.workshop)) == files


def test_who_takes_part_or_watches_is_sent_no_matrix() -> None:
    house = house_of(FIVE)
    for seat in (house.ada, observed(house)):
        assert MATRIX not in results_page(house, seat)
        assert "Which cards divide the group" in results_page(house, seat)


def test_before_the_reveal_nobody_is_sent_one() -> None:
    house = make_house()
    sort_all(house, FIVE)
    page = results_page(house, house.fay)
    assert MATRIX not in page
    assert "Which cards divide the group" not in page


def test_who_takes_no_part_any_more_is_in_no_matrix_and_that_is_said() -> None:
    house = house_of(FIVE)
    gone = house.others[-1]
    answer_consents(gone, {str(item.uid): False for item, _given in asked_of(gone)}, agreed=None)
    page = results_page(house, house.fay)
    assert gone.name not in people_in(page)
    assert "1 person whom the totals count takes no part any more, and is not in it." in page
    [file] = [each for each in pictures_of(material_of(house.workshop)) if each.for_people_rows]
    assert len(file.table.rows) == len(people_in(page)) == 4


def test_who_withdrew_is_in_no_matrix() -> None:
    house = house_of(FIVE)
    withdraw(house.others[-1])
    assert sorted(people_in(results_page(house, house.fay))) == ["Ada", "Ben", "Cem", "Dot"]


def test_of_one_person_there_is_none() -> None:
    house = house_of(FIVE[:1])
    assert MATRIX not in results_page(house, house.fay)


def test_a_file_names_people_by_pseudonym_unless_the_right_to_full_data_is_there() -> None:
    house = house_of(FIVE)
    names, codes = {each.name for each in house.leaders}, {each.pseudonym for each in house.leaders}
    for full, expected in ((True, names), (False, codes)):
        material = prepared(house.workshop, FORMATS["json"], Wanted(full)).material
        [found] = [each for each in pictures_of(material) if each.for_people_rows]
        assert {row[0] for row in found.table.rows} == expected
        assert all(who in found.svg for who in expected)


def test_the_most_divided_card_comes_first_and_is_named() -> None:
    """Inner 4, 5, 0, 2, 2, 1 of five: cards 4 and 5 divide most, 2 and 3 least."""
    house = house_of(FIVE)
    page = results_page(house, house.ada)
    most = (
        "Cards 4 (Non-research activities: 2 inner and 3 outer) and 5 (Ways of working: 2 inner and 3 outer)"
    )
    least = "cards 2 (Power and reciprocity: 5 inner and 0 outer) and 3 (Language: 0 inner and 5 outer)"
    assert f"{most} divide the group most; {least} divide it least." in page
    parted = page.partition('<ol class="parted">')[2].partition("</ol>")[0]
    order = [row[0] for row in parted.split('<span class="num">')[1:]]
    assert "".join(order) == "451623"


def moved_house() -> House:
    """Return a house with a sort, a poll, a merge and a later sort, all revealed."""
    house = make_house()
    for seat in house.leaders:
        lay(house, seat, house.pack, {1: "outer", 2: "inner", 4: "inner", 5: "inner"})
    reveal_round(house.fay, house.pack)
    reveal(house, [(1, 2)] * 5)
    change(house.fay, "merge", numbered(house.workshop, 4, 5), titles=["Both"])
    later = asked(house)
    for seat in house.leaders:
        lay(house, seat, later, {1: "inner", 2: "inner", 7: "outer"})
    revealed(house, later)
    return house


def test_a_course_runs_from_round_to_round_and_a_merged_card_ends_in_it() -> None:
    house = moved_house()
    page = results_page(house, house.ada)
    course = page.partition('id="course-1"')[2].partition("</section>")[0]
    assert "“Narratives” moved most: 0 of 5 inner in round 1, then 5 of 5 inner in round 3." in course
    assert "slope__line--ends" in course
    assert "slope__dot--new" in course
    assert '<th scope="row">7. Both</th><td class="n">not asked</td><td class="n">not asked</td>' in course
    assert "Where the cards came from" in page
    found = {each.name: each for each in pictures_of(material_of(house.workshop))}
    assert {"slope-1-3", "lineage"} <= found.keys()
    assert found["slope-1-3"].alt in course


def test_of_one_sort_there_is_no_course_and_of_unchanged_cards_no_lineage() -> None:
    page = results_page(house := house_of(FIVE), house.ada)
    assert "round by round" not in page
    assert "Where the cards came from" not in page
