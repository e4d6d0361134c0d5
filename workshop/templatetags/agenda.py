"""Lines of the agenda: as many as cards, and more. So they are written here, not by a template."""

from typing import Protocol

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from workshop.models import Workshop

from .addresses import address

register = template.Library()
LINE = (
    '\n<span class="num">{}{}</span>\n<span class="agenda__title">{}</span>\n'
    '<span class="agenda__time">{}{}</span>\n'
)
WIDE_TICK = format_html('<svg class="icon" width="20" aria-hidden="true"><use href="#{}"/></svg>', "i-tick")
TICK = format_html('<svg class="icon" aria-hidden="true"><use href="#{}"/></svg> ', "i-tick")
DONE = '<span class="visually-hidden">{} </span>'
PUSH = (
    '<button class="agenda__push" id="{way}-{uid}" form="{form}" formaction="{url}" name="move" '
    'value="{way}"{off}>'
    '<svg class="icon" aria-hidden="true"><use href="#i-{way}"/></svg>'
    '<span class="visually-hidden">{says}</span></button>'
)
STILL = format_html(' aria-disabled="{}"', "true")


class Line(Protocol):
    """A line as `live/agenda.py` makes it."""

    uid: str
    label: str
    title: str
    state: str
    aside: str
    up: bool
    down: bool


@register.simple_tag
def agenda_line(item: Line) -> SafeString:
    """Write what a line says: its card's number, what it is, and when or how long."""
    if item.state != "done":
        return format_html(LINE, item.label, "", item.title, "", item.aside)
    done = format_html(DONE, _("Done:"))
    if item.label:
        return format_html(LINE, item.label, done, item.title, TICK, item.aside)
    return format_html(LINE, WIDE_TICK, done, item.title, "", item.aside)


@register.simple_tag
def agenda_moves(item: Line, workshop: Workshop, form: str) -> SafeString:
    """Write the arrows of a step that waits: buttons of a form outside."""
    url = address("step", slug=workshop.slug, step=item.uid)
    up, down = _("Move %(title)s up"), _("Move %(title)s down")
    pushes = [
        format_html(PUSH, way=way, uid=item.uid, form=form, url=url, off="" if may else STILL, says=says)
        for way, may, says in (
            ("up", item.up, up % {"title": item.title}),
            ("down", item.down, down % {"title": item.title}),
        )
    ]
    return format_html('<span class="agenda__move">{} {}</span>', *pushes)
