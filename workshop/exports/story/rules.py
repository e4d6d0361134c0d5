"""The consensus rule of a round in the story: what it is, when it was set, and which cards meet it."""

from django.utils.translation import gettext as _

from workshop.exports.pictures.sort_tables import short
from workshop.exports.report.asked import rule_set
from workshop.exports.report.record import Record
from workshop.models.outcomes import Outcome
from workshop.templatetags.rounds import rule_sentence
from workshop.templatetags.words import of_people

from .markup import Element, el, written


def ruled(record: Record, outcome: Outcome | None) -> list[Element]:
    """Return the rule under a round's picture, as the results page has it; nothing where none was set."""
    if outcome is None or outcome.ruling is None:
        return []
    rule = f"{rule_sentence(outcome.ruling.rule)} {rule_set(record, outcome.ruling)}"
    cards = [
        written(
            "li",
            f"{short(each.card)}: {_('met') if each.is_met else _('not met')}, "
            f"{of_people(each.count, each.people)}",
        )
        for each in outcome.judged
    ]
    return [el("p", el("b", _("Rule:")), " ", written("span", rule)), *([el("ul", *cards)] if cards else [])]
