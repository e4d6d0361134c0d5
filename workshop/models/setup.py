"""What a workshop's set-up says now, fact by fact, and what is still missing before people are invited."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from .people import Seat
from .placeholders import unwritten
from .text import clean_text
from .workshops import Workshop

Facts = dict[str, Any]
PLAIN = (
    *("title", "question", "instructions", "account_title", "reading_title", "reading", "citation"),
    *("information", "zone", "venue", "blank_cards", "nominations", "promise"),
)


def facts_of(workshop: Workshop) -> Facts:
    """Return the set-up by name: words, numbers, and days and times as clocks in its zone show them.

    ``date``, ``starts``, ``ends``: when it meets. ``deadline_date``, ``deadline_time``: when the pack closes.
    What is not known is ``None``; words are never ``None``.
    """
    starts, ends = workshop.local(workshop.starts_at), workshop.local(workshop.ends_at)
    pack = workshop.pack_round()
    deadline = workshop.local(pack.closes_at) if pack else None
    return {
        **{name: getattr(workshop, name) for name in PLAIN},
        "date": starts.date() if starts else None,
        "starts": starts.time().replace(second=0, microsecond=0) if starts else None,
        "ends": ends.time().replace(second=0, microsecond=0) if ends else None,
        "deadline_date": deadline.date() if deadline else None,
        "deadline_time": deadline.time().replace(second=0, microsecond=0) if deadline else None,
    }


def print_of(value: object) -> str:
    """Return a short print of a value, by which a later change of it is noticed: 12 hexadecimal digits."""
    text = "" if value is None else str(value)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def print_of_words(words: Iterable[str]) -> str:
    """Return the print of what the fields of a box hold, the same as typed and as saved."""
    return print_of([clean_text(each) for each in words])


def last_editor(workshop: Workshop, name: str, reader: Seat) -> str:
    """Return, for its reader, who changed a fact of the set-up last; empty if nobody is known to."""
    edits = workshop.history.filter(verb="workshop_edited").select_related("seat__person").order_by("-n")
    for edit in edits[:50]:
        if edit.seat and name in edit.ids.get("fields", "").split(","):
            return editor_for(reader, edit.seat)
    return ""


def editor_for(reader: Seat, editor: Seat | None) -> str:
    """Return, for its reader, who changed a thing, as the beginning of a sentence."""
    if editor == reader:
        return _("You, in another window,")
    return editor.name if editor else _("Somebody")


@dataclass(frozen=True)
class Check:
    """One thing to have before people are invited: ``place`` is where it is written."""

    place: str
    name: str
    done: bool


def _of_cards(workshop: Workshop) -> Check:
    """Return whether there is something to ask: cards, or open prompts alone."""
    cards = workshop.cards.all().live().count()
    if not cards and workshop.prompts.filter(kind="account").exists():
        return Check("prompts", _("Open prompts, and no cards yet"), done=True)
    if unwritten(workshop):
        return Check("cards", _("Your own words on each card"), done=False)
    return Check("cards", _("At least two cards"), cards > 1)


def checks_of(workshop: Workshop) -> list[Check]:
    """Return what a workshop needs before people are invited, done or not, in the order of the pages."""
    pack = workshop.pack_round()
    consents = workshop.consent_items.filter(retired_at__isnull=True, required=True)
    return [
        Check("question", _("The question about the cards"), bool(workshop.question)),
        Check("instructions", _("Instructions for the pack"), bool(workshop.instructions)),
        _of_cards(workshop),
        Check("date", _("The day and time you meet"), bool(workshop.starts_at)),
        Check("deadline_date", _("When the pack must be in"), bool(pack and pack.closes_at)),
        Check("information", _("Information about taking part"), bool(workshop.information)),
        Check("consents", _("What people must agree to"), consents.exists()),
    ]
