"""Words for a matrix: who sorted most and least alike."""

from django import template
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.analysis.seriation import Alike
from workshop.models.matrix import Matrix
from workshop.templatetags.naming import and_list
from workshop.templatetags.words import of_people

register = template.Library()
PAIRS = 3  # more than these are counted


@register.filter
def matrix_sentence(matrix: Matrix) -> str:
    """Say who sorted most alike and who least, of how many cards; of many pairs how many there are."""
    cards = len(matrix.cards)
    if matrix.most.same == matrix.least.same:
        said = _("Any two people placed %(same)s cards the same.")
        return said % {"same": of_people(matrix.most.same, cards)}
    said = _("%(most)s sorted most alike, with %(same)s cards the same; %(least)s least, with %(fewest)s.")
    values = {"most": _pairs(matrix.most), "same": of_people(matrix.most.same, cards)}
    values |= {"least": _pairs(matrix.least), "fewest": of_people(matrix.least.same, cards)}
    return capfirst(said % values)


def _pairs(found: Alike) -> str:
    """Name the pairs, a few of them; who may see a matrix sees who is in it."""
    if len(found.pairs) > PAIRS:
        return ngettext("%(n)s pair of people", "%(n)s pairs of people", len(found.pairs)) % {
            "n": len(found.pairs)
        }
    if len(found.pairs) == 1:
        one, other = found.pairs[0]
        return _("%(one)s and %(other)s") % {"one": one, "other": other}
    return and_list(_("%(one)s with %(other)s") % {"one": a, "other": b} for a, b in found.pairs)


@register.filter
def left_out_sentence(matrix: Matrix) -> str:
    """Say how many the totals count who are not in the matrix; nothing if there are none."""
    said = ngettext(
        "%(n)s person whom the totals count takes no part any more, and is not in it.",
        "%(n)s people whom the totals count take no part any more, and are not in it.",
        matrix.left_out,
    )
    return said % {"n": matrix.left_out} if matrix.left_out else ""
