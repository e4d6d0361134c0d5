"""Every address that can be read, with all its parts: the URLconf walked beside the permission rows."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from tests.leaks.cast import Cast
from tests.views.permission_rows import ROWS

Parts = Callable[[Cast], list[dict[str, Any]]]
READ = sorted({(row.name, row.in_workshop) for row in ROWS if row.method == "get"})


def rounds(cast: Cast) -> list[dict[str, Any]]:
    """Each round by its number."""
    return [{"number": number} for number in cast.house.workshop.rounds.values_list("number", flat=True)]


def seats(cast: Cast) -> list[dict[str, Any]]:
    """The seat of the one who writes."""
    return [{"uid": cast.ben.uid}]


def uids_of(name: str) -> Parts:
    """Return a function that gives the first and the last of what belongs to the workshop."""

    def parts(cast: Cast) -> list[dict[str, Any]]:
        uids = list(getattr(cast.house.workshop, name).order_by("pk").values_list("uid", flat=True))
        return [{"uid": uid} for uid in dict.fromkeys(uids[:1] + uids[-1:])]

    return parts


def moments(cast: Cast) -> list[dict[str, Any]]:
    """The newest change."""
    newest = cast.house.workshop.changes.order_by("-n").values_list("n", flat=True)[:1]
    return [{"n": n} for n in newest]


def wall(cast: Cast) -> list[dict[str, Any]]:
    """The link of the wall screen, which the wall alone has."""
    return [{"secret": cast.wall}]


def none(cast: Cast) -> list[dict[str, Any]]:
    """Nothing: the link is somebody's own, and `test_links.py` is about it."""
    return []


PARTS: dict[str, Parts] = {
    "ballot": rounds,
    "card": uids_of("cards"),
    "consent-item": uids_of("consent_items"),
    "lineage-moment": moments,
    "link": none,
    "parking": uids_of("remarks"),
    "password_reset_confirm": none,
    "person": seats,
    "proxy": seats,
    "screen-link": wall,
    "screen-link-regions": wall,
    "sort": rounds,
    "spectrum": rounds,
    "staff": none,
}

STILL = {
    *("home", "help", "join", "sign-in", "signed-out", "password_reset", "password_reset_done"),
    *("password_reset_complete", "workshop-new", "setup", "removal", "repetition", "card-new"),
    *("consent-item-new", "consent-item", "comparison"),
}


def query_of(cast: Cast, name: str) -> str:
    """Return what an address needs behind its question mark."""
    if name != "change-new":
        return ""
    return "?" + urlencode({"verb": "rephrase", "card": str(cast.house.cards[0].uid)})


def addresses(cast: Cast, who: str, *, each: bool = True) -> Iterator[str]:
    """Yield every address that somebody could try to read; the wall has its link and nothing else.

    Args:
        each: whether those too that hold nothing of what happens in the hour.
    """
    slug = {"slug": cast.house.workshop.slug}
    for name, inside in READ:
        if name.startswith("screen-link") != (who == "wall") or (name in STILL and not each):
            continue
        for parts in PARTS[name](cast) if name in PARTS else [{}]:
            yield reverse(name, kwargs=(slug if inside else {}) | parts) + query_of(cast, name)
