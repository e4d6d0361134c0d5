"""How long a pack takes is reckoned from what it asks."""

import pytest

from workshop.analysis.minutes import minutes_of


@pytest.mark.parametrize(
    ("cards", "prompts", "minutes"), [(6, 0, 10), (4, 6, 25), (0, 7, 25), (1, 0, 5), (0, 0, 5), (15, 0, 25)]
)
def test_open_prompts_take_longer_than_cards(cards: int, prompts: int, minutes: int) -> None:
    assert minutes_of(cards, prompts) == minutes
