"""The rest of the long form's lines: blank cards, questions, what was agreed, changes, links and notes."""

from django.utils.translation import gettext_lazy as _

from .kit import WHOLE
from .records import ANSWERS, OTHER, SIDES, STEPS, VERBS, Measure, Record

BLANK = (
    ("re-phrases a card", _("It puts a card in other words.")),
    ("adds a card", _("It adds a card.")),
)
SAID = (("agree", _("Agrees.")), ("dissent", _("Does not agree.")))
EARLIER = tuple(
    (f"{value}, to an earlier version", _("The same, of a text that has changed since."))
    for value, _says in SAID
)
WORDS = (
    Record(
        "blank card",
        _("A person's own card that was not taken up."),
        (
            Measure("proposal", _("It stands in their pack."), BLANK),
            Measure("proposal, put away by its author", _("It was taken up and back, then put away."), BLANK),
        ),
    ),
    Record(
        "answer to an open prompt",
        _("What one person wrote at length in the pack."),
        (Measure("<prompt>", _("The prompt."), (("answer", _("Written in the pack.")), OTHER)),),
    ),
    Record(
        "answer to a question",
        _("What one person answered."),
        (
            Measure(
                "<question>",
                _("The question."),
                (
                    ("alone", _("Written before anybody's answer was shown.")),
                    ("after the answers were shown", _("Written later.")),
                    OTHER,
                ),
            ),
        ),
    ),
    Record(
        "agreed text",
        _("The text that the group wrote as its answer."),
        (Measure("<question>", _("The question."), (OTHER,), WHOLE, _("The version of the text.")),),
    ),
    Record(
        "word on an agreed text",
        _("Whether one person agrees with it; the text says why."),
        (Measure("<question>", _("The question."), (*SAID, *EARLIER)),),
    ),
    Record("ground rule", _("What people asked of one another."), ()),
    Record(
        "suggestion for the agenda",
        _("What somebody wanted to talk about; the text says why."),
        (
            Measure(
                "<question>",
                _("What they suggested."),
                (
                    ("open", _("Nobody has decided.")),
                    ("accepted", _("It is on the agenda.")),
                    ("away", _("The chair put it away.")),
                ),
            ),
        ),
    ),
    Record(
        "change",
        _("A card in a change of cards; the text has the reason."),
        (
            *(Measure(verb, says, SIDES) for verb, says in VERBS.items()),
            Measure("undo", _("A change was taken back."), SIDES),
            Measure("<change>, taken back", _("The same, of a change that was taken back since."), SIDES),
        ),
    ),
    Record(
        "answer to a proposal",
        _("What one person says to a proposed change; the text says why."),
        tuple(Measure(verb, says, ANSWERS) for verb, says in VERBS.items()),
    ),
    Record(
        "link between cards",
        _("One card bears on another; the text says why."),
        (
            Measure("bears on card", _("It stands."), type=WHOLE, of=_("The number of the other card.")),
            Measure(
                "bears on card, taken away",
                _("It was removed."),
                type=WHOLE,
                of=_("The number of the other card."),
            ),
        ),
    ),
    Record(
        "preparation note",
        _("A note that facilitators shared before the first cards."),
        (Measure("<title>", _("The title of the note.")),),
    ),
    Record(
        "note on a moment",
        _("A note that a facilitator shared."),
        (Measure("<moment>", _("The moment, ISO 8601 in UTC."), STEPS),),
    ),
)
