"""Every address that can be read, with all its parts: the URLconf walked beside the permission rows."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import urlencode

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.leaks.cast import Cast
from tests.views.permission_rows import ROWS
from workshop.exports import FORMATS

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


def own(cast: Cast) -> list[dict[str, Any]]:
    """The first words that anybody wrote, which nobody else may read there."""
    uids = cast.house.workshop.remarks.order_by("pk").values_list("uid", flat=True)
    return [{"key": f"remark.{uid}"} for uid in uids[:1]]


def wall(cast: Cast) -> list[dict[str, Any]]:
    """The link of the wall screen, which the wall alone has."""
    return [{"secret": cast.wall}]


def none(cast: Cast) -> list[dict[str, Any]]:
    """Nothing: the link is somebody's own, and `test_links.py` is about it."""
    return []


def formats(cast: Cast) -> list[dict[str, Any]]:
    """Every format of export."""
    return [{"format": name} for name in FORMATS]


def pictures(cast: Cast) -> list[dict[str, Any]]:
    """Every picture that may be there at some moment."""
    kinds = ("bullseye", "divergence", "matrix", "poll", "spectrum")
    numbers = cast.house.workshop.rounds.values_list("number", flat=True)
    return [{"picture": f"{kind}-{n}"} for kind in kinds for n in numbers] + [{"picture": "lineage"}]


# What stands first in an address of a workshop says what its parts are of.
PARTS: dict[str, Parts] = {
    "cards": uids_of("cards"),
    "consents": uids_of("consent_items"),
    "exports": formats,
    "pictures": pictures,
    "lineage": moments,
    "my-data": own,
    "quotes": uids_of("quotes"),
    "people": seats,
    "remarks": uids_of("remarks"),
    "rounds": rounds,
    "screen": wall,
    # These belong to somebody alone, and `test_links.py` is about them.
    "accounts": none,
    "link": none,
    "no-letters": none,
    "staff": none,
    "workshops": none,
    "templates": none,
    "guide": none,  # nobody is in it
}


def routes(patterns: Iterable[URLPattern | URLResolver] | None = None) -> Iterator[tuple[str, str]]:
    """Yield the name and the route of each address, without what all of a workshop have in common."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns)
        else:
            yield str(pattern.name), str(pattern.pattern)


ROUTES = dict(routes())


def parts_of(name: str, cast: Cast) -> list[dict[str, Any]]:
    """Return the parts that an address can have: as said above, else of what has that name."""
    route = ROUTES[name]
    if "<" not in route:
        return [{}]
    first = route.partition("/")[0]
    return PARTS.get(first, uids_of(first))(cast)


STILL = {
    *("home", "help", "guides", "join", "sign-in", "signed-out", "password_reset", "password_reset_done"),
    *(
        "workshop-new",
        "templates",
        "template-new",
        "template-schema",
        "template-kept",
        "setup",
        "removal",
        "repetition",
        "card-new",
    ),
    *("consent-item-new", "consent-item", "comparison"),
}


def query_of(cast: Cast, name: str) -> str:
    """Return what an address needs behind its question mark."""
    if name == "letter-sending":
        return "?whom=everybody"
    if name != "change-new":
        return ""
    return "?" + urlencode({"verb": "rephrase", "card": str(cast.house.cards[0].uid)})


def addresses(cast: Cast, who: str, *, each: bool = True) -> Iterator[str]:
    """Yield every address that somebody could try to read; the wall has its link and nothing else.

    Args:
        each: whether those too that hold nothing of what happens in the hour, and all that say the same: the
            page before an export, which is the same for each format.
    """
    slug = {"slug": cast.house.workshop.slug}
    for name, inside in READ:
        if name.startswith("screen-link") != (who == "wall") or (name in STILL and not each):
            continue
        for parts in parts_of(name, cast)[: None if each or name != "export" else 1]:
            yield reverse(name, kwargs=(slug if inside else {}) | parts) + query_of(cast, name)
