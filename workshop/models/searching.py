"""Searching what was said: only in what the page of results shows to the same reader, and in reasons."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from .cards import Card
from .comments import Remark
from .quotable import Quotable
from .quoted import Line, lines_from
from .results import Results
from .search_hits import OTHERS, Hit, said_in
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


def search(results: Results, reasons: Iterable[Hit], asked: Mapping[str, str]) -> Search | None:
    """Search what was written on a page of results; None where nothing was.

    Args:
        reasons: why cards were placed as they were, if the reader may know.
        asked: "words", "card", "kind" and "by", as an address has them.
    """
    hits = [*said_in(results), *reasons]
    if not hits:
        return None
    wanted = Wanted(*(asked.get(each, "").strip() for each in ("words", "card", "kind", "by")))
    cards = list({hit.card.pk: hit.card for hit in hits if hit.card}.values())
    used = {kind for hit in hits for kind in hit.kinds}
    kinds = [
        (key, str(label)) for key, label in (*OTHERS.items(), *Remark.Kind.choices) if key in used and key
    ]
    people = sorted({hit.by for hit in hits if hit.by})
    looked = any(vars(wanted).values())
    found = [hit for hit in hits if wanted.fits(hit)] if looked else None
    return Search(wanted, cards, kinds, people, found)


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
