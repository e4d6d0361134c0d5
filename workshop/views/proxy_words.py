"""Questions and proposals on the page where a facilitator enters for somebody: a part for each."""

from typing import Any

from workshop.live.now import Now
from workshop.models import Assent, Prompt, Proposal, Seat, Stance
from workshop.models.audiences import FACILITATORS
from workshop.models.proposing import proposals_of
from workshop.models.proxy_words import WordFor, answer_for, assent_for, stance_for
from workshop.models.questions import text_of

from .proxy_sent import Part, Sent, asks_for, own


def question_parts(by: Seat, seat: Seat, now: Now, sent: Sent | None) -> list[Part]:
    """Return the parts of the question on the stage: the answer, and once there is one the agreed text."""
    if now.prompt is None or by.workshop.is_closed:
        return []
    parts = [_answer(by, seat, now.prompt, sent)]
    text = text_of(now.prompt)
    if now.prompt.is_shown and text.body:
        name = f"assent-{now.prompt.uid}"
        mine = own(sent, name)
        facts = _word(assent_for(by, seat, now.prompt), Assent.Answer.choices, mine)
        facts |= {"prompt": now.prompt, "text": text, "is_earlier": 0 < facts["said"].text_rev < text.rev}
        parts.insert(0, Part(name, "workshop/proxy/_assent.html", True, mine, facts))
    return parts


def _answer(by: Seat, seat: Seat, prompt: Prompt, sent: Sent | None) -> Part:
    name = f"answer-{prompt.uid}"
    mine, there = own(sent, name), answer_for(by, seat, prompt)
    body, seen = there.body, there.seen
    if mine:
        body, seen = mine.words.get("body", ""), _rests_on(mine)
    asks = asks_for(mine) and not there.seen
    meanwhile = there.body if mine and there.body != body else ""
    facts = {
        "prompt": prompt,
        "there": there,
        "body": body,
        "seen": seen,
        "asks": asks,
        "meanwhile": meanwhile,
    }
    return Part(name, "workshop/proxy/_answer.html", True, mine, facts)


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
