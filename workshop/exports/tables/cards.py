"""The cards, what they said at each time, and what became of them."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from workshop.exports.document import Data, told_apart

from .columns import ENTERED, OF_CARD, PERSON, QUOTE, REASON, REFERENCE, STATE, WHEN, WHY
from .kit import Column, Kind, Row, Table, part

WORDS = (
    Column("title", _("Title"), Kind.TITLE),
    Column("short_title", _("Short title")),
    Column("summary", _("Summary"), Kind.WORDS),
    Column("pole_a", _("First pole")),
    Column("pole_b", _("Second pole")),
)


def _newest(document: Data) -> Iterator[Row]:
    apart = told_apart(document)
    for card in document["cards"]:
        words = card["texts"][-1] if card["texts"] else {}
        yield {**words, **card, "versions": len(card["texts"]), "called": apart.get(card["uid"])}


def _versions(document: Data) -> Iterator[Row]:
    for card in document["cards"]:
        for text in card["texts"]:
            yield {"card": card["uid"], "number": card["number"], **text}


def _proposals(document: Data) -> Iterator[Row]:
    """Yield each proposal with the words that it would put in place, several under one another."""
    for each in document["proposals"]:
        words = {column.key: [text[column.key] for text in each["texts"]] for column in WORDS}
        yield {**each, **words, "change": _made(document, each["uid"])}


def _answers(document: Data) -> Iterator[Row]:
    for each in document["proposals"]:
        head = {"verb": each["verb"], "sources": each["sources"], "change": _made(document, each["uid"])}
        for answer in each["answers"]:
            yield {**head, **answer}


def _made(document: Data, proposal: str) -> int | None:
    return next((each["n"] for each in document["changes"] if each["proposal"] == proposal), None)


CARDS = Table(
    _("Cards"),
    _("A row for each card, with its newest words."),
    (
        Column("number", _("Card"), Kind.NUMBER),
        *WORDS,
        Column("called", _("Called in other tables"), Kind.TITLE),
        Column("notes", _("Notes"), Kind.WORDS),
        Column("status", _("Status")),
        Column("parent", _("Nested under"), Kind.CARDS),
        Column("rephrases", _("Re-phrases"), Kind.CARDS),
        Column("proposer", _("Proposed by")),
        QUOTE,
        Column("versions", _("Versions"), Kind.NUMBER),
        REFERENCE,
    ),
    _newest,
)
VERSIONS = Table(
    _("Versions of cards"),
    _("A row for each time that the words of a card were other ones."),
    (
        Column("number", _("Card"), Kind.NUMBER),
        Column("rev", _("Version"), Kind.NUMBER),
        *WORDS,
        Column("notes", _("Notes"), Kind.WORDS),
        ENTERED,
        Column("card", _("Reference"), Kind.REFERENCE),
    ),
    _versions,
)
LINEAGE = Table(
    _("Lineage"),
    _("A row for each card in the end: what it came from, and every card whose comments it answers for."),
    (
        *OF_CARD,
        Column("came_from", _("Came from"), Kind.CARDS),
        Column("answers_for", _("Answers for"), Kind.CARDS),
    ),
    part("lineage"),
    ("card",),
)
CHANGES = Table(
    _("Changes"),
    _("A row for each change of the cards, in order; taking one back is a change as well."),
    (
        Column("n", _("Change"), Kind.NUMBER),
        Column("verb", _("What was done")),
        Column("sources", _("Of"), Kind.CARDS),
        Column("results", _("Made"), Kind.CARDS),
        Column("went_along", _("Went along"), Kind.CARDS),
        REASON,
        QUOTE,
        Column("taken_back", _("Taken back"), Kind.YES),
        Column("undoes", _("Takes back change"), Kind.NUMBER),
        PERSON,
        WHEN,
    ),
    part("changes"),
)
PROPOSALS = Table(
    _("Proposals"),
    _("A row for each change of the cards that was proposed."),
    (
        Column("verb", _("What was proposed")),
        Column("sources", _("Of"), Kind.CARDS),
        Column("target", _("Under"), Kind.CARDS),
        *WORDS,
        REASON,
        QUOTE,
        STATE,
        Column("change", _("Made as change"), Kind.NUMBER),
        PERSON,
        REFERENCE,
    ),
    _proposals,
)
ANSWERED = Table(
    _("Answers to proposals"),
    _("A row for each answer to a proposed change."),
    (
        Column("verb", _("What was proposed")),
        Column("sources", _("Of"), Kind.CARDS),
        Column("change", _("Made as change"), Kind.NUMBER),
        PERSON,
        Column("answer", _("Answer")),
        WHY,
        QUOTE,
        ENTERED,
    ),
    _answers,
)
LINKS = Table(
    _("Links between cards"),
    _("A row for each link: one card bears on another."),
    (
        Column("tail", _("Card"), Kind.CARDS),
        Column("head", _("Bears on"), Kind.CARDS),
        REASON,
        QUOTE,
        PERSON,
        Column("at", _("Made (UTC)"), Kind.MOMENT),
        Column("removed_at", _("Taken away (UTC)"), Kind.MOMENT),
    ),
    part("ties"),
)
STARTS = Table(
    _("Where to start"),
    _("A row for each card that anybody would start with: how many; never who."),
    (*OF_CARD, Column("count", _("People"), Kind.NUMBER)),
    part("starts"),
    ("card",),
)
