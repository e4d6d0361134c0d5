"""What a group says to the text it agreed on, in a sentence."""

import re

from django import template
from django.utils.translation import gettext, ngettext

from workshop.models.questions import Question

register = template.Library()
FIRST_AND_YEAR = re.compile(r"^([^,]+),.*?\((\d{4})\)", re.DOTALL)


@register.filter
def in_short(citation: str) -> str:
    """Return the first author and the year of a citation: "Van der Graaf et al. (2023)"; else all of it."""
    found = FIRST_AND_YEAR.match(citation)
    return f"{found[1]} et al. ({found[2]})" if found else citation


@register.simple_tag
def waiting_sentence(question: Question) -> str:
    """Return that versions of the text wait beside it, and who can choose between them."""
    said = ngettext(
        "Another version of this text waits: two people wrote at once. Anybody who writes on it can choose, "
        "in the room.",
        "%(n)s other versions of this text wait: people wrote at once. Anybody who writes on it can choose, "
        "in the room.",
        len(question.others),
    )
    return said % {"n": len(question.others)}


@register.simple_tag
def ready_sentence(up: int, seats: int) -> str:
    """Return how many say that they are ready: "2 of 5 are ready.", or that nobody does."""
    if not up:
        return gettext("Nobody has pressed “Ready”.")
    said = ngettext("%(n)s of %(seats)s is ready.", "%(n)s of %(seats)s are ready.", up)
    return said % {"n": up, "seats": seats}


@register.simple_tag
def assent_sentence(question: Question) -> str:
    """Return who stands behind the text: "3 of 5 agree. 1 dissents. 1 agreed to an earlier version."."""
    dissents, earlier, seats = len(question.dissents), question.earlier, question.seats
    said = [ngettext("%(n)s of %(seats)s agrees.", "%(n)s of %(seats)s agree.", seats)]
    if dissents:
        said.append(ngettext("%(dissents)s dissents.", "%(dissents)s dissent.", dissents))
    if earlier:
        words = ngettext(
            "%(earlier)s agreed to an earlier version.", "%(earlier)s agreed to an earlier version.", earlier
        )
        said.append(words)
    values = {"n": question.agree, "seats": seats, "dissents": dissents, "earlier": earlier}
    return " ".join(said) % values
