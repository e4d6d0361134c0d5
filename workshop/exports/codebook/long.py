"""The codebook of the long form: its columns, and each kind of line with its values."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from .kit import EITHER, NEVER, ONE_OF, TEXT, WHOLE, Line
from .long_words import WORDS
from .moves import MOVES
from .records import KINDS, TOTALS, Measure, Record

LONG = "answers-long.csv"
NOT_TOLD = _("names are hidden, or it is nobody's")
NO_CARD = _("the line is about no card")
QUOTE = (
    ("none", _("May not be quoted, or it may not be told.")),
    ("unnamed", _("May be quoted without a name.")),
    ("named", _("May be quoted with a name.")),
)
SHOWN_TO = (
    ("group", _("Everybody who takes part, as far as the workshop's promise goes.")),
    ("facilitators", _("Facilitators alone: its author wrote it to them, not to the group.")),
)
STATUS = (
    ("proposed", _("A blank card that nobody has taken up.")),
    ("live", _("On the table.")),
    ("merged", _("Merged into another.")),
    ("split", _("Split into others.")),
    ("rephrased", _("Put in other words.")),
    ("nested", _("A sub-theme of another.")),
    ("retired", _("Set aside.")),
    ("undone", _("Made by a change that was taken back.")),
)
ROUNDS = (
    ("sort", _("Cards placed in circles.")),
    ("poll", _("Cards nominated.")),
    ("spectrum", _("Cards marked between two poles.")),
)
COLUMNS = (
    ("workshop", TEXT, _("The code of the workshop."), NEVER, ()),
    ("record", ONE_OF, _("What kind of line it is."), NEVER, ()),
    ("round", WHOLE, _("The number of the round."), _("the line is of no round"), ()),
    ("round_kind", ONE_OF, _("What was asked in the round."), _("the line is of no round"), ROUNDS),
    ("seat", TEXT, _("The pseudonym of whose it is."), NOT_TOLD, ()),
    ("name", TEXT, _("Their name."), _("names are left out of this file"), ()),
    ("card", WHOLE, _("The number of the card."), NO_CARD, ()),
    ("card_title", TEXT, _("What the card is called now."), NO_CARD, ()),
    ("card_status", ONE_OF, _("What became of the card."), NO_CARD, STATUS),
    ("measure", ONE_OF, _("What was measured or said."), _("there is only one thing to say"), ()),
    ("value", ONE_OF, _("The value of that."), _("the line has only words"), ()),
    ("text", TEXT, _("Words: a comment, an answer, or a reason."), _("no words were written"), ()),
    ("quote", ONE_OF, _("How these words may be quoted."), _("no words were written"), QUOTE),
    ("change", WHOLE, _("The number of the change of cards."), _("no change was made of it"), ()),
    ("parked_on", WHOLE, _("The card that a comment is shown on besides."), _("it is not parked"), ()),
    (
        "entered_by",
        TEXT,
        _("Who entered it for the person."),
        _("they wrote it themselves, or it is not told"),
        (),
    ),
    ("shown_to", ONE_OF, _("Whom a comment was written for."), _("the line is no comment"), SHOWN_TO),
)
RECORDS = (
    Record(
        "answer",
        _("What one person answered about one card."),
        (
            Measure("abstained", _("They would rather not choose."), EITHER[:1]),
            Measure(
                "zone",
                _("In which circle they placed the card."),
                (
                    ("inner", _("Inner circle: most important or relevant.")),
                    ("outer", _("Outer circle: least important or relevant.")),
                    ("unplaced", _("Not placed, on purpose; the text may say why.")),
                ),
            ),
            Measure(
                "place",
                _("Its place in that circle."),
                type=WHOLE,
                of=_("1 is first. Equal places are ties."),
            ),
            Measure("nominated", _("Whether they nominated the card."), EITHER),
            Measure("now", _("Where we are between the poles."), type=WHOLE, of=_("0 (first pole) to 100.")),
            Measure("want", _("Where they want to be."), type=WHOLE, of=_("0 (first pole) to 100.")),
        ),
    ),
    Record("total", _("How many people, of everybody who answered."), TOTALS),
    Record(
        "left out",
        _("Answers that are in the totals alone; the text says whose."),
        (Measure("answers", _("Single answers left out."), type=WHOLE, of=_("How many.")),),
    ),
    Record(
        "consensus rule",
        _("A rule for when the group agrees; the text has its time and hash."),
        (
            Measure(
                "at least <n> of <n> <zone>",
                _("The rule."),
                (
                    ("set before the reveal", _("Nobody had seen the result.")),
                    ("set after the reveal", _("The result was known.")),
                ),
            ),
            Measure(
                "result",
                _("Whether the card meets the rule that holds."),
                (("met", _("It does.")), ("not met", _("It does not."))),
            ),
        ),
    ),
    Record(
        "comment",
        _("A comment."),
        (
            Measure("pack", _("Written in a pack."), KINDS),
            Measure("discussion", _("Said in the hour."), KINDS),
        ),
    ),
)


def long_lines() -> Iterator[Line]:
    """Yield a line for each column, and for each record, measure and value that may stand in it."""
    for column, type, meaning, missing, values in COLUMNS:
        yield Line(LONG, column, meaning, type, missing)
        yield from (Line(LONG, column, says, value=value) for value, says in values)
    for record in (*RECORDS, *MOVES, *WORDS):
        yield Line(LONG, "record", record.says, record=record.name, value=record.name)
        for measure in record.measures:
            yield from _measured(record.name, measure)


def _measured(record: str, measure: Measure) -> Iterator[Line]:
    where = {"record": record, "measure": measure.name}
    yield Line(LONG, "measure", measure.says, value=measure.name, **where)
    if measure.of:
        yield Line(LONG, "value", measure.of, measure.type, **where)
    yield from (Line(LONG, "value", says, value=value, **where) for value, says in measure.values)
