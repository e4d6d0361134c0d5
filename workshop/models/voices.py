"""All that was written in a workshop, by card, with as much of its authors as an audience may know.

Words stay on the card they were written about. What a card came from speaks under it, apart and by name.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import partial

from django.db.models import Count, Q

from workshop.analysis.lineage import Lineage

from .audiences import (
    FACILITATORS,
    PARTICIPANTS,
    byline,
    may_read_words,
    may_see_names,
    readable_remarks,
    remarks_for,
)
from .cards import Card
from .comments import Prompt, Remark, RemarkQuerySet
from .look_ups import LookUp
from .parking import Parking, home_of, parkings_in
from .talk import About, Account, Earlier, Parked, Proposed, Talk, Voice, Voices
from .workshops import Workshop


def _about(audience: str, workshop: int, cards: Collection[int], guests: Collection[int]) -> RemarkQuerySet:
    about = Q(card__in=cards) | Q(prompt__card__in=cards)
    return remarks_for(workshop, audience).filter(about | Q(pk__in=guests) | Q(reply_to__in=guests))


ABOUT = {audience: LookUp(partial(_about, audience)) for audience in (FACILITATORS, PARTICIPANTS)}
PROPOSED = LookUp(
    lambda workshop, cards: Card.objects.filter(
        workshop=workshop, rephrases__in=cards, status=Card.Status.PROPOSED
    ).values_list("pk")[:1]
)


def voices_in(workshop: Workshop, audience: str, cards: Collection[int] | None = None) -> Voices:
    """Return what an audience may read, in four queries at most; nothing where it may read nothing.

    Where names are hidden from the audience, packs and blank cards come in the order of their random uids,
    so that nobody can be followed from card to card.

    Args:
        cards: the primary keys of cards that alone are asked about; all, and what is beside them, if none.
    """
    voices = Voices()
    if not may_read_words(workshop, audience):
        return voices
    named = may_see_names(workshop, audience)
    parkings, blanks = parkings_in(workshop, cards), list[Card]()
    remarks: Iterable[Remark]
    if cards is None:
        remarks, blanks = readable_remarks(workshop, audience), _blank_cards(workshop, named, Q())
    else:
        remarks = ABOUT[audience](workshop, cards, [parking.remark_id for parking in parkings])
        if PROPOSED(workshop, cards):  # most cards have none, and this costs less
            blanks = _blank_cards(workshop, named, Q(rephrases__in=cards))
    _park(voices, parkings, _add_remarks(voices, remarks, workshop, audience))
    for card in blanks:
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
    reach = lineage.reach(card.pk)
    said = [(pk, _without(voices.about[pk], reach)) for pk in reach[1:] if pk in voices.about]
    earlier = [Earlier(known[pk], about, pk not in origins) for pk, about in said if not about.is_silent]
    return Talk(_without(voices.about[card.pk], reach), earlier, bool(origins), reach)


def _without(about: About, reach: Collection[int]) -> About:
    """Return what is under a card without what was parked there and stands on the same page anyway."""
    return replace(about, parked=[each for each in about.parked if each.home.pk not in reach])


def said_today(workshop: Workshop, cards: Collection[int]) -> dict[str, int]:
    """Count, by kind, what the group said in the discussion of some cards, replies included. One query."""
    return defaultdict(int, COUNTED(workshop, cards))


COUNTED = LookUp(
    lambda workshop, cards: (
        remarks_for(workshop, PARTICIPANTS)
        .filter(card__in=cards, prompt=None)
        .order_by()
        .values_list("kind")
        .annotate(Count("pk"))
    )
)


def additions_of(workshop: Workshop, audience: str) -> list[Proposed]:
    """Return the blank cards that add a new one, as an audience may see them."""
    if not may_read_words(workshop, audience):
        return []
    named = may_see_names(workshop, audience)
    return [_proposed(card, named) for card in _blank_cards(workshop, named, Q(rephrases=None))]


def _proposed(card: Card, named: bool) -> Proposed:
    by = card.proposer.name if named and card.proposer else ""
    return Proposed(card.title, card.words.summary, by, bool(by and card.words.proxy_id), card.pk)


def _add_remarks(
    voices: Voices, remarks: Iterable[Remark], workshop: Workshop, audience: str
) -> dict[int, Voice]:
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
    return known


def _park(voices: Voices, parkings: Iterable[Parking], known: Mapping[int, Voice]) -> None:
    for parking in parkings:
        voice, home = known.get(parking.remark_id), home_of(parking.remark)
        if voice and home:
            voice.parked_on = parking.card
            voices.about[parking.card_id].parked.append(Parked(voice, home))


def _order(remark: Remark, named: bool) -> tuple[str, str]:
    follows_time = named or not remark.is_from_pack
    return (remark.created_at.isoformat() if follows_time else "", remark.uid.hex)


def _place(voices: Voices, remark: Remark) -> list[Voice]:
    card = remark.card_id or (remark.prompt.card_id if remark.prompt else None)
    if remark.prompt and remark.prompt.kind == Prompt.Kind.ACCOUNT:
        return voices.accounts.setdefault(remark.prompt.pk, Account(remark.prompt)).voices
    if card is None:
        return voices.other
    about = voices.about[card]
    return about.packs if remark.is_from_pack else about.discussion


def _blank_cards(workshop: Workshop, named: bool, which: Q) -> list[Card]:
    """Return the blank cards that have a title; the title alone makes one a proposal."""
    rows = workshop.cards.filter(which, status=Card.Status.PROPOSED)
    found = rows.select_related("proposer__person").with_words().order_by("pk" if named else "uid")
    return [card for card in found if card.title]
