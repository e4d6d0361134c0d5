"""The recorder: every byte that anybody is sent, by reader and moment."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.http.response import HttpResponseBase
from django.urls import reverse

from config.redaction import RedactLinks
from tests.leaks.addresses import addresses
from tests.leaks.cast import READERS, STRANGERS, Cast
from tests.leaks.post import delivered
from tests.leaks.told import MOMENTS
from tests.opened import opened
from workshop.exports import FORMATS

# When the pages of those are read whose rights do not change in between; their lines are heard throughout.
TURNS = {
    "gus": ("packs", "asked", "closed"),
    "ben": ("packs", "begun", "asked", "closed"),
    "chair": ("packs", "begun", "voted", "polled", "asked", "shown", "sorted"),
    "observer": ("packs", "begun", "voted", "asked", "closed"),
    "nobody": ("voted", "closed"),
    "zoe": ("voted", "closed"),
    "zed": ("voted", "closed"),
    "gone": ("voted", "closed"),
}
AGAIN = ("polled", "closed")
# Every format is written from the same material: at the other moments these are taken, which hold most of it.
EVERY = ("packs", *AGAIN)
ALWAYS = ("json", "html")


@dataclass
class Record:
    """What was found: for each reader and moment, which canaries and where each was seen first."""

    cast: Cast
    read: int = 0
    answers: int = 0
    refused: set[tuple[str, str]] = field(default_factory=set)
    found: dict[tuple[str, str], dict[str, str]] = field(default_factory=lambda: defaultdict(dict))

    def hear(self, who: str, moment: str, place: str, text: str) -> None:
        """Note the canaries in what somebody was sent; the bytes themselves are let go."""
        self.read += len(text.encode())
        self.answers += 1
        for label in self.cast.canaries.found_in(text):
            self.found[who, moment].setdefault(label, place)


def whole(answer: HttpResponseBase) -> str:
    """Return an answer as it goes over the wire: status, headers, cookies and body."""
    head = "\n".join(f"{name}: {value}" for name, value in answer.items())
    body = opened(getattr(answer, "content", b""))
    return f"{answer.status_code}\n{head}\n{answer.cookies.output()}\n\n{body.decode('utf-8', 'replace')}"


def read_pages(record: Record, moment: str) -> None:
    """Read every address as every reader whose turn it is; what was refused is tried again at `AGAIN`."""
    for who in (*READERS, *STRANGERS):
        if moment not in TURNS.get(who, MOMENTS):
            continue
        for address in addresses(record.cast, who, each=moment in EVERY):
            # Pixels hold no canary: they are compared in two worlds.
            seen = (who, address) in record.refused and moment not in AGAIN
            if seen or address.endswith("/preview/"):
                continue
            answer = record.cast.browsers[who].get(address)
            if answer.status_code in (403, 404):
                record.refused.add((who, address))
            told = whole(answer)
            if answer.status_code == 404:
                told = told.replace(address, "")  # where to come back to says what the reader asked for alone
            record.hear(who, moment, address, told)


def files_of(cast: Cast, formats: Iterable[str] = tuple(FORMATS)) -> Iterator[tuple[str, str]]:
    """Yield the exports that Fay is given, with their addresses; a refusal is a page of hers, and no file."""
    slug = cast.house.workshop.slug
    places = [reverse("export", kwargs={"slug": slug, "format": name}) for name in formats]
    for place in (*places, reverse("comparison-export", kwargs={"slug": slug})):
        answer = cast.browsers["fay"].post(place, {"checked": "1"})
        if answer.status_code != 403:
            yield place, whole(answer)


def take_files(record: Record, moment: str) -> None:
    """Take the exports; the reader is the file, since it travels on."""
    for place, text in files_of(record.cast, tuple(FORMATS) if moment in EVERY else ALWAYS):
        record.hear("file", moment, place, text)


def read_letters(record: Record, moment: str) -> None:
    """Open what was sent by e-mail, in the letter box of each."""
    for who, text in delivered(record.cast):
        record.hear(who, moment, "a letter", text)


@contextmanager
def listening(lines: list[str]) -> Iterator[None]:
    """Keep every line of every log, down to what is told of each request, as the server would write it."""

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(self.format(record))

    keep = Keep()
    keep.addFilter(RedactLinks())
    logs = [logging.getLogger(name) for name in ("", "django", "workshop", "uvicorn", "uvicorn.error")]
    levels = [log.level for log in logs]
    for log in logs:
        log.addHandler(keep)
        log.setLevel(logging.INFO)
    try:
        yield
    finally:
        for log, level in zip(logs, levels, strict=True):
            log.removeHandler(keep)
            log.setLevel(level)
