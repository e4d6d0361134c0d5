"""What of a page of results can be searched: all that somebody wrote and that page shows its reader."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from .audiences import may_see_whole_sorts
from .ballots import Mark
from .cards import Card
from .people import Seat
from .questions import Question
from .quoted import Line
from .reasons import reasons_of
from .results import Results
from .taking_part import known_to_decline
from .talk import About, Proposed, Voice
from .workshops import Workshop

PACK, DISCUSSION, QUESTION, BLANK, REASON = "pack", "discussion", "question", "blank", "reason"
OTHERS = {QUESTION: _("Answers to questions"), BLANK: _("Blank cards"), REASON: _("Reasons for a place")}
Row = tuple[str, int]


@dataclass(frozen=True)
class Hit:
    """Words that were found, by whom as far as the reader is told, and the card or the question of them.

    ``voice`` is the comment that they are, if they are one. ``row`` is the model and the key of what holds
    them. ``quotes`` are those that were taken from them and ``allowance`` how they may be quoted, if
    `searching.with_quotes` was asked for both.
    """

    body: str
    by: str
    kind: str
    card: Card | None = None
    row: Row = ("", 0)
    about: str = ""
    entered: bool = False
    voice: Voice | None = None
    quotes: list[Line] = field(default_factory=list)
    allowance: str = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """What it is looked for as: by where it was said, and a comment by its mark or for having none."""
        marked = self.voice.remark.kind if self.voice else ""
        return "", self.kind, marked or self.kind

    @property
    def is_comment(self) -> bool:
        """Whether it is a comment."""
        return self.voice is not None


def said_in(results: Results) -> Iterator[Hit]:
    """Yield each comment, answer and blank card once, under the card or the question that it is about."""
    for story in results.stories:
        yield from (_comment(voice, story.card) for voice in _voices(story.about))
        yield from (_blank(each, story.card) for each in story.about.blanks)
    for account in results.voices.told:
        yield from (_comment(voice, None) for voice in account.voices)
    yield from (_comment(voice, None) for voice in results.voices.other)
    yield from (_blank(each, None) for each in results.voices.additions)
    for question in results.questions:
        yield from _of_question(question)


@dataclass(frozen=True)
class Reasons:
    """Why cards were placed as they were, as far as a reader may know: of nobody but who sees whole sorts."""

    workshop: Workshop
    results: Results
    audience: str

    def _rows(self) -> QuerySet[Mark]:
        if not may_see_whole_sorts(self.workshop, self.audience):
            return Mark.objects.none()
        return reasons_of(self.workshop).exclude(ballot__seat__in=known_to_decline(self.workshop))

    def hits(self) -> Iterator[Hit]:
        """Yield each, under the card that it is about: there may be thousands."""
        rows = list(self._rows().select_related("ballot__seat__person"))
        cards = {story.card.pk: story.card for story in self.results.stories}
        unspoken = {row.card_id for row in rows} - {*cards}  # blank cards that nobody wrote about
        if unspoken:
            cards |= {card.pk: card for card in self.workshop.cards.with_words() if card.pk in unspoken}
        for row in rows:
            seat = row.ballot.seat
            yield Hit(row.reason, seat.name if seat else "", REASON, cards[row.card_id], ("Mark", row.pk))

    def authors(self) -> list[str]:
        """Return the names of those who gave any; one query that reads no reason."""
        ballots = self._rows().order_by().values("ballot")
        seats = Seat.objects.filter(ballots__in=ballots).select_related("person").distinct()
        return sorted(seat.name for seat in seats)

    def cards(self) -> list[Card]:
        """Return the cards that any round asked about; no query."""
        return [story.card for story in self.results.stories if story.counts]


def _comment(voice: Voice, card: Card | None) -> Hit:
    remark = voice.remark
    kind = PACK if remark.is_from_pack else DISCUSSION
    return Hit(remark.body, voice.by, kind, card, ("Remark", remark.pk), voice=voice)


def _blank(proposed: Proposed, card: Card | None) -> Hit:
    words = "\n".join(filter(None, [proposed.title, proposed.summary]))
    row = "Card", proposed.key
    return Hit(words, proposed.by, BLANK, card, row, entered=proposed.is_entered)


def _of_question(question: Question) -> Iterator[Hit]:
    asked = question.prompt.text
    for each in question.replies:
        row = "Remark", each.key
        yield Hit(each.body, each.by, QUESTION, row=row, about=asked, entered=each.entered)
    for word in (*question.dissents, *question.reasons):
        if word.why:
            yield Hit(word.why, word.by, QUESTION, about=asked, entered=word.entered)


def _voices(about: About) -> Iterator[Voice]:
    for voice in (*about.packs, *about.discussion):
        yield voice
        yield from voice.replies
