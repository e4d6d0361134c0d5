"""Searching what was said: only in what the page of results shows to the same reader, and in reasons."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from .cards import Card
from .comments import Remark
from .quotable import Quotable
from .quoted import Line, lines_from
from .results import Results
from .search_hits import OTHERS, REASON, Hit, Reasons, said_in
from .workshops import Workshop

MOST_SHOWN = 100


@dataclass(frozen=True)
class Wanted:
    """What is looked for: words, all of which must be in it; the uid of a card; a kind; a name."""

    words: str = ""
    card: str = ""
    kind: str = ""
    by: str = ""

    def fits(self, hit: Hit, cards: Collection[int]) -> bool:
        """Whether words are what is looked for. Who wrote them counts as far as the reader is told.

        Args:
            cards: the primary keys of the card that is looked for and of all that it came from.
        """
        body = hit.body.casefold()
        return (
            all(word in body for word in self.words.casefold().split())
            and (not self.card or (hit.card is not None and hit.card.pk in cards))
            and self.kind in hit.kinds
            and self.by in ("", hit.by)
        )


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


def search(results: Results, reasons: Reasons, asked: Mapping[str, str]) -> Search | None:
    """Search what was written on a page of results; None where nothing was.

    Until somebody looks no reason is read, only who gave any: a page of results is opened far more often.

    Args:
        reasons: why cards were placed as they were, as far as the reader may know.
        asked: "words", "card", "kind" and "by", as an address has them.
    """
    wanted = Wanted(*(asked.get(each, "").strip() for each in ("words", "card", "kind", "by")))
    said, names = [*said_in(results)], reasons.authors()
    if not (said or names):
        return None
    found = None
    if any(vars(wanted).values()):
        hits = [*said, *reasons.hits()]
        cards = _with_its_sources(results, wanted.card)
        found = [hit for hit in hits if wanted.fits(hit, cards)]
    people = sorted({*names, *(hit.by for hit in said if hit.by)})
    cards = {hit.card.pk for hit in said if hit.card} | {card.pk for card in reasons.cards() if names}
    return Search(wanted, _offered(results, cards), _kinds(said, names), people, found)


def _offered(results: Results, spoken: Collection[int]) -> list[Card]:
    """Return the cards that anything was said of, and those on the table that came out of such."""
    heirs = {heir.pk for story in results.stories if story.card.pk in spoken for heir in story.heirs}
    return [story.card for story in results.stories if story.card.pk in heirs.union(spoken)]


def _with_its_sources(results: Results, uid: str) -> set[int]:
    """Return the keys of a card and of those whose words show under it now."""
    faces = [(story.card.pk, (story.card, *story.heirs)) for story in results.stories]
    return {key for key, cards in faces if uid in (str(card.uid) for card in cards)}


def _kinds(said: list[Hit], names: list[str]) -> list[tuple[str, str]]:
    used = {kind for hit in said for kind in hit.kinds} | ({REASON} if names else set())
    every = (*OTHERS.items(), *Remark.Kind.choices)
    return [(key, str(label)) for key, label in every if key in used and key]


def with_quotes(found: Search, workshop: Workshop) -> list[Hit]:
    """Return what is shown of a search, with how each may be quoted, and how far its quotes are.

    For facilitators, who read the same beside all words that may be quoted.
    """
    if not found.shown:
        return []
    quotable = Quotable(workshop)
    quotes = lines_from(quotable)
    return [_with_quotes(hit, quotable, quotes) for hit in found.shown]


def _with_quotes(hit: Hit, quotable: Quotable, quotes: Mapping[str, list[Line]]) -> Hit:
    source = quotable.by_row.get(hit.row)
    if source is None:
        return hit
    return replace(hit, quotes=quotes.get(source.key, []), allowance=quotable.allowance(source))
