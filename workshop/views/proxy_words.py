"""Questions and proposals on the page where a facilitator enters for somebody: a part for each."""

from typing import Any

from django.utils.translation import gettext as _

from workshop.live.now import Now
from workshop.models import Assent, Prompt, Proposal, Seat, Stance
from workshop.models.agenda import asked_in
from workshop.models.audiences import FACILITATORS
from workshop.models.proposing import proposals_of
from workshop.models.proxy_words import WordFor, answer_for, assent_for, stance_for
from workshop.models.questions import text_of

from .proxy_sent import Part, Sent, asks_for, own


def question_parts(by: Seat, seat: Seat, now: Now, sent: Sent | None) -> list[Part]:
    """Return the parts of each question that was asked: the answer, and once there is one the agreed text.

    The question on the stage stands open, and the earlier ones are folded away.
    """
    if by.workshop.is_closed:
        return []
    parts = []
    for prompt in asked_in(by.workshop):
        is_now = prompt == now.prompt
        parts += [*_agreed(by, seat, prompt, is_now, sent), _answer(by, seat, prompt, is_now, sent)]
    return parts


def _agreed(by: Seat, seat: Seat, prompt: Prompt, is_now: bool, sent: Sent | None) -> list[Part]:
    if not prompt.is_shown or not (text := text_of(prompt)).body:
        return []
    name = f"assent-{prompt.uid}"
    mine = own(sent, name)
    facts = _word(assent_for(by, seat, prompt), Assent.Answer.choices, mine)
    facts |= {"prompt": prompt, "text": text, "is_earlier": 0 < facts["said"].text_rev < text.rev}
    fold = "" if is_now else _("What we agree on, from an earlier question: %s") % prompt.text
    return [Part(name, "workshop/proxy/_assent.html", is_now, mine, facts, fold)]


def _answer(by: Seat, seat: Seat, prompt: Prompt, is_now: bool, sent: Sent | None) -> Part:
    name = f"answer-{prompt.uid}"
    mine, there = own(sent, name), answer_for(by, seat, prompt)
    body, seen = there.body, there.seen
    if mine:
        body, seen = mine.words.get("body", ""), _rests_on(mine)
    asks = asks_for(mine) and not there.seen
    meanwhile = there.body if mine and there.body != body else ""
    facts = {"prompt": prompt, "there": there, "body": body, "seen": seen, "asks": asks}
    facts["meanwhile"] = meanwhile
    fold = "" if is_now else _("An earlier question: %s") % prompt.text
    return Part(name, "workshop/proxy/_answer.html", is_now, mine, facts, fold)


def proposal_parts(by: Seat, seat: Seat, sent: Sent | None) -> list[Part]:
    """Return the part of the change of cards that is before the group, if there is one."""
    if by.workshop.is_closed:
        return []
    put = proposals_of(by.workshop, FACILITATORS, [Proposal.State.PUT], by)
    return [
        Part(
            f"stance-{asked.proposal.uid}",
            "workshop/proxy/_stance.html",
            True,
            mine := own(sent, f"stance-{asked.proposal.uid}"),
            {"asked": asked, **_word(stance_for(by, seat, asked.proposal), Stance.Answer.choices, mine)},
        )
        for asked in put
    ]


def _word(said: WordFor, answers: list[tuple[str, Any]], sent: Sent | None) -> dict[str, Any]:
    """Return a choice with a word of why as its form shows it: with what was refused, else what is there."""
    answer, why, seen = said.answer, said.why, said.seen
    if sent:
        answer, why = sent.words.get("answer", ""), sent.words.get("why", "")
        seen = _rests_on(sent)
    asks = asks_for(sent) and not said.seen
    facts = {"said": said, "answers": answers, "answer": answer, "why": why, "seen": seen}
    return {**facts, "asks": asks}


def _rests_on(sent: Sent) -> str:
    """Return what a refused form rests on when it is sent again."""
    return str(sent.refusal.data.get("seen", sent.words.get("seen", "")))
