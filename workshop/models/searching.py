"""Searching what was said: only in what the page of results shows to the same reader."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .cards import Card
from .comments import Remark
from .quoted import Line, lines_of
from .results import Results
from .talk import About, Voice
from .workshops import Workshop

PACK, DISCUSSION = "pack", "discussion"
MOST_SHOWN = 100


@dataclass(frozen=True)
class Wanted:
    """What is looked for: words, all of which must be in it; the uid of a card; a kind; a name."""

    words: str = ""
    card: str = ""
    kind: str = ""
    by: str = ""

    def fits(self, voice: Voice, card: Card | None) -> bool:
        """Whether a comment is what is looked for. Who wrote it counts as far as the reader is told."""
        body, remark = voice.remark.body.casefold(), voice.remark
        place = PACK if remark.is_from_pack else DISCUSSION
        return (
            all(word in body for word in self.words.casefold().split())
            and (not self.card or (card is not None and str(card.uid) == self.card))
            and self.kind in ("", place, remark.kind or place)
            and self.by in ("", voice.by)
        )


@dataclass(frozen=True)
class Hit:
    """A comment that was found, the card that it is about, and the quotes that were taken from it."""

    voice: Voice
    card: Card | None
    quotes: list[Line] = field(default_factory=list)


@dataclass(frozen=True)
class Search:
    """What can be chosen, what was looked for, and what was found; ``found`` is None before anybody looks."""

    wanted: Wanted
    cards: list[Card]
    kinds: list[tuple[str, str]]
    people: list[str]
    found: list[Hit] | None = None

    @property
    def shown(self) -> list[Hit]:
        """The first of them."""
        return (self.found or [])[:MOST_SHOWN]


def search(results: Results, asked: Mapping[str, str]) -> Search | None:
    """Search the comments of a page of results; None where it has none.

    Args:
        asked: "words", "card", "kind" and "by", as an address has them.
    """
    hits = [*_said(results)]
    if not hits:
        return None
    wanted = Wanted(*(asked.get(each, "").strip() for each in ("words", "card", "kind", "by")))
    cards = list({hit.card.pk: hit.card for hit in hits if hit.card}.values())
    used = {hit.voice.remark.kind for hit in hits}
    kinds = [(key, str(label)) for key, label in Remark.Kind.choices if key and key in used]
    people = sorted({hit.voice.by for hit in hits if hit.voice.by})
    looked = any(vars(wanted).values())
    found = [hit for hit in hits if wanted.fits(hit.voice, hit.card)] if looked else None
    return Search(wanted, cards, kinds, people, found)


def with_quotes(found: Search, workshop: Workshop) -> list[Hit]:
    """Return what is shown of a search with the quotes that were taken from each; for facilitators."""
    pks = [hit.voice.remark.pk for hit in found.shown]
    quotes = workshop.quotes.filter(remark__in=pks, removed_at=None)
    by_remark: dict[int | None, list[Line]] = {}
    for line in lines_of(workshop, quotes) if pks else []:
        by_remark.setdefault(line.quote.remark_id, []).append(line)
    return [Hit(hit.voice, hit.card, by_remark.get(hit.voice.remark.pk, [])) for hit in found.shown]


def _said(results: Results) -> Iterator[Hit]:
    """Yield each comment once, under the card that it is about."""
    for story in results.stories:
        yield from (Hit(voice, story.card) for voice in _voices(story.about))
    for account in results.voices.told:
        yield from (Hit(voice, None) for voice in account.voices)
    yield from (Hit(voice, None) for voice in results.voices.other)


def _voices(about: About) -> Iterator[Voice]:
    for voice in (*about.packs, *about.discussion):
        yield voice
        yield from voice.replies
