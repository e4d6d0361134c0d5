"""Words and stances as a facilitator may see them who enters for a person: what one entered oneself, no more.

An answer to a question is everybody's to read once it is shown, and shown here then as well.
"""

from dataclasses import dataclass

from .assents import Assent
from .comments import Prompt, Remark
from .people import Seat
from .proposals import Proposal, Stance
from .proxy_seen import seen_of

Word = Assent | Stance


@dataclass(frozen=True)
class AnswerFor:
    """An answer to a question; ``seen`` says on what a form rests; ``is_own``: the person wrote it."""

    body: str = ""
    seen: str = ""
    is_own: bool = False


@dataclass(frozen=True)
class WordFor:
    """Agreement, dissent or a stance that one entered oneself; ``seen`` says which one a form rests on."""

    answer: str = ""
    why: str = ""
    seen: str = ""
    text_rev: int = 0


def is_hidden_answer(remark: Remark, prompt: Prompt, by: Seat) -> bool:
    """Whether an answer to a question holds words that ``by`` did not enter and so must not see yet."""
    return not prompt.is_shown and bool(remark.body) and remark.proxy_id != by.pk


def is_hidden_word(word: Word | None, by: Seat) -> bool:
    """Whether somebody has said what they think already, and ``by`` did not enter it."""
    return word is not None and word.proxy_id != by.pk


def answer_for(by: Seat, seat: Seat, prompt: Prompt) -> AnswerFor:
    """Return what there is to see of an answer to a question; an emptied one is as if none was there."""
    remark = Remark.objects.filter(prompt=prompt, seat=seat).exclude(body="").first()
    if remark is None or is_hidden_answer(remark, prompt, by):
        return AnswerFor()
    return AnswerFor(remark.body, seen_of(remark), remark.proxy_id is None)


def assent_for(by: Seat, seat: Seat, prompt: Prompt) -> WordFor:
    """Return what there is to see of what a person says to the agreed text."""
    word = Assent.objects.filter(prompt=prompt, seat=seat).first()
    if word is None or is_hidden_word(word, by):
        return WordFor()
    return WordFor(word.answer, word.why, seen_of(word), word.rev)


def stance_for(by: Seat, seat: Seat, proposal: Proposal) -> WordFor:
    """Return what there is to see of what a person answers to a proposal."""
    word = Stance.objects.filter(proposal=proposal, seat=seat).first()
    if word is None or is_hidden_word(word, by):
        return WordFor()
    return WordFor(word.answer, word.why, seen_of(word))
