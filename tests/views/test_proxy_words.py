"""Questions and proposals for somebody without a device: entered on the page, and marked where they show."""

import csv
import io
import re
from typing import Any

import pytest
from django.contrib.messages import get_messages

from tests.questions import agreed, ask, reply
from tests.rounds import exported
from tests.stagecraft import page, send
from tests.support import House, client_of, make_house
from tests.views.results_world import results_page
from tests.views.rows_synthesis import NAMED, put
from workshop.actions.agreed import say_assent
from workshop.actions.proposals import drop_proposal
from workshop.actions.proxy_words import enter_answer, enter_assent, enter_stance
from workshop.actions.questions import show_answers
from workshop.actions.stances import take_stance
from workshop.exports.csv_long import write_csv
from workshop.models import Assent, Prompt, Remark, Stance
from workshop.models.proxy_seen import seen_of

pytestmark = pytest.mark.django_db
ENTERED = "entered by a facilitator"
OF_ONE = ["answer_sent", "answer_met", "answer_entered", "assent_entered", "stance_entered"]
FOR_YOU = "Entered for you by a facilitator."


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def plain(html: str) -> str:
    """Return a page without what differs at each look."""
    return re.sub(r'(csrfmiddlewaretoken|uid)" value="[^"]+"|CSRFToken": "[^"]+"', "", " ".join(html.split()))


def known(house: House) -> str:
    """Return the page on which Fay enters for Ada."""
    answer = client_of(house.fay).get(f"/w/{house.workshop.slug}/people/{house.ada.uid}/proxy/")
    return plain(answer.content.decode())


def enter(house: House, name: str, data: dict[str, Any], prompt: Prompt | None = None) -> Any:
    """Send a form of the page, as Fay for Ada."""
    about = {"question": prompt.uid} if prompt else {"proposal": NAMED}
    return send(house, house.fay, f"proxy-{name}", data, {"uid": house.ada.uid, **about})


def test_an_answer_is_entered_and_its_person_finds_it(house: House) -> None:
    prompt = ask(house)
    assert enter(house, "answer", {"body": "From paper"}, prompt).status_code == 302
    assert "From paper</textarea>" in known(house)
    assert FOR_YOU in page(house, house.ada)
    show_answers(house.fay, prompt)
    assert FOR_YOU in page(house, house.ada)
    assert ENTERED in page(house, house.others[0])


def test_a_refused_answer_keeps_its_words_and_shows_none_of_theirs(house: House) -> None:
    prompt = ask(house)
    before = known(house)
    reply(house.ada, prompt, "A canary answer")
    assert known(house) == before
    refused = enter(house, "answer", {"body": "From paper"}, prompt)
    html = refused.content.decode()
    assert (refused.status_code, "canary" in html, "From paper</textarea>" in html) == (422, False, True)
    assert 'name="replaces"' in html
    seen = seen_of(Remark.objects.get(prompt=prompt))
    assert f'name="seen" value="{seen}"' in html
    enter(house, "answer", {"body": "From paper", "seen": seen, "replaces": "yes"}, prompt)
    assert Remark.objects.get(prompt=prompt).proxy == house.fay


def test_a_correction_of_what_they_emptied_meanwhile_asks_nothing_of_what_is_not_there(house: House) -> None:
    prompt = ask(house)
    enter(house, "answer", {"body": "From paper"}, prompt)
    seen = seen_of(Remark.objects.get(prompt=prompt))
    reply(house.ada, prompt, "", rev=1)
    refused = enter(house, "answer", {"body": "Corrected", "seen": seen}, prompt)
    html = refused.content.decode()
    assert (refused.status_code, 'name="replaces"' in html) == (409, False)
    assert 'name="seen" value=""' in html
    assert enter(house, "answer", {"body": "Corrected", "seen": ""}, prompt).status_code == 302


def test_what_one_takes_away_is_not_told_as_being_in(house: House) -> None:
    prompt = ask(house)
    enter(house, "answer", {"body": "From paper"}, prompt)
    seen = seen_of(Remark.objects.get(prompt=prompt))
    gone = enter(house, "answer", {"body": "", "seen": seen}, prompt)
    assert "is taken away" in str(next(iter(get_messages(gone.wsgi_request))))


def test_an_answer_that_came_late_is_sent_only_once_that_is_said(house: House) -> None:
    prompt = ask(house)
    reply(house.ada, prompt, "My own")
    show_answers(house.fay, prompt)
    refused = enter(house, "answer", {"body": "From paper"}, prompt)
    html = plain(refused.content.decode())
    assert refused.status_code == 409
    assert 'name="late"' in html
    assert "It says now:" in html
    assert enter(house, "answer", {"body": "From paper", "late": 1}, prompt).status_code == 409
    seen = seen_of(Remark.objects.get(prompt=prompt))
    data = {"body": "From paper", "seen": seen, "late": 1}
    assert enter(house, "answer", data, prompt).status_code == 302


def test_words_for_a_question_that_left_the_stage_come_back_to_be_copied(house: House) -> None:
    prompt = ask(house)
    ask(house, "Another one?")
    html = enter(house, "answer", {"body": "x" * 4001}, prompt).content.decode()
    assert "x" * 4001 in html
    assert "What you had typed, to copy:" in html


def test_agreement_is_entered_and_its_person_finds_it(house: House) -> None:
    prompt = agreed(house)
    before = known(house)
    say_assent(house.ada, prompt, "agree", "A canary reason", 1)
    assert "canary" not in known(house)
    assert known(house).count("checked") == before.count("checked")
    data = {"answer": "dissent", "why": "Too vague", "rev": 1, "seen": ""}
    refused = enter(house, "assent", data, prompt)
    assert refused.status_code == 422
    assert "Too vague</textarea>" in refused.content.decode()
    data |= {"replaces": "yes", "seen": seen_of(Assent.objects.get())}
    assert enter(house, "assent", data, prompt).status_code == 302
    assert "Too vague</textarea>" in known(house)
    assert FOR_YOU in page(house, house.ada)
    assert ENTERED in page(house, house.others[0])


def test_a_stance_is_entered_and_its_person_finds_it(house: House) -> None:
    put(house)
    before = known(house)
    take_stance(house.ada, house.workshop.proposals.get(), "no", "A canary reason")
    assert known(house) == before
    data = {"answer": "fine", "why": "Said aloud", "seen": ""}
    assert enter(house, "stance", data).status_code == 422
    data |= {"replaces": "yes", "seen": seen_of(Stance.objects.get())}
    assert enter(house, "stance", data).status_code == 302
    assert "Said aloud</textarea>" in known(house)
    assert FOR_YOU in page(house, house.ada, "synthesis")
    drop_proposal(house.fay, house.workshop.proposals.get())
    assert "Said aloud" not in known(house)


def world(promise: str) -> House:
    """Enter an answer, an agreement and a stance for Ben, who has no device; all of it is shown."""
    house = make_house(leaders=3, promise=promise)
    ben = house.others[0]
    prompt = agreed(house)
    enter_answer(house.fay, ben, prompt, "Said aloud", late=True)
    enter_assent(house.fay, ben, prompt, "dissent", "Too vague", rev=1)
    put(house)
    enter_stance(house.fay, ben, house.workshop.proposals.get(), "no", "Not yet")
    return house


@pytest.mark.parametrize(("promise", "told"), [("named", True), ("hidden", False)])
def test_the_group_is_told_only_where_that_does_not_tell_whose_it_is(promise: str, told: bool) -> None:
    house = world(promise)
    assert page(house, house.ada).count(ENTERED) == 2 * told
    assert results_page(house, house.ada).count(ENTERED) == 2 * told
    assert page(house, house.fay, "desk").count(ENTERED) == 3


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_the_files_say_who_entered_it_where_they_say_whose_it_is(promise: str) -> None:
    house = world(promise)
    fay = house.fay.pseudonym if promise == "named" else None
    whole = exported(house)
    told = [row["verb"] for row in whole["history"] if row["verb"] in OF_ONE]
    assert told == (["answer_entered", "assent_entered", "stance_entered"] if fay else [])
    [question] = whole["questions"]
    [said], [stance] = question["agreed"]["assents"], whole["proposals"][0]["answers"]
    aloud = next(each for each in question["answers"] if each["body"] == "Said aloud")
    assert [each["entered_by"] for each in (aloud, said, stance)] == [fay] * 3
    rows = list(csv.DictReader(io.StringIO(write_csv(house.workshop).decode("utf-8-sig"))))
    entered = {row["record"] for row in rows if row["entered_by"]}
    all_three = {"answer to a question", "word on an agreed text", "answer to a proposal"}
    assert entered == (all_three if fay else set())
