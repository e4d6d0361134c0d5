"""What is read first in a bundle: what it is, how it came about, what was left out, how to cite it."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.version import VERSION
from workshop.exports.deidentifying import left_out_of
from workshop.exports.document import Data
from workshop.exports.moments import began_at, stamp
from workshop.models import Round, Seat, Workshop

from .citing import citations


def readme(document: Data, files: list[tuple[str, bytes]]) -> bytes:
    """Return the readme: plain text, with the files and what their bytes add up to."""
    parts = [
        (document["workshop"]["title"], [*_what(document)]),
        (_("How it was made"), [*_method(document)]),
        (_("What was left out"), left_out_of(document)),
        (_("How to cite it"), citations(document)),
        (_("Rights"), [*_rights()]),
        (_("Files, each with its SHA-256"), [*_files(files)]),
    ]
    return "\n".join(_part(title, lines) for title, lines in parts).encode()


def _part(title: str, lines: list[str]) -> str:
    return "\n".join([title, "=" * max(8, min(len(title), 72)), *lines, ""])


def _what(document: Data) -> Iterator[str]:
    workshop = document["workshop"]
    yield _("The data of one workshop, taken from Roundel %(version)s.") % {"version": VERSION}
    yield _("Made (UTC): %(moment)s") % {"moment": stamp(timezone.now())}
    if workshop["question"]:
        yield _("Question: %(question)s") % {"question": workshop["question"]}
    yield _("Begin with codebook.md, which says what each column and value means.")
    yield _("read_bundle.py reads the answers with pandas and draws the bullseye of each card sort.")


def _method(document: Data) -> Iterator[str]:
    workshop = document["workshop"]
    roles = Counter(seat["role"] for seat in document["seats"])
    for role, count in sorted(roles.items()):
        yield f"{Seat.Role(role).label}: {count}"
    yield from map(_round, document["rounds"])
    planned, closed = workshop["starts_at"], workshop["closed_at"]
    for label, moment in (
        (_("Set for"), planned),
        (_("Began"), began_at(document)),
        (_("Closed"), closed),
    ):
        if moment:
            yield f"{label} (UTC): {moment}"
    yield _("Names: %(promise)s") % {"promise": Workshop.Promise(workshop["promise"]).label}
    if workshop["promise"] != Workshop.Promise.NAMED:
        yield _(
            "Nothing in this bundle says who chose or wrote what: so it has no file with a line for a person."
        )


def _round(each: Data) -> str:
    facts = {
        "n": each["number"],
        "kind": Round.Kind(each["kind"]).label,
        "cards": len(each["cards"]),
        "answered": each["answered"],
    }
    if each["opened_at"] is None:
        return _("Round %(n)s, %(kind)s: not opened.") % facts
    says = ngettext(
        "Round %(n)s, %(kind)s: %(cards)s card, %(answered)s answered.",
        "Round %(n)s, %(kind)s: %(cards)s cards, %(answered)s answered.",
        len(each["cards"]),
    )
    return says % facts


def _rights() -> Iterator[str]:
    yield _("To be filled in by the team that gives this bundle away:")
    for label in (_("Licence"), _("Owner of the data"), _("Ethics approval"), _("Contact")):
        yield f"{label}: ______________________"
    yield _("Quote only as each person agreed: the column “quote” beside the words says how.")


def _files(files: list[tuple[str, bytes]]) -> Iterator[str]:
    for name, content in files:
        yield f"{sha256(content).hexdigest()}  {name}"
