"""Questions and proposals for somebody without a device: entered on the page, and marked where they show."""

import re
from typing import Any

import pytest
from django.contrib.messages import get_messages

from tests.questions import agreed, ask, reply
from tests.stagecraft import page, send
from tests.support import House, client_of, make_house
from tests.views.rows_synthesis import NAMED, put
from workshop.actions.agreed import say_assent
from workshop.actions.proposals import drop_proposal
from workshop.actions.questions import show_answers
from workshop.actions.remarks import save_remark
from workshop.actions.stances import take_stance
from workshop.models import Assent, Prompt, Remark, Stance
from workshop.models.proxy_seen import seen_of

pytestmark = pytest.mark.django_db
ENTERED = "entered by a facilitator"
FOLD = "wide proxy__earlier"
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


def test_an_earlier_question_is_offered_in_a_fold_that_opens_with_what_was_refused(house: House) -> None:
    prompt = ask(house)
    ask(house, "Another one?")
    assert f'<details class="{FOLD}"><summary><span dir="auto">An earlier question' in known(house)
    assert enter(house, "answer", {"body": "From paper"}, prompt).status_code == 302
    assert "From paper</textarea>" in known(house)
    html = plain(enter(house, "answer", {"body": "x" * 4001}, prompt).content.decode())
    assert f"{'x' * 4001}</textarea>" in html
    assert f'<details class="{FOLD}" open><summary><span dir="auto">An earlier question' in html


def test_what_is_said_of_a_box_is_tied_to_it(house: House) -> None:
    prompt = agreed(house)
    save_remark(house.ada, house.workshop.prompts.get(card__number=1), "My own words", 0)
    html = known(house)
    named = {uid for found in re.findall(r'aria-describedby="([^"]+)"', html) for uid in found.split()}
    ids = re.findall(r' id="([^"]+)"', html)
    assert named <= set(ids)
    assert len(ids) == len(set(ids))
    box = house.workshop.prompts.get(card__number=1)
    told = {
        "say-hint",
        f"answer-{prompt.uid}-hint",
        f"answer-{prompt.uid}-shown",
        f"assent-{prompt.uid}-told",
    }
    assert told <= named
    assert f"hint-{box.uid}" in named


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
