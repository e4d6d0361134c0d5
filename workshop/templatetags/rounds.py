"""Words and addresses of a round, by its kind."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.models import Round, Rule
from workshop.models.counting import Answered
from workshop.models.wording import in_words

register = template.Library()
OPENING_POLL = 2  # the number that a new workshop gives it
PAGES = {Round.Kind.SORT: "sort", Round.Kind.POLL: "ballot", Round.Kind.SPECTRUM: "spectrum"}


@register.simple_tag
def round_url(round: Round) -> str:
    """Return where a participant answers a round."""
    return reverse(
        PAGES[Round.Kind(round.kind)], kwargs={"slug": round.workshop.slug, "number": round.number}
    )


@register.simple_tag
def answered_sentence(round: Round, answered: Answered) -> str:
    """Return how many have answered a round: ``4 of 5 have answered.``; of a pack, placed cards in it."""
    n = answered.seats
    words = ngettext("%(count)s of %(seats)s has answered.", "%(count)s of %(seats)s have answered.", n)
    if round.is_pack:
        words = ngettext(
            "%(count)s of %(seats)s has placed cards.", "%(count)s of %(seats)s have placed cards.", n
        )
    return words % {"count": answered.count, "seats": answered.seats}


@register.simple_tag
def round_question(round: Round) -> str:
    """Return the question that a round asks, as its heading."""
    if round.kind == Round.Kind.POLL:
        return _("Which %(k)s should we talk about first?") % {"k": in_words(round.k)}
    if round.kind == Round.Kind.SPECTRUM:
        return _("Where are we, and where do we want to be?")
    return _("Which cards matter most?")


@register.simple_tag
def sort_heading() -> str:
    """Return what stands over a sort where it is answered."""
    return _("Which matter most to you?")


@register.simple_tag
def sort_how() -> str:
    """Return how a sort is answered, as it is told there."""
    return _(
        "Put each card in the inner circle if it matters most, or in the outer circle if it matters least. "
        "If you cannot place one, say so. Order within a circle is up to you."
    )


@register.filter
def round_title(round: Round) -> str:
    """Return what a round is called where all stand side by side: "Round 3: Card sort"."""
    values = {"n": round.number, "kind": round.get_kind_display()}
    if round.is_pack:
        return _("Round %(n)s: %(kind)s of the pack") % values
    return _("Round %(n)s: %(kind)s") % values


@register.filter
def round_name(round: Round) -> str:
    """Return what a round is called beside others about the same card: "Card sort, round 4"."""
    values = {"n": round.number, "kind": round.get_kind_display()}
    if round.kind != Round.Kind.POLL:
        return (_("%(kind)s of the pack") if round.is_pack else _("%(kind)s, round %(n)s")) % values
    return _("Poll, round %(n)s") % values if round.number > OPENING_POLL else _("Opening poll")


@register.filter
def rule_sentence(rule: Rule) -> str:
    """Say a consensus rule in words: "At least 4 of 5 who answer put a card in the inner circle."."""
    said = {
        "inner": _("At least %(least)s of %(of)s who answer put a card in the inner circle."),
        "outer": _("At least %(least)s of %(of)s who answer put a card in the outer circle."),
        "nominated": _("At least %(least)s of %(of)s who choose nominate a card."),
    }
    return said[rule.zone] % {"least": rule.least, "of": rule.of}


@register.filter
def state_name(round: Round) -> str:
    """Return not open yet, open, closed or revealed; a deadline that has passed closes."""
    closed = round.is_over and not round.is_revealed
    return str(Round.State(Round.State.CLOSED if closed else round.state).label)
