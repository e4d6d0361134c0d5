"""What a blank card can do, as the choices of its form; in Python, for each blank card lists all others."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from workshop.models.sorting import SortedCard

register = template.Library()


@register.simple_tag
def rephrasings(cards: Iterable[SortedCard], chosen: str) -> SafeString:
    """List the cards that a blank card may re-phrase, as options; ``chosen`` is the uid of one, or empty."""
    return format_html_join("", '<option value="{}"{}>{}</option>', (_option(card, chosen) for card in cards))


def _option(card: SortedCard, chosen: str) -> tuple[str, str, str]:
    uid, facts = str(card.card.uid), {"label": card.label, "title": card.title}
    says = _("It re-phrases card %(label)s: %(title)s") % facts
    return uid, " selected" if uid == chosen else "", says
