"""Answers, words on a text and stances that a facilitator enters: marked, blind, and written over nothing."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.questions import agreed, ask, reply, shown
from tests.support import House, make_house
from tests.views.rows_synthesis import put
from tests.views.test_replay import second
from workshop.actions.agreed import say_assent, write_text
from workshop.actions.proposals import drop_proposal
from workshop.actions.proxy_words import enter_answer, enter_assent, enter_stance
from workshop.actions.questions import show_answers
from workshop.actions.stances import take_stance
from workshop.models import Assent, Closed, Invalid, Prompt, Remark, Stale, Stance
from workshop.models.proxy_seen import seen_of
from workshop.models.proxy_words import AnswerFor, WordFor, answer_for, assent_for, stance_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def question(house: House) -> Prompt:
    return house.workshop.prompts.get(kind="open")


def answer(house: House, text: str, **more: Any) -> Remark:
    """Let Fay enter what Ada answers."""
    return enter_answer(house.fay, house.ada, question(house), text, **more)


def assent(house: House, said: str, **more: Any) -> Assent:
    """Let Fay enter what Ada says to the text."""
    return enter_assent(house.fay, house.ada, question(house), said, "", **{"rev": 1, **more})


def stance(house: House, said: str, why: str = "", **more: Any) -> Stance:
    """Let Fay enter what Ada answers to the proposal."""
    return enter_stance(house.fay, house.ada, house.workshop.proposals.get(), said, why, **more)


def stored(house: House) -> tuple[str, int, bool]:
    """Return Ada's answer, its rev, and whether it was entered for her."""
    remark = Remark.objects.get(prompt=question(house), seat=house.ada)
    return remark.body, remark.rev, remark.proxy_id is not None


def print_of(house: House) -> str:
    """Return the print of Ada's answer."""
    return seen_of(Remark.objects.get(prompt=question(house), seat=house.ada))


def verbs(house: House) -> list[str]:
    """Return what the history says of Fay entering something."""
    rows = house.workshop.history.filter(seat=house.fay, ids__seat=str(house.ada.uid)).order_by("n")
    return [row.verb for row in rows]


def test_an_answer_is_marked_corrected_and_theirs_once_they_change_it(house: House) -> None:
    ask(house)
    for _twice in range(2):
        answer(house, "From paper")
    assert stored(house) == ("From paper", 1, True)
    assert answer_for(house.fay, house.ada, question(house)) == AnswerFor("From paper", print_of(house))
    assert answer_for(second(house), house.ada, question(house)) == AnswerFor()
    with pytest.raises(Stale):
        answer(house, "An old page")
    reply(house.ada, question(house), "My own", rev=1)
    assert stored(house) == ("My own", 2, False)
    assert answer_for(house.fay, house.ada, question(house)) == AnswerFor()
    assert verbs(house) == ["answer_entered"]


def test_an_answer_of_their_own_stays_unless_they_asked_and_is_kept_then(house: House) -> None:
    ask(house)
    reply(house.ada, question(house), "My own")
    with pytest.raises(Invalid, match="answer already") as refused:
        answer(house, "From paper")
    assert refused.value.data == {"seen": print_of(house)}
    with pytest.raises(Stale):
        answer(house, "From paper", replaces=True)
    with pytest.raises(Invalid, match="Write what they answer"):
        answer(house, "", seen=print_of(house), replaces=True)
    assert stored(house) == ("My own", 1, False)
    answer(house, "From paper", seen=print_of(house), replaces=True)
    assert stored(house) == ("From paper", 2, True)
    assert [each.body for each in Remark.objects.get(seat=house.ada).versions.all()] == ["My own"]
    assert verbs(house) == ["answer_met", "answer_entered"]


def test_a_right_guess_of_an_answer_is_written_like_any_other(house: House) -> None:
    ask(house)
    reply(house.ada, question(house), "Trust")
    with pytest.raises(Invalid, match="answer already"):
        answer(house, "Trust")
    answer(house, "Trust", seen=print_of(house), replaces=True)
    assert stored(house) == ("Trust", 2, True)


def test_what_one_entered_can_be_taken_away_before_and_after_the_answers_are_shown(house: House) -> None:
    ask(house)
    answer(house, "From paper")
    first = print_of(house)
    for _twice in range(2):
        answer(house, "", seen=first)
    assert stored(house) == ("", 2, True)
    answer(house, "Again")
    show_answers(house.fay, question(house))
    answer(house, "", seen=print_of(house), late=True)
    assert stored(house)[0] == ""


def test_once_shown_it_takes_a_word_to_send_it_and_their_own_is_kept(house: House) -> None:
    shown(house, "My own")
    with pytest.raises(Closed, match="shown a moment ago"):
        answer(house, "From paper", seen=print_of(house))
    assert answer_for(house.fay, house.ada, question(house)) == AnswerFor(
        "My own", print_of(house), is_own=True
    )
    with pytest.raises(Invalid, match="only they can take back"):
        answer(house, "", seen=print_of(house), late=True)
    answer(house, "From paper", seen=print_of(house), late=True)
    assert [each.body for each in Remark.objects.get(seat=house.ada).versions.all()] == ["My own"]


def test_agreement_is_marked_corrected_and_theirs_once_they_say_it_again(house: House) -> None:
    agreed(house)
    for _twice in range(2):
        said = assent(house, "dissent")
    assert (said.answer, said.rev, said.proxy) == ("dissent", 1, house.fay)
    known = assent_for(house.fay, house.ada, question(house))
    assert (known.answer, known.text_rev) == ("dissent", 1)
    with pytest.raises(Stale):
        assent(house, "agree")
    write_text(house.ada, question(house), "We share power, and money.", 1)
    assert assent(house, "agree", rev=2, seen=known.seen).rev == 2
    assert say_assent(house.ada, question(house), "agree", "", 2).proxy is None
    assert assent_for(house.fay, house.ada, question(house)) == WordFor()
    assert verbs(house) == ["assent_entered", "assent_entered"]


def own_assent(house: House) -> None:
    agreed(house)
    say_assent(house.ada, question(house), "agree", "I do.", 1)


def own_stance(house: House) -> None:
    put(house)
    take_stance(house.ada, house.workshop.proposals.get(), "no", "The heart of it")


@pytest.mark.parametrize(
    ("first", "enter", "said", "model"),
    [(own_assent, assent, "dissent", Assent), (own_stance, stance, "fine", Stance)],
)
def test_a_word_of_their_own_stays_unless_they_asked(
    house: House,
    first: Callable[[House], None],
    enter: Callable[..., Any],
    said: str,
    model: type[Assent] | type[Stance],
) -> None:
    first(house)
    before = model.objects.values().get()
    with pytest.raises(Invalid, match="answer already") as refused:
        enter(house, said)
    with pytest.raises(Stale):
        enter(house, said, replaces=True)
    assert model.objects.values().get() == before
    taken = enter(house, said, replaces=True, seen=refused.value.data["seen"])
    assert (taken.answer, taken.why, taken.proxy) == (said, "", house.fay)
    assert verbs(house)[0] == "answer_met"


def test_a_stance_is_marked_corrected_and_theirs_once_they_change_it(house: House) -> None:
    put(house)
    for _twice in range(2):
        stance(house, "live_with", "For now")
    known = stance_for(house.fay, house.ada, house.workshop.proposals.get())
    assert (known.answer, known.why) == ("live_with", "For now")
    with pytest.raises(Stale):
        stance(house, "no")
    assert stance(house, "no", seen=known.seen).proxy == house.fay
    assert take_stance(house.ada, house.workshop.proposals.get(), "no").proxy is None
    assert stance_for(house.fay, house.ada, house.workshop.proposals.get()) == WordFor()
    assert verbs(house) == ["stance_entered", "stance_entered"]


def test_what_was_decided_takes_no_stance_and_tells_nothing(house: House) -> None:
    own_stance(house)
    drop_proposal(house.fay, house.workshop.proposals.get())
    with pytest.raises(Closed):
        stance(house, "fine")
    assert verbs(house) == []
