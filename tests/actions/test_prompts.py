"""Open prompts: prepared before the pack opens, answered at length, and never lost."""

import uuid
from typing import Any

import pytest

from tests.prompts import BEGAN, prompted, prompts
from tests.support import House
from workshop.actions.prompts import edit_prompt, place_prompt, remove_prompt, write_prompt
from workshop.actions.proxy import write_for
from workshop.actions.remarks import resolve_conflict, save_remark
from workshop.actions.rounds import open_round, take_back_round
from workshop.models import Closed, Invalid, Prompt, Remark, Stale, Version
from workshop.models.attendance import attendance_counts
from workshop.models.audiences import FACILITATORS, PARTICIPANTS, remarks_for
from workshop.models.prompts import MOST_PROMPTS, print_of_prompt, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return prompted(pack_open=False)


def add(house: House, text: str = "And then?", **more: Any) -> Prompt:
    return write_prompt(house.fay, uid=uuid.uuid4(), text=text, **more)


def names(house: House) -> list[str]:
    return [each.name for each in prompts(house)]


def seen(prompt: Prompt) -> str:
    return print_of_prompt(words_of(prompt), prompt.private)


def test_a_prompt_has_a_heading_a_question_hints_and_its_readers(house: House) -> None:
    first, second = prompts(house)
    assert (first.name, first.hint_lines) == ("How it began", ["Who asked you", "What for"])
    assert (second.name, second.is_private) == ("What would you rather not say aloud?", True)
    assert house.workshop.prompts.all()[8].kind == Prompt.Kind.ANY_OTHER


def test_the_form_sent_twice_makes_one_prompt(house: House) -> None:
    uid = uuid.uuid4()
    for _n in range(2):
        write_prompt(house.fay, uid=uid, text="Once?")
    with pytest.raises(Stale, match="added a moment ago"):
        write_prompt(house.fay, uid=uid, text="Twice?")
    assert names(house).count("Once?") == 1


@pytest.mark.parametrize(
    "words", [{"text": " \x07"}, {"text": "x" * 2001}, {"heading": "x" * 201}, {"hints": "x" * 2001}]
)
def test_words_that_no_prompt_may_have_are_refused(house: House, words: dict[str, str]) -> None:
    with pytest.raises(Invalid):
        add(house, **{"text": "Fine?", **words})
    assert len(prompts(house)) == 2


def test_a_pack_holds_twenty(house: House) -> None:
    for n in range(MOST_PROMPTS - 2):
        add(house, f"Question {n}")
    with pytest.raises(Invalid, match="at most 20"):
        add(house)


def test_prompts_are_moved_and_removed_and_close_up(house: House) -> None:
    third = add(house)
    place_prompt(house.fay, third, 1)
    place_prompt(house.fay, third, 1)
    assert names(house)[0] == "And then?"
    remove_prompt(house.fay, prompts(house)[1])
    assert [each.position for each in prompts(house)] == [100, 101]
    with pytest.raises(Stale, match="removed a moment ago"):
        place_prompt(house.fay, Prompt(pk=0, workshop=house.workshop), 1)


def test_of_two_who_change_a_prompt_the_slower_is_told(house: House) -> None:
    prompt = prompts(house)[0]
    mark = seen(prompt)
    edit_prompt(house.fay, prompt, mark, text="Faster?")
    with pytest.raises(Stale, match="while you were writing"):
        edit_prompt(house.fay, prompt, mark, text="Slower?")
    edit_prompt(house.fay, prompt, "", text="Faster?")  # the same words again change nothing
    assert prompts(house)[0].text == "Faster?"


def test_once_the_pack_is_open_its_prompts_stay_until_it_is_taken_back(house: House) -> None:
    prompt = prompts(house)[0]
    open_round(house.fay, house.pack)
    for change in (
        lambda: add(house),
        lambda: edit_prompt(house.fay, prompt, seen(prompt), text="New"),
        lambda: place_prompt(house.fay, prompt, 2),
        lambda: remove_prompt(house.fay, prompt),
    ):
        with pytest.raises(Closed, match="you can take the pack back"):
            change()
    take_back_round(house.fay, house.pack)
    remove_prompt(house.fay, prompt)
    assert len(prompts(house)) == 1


def test_an_answer_is_long_and_whoever_wrote_one_has_started() -> None:
    house = prompted()
    first, second = prompts(house)
    words = "A long story. " * 1400
    assert save_remark(house.ada, first, words, 0).visibility == Remark.Visibility.GROUP
    assert save_remark(house.ada, second, "Hush", 0).visibility == Remark.Visibility.FACILITATORS
    with pytest.raises(Invalid, match="over the limit of 20,000"):
        save_remark(house.ada, first, "x" * 20_001, 1)
    assert Remark.objects.get(prompt=first).body == words.strip()
    assert attendance_counts(house.workshop)["started"] == 1


def test_two_versions_of_an_answer_are_kept_and_both_together_may_be_as_long() -> None:
    house = prompted()
    prompt = prompts(house)[0]
    save_remark(house.ada, prompt, "x" * 9000, 0)
    with pytest.raises(Stale):
        save_remark(house.ada, prompt, "y" * 9000, 0)
    kept = resolve_conflict(house.ada, Version.objects.get(), "both", 1)
    assert len(kept.body) > 18_000


def test_a_facilitator_enters_an_answer_and_what_the_person_wrote_is_kept() -> None:
    house = prompted()
    prompt = prompts(house)[0]
    save_remark(house.ada, prompt, "Hers", 0)
    entered = write_for(house.fay, house.ada, prompt, "As told", 1)
    assert (entered.proxy, entered.body) == (house.fay, "As told")
    assert Version.objects.get(remark=entered).body == "Hers"


def made_private(was: bool) -> tuple[House, Remark]:
    """Ada wrote to a prompt and emptied the box; the pack was taken back, and others are to read it now."""
    house = prompted()
    prompt = prompts(house)[was]
    save_remark(house.ada, prompt, "For now", 0)
    save_remark(house.ada, prompt, "", 1)
    take_back_round(house.fay, house.pack)
    edit_prompt(house.fay, prompt, seen(prompt), private=not was, text="For whom now?")
    open_round(house.fay, house.pack)
    return house, save_remark(house.ada, prompts(house)[was], "Hush", 2)


@pytest.mark.parametrize("was_private", [False, True])
def test_a_box_that_was_emptied_is_read_by_those_whom_its_prompt_names_now(was_private: bool) -> None:
    house, remark = made_private(was_private)
    assert remark.visibility == ("group" if was_private else "facilitators")
    assert remarks_for(house.workshop.pk, PARTICIPANTS).filter(pk=remark.pk).exists() is was_private
    assert remarks_for(house.workshop.pk, FACILITATORS).filter(pk=remark.pk).exists()


def test_no_answer_to_a_private_prompt_is_for_the_group_whatever_its_row_says() -> None:
    house, remark = made_private(was=False)
    Remark.objects.filter(pk=remark.pk).update(visibility="group")
    assert not remarks_for(house.workshop.pk, PARTICIPANTS).filter(pk=remark.pk).exists()


def test_prompts_keep_the_words_of_the_house() -> None:
    assert BEGAN["heading"] in names(prompted())
