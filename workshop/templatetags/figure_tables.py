"""The rows of the tables behind the sentences of a sort's figures."""

from dataclasses import dataclass

from django import template
from django.template.defaultfilters import floatformat
from django.utils.translation import gettext as _

from workshop.analysis.alpha import Corrected
from workshop.analysis.concordance import Concordance
from workshop.analysis.orders import Orders, Standing
from workshop.models.counting import Face
from workshop.models.figures import Figures
from workshop.models.wording import in_figures
from workshop.templatetags.figures import figure
from workshop.templatetags.words import of_people

register = template.Library()
LEAST_SHOWN = 0.001


@dataclass(frozen=True)
class FigureRow:
    """A figure across all cards: its value, what it may only be read beside, and of how many people."""

    name: str
    value: str
    likely: str
    beside: str
    people: str


@register.filter
def figure_rows(figures: Figures) -> list[FigureRow]:
    """Return the figures that are given, each with what it may not stand without."""
    found = figures.reckoned
    circles, order = _("%(pairs)s pairs in one circle"), _("%(pairs)s comparisons the same way")
    named = (
        (_("Krippendorff’s alpha of circles"), found.alpha, circles),
        (_("Gwet’s AC1, of circles"), found.ac1, circles),
        (_("Krippendorff’s alpha of order"), found.alpha_of_order, order),
    )
    rows = [_corrected(name, each, figures, of) for name, each, of in named if isinstance(each, Corrected)]
    if isinstance(found.concordance, Concordance):
        rows.append(_concordance(found.concordance, figures))
    return rows


@register.filter
def reading_figures(figures: Figures) -> str:
    """Say how the figures are read, each beside the raw agreement that it belongs to."""
    says = [
        _(
            "Of each, 1 is full agreement. Of alpha and AC1, 0 is what chance gives; where nearly all chose "
            "alike, alpha falls to 0 however well they agree, so read it beside the pairs. AC1 does not."
        )
    ]
    if isinstance(figures.reckoned.alpha_of_order, Corrected):
        says.append(
            _(
                "A pair is two people and a card that both placed; a comparison is two people and two cards "
                "that both placed, the same way round if both put the same one first or both level."
            )
        )
    if figures.whole:
        says.append(_("The intervals leave each person out in turn."))
    return " ".join(filter(None, [*says, chance_sentence(figures)]))


@register.filter
def order_rows(figures: Figures) -> list[tuple[Face, list[str]]]:
    """Return each card with its place and value by each of the three methods; none where they are refused."""
    found = figures.reckoned.orders
    if not isinstance(found, Orders):
        return []
    people = found.people
    ways = (
        {each.card: _place(each, figure(each.value)) for each in found.ranks},
        {each.card: _place(each, of_people(round(each.value * people), people)) for each in found.inner},
        {each.card: _place(each, _wins(each.value, len(found.ranks) - 1)) for each in found.copeland},
    )
    faces, order = figures.faces, found.ranks
    return [(faces[each.card], [way[each.card] for way in ways]) for each in order]


@register.filter
def place(rank: int, tied: bool) -> str:
    """Write a place in an order; "2=" where it is shared."""
    return f"{in_figures(rank)}=" if tied else in_figures(rank)


def chance_sentence(figures: Figures) -> str:
    """Say what Kendall's W would be by chance, and how its p was reckoned; empty where W is refused."""
    found = figures.reckoned.concordance
    if not isinstance(found, Concordance):
        return ""
    values = {"n": in_figures(found.arrangements), "seed": found.seed}
    if found.is_exact:
        return _("The p of W counts all %(n)s ways in which chance could deal the cards.") % values
    return _("The p of W counts %(n)s deals of the cards by chance, from seed %(seed)s.") % values


def _corrected(name: str, found: Corrected, figures: Figures, of: str) -> FigureRow:
    likely = found.interval
    says = "–"
    if likely:
        says = _("%(low)s to %(high)s") % {"low": figure(likely.low), "high": figure(likely.high)}
    elif figures.whole:
        says = _("none: it rests on one voice") if found.people > 2 else _("none: of two people")
    beside = of % {"pairs": of_people(found.pairs.agree, found.pairs.total)}
    return FigureRow(name, figure(found.value), says, beside, of_people(found.people, figures.people))


def _concordance(found: Concordance, figures: Figures) -> FigureRow:
    p = "p < 0.001" if found.p < LEAST_SHOWN else f"p = {found.p:.3f}"
    beside = _("by chance %(mean)s on average, above %(often)s once in 20 times; %(p)s") % {
        "mean": figure(found.chance),
        "often": figure(found.often),
        "p": p,
    }
    counted = of_people(found.people, figures.people)
    return FigureRow(_("Kendall’s W, of the order"), figure(found.w), "–", beside, counted)


def _place(standing: Standing, value: str) -> str:
    return _("%(place)s (%(value)s)") % {"place": place(standing.rank, standing.tied), "value": value}


def _wins(wins: float, others: int) -> str:
    """Write how many of the other cards one comes before: "2.5 of 5"."""
    written = in_figures(int(wins)) if wins == int(wins) else str(floatformat(wins, 1))
    return _("%(wins)s of %(others)s") % {"wins": written, "others": in_figures(others)}
