"""What is in the file of a workshop, in counts and sentences, before it is brought in; and what is not."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.actions.bringing.codes import is_code_free
from workshop.models import Workshop

Data = dict[str, Any]


@dataclass(frozen=True)
class Preview:
    """A file as its page shows it; ``missing`` are sentences, and ``note`` is what the file itself says."""

    title: str
    question: str
    code: str
    is_code_free: bool
    made_at: datetime
    closed_at: datetime | None
    promise: str
    counts: list[tuple[str, str]]
    takes: str
    missing: list[str] = field(default_factory=list)
    note: list[str] = field(default_factory=list)


def preview_of(document: Data) -> Preview:
    """Return what the document of a file holds."""
    said = document["workshop"]
    closed = said["closed_at"]
    return Preview(
        said["title"],
        said["question"],
        said["slug"],
        is_code_free(said["slug"]),
        datetime.fromisoformat(said["created_at"] or document["exported_at"]),
        datetime.fromisoformat(closed) if closed else None,
        str(dict(Workshop.Promise.choices)[said["promise"]]),
        _counts(document),
        _takes(document),
        _missing(document),
        document.get("note", []),
    )


def _counts(document: Data) -> list[tuple[str, str]]:
    roles = Counter(seat["role"] for seat in document["seats"] if not seat["removed"])
    people = ngettext("%(n)s participant", "%(n)s participants", roles["participant"])
    staff = ngettext("%(n)s facilitator", "%(n)s facilitators", roles["facilitator"])
    both = f"{people % {'n': roles['participant']}}, {staff % {'n': roles['facilitator']}}"
    rounds, revealed = document["rounds"], [each for each in document["rounds"] if each["totals"] is not None]
    shown = _("%(n)s, of which %(revealed)s revealed") % {"n": len(rounds), "revealed": len(revealed)}
    return [
        (_("People"), both),
        (_("Cards"), str(sum(card["number"] is not None for card in document["cards"]))),
        (_("Rounds"), shown),
        (_("Comments"), str(len(document["remarks"]))),
        (_("Questions"), str(len(document["questions"]))),
        (_("Changes of cards"), str(len(document["changes"]))),
    ]


def _takes(document: Data) -> str:
    """Return whose seat whoever brings it in takes; empty if that is one of their own."""
    there = [each for each in document["seats"] if each["role"] == "facilitator" and not each["removed"]]
    return str(there[0].get("name") or there[0]["pseudonym"]) if there else ""


def _missing(document: Data) -> list[str]:
    says = [
        _(
            "E-mail addresses, personal links, passwords, and who saw and took what. You make new links for "
            "people."
        ),
        _("Private notes, the words of transcripts, and the day on which everything is erased."),
        _("That anything was taken back since the file was made: who withdrew is in it, with their words."),
    ]
    hidden = sum(each["totals"] is None and each["answered"] > 0 for each in document["rounds"])
    if hidden:
        words = ngettext(
            "What was answered in %(n)s round that was not revealed.",
            "What was answered in %(n)s rounds that were not revealed.",
            hidden,
        )
        says.append(words % {"n": hidden})
    if document["workshop"]["promise"] != "named":
        says.append(
            _("Who chose or wrote what: totals have no answers behind them, and words have no author.")
        )
    elif not all("name" in seat for seat in document["seats"]):
        says.append(_("People’s names: they are known by their pseudonyms."))
    return says
