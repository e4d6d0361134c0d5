"""What clocks say in a place, as moments."""

from datetime import UTC, date, datetime, time

import pytest

from workshop.analysis.moments import NoSuchTimeError, moment


def test_a_time_is_read_in_its_own_zone() -> None:
    assert moment(date(2027, 7, 1), time(10), "Europe/London") == datetime(2027, 7, 1, 9, tzinfo=UTC)
    assert moment(date(2027, 7, 1), time(10), "Asia/Kolkata") == datetime(2027, 7, 1, 4, 30, tzinfo=UTC)


def test_a_time_that_the_clocks_skip_is_refused() -> None:
    with pytest.raises(NoSuchTimeError):
        moment(date(2027, 3, 28), time(1, 30), "Europe/London")


def test_a_time_that_comes_twice_is_the_first() -> None:
    assert moment(date(2027, 10, 31), time(1, 30), "Europe/London") == datetime(
        2027, 10, 31, 0, 30, tzinfo=UTC
    )
