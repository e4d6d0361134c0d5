"""All that was written in a workshop, by card, with as much of its authors as an audience may know.

Words stay on the card they were written about. What a card came from speaks under it, apart and by name.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Q

from workshop.analysis.lineage import Lineage

from .audiences import byline, may_read_words, may_see_names, readable_remarks
from .cards import Card
from .comments import Remark
from .workshops import Workshop


@dataclass
class Voice:
    """One comment with the replies to it; ``by`` is empty where nobody may know who wrote it.

    ``at`` is its time of day in the workshop's zone. ``answers`` is what it replies to, where that stands
    elsewhere: a reply of today to a comment from a pack. ``is_left`` says that what it replied to is gone.
    """

    remark: Remark
    by: str
    at: str
    replies: "list[Voice]" = field(default_factory=list)
    answers: Remark | None = None
    is_left: bool = False


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

    @property
    def count(self) -> int:
        """How many comments there are, replies included."""
        return self.count_discussion + sum(1 + len(voice.replies) for voice in self.packs)

    @property
    def count_discussion(self) -> int:
        """How many comments were made in the discussion, replies included."""
        return sum(1 + len(voice.replies) for voice in self.discussion)

    @property
    def kinds(self) -> list[tuple[str, str, int]]:
        """How many comments of the discussion are of each kind that has a name: key, name and count."""
        every = [each for voice in self.discussion for each in (voice, *voice.replies)]
        counts = Counter(each.remark.kind for each in every)
        return [(key, str(label), counts[key]) for key, label in Remark.Kind.choices if key and counts[key]]


@dataclass(frozen=True)
class Earlier:
    """What was written about a card that another came from, or (``taken_back``) that was made of it once."""

    card: Card
    about: About
    taken_back: bool


@dataclass(frozen=True)
class Talk:
    """All that belongs under one card: what was written about it, then about what it came from.

    ``came_from`` says whether it came from other cards at all.
    """

    own: About
    earlier: list[Earlier]
    came_from: bool

    @property
    def count_discussion(self) -> int:
        """How many comments were made in the discussion of all of them."""
        return sum(each.count_discussion for each in [self.own, *(each.about for each in self.earlier)])


@dataclass
class Voices:
    """What was written: by card (its primary key), on blank cards that add one, and beside the cards."""

    about: dict[int, About] = field(default_factory=lambda: defaultdict(About))
    additions: list[Proposed] = field(default_factory=list)
    other: list[Voice] = field(default_factory=list)


def voices_in(workshop: Workshop, audience: str, cards: Collection[int] | None = None) -> Voices:
    """Return what an audience may read, in three queries at most; nothing where it may read nothing.

    Where names are hidden from the audience, packs and blank cards come in the order of their random uids,
    so that nobody can be followed from card to card.

    Args:
        cards: the primary keys of cards that alone are asked about; all, and what is beside them, if none.
    """
    voices = Voices()
    if not may_read_words(workshop, audience):
        return voices
    named = may_see_names(workshop, audience)
    remarks, blanks = readable_remarks(workshop, audience), Q()
    if cards is not None:
        remarks = remarks.filter(Q(card__in=cards) | Q(prompt__card__in=cards))
        blanks = Q(rephrases__in=cards)
    _add_remarks(voices, remarks, workshop, audience)
    for card in _blank_cards(workshop, named, blanks):
        place = voices.about[card.rephrases_id].blanks if card.rephrases_id else voices.additions
        place.append(_proposed(card, named))
    return voices


def talk_about(card: Card, workshop: Workshop, audience: str, lineage: Lineage) -> Talk:
    """Return what an audience may read under one card, in a fixed number of queries."""
    reach = lineage.reach(card.pk)
    others = workshop.cards.in_bulk(reach[1:]) if len(reach) > 1 else {}
    return talk_under(card, others, voices_in(workshop, audience, reach), lineage)


def talk_under(card: Card, known: Mapping[int, Card], voices: Voices, lineage: Lineage) -> Talk:
    """Return what was written under one card; what it came from is named only where something was."""
    origins = lineage.origins(card.pk)
    said = [(pk, voices.about[pk]) for pk in lineage.reach(card.pk)[1:] if pk in voices.about]
    earlier = [Earlier(known[pk], about, pk not in origins) for pk, about in said if not about.is_silent]
    return Talk(voices.about[card.pk], earlier, bool(origins))


def additions_of(workshop: Workshop, audience: str) -> list[Proposed]:
    """Return the blank cards that add a new one, as an audience may see them."""
    if not may_read_words(workshop, audience):
        return []
    named = may_see_names(workshop, audience)
    return [_proposed(card, named) for card in _blank_cards(workshop, named, Q(rephrases=None))]


def _proposed(card: Card, named: bool) -> Proposed:
    by = card.proposer.name if named and card.proposer else ""
    return Proposed(card.title, card.words.summary, by)


def _add_remarks(voices: Voices, remarks: Iterable[Remark], workshop: Workshop, audience: str) -> None:
    named = may_see_names(workshop, audience)
    known: dict[int, Voice] = {}
    for remark in sorted(remarks, key=lambda remark: _order(remark, named)):
        remark.workshop = workshop
        at = f"{workshop.local(remark.created_at):%H:%M}"
        known[remark.pk] = Voice(remark, byline(remark, audience), at)
    for voice in known.values():
        parent = known.get(voice.remark.reply_to_id or 0)
        if parent and parent.remark.is_from_pack == voice.remark.is_from_pack:
            parent.replies.append(voice)
        else:
            voice.answers = parent.remark if parent else None
            voice.is_left = bool(voice.remark.reply_to_id and not parent)
            _place(voices, voice.remark).append(voice)


def _order(remark: Remark, named: bool) -> tuple[str, str]:
    follows_time = named or not remark.is_from_pack
    return (remark.created_at.isoformat() if follows_time else "", remark.uid.hex)


def _place(voices: Voices, remark: Remark) -> list[Voice]:
    card = remark.card_id or (remark.prompt.card_id if remark.prompt else None)
    if card is None:
        return voices.other
    about = voices.about[card]
    return about.packs if remark.is_from_pack else about.discussion


def _blank_cards(workshop: Workshop, named: bool, which: Q) -> list[Card]:
    """Return the blank cards that have a title; the title alone makes one a proposal."""
    found = workshop.cards.filter(which, status=Card.Status.PROPOSED).select_related("proposer__person")
    return [card for card in found.with_words().order_by("pk" if named else "uid") if card.title]
