"""What was said: comments, answers to questions, agreed texts, ground rules, suggestions, notes, quotes."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from workshop.exports.accounts import account_name, accounts_in
from workshop.exports.csv_long import parked_on
from workshop.exports.document import Data

from .columns import BODY, ENTERED, OF_CARD, PERSON, QUOTE, REFERENCE, STATE, TEXT, WHY
from .kit import Column, Kind, Row, Table, part

OTHER = Column("other_versions", _("Other versions, not decided on"), Kind.WORDS)


def _comments(document: Data) -> Iterator[Row]:
    prompts = {uid: account_name(each) for uid, each in accounts_in(document).items()}
    for each in document["remarks"]:
        where = "pack" if each["from_pack"] else "discussion"
        about = {"where": where, "parked_on": parked_on(each), "prompt": prompts.get(each["prompt"])}
        yield {**each, **about}


def _questions(document: Data) -> Iterator[Row]:
    for each in document["questions"]:
        agreed = each["agreed"] or {}
        yield {**each, "agreed": agreed.get("text"), "rev": agreed.get("rev")}


def _answers(document: Data) -> Iterator[Row]:
    for each in document["questions"]:
        yield from ({"question": each["text"], **answer} for answer in each["answers"] or ())


def _texts(document: Data) -> Iterator[Row]:
    for each in document["questions"]:
        for key, undecided in (("versions", False), ("other_versions", True)):
            for text in (each["agreed"] or {}).get(key, ()):
                yield {"question": each["text"], **text, "undecided": undecided}


def _assents(document: Data) -> Iterator[Row]:
    for each in document["questions"]:
        yield from ({"question": each["text"], **said} for said in (each["agreed"] or {}).get("assents", ()))


COMMENTS = Table(
    _("Comments"),
    _("A row for each comment, from the packs and from the discussion."),
    (
        *OF_CARD,
        Column("prompt", _("Open prompt"), Kind.WORDS),
        PERSON,
        Column("where", _("Said in")),
        Column("kind", _("Kind")),
        BODY,
        OTHER,
        QUOTE,
        Column("visibility", _("Shown to")),
        Column("created_at", _("When (UTC)"), Kind.MOMENT),
        Column("parked_on", _("Parked on"), Kind.CARDS),
        ENTERED,
        Column("reply_to", _("In answer to"), Kind.REFERENCE),
        REFERENCE,
    ),
    _comments,
)
BOXES = Table(
    _("Boxes of the pack"),
    _("A row for each box of the pack that asks for words."),
    (
        *OF_CARD,
        Column("kind", _("Kind")),
        Column("heading", _("Heading"), Kind.WORDS),
        TEXT,
        Column("hints", _("Hints"), Kind.WORDS),
        Column("private", _("For facilitators alone"), Kind.YES),
        REFERENCE,
    ),
    part("prompts"),
)
QUESTIONS = Table(
    _("Questions"),
    _("A row for each question, with the text that the group agreed on."),
    (
        Column("text", _("Question"), Kind.WORDS),
        Column("citation", _("Source"), Kind.WORDS),
        Column("shown_at", _("Answers shown (UTC)"), Kind.MOMENT),
        Column("answered", _("Answered"), Kind.NUMBER),
        Column("answers_withheld", _("Why there are no answers")),
        Column("agreed", _("Agreed text"), Kind.WORDS),
        Column("rev", _("Version of the text"), Kind.NUMBER),
    ),
    _questions,
)
QUESTION = Column("question", _("Question"), Kind.WORDS)
ANSWERS = Table(
    _("Answers to questions"),
    _("A row for each answer to a question."),
    (
        QUESTION,
        PERSON,
        BODY,
        OTHER,
        Column("late", _("After the answers were shown"), Kind.YES),
        QUOTE,
        ENTERED,
    ),
    _answers,
)
TEXTS = Table(
    _("Versions of agreed texts"),
    _("A row for each version of a text that the group agreed on, and for those not decided on."),
    (
        QUESTION,
        Column("rev", _("Version"), Kind.NUMBER),
        BODY,
        Column("undecided", _("Not decided on"), Kind.YES),
        PERSON,
    ),
    _texts,
)
ASSENTS = Table(
    _("Said to agreed texts"),
    _("A row for each person who agreed with a text, or did not."),
    (
        QUESTION,
        PERSON,
        Column("answer", _("Answer")),
        WHY,
        QUOTE,
        Column("rev", _("Version that was read"), Kind.NUMBER),
        Column("to_earlier_version", _("To an earlier version"), Kind.YES),
        ENTERED,
    ),
    _assents,
)
GROUND_RULES = Table(
    _("Ground rules"),
    _("A row for each thing that people asked of one another."),
    (TEXT, PERSON, ENTERED),
    lambda document: document["ground_rules"]["rules"],
)
SUGGESTIONS = Table(
    _("Suggestions"),
    _("A row for each suggestion for the agenda."),
    (
        *OF_CARD,
        Column("question", _("Question"), Kind.WORDS),
        WHY,
        STATE,
        QUOTE,
        PERSON,
    ),
    part("suggestions"),
)
QUOTES = Table(
    _("Quotes"),
    _("A row for each quote that may be printed, as it will appear."),
    (
        TEXT,
        Column("attribution", _("Attribution")),
        Column("named", _("With a name"), Kind.YES),
        STATE,
        Column("checked", _("Checked by its speaker"), Kind.YES),
        Column("attribution_changed", _("Attribution changed since"), Kind.YES),
        *OF_CARD,
        Column("said_in", _("Said in")),
    ),
    part("quotes"),
)
