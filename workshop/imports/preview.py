"""What is in the file of a workshop, in counts and sentences, before it is brought in; and what is not."""

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


def preview_of(facts: Data) -> Preview:
    """Return the facts of a file as its page shows them."""
    closed = facts["closed_at"]
    return Preview(
        facts["title"],
        facts["question"],
        facts["slug"],
        is_code_free(facts["slug"]),
        datetime.fromisoformat(facts["made_at"]),
        datetime.fromisoformat(closed) if closed else None,
        str(dict(Workshop.Promise.choices)[facts["promise"]]),
        _counts(facts),
        facts["takes"],
        _missing(facts),
        facts["note"],
    )


def _counts(facts: Data) -> list[tuple[str, str]]:
    people = ngettext("%(n)s participant", "%(n)s participants", facts["participants"])
    staff = ngettext("%(n)s facilitator", "%(n)s facilitators", facts["facilitators"])
    both = f"{people % {'n': facts['participants']}}, {staff % {'n': facts['facilitators']}}"
    shown = _("%(n)s, of which %(revealed)s revealed") % {"n": facts["rounds"], "revealed": facts["revealed"]}
    return [
        (_("People"), both),
        (_("Cards"), str(facts["cards"])),
        (_("Rounds"), shown),
        (_("Comments"), str(facts["comments"])),
        (_("Questions"), str(facts["questions"])),
        (_("Changes of cards"), str(facts["changes"])),
    ]


def _missing(facts: Data) -> list[str]:
    says = [
        _(
            "E-mail addresses, personal links, passwords, and who saw and took what. You make new links for "
            "people."
        ),
        _("Private notes, the words of transcripts, and the day on which everything is erased."),
        _("That anything was taken back since the file was made: who withdrew is in it, with their words."),
    ]
    if hidden := facts["hidden"]:
        words = ngettext(
            "What was answered in %(n)s round that was not revealed.",
            "What was answered in %(n)s rounds that were not revealed.",
            hidden,
        )
        says.append(words % {"n": hidden})
    if facts["promise"] != "named":
        says.append(
            _("Who chose or wrote what: totals have no answers behind them, and words have no author.")
        )
    elif not facts["has_names"]:
        says.append(_("People’s names: they are known by their pseudonyms."))
    return says
