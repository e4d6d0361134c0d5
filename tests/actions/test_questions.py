"""A question: each answers alone, all are shown at once, and one text is written together."""

import uuid

import pytest

from tests.questions import ASKED, add, agreed, ask, reply, shown
from tests.support import House, make_house
from workshop.actions.agreed import say_assent, settle_text, write_text
from workshop.actions.answers import resolve_answer, save_answer
from workshop.actions.questions import add_question, show_answers
from workshop.models import Closed, Forbidden, Invalid, Prompt, Remark, Seat, Stale, Version
from workshop.models.audiences import AUDIENCES
from workshop.models.questions import Question, found_of, question_for, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def seen(house: House, prompt: Prompt, audience: str = "participants") -> Question:
    """Return a question as an audience sees it now."""
    return question_for(found_of(Prompt.objects.get(pk=prompt.pk)), house.workshop, audience)


def test_a_question_comes_before_the_results_and_only_once(house: House) -> None:
    uid = uuid.uuid4()
    step = add_question(house.fay, ASKED, uid=uid)
    assert add_question(house.fay, ASKED, uid=uid) == step
    assert list(house.workshop.steps.values_list("kind", flat=True)) == [
        *("welcome", "poll", "question", "results", "close")
    ]
    with pytest.raises(Stale):
        add_question(house.fay, "Another?", uid=uid)


def test_only_who_leads_asks_and_shows(house: House) -> None:
    with pytest.raises(Forbidden):
        add_question(house.ada, ASKED, uid=uuid.uuid4())
    with pytest.raises(Forbidden):
        show_answers(house.ada, ask(house))


def test_an_empty_question_is_refused(house: House) -> None:
    with pytest.raises(Invalid, match="empty"):
        add_question(house.fay, "  ", uid=uuid.uuid4())


def test_nobody_is_shown_an_answer_before_all_are(house: House) -> None:
    prompt = ask(house)
    reply(house.ada, prompt, "Mine alone.")
    for audience in AUDIENCES:
        question = seen(house, prompt, audience)
        assert (question.replies, question.text, question.answered.count) == ([], "", 1)
    show_answers(house.fay, prompt)
    assert [each.body for each in seen(house, prompt).replies] == ["Mine alone."]


def test_a_question_that_was_not_asked_takes_no_answer(house: House) -> None:
    prompt = add(house).prompt
    assert prompt is not None
    with pytest.raises(Closed, match="not been asked"):
        reply(house.ada, prompt, "Early.")


def test_only_participants_answer(house: House) -> None:
    with pytest.raises(Forbidden):
        reply(house.fay, ask(house), "From the side.")


def test_an_answer_that_is_emptied_is_no_answer(house: House) -> None:
    prompt = ask(house)
    reply(house.ada, prompt, "Mine.")
    reply(house.ada, prompt, "", 1)
    assert seen(house, prompt).answered.count == 0


def test_two_devices_that_answer_at_once_keep_both(house: House) -> None:
    prompt = ask(house)
    reply(house.ada, prompt, "From the phone.")
    with pytest.raises(Stale) as stale:
        reply(house.ada, prompt, "From the desk.")
    assert (stale.value.data["theirs"], stale.value.data["mine"]) == ("From the phone.", "From the desk.")
    kept = resolve_answer(house.ada, prompt, Version.objects.get(conflict_open=True), "both", 1)
    assert kept.body == "From the phone.\n\nFrom the desk."


def test_a_version_goes_to_everybody_after_the_reveal_only_knowingly_and_is_kept_once(house: House) -> None:
    prompt = shown(house, "Here.")
    with pytest.raises(Stale):
        save_answer(house.ada, prompt, "There.", 0, late=True)
    version = Version.objects.get(conflict_open=True)
    with pytest.raises(Closed, match="Both versions are kept"):
        resolve_answer(house.ada, prompt, version, "mine", 1)
    resolve_answer(house.ada, prompt, version, "mine", 1, late=True)
    assert Version.objects.filter(remark__prompt=prompt, body="Here.").count() == 1


def test_words_that_come_after_the_reveal_are_sent_only_by_their_author(house: House) -> None:
    prompt = shown(house, "Mine.")
    with pytest.raises(Closed, match="shown a moment ago"):
        save_answer(house.others[0], prompt, "Half a sent", 0)
    save_answer(house.others[0], prompt, "A whole one.", 0, late=True)
    assert {(each.body, each.late) for each in seen(house, prompt).replies} == {
        ("Mine.", False),
        ("A whole one.", True),
    }


def test_taking_an_answer_back_erases_what_it_said_before(house: House) -> None:
    prompt = shown(house, "Mine.")
    save_answer(house.ada, prompt, "Better.", 1, late=True)
    save_answer(house.ada, prompt, "", 2, late=True)
    assert not Version.objects.filter(remark__prompt=prompt).exists()
    assert seen(house, prompt).replies == []


@pytest.mark.parametrize(("promise", "named"), [("named", True), ("hidden", False)])
def test_names_are_as_the_promise_allows(promise: str, named: bool) -> None:
    house = make_house(leaders=3, promise=promise)
    prompt = agreed(house)
    say_assent(house.others[0], prompt, "dissent", "Not all of it.", 1)
    question = seen(house, prompt)
    known = [reply.by for reply in question.replies] + [word.by for word in question.words]
    assert known == (["Ada", "Ben"] if named else ["", ""])
    assert not any(each.by for each in seen(house, prompt, "screen").words)


def test_the_text_waits_until_the_answers_are_shown(house: House) -> None:
    with pytest.raises(Closed, match="once everybody's answers are shown"):
        write_text(house.ada, ask(house), "Too soon.", 0)


def test_anybody_but_an_observer_writes_on_the_text(house: House) -> None:
    prompt = shown(house)
    write_text(house.ada, prompt, "First.", 0)
    write_text(house.fay, prompt, "First and second.", 1)
    Seat.objects.filter(pk=house.others[0].pk).update(role=Seat.Role.OBSERVER)
    with pytest.raises(Forbidden):
        write_text(Seat.objects.get(pk=house.others[0].pk), prompt, "Third.", 2)
    assert [each.seat for each in text_of(prompt).versions.order_by("pk")] == [house.ada, house.fay]


def test_who_is_slower_replaces_nothing_and_loses_nothing(house: House) -> None:
    prompt = agreed(house, "Ada was first.")
    with pytest.raises(Stale):
        write_text(house.others[0], prompt, "Ben was second.", 0)
    question = seen(house, prompt)
    assert (question.text, [each.body for each in question.others]) == ("Ada was first.", ["Ben was second."])
    settle_text(house.ada, prompt, question.others[0], "both", 1)
    assert seen(house, prompt).text == "Ada was first.\n\nBen was second."
    assert seen(house, prompt).others == []


def test_a_choice_that_rests_on_an_older_text_decides_nothing(house: House) -> None:
    prompt = agreed(house)
    with pytest.raises(Stale):
        write_text(house.others[0], prompt, "Ben's.", 0)
    write_text(house.ada, prompt, "Changed since.", 1)
    waiting = Version.objects.get(conflict_open=True)
    with pytest.raises(Stale):
        settle_text(house.fay, prompt, waiting, "mine", 1)
    assert seen(house, prompt).text == "Changed since."


def test_an_agreement_is_to_the_version_that_was_read(house: House) -> None:
    prompt = agreed(house)
    say_assent(house.ada, prompt, "agree", "", 1)
    say_assent(house.others[0], prompt, "dissent", "Too vague.", 1)
    assert (seen(house, prompt).agree, seen(house, prompt).earlier) == (1, 0)
    write_text(house.fay, prompt, "We share power, and money.", 1)
    question = seen(house, prompt)
    assert (question.agree, question.earlier) == (0, 1)
    assert [(each.why, each.earlier) for each in question.dissents] == [("Too vague.", True)]
    say_assent(house.ada, prompt, "agree", "", 2)
    assert seen(house, prompt).agree == 1


def test_the_history_of_a_text_names_its_question(house: House) -> None:
    prompt = agreed(house)
    assert house.workshop.history.get(verb="text_written").ids == {"question": str(prompt.uid)}


def test_there_is_nothing_to_agree_to_before_there_is_a_text(house: House) -> None:
    with pytest.raises(Invalid, match="no text"):
        say_assent(house.ada, shown(house), "agree", "", 0)
    with pytest.raises(Invalid, match="no text"):
        say_assent(house.ada, agreed(house), "agree", "", 7)


def test_answers_are_among_no_other_words(house: House) -> None:
    from workshop.models.audiences import readable_remarks

    shown(house, "CANARY")
    assert Remark.objects.filter(body="CANARY").exists()
    for audience in AUDIENCES:
        assert not readable_remarks(house.workshop, audience).exists()
