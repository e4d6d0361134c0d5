"""A consensus rule is met by share, in whole numbers, and its print holds it fast."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from workshop.analysis.rules import is_met, print_of

AT = datetime(2027, 2, 9, 14, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("count", "answered", "met"),
    [(4, 5, True), (3, 5, False), (8, 10, True), (7, 9, False), (3, 3, True), (0, 0, False)],
)
def test_four_of_five_is_a_share_of_those_who_answered(count: int, answered: int, met: bool) -> None:
    assert is_met(count, answered, least=4, of=5) is met


def test_the_print_is_the_same_in_every_time_zone_and_changes_with_every_part() -> None:
    first = print_of("abcd", 3, 4, 5, "inner", AT)
    assert first == "7ffedc2a04a9a39a82cec4b0f3decf6ce500de0adad641afbdf2397a54a70d98"
    assert print_of("abcd", 3, 4, 5, "inner", AT.astimezone(timezone(timedelta(hours=9)))) == first
    others = [
        print_of("abce", 3, 4, 5, "inner", AT),
        print_of("abcd", 4, 4, 5, "inner", AT),
        print_of("abcd", 3, 3, 5, "inner", AT),
        print_of("abcd", 3, 4, 6, "inner", AT),
        print_of("abcd", 3, 4, 5, "outer", AT),
        print_of("abcd", 3, 4, 5, "inner", AT + timedelta(microseconds=1)),
    ]
    assert len({first, *others}) == 7
