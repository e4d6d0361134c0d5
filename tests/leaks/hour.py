"""The live hour of a recorded workshop: the poll, the discussion, a question, a proposed change."""

import uuid
from contextlib import suppress

from tests.chairs import hand
from tests.leaks.cast import Cast
from tests.stagecraft import put, say, vote
from tests.synthesis import wanted
from workshop.actions.agreed import say_assent, write_text
from workshop.actions.answers import save_answer
from workshop.actions.gestures import set_gesture
from workshop.actions.ground_rules import add_ground_rule, withdraw_ground_rule
from workshop.actions.proposals import make_proposal, propose_change, put_proposal
from workshop.actions.questions import add_question, show_answers
from workshop.actions.reflections import write_reflection
from workshop.actions.rounds import reveal_round
from workshop.actions.stances import take_stance
from workshop.actions.step_notes import save_step_note
from workshop.actions.suggestions import suggest_item
from workshop.actions.taking_back import withdraw_remark
from workshop.actions.ties import tie_cards
from workshop.models import Prompt, Stale


def begun(cast: Cast) -> None:
    """The welcome: ground rules, and something suggested."""
    put(cast.house, "welcome")
    add_ground_rule(cast.ben, cast.word("rule"), uid=uuid.uuid4())
    gone = add_ground_rule(cast.ben, cast.word("rule-taken-back"), uid=uuid.uuid4())
    withdraw_ground_rule(cast.ben, gone)
    suggest_item(
        cast.ben, uid=uuid.uuid4(), question=cast.word("suggestion"), why=cast.word("suggestion-why")
    )


def voted(cast: Cast) -> None:
    """Everybody votes, and nobody sees what."""
    house = cast.house
    put(house, "poll")
    for seat, numbers in ((cast.ben, (2, 4)), (cast.seat("ada"), (2,)), (cast.seat("chair"), (2, 3))):
        vote(house, seat, *numbers)


def polled(cast: Cast) -> None:
    """The poll is revealed; a card comes to the front; Ben speaks; Cem takes the chair."""
    house = cast.house
    reveal_round(cast.fay, house.poll)
    card = house.cards[1]
    put(house, "card", card)
    said = say(house, cast.ben, card, cast.word("remark"))
    say(house, cast.ben, card, cast.word("reply"), reply_to=said)
    say(house, cast.ben, card, cast.word("remark-taken-back"))
    step = house.workshop.steps.get(kind="card", card=card)
    save_step_note(cast.fay, step, cast.word("step-note"), 0)
    write_reflection(cast.fay, 0, cast.word("reflection"), uid=uuid.uuid4())
    hand(house, cast.fay, cast.seat("chair"))
    set_gesture(cast.ben, "hand", True)


def asked(cast: Cast) -> None:
    """A comment is taken back; a question waits for its answers; a change is before the group."""
    house, ben = cast.house, cast.ben
    withdraw_remark(ben, ben.remarks.get(body__startswith=cast.canaries.planted["remark-taken-back"]))
    step = add_question(cast.fay, cast.word("question"), uid=uuid.uuid4())
    house.workshop.refresh_from_db()
    put(house, "question")
    assert step.prompt is not None
    save_answer(ben, step.prompt, cast.word("answer"), 0)
    with suppress(Stale):
        save_answer(ben, step.prompt, cast.word("answer-other-tab"), 0)
    change = wanted(house.workshop, "retire", house.cards[2:3], reason=cast.word("proposal-reason"))
    put_proposal(cast.fay, propose_change(ben, change, uid=uuid.uuid4()))
    take_stance(ben, house.workshop.proposals.get(), "no", cast.word("stance-why"))


def shown(cast: Cast) -> None:
    """Answers are shown, a text is agreed on; the change is made; cards are linked."""
    house, ben = cast.house, cast.ben
    prompt = Prompt.objects.get(workshop=house.workshop, kind="open")
    show_answers(cast.fay, prompt)
    write_text(cast.seat("ada"), prompt, cast.word("text"), 0)
    with suppress(Stale):
        write_text(ben, prompt, cast.word("text-beside"), 0)
    say_assent(ben, prompt, "dissent", cast.word("assent-why"), 1)
    make_proposal(cast.fay, house.workshop.proposals.get())
    tie_cards(cast.fay, house.cards[0], house.cards[1], cast.word("tie-reason"), uid=uuid.uuid4())
