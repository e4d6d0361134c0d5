"""Who is in the workshop, what they were asked, what they agreed to, and how they are credited."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from workshop.exports.consenting import or_untold
from workshop.exports.document import Data

from .columns import PERSON, TEXT
from .kit import Column, Kind, Row, Table, part


def _consents(document: Data) -> Iterator[Row]:
    """Yield each answer in order; there are none where names are hidden."""
    numbers, words = (
        _numbers(document),
        {(row["key"], row["version"]): row["text"] for row in _items(document)},
    )
    for seat in document["seats"]:
        recorded = seat.get("consents_recorded_by", {})
        for given in seat.get("consents_given", ()):
            key, version = given["key"], given["version"]
            asked = {"number": numbers.get(key), "text": words.get((key, version))}
            yield {"seat": seat["pseudonym"], **given, **asked, "recorded_by": recorded.get(key)}


def _asked(document: Data) -> Iterator[Row]:
    numbers = _numbers(document)
    for item in _items(document):
        told = {key: or_untold(item[key]) for key in ("yes", "no")}
        yield {**item, **told, "number": numbers[item["key"]]}


def _numbers(document: Data) -> dict[str, int]:
    """Return the number of each question, as people are asked them one after another."""
    return {key: n for n, key in enumerate(dict.fromkeys(row["key"] for row in _items(document)), start=1)}


def _items(document: Data) -> list[Data]:
    found: list[Data] = document["consent_items"]
    return found


PEOPLE = Table(
    _("People"),
    _("A row for each person, by their pseudonym in this workshop."),
    (
        Column("pseudonym", _("Person")),
        Column("name", _("Name")),
        Column("role", _("Role")),
        Column("removed", _("Removed"), Kind.YES),
        Column("withdrawn", _("Withdrew"), Kind.YES),
    ),
    part("seats"),
)
CREDITS = Table(
    _("Credits"),
    _("A row for each person who is credited, as they said; never with a pseudonym."),
    (
        Column("kind", _("Credited by")),
        Column("name", _("Name")),
        Column("role", _("Description"), Kind.WORDS),
        Column("roles", _("Contributor roles"), Kind.WORDS),
        Column("entered", _("Entered by a facilitator"), Kind.YES),
    ),
    part("credits"),
)
ASKED = Table(
    _("Consent questions"),
    _("A row for each version of what people were asked to agree to, and how many say yes and no to it."),
    (
        Column("number", _("Question"), Kind.NUMBER),
        Column("version", _("Version"), Kind.NUMBER),
        TEXT,
        Column("required", _("Required"), Kind.YES),
        Column("yes", _("Yes"), Kind.NUMBER),
        Column("no", _("No"), Kind.NUMBER),
    ),
    _asked,
)
CONSENTS = Table(
    _("Consents"),
    _("A row for each answer that somebody gave, in order: the last one to a question holds."),
    (
        PERSON,
        Column("number", _("Question"), Kind.NUMBER),
        Column("version", _("Version"), Kind.NUMBER),
        TEXT,
        Column("answer", _("Agrees"), Kind.YES),
        Column("sheet", _("Version of the information"), Kind.NUMBER),
        Column("at", _("Given (UTC)"), Kind.MOMENT),
        Column("recorded_by", _("The last one was recorded by")),
    ),
    _consents,
)
INFORMATION = Table(
    _("Information"),
    _("A row for each version of the information about taking part."),
    (
        Column("version", _("Version"), Kind.NUMBER),
        TEXT,
        Column("matters", _("Everybody was asked anew"), Kind.YES),
        Column("at", _("Since (UTC)"), Kind.MOMENT),
    ),
    part("information_sheets"),
)
