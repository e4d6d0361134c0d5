"""What a form for somebody rests on: it changes with each change, and tells nothing of it."""

from datetime import UTC, datetime

from workshop.models import Remark, Stance
from workshop.models.proxy_seen import seen_before, seen_of

MOMENT = datetime(2026, 3, 4, 10, 31, tzinfo=UTC)


def answer(pk: int, rev: int, body: str = "Trust") -> Remark:
    return Remark(pk=pk, rev=rev, body=body)


def test_a_print_follows_each_change_and_is_of_one_row_only() -> None:
    prints = [seen_of(answer(1, 37)), seen_of(answer(1, 38)), seen_of(answer(2, 37))]
    assert len(set(prints)) == 3
    assert seen_before(answer(1, 38)) == prints[0]


def test_a_print_says_neither_how_often_nor_when() -> None:
    assert seen_of(answer(1, 37)) != "37"
    assert "2026" not in seen_of(Stance(pk=1, at=MOMENT))


def test_what_is_not_there_and_what_was_emptied_look_alike() -> None:
    assert seen_of(None) == seen_of(answer(1, 37, body="")) == ""
