"""The workshop as tables in plain words, each from a part of the document, for whatever has sheets."""

from collections.abc import Iterator

from workshop.exports.document import Data

from . import cards, course, people, rounds, words
from .figures import FIGURES, figure_rows
from .kit import Cards, Cell, Column, Filled, Kind, Table, filled

__all__ = ["TABLES", "Cards", "Cell", "Column", "Filled", "Kind", "Table", "figure_rows", "tables_of"]

TABLES = (
    *(cards.CARDS, rounds.ROUNDS, rounds.TOTALS, rounds.ANSWERS, rounds.RULES, rounds.MOVES, FIGURES),
    *(words.COMMENTS, words.QUESTIONS, words.ANSWERS, words.TEXTS, words.ASSENTS, words.QUOTES),
    *(
        cards.CHANGES,
        cards.PROPOSALS,
        cards.ANSWERED,
        cards.LINEAGE,
        cards.VERSIONS,
        cards.LINKS,
        cards.STARTS,
    ),
    *(people.PEOPLE, people.ASKED, people.CONSENTS, people.INFORMATION, people.CREDITS),
    *(words.GROUND_RULES, words.SUGGESTIONS, words.BOXES, course.SETUP, course.AGENDA, course.CHAIRS),
    *(course.HISTORY, course.PREPARATION, course.MOMENTS_NOTED, course.TRANSCRIPTS),
)


def tables_of(document: Data) -> Iterator[Filled]:
    """Yield the tables in which anything stands, one after another, in the order of most use."""
    known = Cards(document)
    for table in TABLES:
        if (found := filled(table, document, known)).rows:
            yield found
