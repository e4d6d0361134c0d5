"""A question on the pages: blind before it is shown, whole without scripts, and nobody's words are lost."""

import re
import uuid

import pytest

from tests.questions import add, agreed, ask, beside, reply, shown
from tests.stagecraft import HTMX, JSON, page, put, send
from tests.support import House, client_of, make_house
from tests.views.test_live_queries import queries
from tests.views.test_live_silence import everything
from workshop.actions.chair import hand_chair
from workshop.actions.questions import show_answers
from workshop.actions.six_questions import SIX_QUESTIONS, SOURCE
from workshop.models import Assent, Prompt, Remark, Workshop
from workshop.models.questions import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=4)


def test_what_somebody_answers_is_sent_to_nobody_before_it_is_shown(house: House) -> None:
    prompt = ask(house)
    reply(house.others[0], prompt, "Ben's.")
    reply(house.ada, prompt, "One thing.")
    first = everything(house)
    Remark.objects.filter(prompt=prompt, seat=house.ada).update(body="Quite another.")
    assert everything(house) == first
    for name, html in first.items():
        if name.endswith(" tally"):
            assert "2 of 4 have answered" in html, name


def test_an_answer_that_is_shown_is_not_silent(house: House) -> None:
    """The twin of the test above: it could fail."""
    prompt = shown(house, "One thing.")
    first = everything(house)
    Remark.objects.filter(prompt=prompt, seat=house.ada).update(body="Quite another.")
    assert everything(house) != first
    assert not any("Quite another." in html for name, html in everything(house).items() if "screen" in name)


def test_what_is_still_to_be_asked_is_told_to_who_leads_alone(house: House) -> None:
    add(house, "CANARY?")
    put(house, "welcome")
    seats = ((house.ada, "room"), (house.others[0], "room"), (house.fay, "screen"))
    assert not [name for seat, name in seats if "CANARY" in page(house, seat, name)]
    assert "CANARY" in page(house, house.fay, "desk")
    put(house, "question")
    put(house, "results")
    assert "CANARY" in page(house, house.ada)
    add(house, "LATER?")
    Workshop.objects.filter(pk=house.workshop.pk).update(chair=house.ada)
    assert "LATER" in page(house, house.ada)
    assert "LATER" not in page(house, house.others[0])


def test_the_paper_s_questions_come_with_their_citation(house: House) -> None:
    send(house, house.fay, "questions", {"seed": "power", "uid": str(uuid.uuid4())})
    asked = Prompt.objects.get(workshop=house.workshop, kind="open")
    power = next(seed for seed in SIX_QUESTIONS if seed.key == "power")
    assert (asked.text, asked.citation) == (str(power.text), SOURCE)


def test_a_question_that_is_refused_stays_in_its_box(house: House) -> None:
    long = "Why? " * 500
    answer = send(house, house.fay, "questions", {"text": long, "uid": str(uuid.uuid4())})
    assert answer.status_code == 422
    assert long.strip() in answer.content.decode()


def test_without_scripts_the_button_saves_and_the_words_come_back(house: House) -> None:
    prompt = ask(house)
    [rev] = re.findall(r'name="rev" value="([^"]*)"', page(house, house.ada))  # as the page's own form says
    sent = send(house, house.ada, "question-answer", {"body": "Mine.", "rev": rev}, {"uid": prompt.uid})
    assert sent.status_code == 302
    assert "Mine.</textarea>" in page(house, house.ada)
    assert "Mine." not in page(house, house.others[0])


def test_a_page_that_is_loaded_asks_about_the_text_and_not_about_a_change(house: House) -> None:
    agreed(house)
    html = page(house, house.ada)
    for value, label in Assent.Answer.choices:
        assert f'value="{value}" required> {label}' in html
    assert 'value="subtheme"' not in html


def test_the_browser_is_told_where_to_choose_between_two_answers(house: House) -> None:
    prompt = ask(house)
    reply(house.ada, prompt, "Here.")
    data, parts = {"body": "There.", "rev": 0}, {"uid": prompt.uid}
    told = send(house, house.ada, "question-answer", data, parts, JSON).json()
    assert (told["state"], told["theirs"], told["mine"]) == ("conflict", "Here.", "There.")
    where = {"uid": prompt.uid, "number": told["n"]}
    chosen = send(house, house.ada, "question-answer-version", {"keep": "mine", "rev": 1}, where, JSON)
    assert chosen.json()["text"] == "There."


def test_who_was_slower_sees_both_texts(house: House) -> None:
    prompt = agreed(house, "Ada's.")
    sent = send(house, house.others[0], "question-text", {"body": "Ben's.", "rev": 0}, {"uid": prompt.uid})
    html = sent.content.decode()
    assert sent.status_code == 409
    assert "Ada&#x27;s.</textarea>" in html, "the box that is kept by “Keep the text as it is”"
    assert '<p class="conflict__text" dir="auto">Ben&#x27;s.</p>' in html
    assert 'name="keep" value="both"' in html
    assert text_of(prompt).body == "Ada's."


def test_everybody_is_told_live_that_two_texts_wait_until_it_is_decided(house: House) -> None:
    prompt = agreed(house, "Ada's.")
    waits = "Another version of this text waits"
    for seat, name in ((house.ada, "room"), (house.others[1], "room"), (house.fay, "desk")):
        assert waits not in page(house, seat, name)
    beside(house.others[0], prompt, "Ben's.")
    told = {name: waits in html for name, html in everything(house).items()}
    here = {"room", "desk", "participants tally", "facilitators tally"}
    assert {name for name, is_told in told.items() if is_told} == here
    assert marks(house) == [text_of(prompt).versions.get(conflict_open=True).mark] * 2
    where = {"uid": prompt.uid, "number": 2}
    send(house, house.others[1], "question-text-version", {"keep": "theirs", "rev": 1}, where)
    assert marks(house) == ["", ""]
    assert waits not in page(house, house.ada)


def marks(house: House) -> list[str]:
    """Return the marks of the versions that wait: in the text that all see, and beside one's own box."""
    return re.findall(r'data-(?:text-)?waits="([^"]*)"', page(house, house.others[1]))


def test_an_answer_changed_in_two_places_shows_both_and_loses_neither(house: House) -> None:
    prompt = ask(house)
    reply(house.ada, prompt, "Here.")
    data, parts = {"body": "There.", "rev": 0}, {"uid": prompt.uid}
    sent = send(house, house.ada, "question-answer", data, parts)
    html = sent.content.decode()
    assert (sent.status_code, 'name="rev" value="1"' in html) == (409, True)
    assert "Here.</textarea>" in html
    assert '<p class="conflict__text" dir="auto">There.</p>' in html


@pytest.mark.parametrize("rev", [0, 1])
def test_an_answer_that_is_refused_still_rests_on_what_its_writer_saw(house: House, rev: int) -> None:
    prompt = ask(house)
    for number in range(rev + 1):
        reply(house.ada, prompt, f"Elsewhere {number}.", number)
    data, parts = {"body": "Long. " * 1000, "rev": rev}, {"uid": prompt.uid}
    html = send(house, house.ada, "question-answer", data, parts).content.decode()
    assert f'data-rev="{rev}"' in html
    assert f'name="rev" value="{rev}"' in html


def test_a_version_chosen_after_the_showing_says_that_everybody_will_read_it(house: House) -> None:
    prompt = ask(house)
    reply(house.ada, prompt, "Here.")
    parts = {"uid": prompt.uid}
    send(house, house.ada, "question-answer", {"body": "There.", "rev": 0}, parts)
    show_answers(house.fay, prompt)
    where, choice = {**parts, "number": 1}, {"keep": "mine", "rev": 1}
    for headers in (None, HTMX):
        old = send(house, house.ada, "question-answer-version", choice, where, headers)
        assert (old.status_code, "Both versions are kept" in old.content.decode()) == (409, True)
    assert "goes to everybody at once" in page(house, house.ada)
    new = send(house, house.ada, "question-answer-version", {**choice, "late": "1"}, where)
    assert new.status_code == 302
    assert "There." in page(house, house.others[0])


def test_the_room_costs_the_same_whatever_the_number_of_versions_that_wait(house: House) -> None:
    prompt, costs, browser = agreed(house), [], client_of(house.ada)
    for n in range(4):
        beside(house.others[n % 3], prompt, f"Version {n}.")
        costs.append(queries(browser, f"/w/{house.workshop.slug}/room/"))
    assert costs[0] == costs[3]
    assert "Version 3." in page(house, house.ada)


def test_who_takes_part_and_leads_has_no_second_main_button(house: House) -> None:
    prompt, main = agreed(house), 'class="button button--main">Save for everybody'
    hand_chair(house.fay, house.ada, "good", house.workshop.chair_rev)
    for seat, has in ((house.ada, False), (house.others[0], True)):
        data = {"body": "We share power.", "rev": 1}
        part = send(house, seat, "question-text", data, {"uid": prompt.uid}, HTMX).content.decode()
        assert (main in part, main in page(house, seat)) == (has, has)


def test_a_text_with_nothing_in_it_is_not_said_to_be_saved(house: House) -> None:
    prompt = shown(house, "Mine.")
    refused = send(house, house.ada, "question-text", {"body": " ", "rev": 0}, {"uid": prompt.uid})
    assert refused.status_code == 422
    assert "Nothing is written yet, so nothing was saved." in refused.content.decode()
