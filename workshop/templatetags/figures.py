"""How far people agree in a sort and in what order: sentences first, then the numbers behind them."""

from collections.abc import Iterable

from django import template
from django.template.defaultfilters import floatformat
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workshop.analysis.concordance import Concordance
from workshop.analysis.leaving_out import LeavingOut
from workshop.analysis.orders import Order, Orders
from workshop.analysis.refused import Refused
from workshop.models.counting import Face
from workshop.models.figures import Figures, Reckoned
from workshop.models.wording import in_figures, in_words
from workshop.templatetags.naming import and_list, named_cards
from workshop.templatetags.refused import why_refused
from workshop.templatetags.words import of_people

register = template.Library()
# How seldom chance alone does as well, before more than chance is said; and below which W that is a little.
SELDOM, LITTLE = 0.05, 0.3
FIRST = 3
NAMES = (
    ("orders", gettext_lazy("the group’s order by three methods")),
    ("concordance", gettext_lazy("Kendall’s W")),
    ("leaving_out", gettext_lazy("what one missing voice would change")),
    ("alpha", gettext_lazy("Krippendorff’s alpha of circles")),
    ("alpha_of_order", gettext_lazy("Krippendorff’s alpha of order")),
    ("ac1", gettext_lazy("Gwet’s AC1")),
)


@register.filter
def pairs_sentence(figures: Figures) -> str:
    """Say how many pairs of people chose the same circle, all cards together."""
    if not figures.pairs.total:
        return _("No card was placed by two people.")
    counted = of_people(figures.pairs.agree, figures.pairs.total)
    return _("Card by card, %(counted)s pairs of people chose the same circle.") % {"counted": counted}


@register.filter
def agreement_sentence(reckoned: Reckoned) -> str:
    """Say whether people agree about the order more than chance makes them; empty where W is refused."""
    found = reckoned.concordance
    if isinstance(found, Refused):
        return ""
    if not is_beyond_chance(found):
        says = _("%(people)s people agree about the order no more than chance would make them.")
    elif found.w < LITTLE:
        says = _("%(people)s people agree about the order a little more than chance would make them.")
    else:
        says = _("%(people)s people agree about the order more than chance would make them.")
    return capfirst(says % {"people": _count(found.people)})


@register.filter
def order_sentence(figures: Figures) -> str:
    """Say which cards come first and whether the three methods agree, or that it depends on the method."""
    found = figures.reckoned.orders
    if isinstance(found, Refused):
        first = named_cards([card for card, ranked in figures.inner if ranked.rank == 1])
        return "" if figures.whole else _most_inner(figures, first)
    if found.differ:
        return _("The order depends on the method, so no single one is the group’s: the table has all three.")
    begins = _first(figures, found.ranks)
    if not begins:
        return _("Put together, no card comes before another, whichever of three methods is used.")
    says = _(
        "Put together, the order begins with %(cards)s; three ways of adding it up do not "
        "contradict one another."
    )
    lightly = figures.reckoned.concordance
    if isinstance(lightly, Concordance) and not is_beyond_chance(lightly):
        return (
            f"{says % {'cards': begins}} {_('Another group like this one could well order them otherwise.')}"
        )
    return says % {"cards": begins}


@register.filter
def voices_sentence(figures: Figures) -> str:
    """Say whether other cards would come first if any one voice were missing; empty where that is refused."""
    found = figures.reckoned.leaving_out
    if isinstance(found, Refused):
        return ""
    says = [_voices(found), *_moved(figures, found)]
    if found.people < figures.people:
        unplaced = _("Whoever left a card unplaced is not among these %(people)s.")
        says.append(unplaced % {"people": _count(found.people)})
    if methods_differ(figures.reckoned):
        says.append(_("This goes by ranks."))
    return " ".join(says)


@register.filter
def counted_sentence(figures: Figures) -> str:
    """Say whom the order leaves out; empty where it counts everybody who answered."""
    found = figures.reckoned.orders
    if isinstance(found, Refused) or found.people == figures.people:
        return ""
    counted = of_people(found.people, figures.people)
    return _("The order counts the %(counted)s people who placed every card.") % {"counted": counted}


@register.filter
def not_given(figures: Figures) -> list[tuple[str, str]]:
    """Return the figures that are refused here, those with the same reason together, each with it."""
    refused: dict[Refused, list[str]] = {}
    for field, name in NAMES:
        found = getattr(figures.reckoned, field)
        if isinstance(found, Refused):
            refused.setdefault(found, []).append(str(name))
    if figures.withheld:
        refused[figures.withheld].append(_("intervals of alpha and of AC1"))
    return [(capfirst(and_list(names)), why_refused(why)) for why, names in refused.items()]


@register.filter
def methods_differ(reckoned: Reckoned) -> bool:
    """Whether the order depends on the method."""
    return isinstance(reckoned.orders, Orders) and reckoned.orders.differ


@register.filter
def figure(value: float) -> str:
    """Write a figure with two decimals, and a minus sign that is one."""
    return str(floatformat(round(value, 2) + 0.0, 2)).replace("-", "−")


def is_beyond_chance(found: Concordance) -> bool:
    """Whether chance alone does as well at most once in 20 times."""
    return found.p <= SELDOM


def _first(figures: Figures, order: Order) -> str:
    """Name the first three cards, or the first alone where three are all; empty where all are level."""
    for upto in (FIRST, 1):
        first = [each for each in order if each.rank <= upto]
        if len(first) < len(order):
            return named_cards(_faces(figures, (each.card for each in first)), len(order))
    return ""


def _most_inner(figures: Figures, first: str) -> str:
    most = figures.inner[0][1].count if figures.inner else 0
    if not most:
        return ""
    counted = of_people(most, figures.people)
    says = _("By how many placed each card inner, the order begins with %(cards)s: %(counted)s.")
    return says % {"cards": first, "counted": counted}


def _voices(found: LeavingOut) -> str:
    values = {"people": _count(found.people), "n": in_words(found.voices or 0)}
    if not found.changes:
        says = _(
            "If any one of the %(people)s were missing, the first three cards would be the same three, "
            "perhaps in another order."
        )
    elif found.voices == found.people:
        says = _("If any one of the %(people)s were missing, the first three would be other cards.")
    else:
        says = _(
            "If one of the %(people)s were missing, the first three could be other cards: that is so for "
            "%(n)s of them."
        )
    return says % values


def _moved(figures: Figures, found: LeavingOut) -> list[str]:
    """Say which cards would come in and which would go."""
    enter, leave = _faces(figures, found.enter), _faces(figures, found.leave)
    says = []
    if enter:
        says.append(_("%(cards)s could come in.") % {"cards": named_cards(enter)})
    if leave:
        says.append(_("%(cards)s could drop out.") % {"cards": named_cards(leave)})
    return [capfirst(each) for each in says]


def _faces(figures: Figures, cards: Iterable[object]) -> list[Face]:
    faces = figures.faces
    return [faces[card] for card in cards if card in faces]


def _count(people: int) -> str:
    return in_words(people) if people < 10 else in_figures(people)
