"""How the packs come along: who is how far, and what has been written so far. For facilitators alone."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Window
from django.db.models.functions import Lower, RowNumber

from workshop.models import Card, Prompt, Remark, Seat, Workshop
from workshop.models.attendance import attendance_counts, with_attendance
from workshop.models.audiences import byline, may_see_names, readable_remarks
from workshop.models.finished_for import finished_for
from workshop.models.once import once
from workshop.models.pack import pack_prompts
from workshop.models.taking_part import known_to_decline

NEWEST, PEOPLE, BLANKS = 12, 60, 24


@dataclass(frozen=True)
class Note:
    """One comment from a pack, with as much of its author as may be known."""

    remark: Remark
    by: str


@dataclass(frozen=True)
class BlankNote:
    """A blank card that somebody filled in, with as much of its author as may be known."""

    card: Card
    by: str


@dataclass(frozen=True)
class Box:
    """What was written in one box of the pack: the newest notes, and how many there are in all."""

    prompt: Prompt
    card: Card | None
    notes: list[Note]
    count: int

    @property
    def id(self) -> str:
        """What its heading is called in the page: the label of its card, ``other``, or its name."""
        if self.prompt.kind == Prompt.Kind.ACCOUNT:
            return str(self.prompt.uid)
        return self.card.label if self.card else "other"

    @property
    def more(self) -> int:
        """How many notes are not shown here."""
        return self.count - len(self.notes)


def packs(workshop: Workshop, audience: str) -> dict[str, Any]:
    """Return what the overview shows of the packs, in a fixed number of queries.

    Above a screenful of people their table is left to the page of people, and of each box the newest notes
    are shown, so that a large room costs no more than a small one.
    """
    counts = once(workshop, attendance_counts, workshop)
    seated = counts["all"] + counts["declined"] - counts["among"]
    written = boxes(workshop, audience, newest=NEWEST)
    blanks = blank_notes(workshop, audience)
    facts = {"counts": counts, "people": _people(workshop) if seated <= PEOPLE else []}
    written_in = [box for box in written if box.count]
    shown = {"boxes": written_in, "blanks": blanks[:BLANKS], "blanks_more": len(blanks[BLANKS:])}
    return {"workshop": workshop, **facts, **shown}


def _people(workshop: Workshop) -> list[Seat]:
    seats = Seat.objects.answering().filter(workshop=workshop).select_related("person")
    people = list(with_attendance(seats, known_to_decline(workshop)).order_by(Lower("person__name"), "pk"))
    entered = finished_for(workshop)
    for each in people:
        vars(each)["finished_for"] = str(each.uid) in entered
    return people


def boxes(workshop: Workshop, audience: str, *, newest: int | None = None) -> list[Box]:
    """Return the boxes of the pack in order, each with what was written in it, newest first."""
    remarks = readable_remarks(workshop, audience).filter(prompt__isnull=False)
    counts = dict(remarks.order_by().values("prompt").annotate(n=Count("pk")).values_list("prompt", "n"))
    ranked = remarks.annotate(rank=Window(RowNumber(), F("prompt"), order_by=F("saved_at").desc()))
    shown = ranked.filter(rank__lte=newest) if newest else ranked
    notes: dict[int, list[Note]] = {}
    for remark in shown.order_by("-saved_at", "-pk"):
        remark.workshop = workshop
        notes.setdefault(remark.prompt_id or 0, []).append(Note(remark, byline(remark, audience)))
    cards = {card.pk: card for card in workshop.cards.with_words()}
    return [
        Box(prompt, cards.get(prompt.card_id or 0), notes.get(prompt.pk, []), counts.get(prompt.pk, 0))
        for prompt in pack_prompts(workshop)
    ]


def blank_notes(workshop: Workshop, audience: str) -> list[BlankNote]:
    """Return the blank cards that were filled in, those that re-phrase and those that add, oldest first."""
    named = may_see_names(workshop, audience)
    filled = workshop.cards.filter(status=Card.Status.PROPOSED).with_words().order_by("pk")
    cards = [card for card in filled.select_related("proposer__person", "rephrases") if card.title]
    return [BlankNote(card, card.proposer.name if named and card.proposer else "") for card in cards]
