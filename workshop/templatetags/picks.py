"""The cards that can be chosen: on the synthesis page, and from lists in forms.

There may be 200, and a template would take most of the page's time to write them; so they are written here.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from workshop.models import Card
from workshop.models.synthesis import TableCard
from workshop.templatetags.changes import called, people_comments
from workshop.templatetags.naming import and_list, cards_named

register = template.Library()
BOX = (
    '<input type="checkbox" name="card" value="{uid}" id="choose-{uid}" data-kind="{kind}"'
    ' data-label="{name}"{checked}>'
)
PLUS = format_html('<svg class="icon" aria-hidden="true"><use href="#{}"/></svg>', "i-plus")


@register.simple_tag
def card_options(cards: Iterable[Card], chosen: str = "") -> SafeString:
    """List cards as options, each by its number and short title.

    Args:
        chosen: the uid of one, or empty.
    """
    rows = [(str(card.uid), card) for card in cards]
    shape = '<option value="{}"{}>{}. {}</option>'
    options = (
        (uid, " selected" if uid == chosen else "", card.label, card.short_title or card.title)
        for uid, card in rows
    )
    return format_html_join("", shape, options)


@register.simple_tag(takes_context=True)
def picks(context: dict[str, Any], rows: Iterable[TableCard], kind: str) -> SafeString:
    """List cards, each with its sub-themes: `chosen`, `may_change` and `lineage_url` stand in the context.

    Args:
        kind: live, nested, blank or aside: what the page's buttons ask for.
    """
    return format_html_join("", "{}", [(_pick(context, row, kind),) for row in rows])


def _pick(context: dict[str, Any], row: TableCard, kind: str) -> SafeString:
    facts, nested = pick_facts(row), _nested(context, row) if row.subthemes else ""
    shape = _shape(context["may_change"], len(row.origins), len(facts), bool(row.summary))
    return format_html(
        shape,
        *facts,
        uid=row.uid,
        kind=kind,
        name=row.name,
        mark=PLUS if kind == "blank" else row.name,
        title=row.title,
        summary=row.summary,
        look=" card--blank" if kind == "blank" else "",
        checked=" checked" if row.uid in context["chosen"] else "",
        lineage=context["lineage_url"],
        origins=_from(tuple(called(card) for card in row.origins), get_language()) if row.origins else "",
        nested=nested,
    )


@lru_cache
def _shape(may_change: bool, origins: int, facts: int, summary: bool) -> str:
    """Return what a card is written into, without the parts that it does not have."""
    came_from = '<a href="{lineage}#card-{uid}">{origins}</a>' if origins else ""
    tied = ' for="choose-{uid}"' if may_change else ""
    return (
        '<li><div class="pick card card--slip{look}" id="pick-{uid}">'
        + (BOX if may_change else "")
        + f'<label class="card__head"{tied}><span class="card__number">{{mark}}</span> '
        + '<span class="card__title">{title}</span></label>'
        + f'<p class="pick__facts small soft">{came_from}{"<span>{}</span>" * facts}</p>'
        + ('<p class="pick__summary small">{summary}</p>' if summary else "")
        + "</div>{nested}</li>"
    )


def _nested(context: dict[str, Any], row: TableCard) -> SafeString:
    label = gettext("Sub-themes of card %(label)s") % {"label": row.card.label}
    inside = picks(context, row.subthemes, "nested")
    return format_html('<ul class="picks__nested" aria-label="{}">{}</ul>', label, inside)


def pick_facts(row: TableCard) -> list[str]:
    """Return what is known of a card that can be chosen, beside its title and its origins."""
    card, facts = row.card, []
    if card.is_blank:
        old = card.rephrases
        adds = gettext("Re-phrases card %s") % old.label if old else gettext("Adds a card")
        facts.append(f"{adds}, {row.by}" if row.by else adds)
    if row.noted:
        facts.append(gettext("from notes by %s") % and_list(row.noted))
    return [*facts, _comments(row.comments, get_language())] if row.comments else facts


# Most of 200 cards share a few of these, and to find their words costs more than to write them.
@lru_cache(maxsize=1024)
def _comments(count: int, _language: str) -> str:
    return people_comments(count)


@lru_cache(maxsize=1024)
def _from(labels: tuple[str, ...], _language: str) -> str:
    return gettext("from %s") % cards_named(labels)
