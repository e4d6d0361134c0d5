"""A question as an audience may see it: how many have answered; once shown the answers, and the agreed text.

Before its answers are shown, nobody but their author is sent them: neither who leads nor the facilitators.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from django.db.models import Prefetch, Q, QuerySet

from .agenda import asked_in
from .assents import Assent
from .audiences import known_as, may_see_names
from .comments import Prompt, Remark, Version
from .counting import Answered
from .question_counts import counts_of, newcomers
from .workshops import Workshop

AGREE, DISSENT = Assent.Answer.AGREE, Assent.Answer.DISSENT


@dataclass(frozen=True)
class Reply:
    """What one person answered; ``late``: once others' were seen. ``by`` is empty where nobody may know."""

    body: str
    by: str
    late: bool
    entered: bool  # by a facilitator, for somebody without a device; told only where ``by`` is
    key: int = 0  # of the row that holds it


@dataclass(frozen=True)
class Word:
    """What one person says to the agreed text; ``earlier`` where that was to an earlier version of it."""

    answer: str
    label: str
    why: str
    by: str
    earlier: bool
    entered: bool  # by a facilitator, for somebody without a device; told only where ``by`` is


@dataclass(frozen=True)
class Question:
    """A question with as much of what was answered as an audience may see.

    ``text`` is the agreed text as it is saved, ``rev`` its number, and ``others`` are versions of it that
    wait for a decision. All of them, and ``words``, are empty before the answers are shown. ``newcomers`` is
    how many were not asked, for they came after that, and said what they think of the text all the same.
    """

    prompt: Prompt
    answered: Answered
    replies: list[Reply] = field(default_factory=list)
    text: str = ""
    rev: int = 0
    others: list[Version] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    newcomers: int = 0

    @property
    def waits(self) -> str:
        """Marks of the versions that wait for a decision, by which a page knows whether it shows them."""
        return " ".join(each.mark for each in self.others)

    @property
    def agree(self) -> int:
        """How many agree to the text as it is now."""
        return sum(word.answer == AGREE and not word.earlier for word in self.words)

    @property
    def dissents(self) -> list[Word]:
        """Who does not agree, to this version or an earlier one."""
        return [word for word in self.words if word.answer == DISSENT]

    @property
    def seats(self) -> int:
        """How many could say what they think of it: who sits there, and who said so and was removed since."""
        return max(self.answered.seats + self.newcomers, len(self.words))

    @property
    def reasons(self) -> list[Word]:
        """What was said with an agreement."""
        return [word for word in self.words if word.answer == AGREE and word.why]

    @property
    def earlier(self) -> int:
        """How many agreed to an earlier version, and have not said what they think of this one."""
        return sum(word.answer == AGREE and word.earlier for word in self.words)


@dataclass(frozen=True)
class Found:
    """A question as it is stored, whoever it is for; ``written`` are its answers, emptied ones too."""

    prompt: Prompt
    answered: Answered
    written: list[Remark] = field(default_factory=list)
    text: Remark | None = None
    assents: list[Assent] = field(default_factory=list)

    @property
    def answers(self) -> list[Remark]:
        """The answers that have words."""
        return [each for each in self.written if each.body]


def text_of(prompt: Prompt) -> Remark:
    """Return the one text that the group writes as its answer to a question."""
    return Remark.objects.get(prompt__question=prompt)


def found_of(prompt: Prompt) -> Found:
    """Read a question in a fixed number of queries; of one whose answers are not shown only the counts."""
    return found_in([prompt])[0]


def found_in(prompts: Sequence[Prompt]) -> list[Found]:
    """Read questions of one workshop, each as `found_of` does, in a fixed number of queries."""
    counts = counts_of(prompts) if prompts else {}
    shown = [prompt.pk for prompt in prompts if prompt.is_shown]
    written, assents = defaultdict[int, list[Remark]](list), defaultdict[int, list[Assent]](list)
    texts: dict[int | None, Remark] = {}
    for remark in _remarks_of(shown):
        if remark.prompt and remark.prompt.kind == Prompt.Kind.AGREED:
            texts[remark.prompt.question_id] = remark
        else:
            written[remark.prompt_id or 0].append(remark)
    for assent in Assent.objects.filter(prompt__in=shown).select_related("seat__person", "proxy"):
        assents[assent.prompt_id].append(assent)
    return [
        Found(each, counts[each.pk], written[each.pk], texts.get(each.pk), assents[each.pk])
        for each in prompts
    ]


def _remarks_of(shown: Collection[int]) -> QuerySet[Remark]:
    """Return the answers and the texts of questions that are shown, with their versions by age."""
    by_age = Prefetch("versions", Version.objects.order_by("pk").select_related("seat__person"))
    here = Q(prompt__in=shown) | Q(prompt__question__in=shown)
    rows = Remark.objects.filter(here, withdrawn_at=None).select_related("seat__person", "prompt", "proxy")
    return rows.prefetch_related(by_age)


def question_for(found: Found, workshop: Workshop, audience: str) -> Question:
    """Return a question as an audience may see it; where names are hidden, no order follows anybody."""
    prompt, text = found.prompt, found.text
    if not prompt.is_shown or text is None:
        return Question(prompt, found.answered)
    named = may_see_names(workshop, audience)
    answers = sorted(found.answers, key=lambda each: (str(each.created_at) if named else "", each.uid))
    return Question(
        prompt,
        found.answered,
        [_reply(each, prompt, workshop, audience) for each in answers],
        text.body,
        text.rev,
        waiting(text),
        _words(found, text.rev, workshop, audience),
        newcomers(found.prompt, found.answers, found.assents),
    )


def waiting(text: Remark) -> list[Version]:
    """Return the versions of an answer or a text that wait for a decision, oldest first."""
    return sorted((each for each in text.versions.all() if each.waits), key=lambda each: each.pk)


def _reply(answer: Remark, prompt: Prompt, workshop: Workshop, audience: str) -> Reply:
    late = prompt.shown_at is not None and answer.saved_at > prompt.shown_at
    by = known_as(answer.seat, workshop, audience)
    return Reply(answer.body, by, late, bool(by and answer.proxy_id), answer.pk)


def _words(found: Found, rev: int, workshop: Workshop, audience: str) -> list[Word]:
    def word(each: Assent) -> Word:
        by = known_as(each.seat, workshop, audience)
        label, entered = each.get_answer_display(), bool(by and each.proxy_id)
        return Word(each.answer, label, each.why, by, each.rev < rev, entered)

    return sorted(map(word, found.assents), key=lambda each: (each.answer, each.by, each.why))


def questions_in(workshop: Workshop, audience: str) -> list[Question]:
    """Return the questions that were put to the group, in the order of the agenda."""
    found = found_in(asked_in(workshop))
    return [question_for(each, workshop, audience) for each in found]
