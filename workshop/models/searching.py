"""Searching what was said: only in what the page of results shows to the same reader, and in reasons."""

from collections.abc import Mapping
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

    def fits(self, hit: Hit) -> bool:
        """Whether words are what is looked for. Who wrote them counts as far as the reader is told."""
        body = hit.body.casefold()
        return (
            all(word in body for word in self.words.casefold().split())
            and (not self.card or (hit.card is not None and str(hit.card.uid) == self.card))
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
        found = [hit for hit in hits if wanted.fits(hit)]
    people = sorted({*names, *(hit.by for hit in said if hit.by)})
    return Search(wanted, _cards(said, reasons if names else None), _kinds(said, names), people, found)


def _cards(said: list[Hit], reasons: Reasons | None) -> list[Card]:
    cards = [hit.card for hit in said if hit.card] + (reasons.cards() if reasons else [])
    return list({card.pk: card for card in cards}.values())


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
