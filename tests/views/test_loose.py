"""Words that were typed for a stage that is past: refused, they come back; saved, the device is told."""

import uuid
from typing import Any

import pytest

from tests.questions import agreed, ask
from tests.stagecraft import HTMX, bring, put, send
from tests.support import House, make_house
from workshop.actions.agreed import write_text
from workshop.actions.questions import show_answers
from workshop.actions.workshops import close_workshop

pytestmark = pytest.mark.django_db
ways = pytest.mark.parametrize("headers", [HTMX, None])


@pytest.fixture
def house() -> House:
    return make_house(leaders=4)


def forms(house: House, words: str) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Return each form of the room about a question, ground rules, suggestions and a card."""
    where = {"uid": agreed(house, "First.").uid}
    uid = str(uuid.uuid4())
    return [
        ("question-text", {"body": words, "rev": 1}, where),
        ("question-assent", {"answer": "dissent", "why": words, "rev": 1}, where),
        ("question-answer", {"body": words, "rev": 1, "late": "1"}, where),
        ("ground-rules", {"text": words, "uid": uid}, {}),
        ("suggestions", {"question": words, "uid": uid}, {}),
        ("discussion", {"body": words, "uid": uid}, {"card": house.cards[0].uid}),
    ]


@ways
def test_after_the_close_each_form_comes_back_with_its_words_and_why(house: House, headers: Any) -> None:
    sent = forms(house, "Ada's last words.")
    close_workshop(house.fay)
    for name, data, where in sent:
        answer = send(house, house.ada, name, data, where, headers)
        html = answer.content.decode()
        assert answer.status_code == 409, name
        assert "Ada&#x27;s last words." in html, name
        assert "is closed" in html.split('role="alert"', 1)[1], name


@ways
@pytest.mark.parametrize("stage", ["results", "poll", "question"])
def test_words_too_long_come_back_once_the_stage_moved(house: House, headers: Any, stage: str) -> None:
    sent = forms(house, "Long. " * 1000)
    ask(house, "Another?") if stage == "question" else put(house, stage)
    for name, data, where in sent[:3]:
        answer = send(house, house.ada, name, data, where, headers)
        html = answer.content.decode()
        assert (answer.status_code, html.count(("Long. " * 1000).strip())) == (422, 1), name
        assert "<textarea" not in html.split("Long. ", 1)[0].rsplit("alert", 1)[1], name


@ways
def test_a_text_that_somebody_was_quicker_with_comes_back_once_the_stage_moved(
    house: House, headers: Any
) -> None:
    prompt = agreed(house, "First.")
    write_text(house.others[0], prompt, "Ben was quicker.", 1)
    put(house, "results")
    where = {"uid": prompt.uid}
    answer = send(house, house.ada, "question-text", {"body": "Ada's.", "rev": 1}, where, headers)
    html = answer.content.decode()
    assert (answer.status_code, "Ada&#x27;s.</p>" in html) == (409, True)
    assert "choose between them when the question is on the stage again" in html


def test_an_answer_the_showing_overtook_comes_back_once_the_stage_moved(house: House) -> None:
    prompt = ask(house)
    show_answers(house.fay, prompt)
    put(house, "results")
    answer = send(house, house.ada, "question-answer", {"body": "Nearly.", "rev": 0}, {"uid": prompt.uid})
    html = answer.content.decode()
    assert (answer.status_code, "Nearly.</p>" in html, "shown a moment ago" in html) == (409, True, True)


def test_a_suggestion_of_who_may_not_suggest_is_not_refused_in_silence(house: House) -> None:
    put(house, "welcome")
    answer = send(house, house.fay, "suggestions", {"uid": str(uuid.uuid4()), "question": "Hm, why?"})
    html = answer.content.decode()
    assert (answer.status_code, "Only participants suggest" in html, "Hm, why?" in html) == (403, True, True)


def test_what_is_saved_after_the_stage_moved_leaves_nothing_unsaved_on_the_device(house: House) -> None:
    sent = forms(house, "Saved late.")[:4]
    put(house, "results")
    for name, data, where in sent:
        answer = send(house, house.ada, name, data, where, HTMX)
        assert answer.status_code == 200, name
        assert f'data-arrived="{answer.wsgi_request.path}"' in answer.content.decode(), name


def test_each_saving_is_said_in_its_own_words(house: House) -> None:
    told = set()
    for name, data, where in forms(house, "Words.")[:4]:
        html = send(house, house.ada, name, data, where, HTMX).content.decode()
        told.add(html.split('data-said="')[1].split('"')[0])
    assert len(told) == 4
    assert not any("comment" in each for each in told)


def test_a_refusal_that_has_its_form_is_said_once_at_its_box(house: House) -> None:
    card = bring(house)
    data = {"body": "x" * 9000, "uid": str(uuid.uuid4())}
    html = send(house, house.ada, "discussion", data, {"card": card.uid}, HTMX).content.decode()
    assert html.count("x" * 9000) == 1
    assert "data-copy" not in html
