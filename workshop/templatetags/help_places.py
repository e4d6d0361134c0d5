"""Help with the page that one is on: two sentences, and the way to more, by the name of its address."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.translation import gettext as _

from config.guides import chapters, title_of

from .help_before import BEFORE
from .help_for_others import ANYBODY, OBSERVER, PARTICIPANTS
from .help_since import SINCE

register = template.Library()


@dataclass(frozen=True)
class Here:
    """Help with one page.

    Args:
        says: what one does there; empty where nothing is said of it.
        links: the words and the address of each place where more stands, the fittest first.
        guide: whether these are chapters of the guide.
    """

    says: str
    links: tuple[tuple[str, str], ...] = ()
    guide: bool = False


def by_name(places: Any) -> dict[str, tuple[str, Any]]:
    """Return for the name of each address where more stands, and what is said."""
    return {name: (where, says) for names, where, says in places for name in names}


FACILITATORS, PARTICIPANT, OPEN = by_name((*BEFORE, *SINCE)), by_name(PARTICIPANTS), by_name(ANYBODY)
TITLES = {each.name: title_of("facilitator", each.name) for each in chapters("facilitator")}
# Chapters that one may want as well on a page that is about several things, or where things go wrong.
BESIDE = {
    "home": ("at-a-glance",),
    "setup": ("promise",),
    "people": ("wrong-people",),
    "person": ("access-needs", "for-somebody", "wrong-people"),
    "desk": ("poll", "discussion", "questions", "hands-and-time", "wrong-room"),
    "results": ("numbers",),
}


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
        return Here(str(says), tuple(_chapter(one) for one in (where, *BESIDE.get(name, ()))), guide=True)
    if leads and name not in OPEN:
        return Here("", ((_("The facilitator’s guide"), reverse("guide", kwargs={"guide": "facilitator"})),))
    if seat and not leads and not seat.is_participant:
        return _answer("live", str(OBSERVER))
    where, says = (PARTICIPANT if seat and not leads else OPEN).get(name) or OPEN.get(name) or ("", "")
    return _answer(where, str(says))


def _chapter(where: str) -> tuple[str, str]:
    name, _hash, anchor = where.partition("#")
    address = reverse("chapter", kwargs={"guide": "facilitator", "chapter": name})
    return TITLES[name], f"{address}#{anchor}" if anchor else address


def _answer(where: str, says: str) -> Here:
    return Here(says, ((_("More about this"), f"{reverse('help')}#{where}"),) if where else ())
