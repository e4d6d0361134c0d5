"""The rows of questions, ground rules and suggestions for the agenda."""

import uuid

from tests.questions import agreed, ask
from tests.stagecraft import put, reveal
from tests.support import House
from tests.views.permissions import Row, Words, all_seats, fay, leaders
from workshop.actions.agreed import write_text
from workshop.actions.breaks import add_break
from workshop.actions.ground_rules import add_ground_rule
from workshop.actions.suggestions import suggest_item
from workshop.models import Prompt, Stale
from workshop.models.ground_rules import ground_of


def a_question(house: House) -> Words:
    """A question, as its form sends it."""
    return {"text": "What now?", "uid": str(uuid.uuid4())}


def asked(house: House) -> Words:
    """The question that was asked."""
    return {"uid": Prompt.objects.get(workshop=house.workshop, kind="open").uid}


def first_version(house: House) -> Words:
    """The first version of what somebody wrote."""
    return asked(house) | {"number": 1}


def second_version(house: House) -> Words:
    """The version of the text that waits."""
    return asked(house) | {"number": 2}


def words(house: House) -> Words:
    """Words that rest on nothing."""
    return {"body": "Mine.", "rev": 0}


def new_words(house: House) -> Words:
    """Other words for the text."""
    return {"body": "New.", "rev": 1}


def ask_it(house: House) -> None:
    """Ask a question."""
    ask(house)


def write_it(house: House) -> None:
    """Agree on a text, with a version that waits beside it."""
    prompt = agreed(house)
    try:
        write_text(house.others[0], prompt, "At the same time.", 0)
    except Stale:
        return


def a_rule(house: House) -> Words:
    """A ground rule, as its form sends it."""
    return {"text": "Listen.", "uid": str(uuid.uuid4())}


def add_rule(house: House) -> None:
    """Let Ada add a ground rule."""
    put(house, "welcome")
    house.ada.workshop.refresh_from_db()
    add_ground_rule(house.ada, "Listen.", uid=uuid.uuid4())


def a_look(house: House) -> Words:
    """An agreement to the ground rules that stand now."""
    return {"seen": ground_of(house.workshop).changed_at}


def her_rule(house: House) -> Words:
    """Ada's ground rule."""
    return {"uid": house.workshop.ground_rules.get().uid}


def other_words(house: House) -> Words:
    """The rule in other words."""
    return {"text": "Listen first.", "rev": 1}


def an_item(house: House) -> Words:
    """A suggestion, as its form sends it."""
    return {"question": "Who is missing?", "uid": str(uuid.uuid4())}


def suggest(house: House) -> None:
    """Let Ada suggest a question."""
    add_rule(house)
    suggest_item(house.ada, uid=uuid.uuid4(), question="Who is missing?")


def suggested(house: House) -> Words:
    """What Ada suggested."""
    return {"uid": house.workshop.suggestions.get().uid}


def polled(house: House) -> None:
    """Reveal the poll."""
    reveal(house)


def a_break(house: House) -> Words:
    """A break that waits."""
    return {"step": add_break(house.fay, 10).uid}


QUESTION_ROWS = [
    Row("agenda-removal", fay(302), "post", data=a_break),
    Row("agenda-restoration", fay(302), "post", data=a_break),
    Row("agenda-order", fay(302), "post", data=lambda house: {"by": "nominations"}, before=polled),
    Row("suggestions", "404 302 302 403 404 404 404", "post", data=an_item, before=add_rule),
    Row("suggestion", fay(302), "post", suggested, lambda house: {"decision": "accept"}, before=suggest),
    Row("suggestions-waiting", fay(200), before=suggest),
    Row("room-suggestions", all_seats(200), before=suggest),
    Row("ground-rules", all_seats(302), "post", data=a_rule, before=add_rule),
    Row("ground-rules-agreement", "404 302 302 403 404 404 404", "post", data=a_look, before=add_rule),
    Row("ground-rule", "404 302 404 404 404 404 404", "post", her_rule, other_words, before=add_rule),
    Row("ground-rule-withdrawal", "404 302 404 404 404 404 404", "post", her_rule, before=add_rule),
    Row("questions", fay(302), "post", data=a_question),
    Row("question-revelation", fay(200), "post", asked, before=ask_it),
    Row("question-answer", leaders(302), "post", asked, words, before=ask_it),
    Row("question-answer-version", leaders(404), "post", first_version, before=ask_it),
    Row(
        "question-text",
        all_seats(302),
        "post",
        asked,
        new_words,
        before=write_it,
    ),
    Row(
        "question-text-version",
        all_seats(302),
        "post",
        second_version,
        lambda house: {"keep": "both", "rev": 1},
        before=write_it,
    ),
    Row(
        "question-assent",
        "404 302 302 403 404 404 404",
        "post",
        asked,
        lambda house: {"answer": "agree", "rev": 1},
        before=write_it,
    ),
]
