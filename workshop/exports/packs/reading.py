"""The pack read from the workshop: for anybody, or for one person with what they have written so far.

What somebody chose stands in their own copy alone: where they put a card and why not, and what they agreed
to. A copy that a facilitator takes for them has none of that; it has the words that facilitators read as they
arrive if they may take files with names, else empty boxes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from workshop.analysis.anchors import Anchor, What
from workshop.models import Mark, Seat, Workshop
from workshop.models.audiences import few_parts, promise_parts
from workshop.models.consents import Asked, asked_of, current_items
from workshop.models.once import together
from workshop.models.pack import Box as WebBox
from workshop.models.pack import OwnPack, own_pack
from workshop.models.prompts import account_title
from workshop.models.retention import kept_until
from workshop.models.sorting import SortedCard
from workshop.models.when import held

from .agreements import agreements
from .blank_cards import blank_cards, empty_cards
from .content import BlankCard, Box, Pack, PackCard, Reading, Way
from .places import Marks, place_of
from .sentences import finish_by, language, steps
from .whose import code_of


@dataclass(frozen=True)
class Copy:
    """Whose copy of the pack it is (``None`` for anybody's), who takes it, and the way to the web in it.

    ``full``: whether who takes it may take files with names: then the person's words are in it.
    """

    by: Seat
    seat: Seat | None = None
    way: Way | None = None
    full: bool = False

    @property
    def is_own(self) -> bool:
        """Whether somebody takes their own."""
        return self.seat is not None and self.seat.pk == self.by.pk

    @property
    def has_words(self) -> bool:
        """Whether what the person wrote stands in it."""
        return self.is_own or (self.full and self.seat is not None)


def read_pack(copy: Copy) -> Pack:
    """Return the pack for a copy. Costs a fixed number of queries."""
    workshop = copy.by.workshop
    with together(workshop):
        web = own_pack(copy.seat or copy.by)
        asked = asked_of(copy.seat) if copy.seat else [(item, None) for item in current_items(workshop.pk)]
        marks = _marks(copy, web)
    cards = [_card(box, box.asked, marks, copy) for box in web.boxes if box.asked]
    blanks = _blanks(copy, web, marks)
    prompts = [_prompt(n, box, copy) for n, box in enumerate(web.accounts, start=1)]
    return Pack(
        code=code_of(workshop, copy.seat, _asked(web, asked)),
        language=language(),
        name=copy.seat.name if copy.seat else "",
        of_own=copy.is_own,
        until=finish_by(workshop, web.round, copy.seat),
        steps=steps(len(cards), len(blanks), len(prompts)),
        cards=cards,
        blanks=blanks,
        other=_other(web, copy),
        prompts=prompts,
        prompts_title=account_title(workshop) if prompts else "",
        agreements=agreements(workshop, asked, given=copy.is_own),
        way=copy.way,
        **_of_workshop(workshop, copy.seat),
    )


def _blanks(copy: Copy, web: OwnPack, marks: Marks) -> list[BlankCard]:
    if copy.seat is None:
        return empty_cards(copy.by.workshop.blank_cards)
    return blank_cards(web, marks, words=copy.has_words)


def _of_workshop(workshop: Workshop, seat: Seat | None) -> dict[str, Any]:
    has_reading = workshop.reading or workshop.citation
    title = workshop.reading_title or _("Background reading")
    return {
        "title": workshop.title,
        "question": workshop.question,
        "instructions": workshop.instructions,
        "when": held(workshop),
        "where": workshop.venue if seat else "",  # who holds a copy for anybody may have no seat
        "promise": [*promise_parts(workshop), *few_parts(workshop), (_("How long"), kept_until(workshop))],
        "information": workshop.information,
        "sheet": workshop.sheet,
        "reading": Reading(title, workshop.reading, workshop.citation) if has_reading else None,
    }


def _marks(copy: Copy, web: OwnPack) -> Marks:
    """Return by card where its person put it, for themselves alone."""
    if not copy.is_own or web.round is None:
        return {}
    found = Mark.objects.filter(ballot__round=web.round, ballot__seat=copy.seat)
    return {mark.card_id: mark for mark in found}


def _card(box: WebBox, asked: SortedCard, marks: Marks, copy: Copy) -> PackCard:
    card, words = asked.card, asked.words
    number = card.number or 0
    says = _("Your comment on card %(label)s") % {"label": asked.label}
    return PackCard(
        str(card.uid),
        number,
        words.title,
        words.short_title,
        words.summary,
        words.pole_a,
        words.pole_b,
        Box(Anchor(What.COMMENT, number), says, text=_saved(box, copy), key=box.key),
        place_of(card, number, marks),
    )


def _prompt(n: int, box: WebBox, copy: Copy) -> Box:
    """Return an open prompt: its question, then its hints, a line each, then who reads the answer."""
    prompt = box.prompt
    alone = _("Only the facilitators read this, at the workshop too") if prompt.is_private else ""
    asks = "\n".join([prompt.text, *prompt.hint_lines, *filter(None, [alone])])
    return Box(Anchor(What.PROMPT, n), prompt.heading, asks, _saved(box, copy), box.key)


def _other(web: OwnPack, copy: Copy) -> Box | None:
    if web.other is None:
        return None
    says = _("Anything else we should know before we meet")
    asks = _("Only the facilitators read this, at the workshop too")
    return Box(Anchor(What.OTHER, 1), says, asks, _saved(web.other, copy), web.other.key)


def _saved(box: WebBox, copy: Copy) -> str:
    return box.saved if copy.has_words else ""


def _asked(web: OwnPack, asked: Sequence[Asked]) -> list[object]:
    """Return what another file of the pack must ask too, to be read as this one is."""
    cards = [f"{box.asked.label} {box.asked.words.rev}" for box in web.boxes if box.asked]
    prompts = [f"{box.prompt.uid} {box.prompt.text}" for box in web.accounts]
    return [*cards, *prompts, *(f"{item.uid} {item.text}" for item, _was in asked)]
