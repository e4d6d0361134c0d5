"""What one step did to the table, card by card."""

import pytest

from workshop.analysis.steps import Difference, differences, table_of

ALONE = {1: None, 2: None, 3: None}


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (ALONE, {}),
        ({**ALONE, 4: None}, {4: Difference("came")}),
        ({1: None, 2: None, 3: 1}, {3: Difference("nested", None, 1)}),
        ({1: None, 2: None}, {3: Difference("left")}),
        ({2: None, 4: None}, {4: Difference("came"), 1: Difference("left"), 3: Difference("left")}),
    ],
)
def test_a_step_tells_what_it_touched_and_nothing_else(
    after: dict[int, int | None], found: dict[int, Difference]
) -> None:
    assert differences(ALONE, after) == found


def test_a_sub_theme_that_changes_its_place_says_from_where() -> None:
    before = {1: None, 2: None, 3: 1}
    assert differences(before, {1: None, 2: None, 3: None}) == {3: Difference("lifted", 1)}
    assert differences(before, {1: None, 2: None, 3: 2}) == {3: Difference("carried", 1, 2)}
    assert differences(before, {1: None, 2: None}) == {3: Difference("left", 1)}


def test_a_part_of_a_card_that_is_not_on_the_table_is_not_on_it_either() -> None:
    assert table_of({1}, {3: 1, 4: 2}) == {1: None, 3: 1}
