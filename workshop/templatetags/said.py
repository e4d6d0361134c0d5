"""One comment under a card, of which there may be hundreds; so it is written here, not by a template."""

from collections.abc import Iterator
from typing import Any

from django import template
from django.template.defaultfilters import linebreaksbr
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from workshop.models.talk import Voice

from .addresses import address
from .changes import called

register = template.Library()
# A part of a comment: markup with a place for each of the words beside it. All are written at once.
Part = tuple[str, *tuple[object, ...]]
WORDS = '<p class="said__words">{}</p>\n<p class="said__by">'
REPLY = (
    '<a class="link" href="{}?reply={}#say" data-reply="{}">{}<span class="visually-hidden"> {}</span></a>'
)
# Back to the comment.
PARK = '<a class="link" href="{}?next={}%23said-{}">{}<span class="visually-hidden">: {}</span></a>'


@register.simple_tag(takes_context=True)
def one(context: dict[str, Any], said: Voice, is_reply: bool = False, is_guest: bool = False) -> SafeString:
    """Write a comment: its words, who said it and when, and what can be done with it.

    `may_reply`, `may_park`, `room_url` and `workshop` stand in the context.

    Args:
        is_reply: whether it stands under another one, where nothing is done with it.
        is_guest: whether it is shown where it was parked.
    """
    answers = ""
    if said.answers or said.is_left:
        answers = render_to_string("workshop/live/said/_answers.html", {"voice": said})
    does = () if is_reply or said.remark.reply_to_id else _does(context, said)
    words: Part = (WORDS, linebreaksbr(said.remark.body))
    parts = [
        ("{}", answers),
        words,
        *_facts(said, is_guest),
        ('<span class="said__do">',),
        *does,
        ("</span></p>",),
    ]
    return format_html(
        "".join(shape for shape, *_words in parts), *(each for part in parts for each in part[1:])
    )


def _facts(said: Voice, is_guest: bool) -> Iterator[Part]:
    remark = said.remark
    if said.by:
        yield '<b dir="auto">{}</b>', said.by
    if said.by and remark.proxy_id:
        yield "<span>{}</span>", _("entered by a facilitator")
    if remark.kind:
        shape = '<span class="said__kind said__kind--{}">{}</span>'
        yield shape, remark.kind, remark.get_kind_display()
    if not remark.is_from_pack:
        yield "<span>{}</span>", said.at
    if said.parked_on and not is_guest:
        yield "<span>{}</span>", _("Parked on card %(label)s") % {"label": called(said.parked_on)}


def _does(context: dict[str, Any], said: Voice) -> Iterator[Part]:
    uid = str(said.remark.uid)
    if context.get("may_reply"):
        yield REPLY, context["room_url"], uid, uid, _("Reply"), _("to: %(start)s") % {"start": said.start}
    if context.get("may_park"):
        slug, words = context["workshop"].slug, _("Bring it back") if said.parked_on else _("Park")
        parking = address("parking", slug=slug, uid=said.remark.uid)
        yield PARK, parking, address("desk", slug=slug), uid, words, said.start
