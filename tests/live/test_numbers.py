"""Each push says from which number it starts, and no two changes share a number."""

from collections.abc import Iterable

import pytest

from tests.support import make_house
from workshop.actions.kit import take_numbers
from workshop.live import publishing
from workshop.live.changes import Change
from workshop.live.changes import take_numbers as take_due
from workshop.live.numbers import seq_of, seqs_of, since
from workshop.models.audiences import AUDIENCES


@pytest.mark.parametrize(
    ("numbers", "start"), [({5}, 4), ({4, 5, 6}, 3), ({4, 6}, 5), ({1, 9, 10}, 9), ({10, 9, 8}, 7)]
)
def test_a_push_starts_before_its_first_number_if_none_is_missing_between(
    numbers: set[int], start: int
) -> None:
    assert since(numbers) == start


def test_numbers_are_taken_for_all_audiences_in_one_go() -> None:
    calls: list[list[str]] = []

    def number(workshop_id: int, audiences: Iterable[str]) -> dict[str, int]:
        calls.append(sorted(audiences))
        return dict.fromkeys(audiences, 8)

    changes = {"screen": Change({"tally"}, number=number), "participants": Change({"tally"}, {7}, number)}
    changes["facilitators"] = Change({"stage"}, {3})
    take_due(1, changes)
    assert calls == [["participants", "screen"]]
    assert changes["participants"].seqs == {7, 8}
    assert changes["facilitators"].seqs == {3}
    assert not any(change.number for change in changes.values())


@pytest.mark.django_db
def test_a_paced_change_takes_its_number_even_if_nobody_listens() -> None:
    workshop = make_house(1).workshop
    before = seqs_of(workshop.pk)
    changes = {audience: Change({"tally"}, number=take_numbers) for audience in AUDIENCES}
    assert publishing.compose(workshop.pk, changes, lambda audience: False) == {}
    assert seqs_of(workshop.pk) == {audience: before[audience] + 1 for audience in AUDIENCES}


@pytest.mark.django_db
def test_the_number_is_taken_before_the_database_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = make_house(1).workshop
    read: list[int] = []

    def note(workshop_id: int, wanted: dict[str, set[str]]) -> dict[str, str]:
        read.append(seq_of(workshop.pk, "screen"))
        return dict.fromkeys(wanted, "")

    monkeypatch.setattr(publishing, "render", note)
    change = Change({"tally"}, number=take_numbers)
    pushes = publishing.compose(workshop.pk, {"screen": change}, lambda audience: True)
    assert read == [pushes["screen"][0]]


def test_a_workshop_that_nobody_heard_of_has_number_nought(db: None) -> None:
    assert seq_of(123456, "screen") == 0
