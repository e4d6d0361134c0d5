"""Whether a group may be shown in parts."""

import pytest

from workshop.analysis.refused import Refused, parts_refused


@pytest.mark.parametrize(
    ("sizes", "least", "refused"),
    [
        ([3, 4, 0], 3, False),
        ([3, 2], 3, True),
        ([5, 1], 3, True),
        ([], 3, False),
        ([4, 5], 5, True),
        ([2, 2], 1, True),
    ],
)
def test_a_part_with_somebody_and_fewer_than_three_or_k_is_not_shown(
    sizes: list[int], least: int, refused: bool
) -> None:
    assert parts_refused(sizes, least) == (Refused("small_part") if refused else None)
