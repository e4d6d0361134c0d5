"""The cards that can be chosen on the synthesis page.

There may be 200, and a template would take most of the page's time to write them; so they are written here.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from workshop.models.synthesis import TableCard
from workshop.templatetags.changes import called, people_comments
from workshop.templatetags.words import and_list, cards_named

register = template.Library()
PICK = """<li><div class="pick card card--slip{look}" id="pick-{uid}">
{box}<label class="card__head"{tied}><span class="card__number">{name}</span>
<span class="card__title">{title}</span></label>
<p class="pick__facts small soft">{origins}{facts}</p>{summary}</div>{nested}</li>"""
BOX = '<input type="checkbox" name="card" value="{}" id="choose-{}" data-kind="{}" data-label="{}"{}>'
NESTED = '<ul class="picks__nested" aria-label="{}">{}</ul>'
PLUS = format_html('<svg class="icon" aria-hidden="true"><use href="#{}"/></svg>', "i-plus")


@register.simple_tag(takes_context=True)
def picks(context: dict[str, Any], rows: Iterable[TableCard], kind: str) -> SafeString:
    """List cards, each with its sub-themes: `chosen`, `may_change` and `lineage_url` stand in the context.

    Args:
        kind: live, nested, blank or aside: what the page's buttons ask for.
    """
    return format_html_join("", "{}", [(_pick(context, row, kind),) for row in rows])


def _pick(context: dict[str, Any], row: TableCard, kind: str) -> SafeString:
    tied = format_html(' for="choose-{}"', row.uid) if context["may_change"] else ""
    facts = format_html_join("", "<span>{}</span>", [(fact,) for fact in pick_facts(row)])
    summary = row.summary
    return format_html(
        PICK,
        look=" card--blank" if kind == "blank" else "",
        uid=row.uid,
        box=_box(row, kind, row.uid in context["chosen"]) if tied else "",
        tied=tied,
        name=PLUS if kind == "blank" else row.name,
        title=row.title,
        origins=_origins(row, context["lineage_url"]) if row.origins else "",
        facts=facts,
        summary=format_html('<p class="pick__summary small">{}</p>', summary) if summary else "",
        nested=_nested(context, row) if row.subthemes else "",
    )


def _box(row: TableCard, kind: str, is_chosen: bool) -> SafeString:
    return format_html(BOX, row.uid, row.uid, kind, row.name, " checked" if is_chosen else "")


def _origins(row: TableCard, lineage_url: str) -> SafeString:
    says = _from(tuple(called(card) for card in row.origins), get_language())
    return format_html('<a href="{}#card-{}">{}</a>', lineage_url, row.uid, says)


def _nested(context: dict[str, Any], row: TableCard) -> SafeString:
    label = gettext("Sub-themes of card %(label)s") % {"label": row.card.label}
    return format_html(NESTED, label, picks(context, row.subthemes, "nested"))


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
