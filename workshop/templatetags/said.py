"""One comment under a card, of which there may be hundreds; so it is written here, not by a template."""

from typing import Any

from django import template
from django.template.defaultfilters import linebreaksbr
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from workshop.models.talk import Voice

from .changes import called

register = template.Library()
SHAPE = '{}<p class="said__words">{}</p>\n<p class="said__by">{}<span class="said__do">{}</span></p>'
REPLY = '<a class="link" href="{0}?reply={1}#say" data-reply="{1}">{2}{3}</a>'
PARK = '<a class="link" href="{}">{}{}</a>'
HIDDEN = '<span class="visually-hidden">{}{}</span>'


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
    does = "" if is_reply or said.remark.reply_to_id else _does(context, said)
    return format_html(SHAPE, answers, linebreaksbr(said.remark.body), _facts(said, is_guest), does)


def _facts(said: Voice, is_guest: bool) -> SafeString:
    remark, facts = said.remark, []
    if said.by:
        facts.append(format_html('<b dir="auto">{}</b>', said.by))
    if said.by and remark.proxy_id:
        facts.append(format_html("<span>{}</span>", _("entered by a facilitator")))
    if remark.kind:
        shape = '<span class="said__kind said__kind--{}">{}</span>'
        facts.append(format_html(shape, remark.kind, remark.get_kind_display()))
    if not remark.is_from_pack:
        facts.append(format_html("<span>{}</span>", said.at))
    if said.parked_on and not is_guest:
        parked = _("Parked on card %(label)s") % {"label": called(said.parked_on)}
        facts.append(format_html("<span>{}</span>", parked))
    return format_html_join("", "{}", ((fact,) for fact in facts))


def _does(context: dict[str, Any], said: Voice) -> SafeString:
    uid, links = said.remark.uid, []
    if context.get("may_reply"):
        words = _("to: %(start)s") % {"start": said.start}
        whom = format_html(HIDDEN, " ", words)
        links.append(format_html(REPLY, context["room_url"], uid, _("Reply"), whom))
    if context.get("may_park"):
        slug = context["workshop"].slug
        address, desk = reverse("parking", kwargs={"slug": slug, "uid": uid}), reverse("desk", args=[slug])
        address = f"{address}?next={desk}%23said-{uid}"  # back to the comment
        words = _("Bring it back") if said.parked_on else _("Park")
        links.append(format_html(PARK, address, words, format_html(HIDDEN, ": ", said.start)))
    return format_html_join("", "{}", ((link,) for link in links))
