"""All that was written in a workshop, by card, with as much of its authors as an audience may know."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from .audiences import byline, may_read_words, may_see_names, readable_remarks
from .cards import Card
from .comments import Remark
from .workshops import Workshop


@dataclass
class Voice:
    """One comment with the replies to it; ``by`` is empty where nobody may know who wrote it."""

    remark: Remark
    by: str
    replies: "list[Voice]" = field(default_factory=list)


@dataclass(frozen=True)
class Proposed:
    """A blank card that somebody filled in and nobody has adopted."""

    title: str
    summary: str
    by: str


@dataclass
class About:
    """What was written about one card: in packs, in the discussion, and on blank cards that re-phrase it."""

    packs: list[Voice] = field(default_factory=list)
    discussion: list[Voice] = field(default_factory=list)
    blanks: list[Proposed] = field(default_factory=list)

    @property
    def is_silent(self) -> bool:
        """Whether nothing was written."""
        return not (self.packs or self.discussion or self.blanks)


@dataclass
class Voices:
    """What was written: by card (its primary key), on blank cards that add one, and beside the cards."""

    about: dict[int, About] = field(default_factory=lambda: defaultdict(About))
    additions: list[Proposed] = field(default_factory=list)
    other: list[Voice] = field(default_factory=list)


def voices_in(workshop: Workshop, audience: str) -> Voices:
    """Return what an audience may read, in three queries at most; nothing where it may read nothing.

    Where names are hidden from the audience, packs and blank cards come in the order of their random uids,
    so that nobody can be followed from card to card.
    """
    voices = Voices()
    if not may_read_words(workshop, audience):
        return voices
    named = may_see_names(workshop, audience)
    _add_remarks(voices, readable_remarks(workshop, audience), workshop, audience)
    for card in _blank_cards(workshop, named):
        place = voices.about[card.rephrases_id].blanks if card.rephrases_id else voices.additions
        by = card.proposer.name if named and card.proposer else ""
        place.append(Proposed(card.title, card.words.summary, by))
    return voices


def _add_remarks(voices: Voices, remarks: Iterable[Remark], workshop: Workshop, audience: str) -> None:
    named = may_see_names(workshop, audience)
    known: dict[int, Voice] = {}
    for remark in sorted(remarks, key=lambda remark: _order(remark, named)):
        remark.workshop = workshop
        known[remark.pk] = Voice(remark, byline(remark, audience))
    for voice in known.values():
        parent = known.get(voice.remark.reply_to_id or 0)
        (parent.replies if parent else _place(voices, voice.remark)).append(voice)


def _order(remark: Remark, named: bool) -> tuple[str, str]:
    follows_time = named or not remark.is_from_pack
    return (remark.created_at.isoformat() if follows_time else "", remark.uid.hex)


def _place(voices: Voices, remark: Remark) -> list[Voice]:
    card = remark.card_id or (remark.prompt.card_id if remark.prompt else None)
    if card is None:
        return voices.other
    about = voices.about[card]
    return about.packs if remark.is_from_pack else about.discussion


def _blank_cards(workshop: Workshop, named: bool) -> list[Card]:
    """Return the blank cards that have a title; the title alone makes one a proposal."""
    found = workshop.cards.filter(status=Card.Status.PROPOSED).select_related("proposer__person").with_words()
    return [card for card in found.order_by("pk" if named else "uid") if card.title]
