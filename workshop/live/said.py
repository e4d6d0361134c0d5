"""What has been said about a card: in the packs and today, with as much of its author as may be known."""

from dataclasses import dataclass, field

from workshop.models import Card, Remark, Workshop
from workshop.models.audiences import byline, may_read_words, may_see_names, readable_remarks


@dataclass
class Said:
    """One comment, with the replies to it; ``at`` is its time in the workshop's zone."""

    remark: Remark
    by: str
    at: str
    replies: "list[Said]" = field(default_factory=list)


@dataclass(frozen=True)
class Blank:
    """A blank card that somebody filled in, with as much of its author as may be known."""

    title: str
    summary: str
    by: str


@dataclass(frozen=True)
class Talk:
    """What was said about one card, oldest first, and the blank cards that re-phrase it."""

    packs: list[Said]
    today: list[Said]
    blanks: list[Blank]

    @property
    def count_today(self) -> int:
        """How many comments were made today, replies included."""
        return sum(1 + len(said.replies) for said in self.today)


def talk_about(card: Card, workshop: Workshop, audience: str) -> Talk:
    """Return what an audience may read about a card, in a fixed number of queries."""
    every = [_said(remark, workshop, audience) for remark in readable_remarks(workshop, audience).about(card)]
    if not may_see_names(workshop, audience):
        every.sort(key=_unfollowed)
    known = {said.remark.pk: said for said in every}
    packs: list[Said] = []
    today: list[Said] = []
    for said in every:
        parent = known.get(said.remark.reply_to_id or 0)
        place = parent.replies if parent else packs if said.remark.is_from_pack else today
        place.append(said)
    return Talk(packs, today, blank_cards(workshop, audience, card))


def _unfollowed(said: Said) -> tuple[str, str]:
    """Order packs by their random uids, so that without names nobody can be followed from card to card."""
    remark = said.remark
    return ("" if remark.is_from_pack else remark.created_at.isoformat(), remark.uid.hex)


def _said(remark: Remark, workshop: Workshop, audience: str) -> Said:
    remark.workshop = workshop
    return Said(remark, byline(remark, audience), f"{workshop.local(remark.created_at):%H:%M}")


def blank_cards(workshop: Workshop, audience: str, rephrases: Card | None = None) -> list[Blank]:
    """Return blank cards as an audience may see them: those that re-phrase a card, or add a new one."""
    if not may_read_words(workshop, audience):
        return []
    found = workshop.cards.filter(rephrases=rephrases, status=Card.Status.PROPOSED)
    named = may_see_names(workshop, audience)
    listed = found.select_related("proposer__person").with_words().order_by("pk" if named else "uid")
    return [_blank(card, named) for card in listed if card.title]


def _blank(card: Card, named: bool) -> Blank:
    by = card.proposer.name if named and card.proposer else ""
    return Blank(card.title, card.words.summary, by)
