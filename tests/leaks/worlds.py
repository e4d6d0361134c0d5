"""Worlds that differ in one hidden answer: everybody but its author must be sent the same bytes."""

import re
from collections.abc import Iterable

from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.leaks.acts import ACTS
from tests.leaks.addresses import addresses
from tests.leaks.cast import Cast, gather
from tests.leaks.recorder import files_of, whole
from tests.leaks.told import MOMENTS
from workshop.live.lately import lately
from workshop.views import regions

Sent = dict[tuple[str, str], str]

# What two looks may differ in though nothing was told: tokens and the moment itself. And the length: what is
# packed is as long as its random names let it be, and all that is in it is compared.
NOISE = re.compile(
    r"\b[A-Za-z0-9]{64}\b|Set-Cookie: [^\n]*|Link used [^<]*|data-now=\S+|\"exported_at\": \S+|filename=\S+"
    r"|Content-Length: \d+|Made \(UTC\): \S+|<dcterms:[^/]*|Made \(UTC\)</t></is></c><c [^/]*"
)
UID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")

NOTED = "workshop_audit"

# These tell who looked, and how many files were taken: a look makes them differ by itself.
GROWING = ("/audit/", "/my-data/withdrawal/")


def live_until(promise: str, moment: str) -> Cast:
    """Live a workshop up to a moment."""
    cast = gather(promise)
    for name in MOMENTS[: MOMENTS.index(moment) + 1]:
        ACTS[name](cast)
    return cast


def sent_to(cast: Cast, readers: Iterable[str]) -> Sent:
    """Return all that these readers are sent now: every address, and every file where `file` is one."""
    sent: Sent = {}
    known = uids()
    for who in readers:
        lately.loaded.clear()  # who looked before is here: two looks are told of the same people
        regions.KEPT.entries.clear()
        pages = files_of(cast) if who == "file" else _pages(cast, who)
        sent |= {(who, place): quieted(text, known) for place, text in pages}
    return sent


def uids() -> set[str]:
    """Return the uid of all that is stored: others in a page are for what its forms may make."""
    models = [model for model in apps.get_app_config("workshop").get_models() if hasattr(model, "uid")]
    return {str(uid) for model in models for uid in model._default_manager.values_list("uid", flat=True)}


def quieted(text: str, known: set[str]) -> str:
    """Return a text without what differs from look to look."""
    return UID.sub(lambda uid: uid[0] if uid[0] in known else "new", NOISE.sub("", text))


def _pages(cast: Cast, who: str) -> Iterable[tuple[str, str]]:
    for address in addresses(cast, who, each=False):
        if not address.endswith(GROWING):
            with CaptureQueriesContext(connection) as asked:
                text = whole(cast.browsers[who].get(address))
            yield address, f"{text}\n{work(asked)} statements"


def work(asked: CaptureQueriesContext) -> int:
    """Return how many reads an answer took, but for the note of a first look, which tells who looks."""
    said = [each["sql"] for each in asked]
    notes = sum(each.startswith(f'INSERT INTO "{NOTED}"') for each in said)  # each locks the workshop before
    return sum(each.startswith("SELECT") and NOTED not in each for each in said) - notes


def told_apart(one: Sent, other: Sent) -> list[str]:
    """Return where two worlds differ, with the first words that do."""
    return [
        f"{who} at {place}: {_first(one[who, place], other.get((who, place), ''))}"
        for who, place in one
        if one[who, place] != other.get((who, place))
    ]


def _first(one: str, other: str) -> str:
    at = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return f"{one[max(0, at - 40) : at + 40]!r} or {other[max(0, at - 40) : at + 40]!r}"
