"""A facilitator's note on a step: saved as it is typed, and kept twice where two windows differ."""

import pytest

from tests.stagecraft import bring
from tests.support import House, make_house
from tests.views.test_replay import second
from workshop.actions.step_notes import decide_step_note, save_step_note
from workshop.models import Closed, Forbidden, Invalid, Note, Stale, Step
from workshop.models.replay import beside, copies_of, notes_on, step_note_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    house = make_house(leaders=2)
    bring(house)
    return house


def step(house: House) -> Step:
    """The step on the stage: the discussion of card 2."""
    house.workshop.refresh_from_db()
    assert house.workshop.step
    return house.workshop.step


def own(house: House) -> Note:
    note = step_note_of(house.fay, step(house))
    assert note
    return note


def split(house: House) -> Note:
    """Let two windows write, and return the version that came second."""
    save_step_note(house.fay, step(house), "First", 0)
    with pytest.raises(Stale):
        save_step_note(house.fay, step(house), "Second", 0)
    return copies_of(own(house))[0]


def test_it_grows_as_it_is_typed_and_keeps_the_time_at_which_it_was_begun(house: House) -> None:
    begun = save_step_note(house.fay, step(house), "Quiet", 0)
    assert begun
    save_step_note(house.fay, step(house), "Quiet now", begun.rev)
    note = own(house)
    assert (note.pk, note.body, note.rev, note.at) == (begun.pk, "Quiet now", 2, begun.at)
    assert Note.objects.count() == 1


def test_it_lies_beside_its_moment_for_every_facilitator(house: House) -> None:
    save_step_note(house.fay, step(house), "Quiet", 0)
    gus = second(house)
    assert [note.body for note in notes_on(gus, step(house))[1]] == ["Quiet"]
    assert notes_on(house.fay, step(house))[1] == []
    assert [note.body for note in beside(gus, 0).shared] == ["Quiet"]
    assert [note.body for note in beside(house.fay, 0).own] == ["Quiet"]


def test_emptied_it_is_put_away_with_its_words_and_a_new_one_can_begin(house: House) -> None:
    note = save_step_note(house.fay, step(house), "Quiet", 0)
    assert note
    assert save_step_note(house.fay, step(house), "", note.rev) is None
    assert step_note_of(house.fay, step(house)) is None
    assert Note.objects.get().body == "Quiet"
    save_step_note(house.fay, step(house), "Loud", 0)
    assert own(house).body == "Loud"


def test_two_windows_keep_both_and_what_grows_is_kept_once(house: House) -> None:
    split(house)
    with pytest.raises(Stale) as refused:
        save_step_note(house.fay, step(house), "Second, longer", 0)
    assert own(house).body == "First"
    assert [copy.body for copy in copies_of(own(house))] == ["Second, longer"]
    assert (refused.value.data["mine"], refused.value.data["theirs"]) == ("Second, longer", "First")


@pytest.mark.parametrize(
    ("keep", "shown", "away"), [("mine", "Second", ["First"]), ("theirs", "First", ["Second"])]
)
def test_what_is_not_kept_is_put_away_and_not_lost(
    house: House, keep: str, shown: str, away: list[str]
) -> None:
    copy = split(house)
    decide_step_note(house.fay, step(house), copy, keep, own(house).rev)
    assert own(house).body == shown
    assert [note.body for note in Note.objects.exclude(removed_at=None)] == away
    with pytest.raises(Closed):
        decide_step_note(house.fay, step(house), copy, keep, own(house).rev)


def test_both_can_stay(house: House) -> None:
    copy = split(house)
    decide_step_note(house.fay, step(house), copy, "both", own(house).rev)
    assert copies_of(own(house)) == []
    assert [note.body for note in beside(house.fay, 0).own] == ["First", "Second"]


def test_a_choice_made_on_old_words_is_refused(house: House) -> None:
    copy = split(house)
    save_step_note(house.fay, step(house), "First, changed", 1)
    with pytest.raises(Stale):
        decide_step_note(house.fay, step(house), copy, "mine", 1)
    with pytest.raises(Invalid):
        decide_step_note(house.fay, step(house), copy, "neither", 2)
    assert own(house).body == "First, changed"


def test_nobody_else_writes_one_and_the_history_says_nothing(house: House) -> None:
    before = house.workshop.history.count()
    with pytest.raises(Forbidden):
        save_step_note(house.ada, step(house), "Mine", 0)
    save_step_note(house.fay, step(house), "Quiet", 0)
    assert house.workshop.history.count() == before
