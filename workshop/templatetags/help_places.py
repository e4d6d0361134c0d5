"""Help with the page that one is on: two sentences, and the way to more, by the name of its address."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.translation import gettext as _

from config.guides import chapters

from .help_before import BEFORE
from .help_for_others import ANYBODY, OBSERVER, PARTICIPANTS
from .help_since import SINCE

register = template.Library()


@dataclass(frozen=True)
class Here:
    """Help with one page.

    Args:
        says: what one does there; empty where nothing is said of it.
        address: where more stands.
        more: the words of the link there.
    """

    says: str
    address: str
    more: str


def by_name(places: Any) -> dict[str, tuple[str, Any]]:
    """Return for the name of each address where more stands, and what is said."""
    return {name: (where, says) for names, where, says in places for name in names}


FACILITATORS, PARTICIPANT, OPEN = by_name((*BEFORE, *SINCE)), by_name(PARTICIPANTS), by_name(ANYBODY)
TITLES = {each.name: each.title for each in chapters("facilitator")}


@register.simple_tag(takes_context=True)
def help_here(context: Context) -> Here:
    """Return the help for whoever reads this page; on an error it is the way to Help alone."""
    match = getattr(context.get("request"), "resolver_match", None)
    return help_for(match.url_name if match else "", context.get("seat"), context.get("user"))


def help_for(name: str, seat: Any, user: Any) -> Here:
    """Return the help with a page for a seat; where there is none, for somebody signed in or for anybody."""
    leads = seat.is_facilitator if seat else getattr(user, "is_authenticated", False)
    if leads and name in FACILITATORS:
        where, says = FACILITATORS[name]
        return _chapter(where, str(says))
    if leads and name not in OPEN:
        return Here("", reverse("guide", kwargs={"guide": "facilitator"}), _("The facilitator’s guide"))
    if seat and not leads and not seat.is_participant:
        return _answer("live", str(OBSERVER))
    where, says = (PARTICIPANT if seat and not leads else OPEN).get(name) or OPEN.get(name) or ("", "")
    return _answer(where, str(says))


def _chapter(where: str, says: str) -> Here:
    name, _hash, anchor = where.partition("#")
    address = reverse("chapter", kwargs={"guide": "facilitator", "chapter": name})
    more = _("In the guide: %(title)s") % {"title": TITLES[name]}
    return Here(says, f"{address}#{anchor}" if anchor else address, more)


def _answer(where: str, says: str) -> Here:
    return Here(says, f"{reverse('help')}#{where}" if where else "", _("More about this"))
