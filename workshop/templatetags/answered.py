"""Words for who is counted: how many answered a round, and of whom its cards are counted."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.models.counting import PollResult
from workshop.models.outcomes import Outcome
from workshop.models.wording import in_figures, up_to
from workshop.templatetags.words import of_people

register = template.Library()


@register.filter
def answers_counted(outcome: Outcome) -> str:
    """Say how many answered a revealed round: "12 of 12 answered, each with up to three cards: ...".

    Where its cards are counted of fewer than were asked, it says of whom.
    """
    return " ".join(filter(None, [_answers(outcome), _of_whom(outcome)]))


def _answers(outcome: Outcome) -> str:
    counted = of_people(outcome.answered.count, outcome.answered.seats)
    if outcome.sort:
        return _("%(counted)s placed at least one card.") % {"counted": counted}
    if outcome.spectrum:
        return _("%(counted)s marked at least one card.") % {"counted": counted}
    return _poll_counted(outcome.poll, counted) if outcome.poll else ""


def _of_whom(outcome: Outcome) -> str:
    """Say who is counted of each card; nothing where that is everybody who was asked, or nobody."""
    people = outcome.people
    if not people or people == outcome.answered.seats:
        return ""
    if outcome.spectrum:
        return _("Of each card only those are counted who marked it.")
    said = (
        ngettext(
            "Each count of a card is of the %(n)s person who placed any.",
            "Each count of a card is of the %(n)s people who placed any.",
            people,
        )
        if outcome.sort
        else ngettext(
            "Each count of a card is of the %(n)s person who chose.",
            "Each count of a card is of the %(n)s people who chose.",
            people,
        )
    )
    return said % {"n": in_figures(people)}


def _poll_counted(poll: PollResult, counted: str) -> str:
    if not poll.tally.answered:
        return ""
    n, abstained = poll.tally.nominations, poll.tally.abstained
    values = {"counted": counted, "up_to": up_to(poll.k), "n": n}
    said = ngettext(
        "%(counted)s answered, each with %(up_to)s: %(n)s nomination in all.",
        "%(counted)s answered, each with %(up_to)s: %(n)s nominations in all.",
        n,
    )
    chose_none = ngettext(
        "%(n)s person would rather not choose.", "%(n)s people would rather not choose.", abstained
    )
    return f"{said % values} {chose_none % {'n': abstained}}" if abstained else said % values
