"""A question as an audience may see it: how many have answered; once shown the answers, and the agreed text.

Before its answers are shown, nobody but their author is sent them: neither who leads nor the facilitators.
"""

from dataclasses import dataclass, field

from django.db.models import QuerySet

from .assents import Assent
from .audiences import known_as, may_see_names
from .comments import Prompt, Remark, Version
from .counting import Answered
from .people import Seat
from .workshops import Workshop

AGREE, DISSENT = Assent.Answer.AGREE, Assent.Answer.DISSENT


@dataclass(frozen=True)
class Reply:
    """What one person answered; ``late``: once others' were seen. ``by`` is empty where nobody may know."""

    body: str
    by: str
    late: bool


@dataclass(frozen=True)
class Word:
    """What one person says to the agreed text; ``earlier`` where that was to an earlier version of it."""

    answer: str
    label: str
    why: str
    by: str
    earlier: bool


@dataclass(frozen=True)
class Question:
    """A question with as much of what was answered as an audience may see.

    ``text`` is the agreed text as it is saved, ``rev`` its number, and ``others`` are versions of it that
    wait for a decision. All of them, and ``words``, are empty before the answers are shown.
    """

    prompt: Prompt
    answered: Answered
    replies: list[Reply] = field(default_factory=list)
    text: str = ""
    rev: int = 0
    others: list[Version] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)

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
        return max(self.answered.seats, len(self.words))

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
    """A question as it is stored, whoever it is for."""

    prompt: Prompt
    answered: Answered
    answers: list[Remark]
    text: Remark | None
    assents: list[Assent]


def answers_to(prompt: Prompt) -> QuerySet[Remark]:
    """Return the answers to a question that have words. For counting, and once shown for reading."""
    return Remark.objects.said().filter(prompt=prompt).select_related("seat__person")


def text_of(prompt: Prompt) -> Remark:
    """Return the one text that the group writes as its answer to a question."""
    return Remark.objects.get(prompt__question=prompt)


def counted(prompt: Prompt) -> Answered:
    """Count who has answered, of those who sit there now. Two queries."""
    asked = Seat.objects.answering().filter(workshop_id=prompt.workshop_id)
    return Answered(answers_to(prompt).filter(seat__in=asked).count(), asked.count())


def found_of(prompt: Prompt) -> Found:
    """Read a question in a fixed number of queries; of one whose answers are not shown only the counts."""
    if not prompt.is_shown:
        return Found(prompt, counted(prompt), [], None, [])
    text = Remark.objects.filter(prompt__question=prompt).prefetch_related("versions__seat__person").first()
    assents = Assent.objects.filter(prompt=prompt).select_related("seat__person")
    return Found(prompt, counted(prompt), list(answers_to(prompt)), text, list(assents))


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
    )


def waiting(text: Remark) -> list[Version]:
    """Return the versions of an agreed text that wait for a decision, oldest first."""
    return sorted((each for each in text.versions.all() if each.conflict_open), key=lambda each: each.pk)


def _reply(answer: Remark, prompt: Prompt, workshop: Workshop, audience: str) -> Reply:
    late = prompt.shown_at is not None and answer.saved_at > prompt.shown_at
    return Reply(answer.body, known_as(answer.seat, workshop, audience), late)


def _words(found: Found, rev: int, workshop: Workshop, audience: str) -> list[Word]:
    def word(each: Assent) -> Word:
        by = known_as(each.seat, workshop, audience)
        return Word(each.answer, each.get_answer_display(), each.why, by, each.rev < rev)

    return sorted(map(word, found.assents), key=lambda each: (each.answer, each.by, each.why))


def questions_in(workshop: Workshop, audience: str) -> list[Question]:
    """Return the questions that were put to the group, in the order of the agenda."""
    asked = workshop.steps.filter(kind="question", started_at__isnull=False, prompt__isnull=False)
    prompts = [step.prompt for step in asked.select_related("prompt").order_by("position", "pk")]
    return [question_for(found_of(prompt), workshop, audience) for prompt in prompts if prompt]
