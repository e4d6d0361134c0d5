"""What a workshop holds about one person, in numbers; what would go and what would stay if they withdrew."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max

from .ballots import Ballot, Mark
from .cards import Card
from .comments import PACK_KINDS, Prompt, Remark, Version
from .consent_lines import asked_and_answered
from .erased_cards import is_kept
from .erased_text import goes_back, texts_of
from .erasing import answered_to, keeps_count
from .letters import Post
from .people import Seat
from .quoted import asked_quotes, quotes_of
from .taken_before import files_of


@dataclass(frozen=True)
class OwnData:
    """How many there are of each; nothing of somebody else is among them.

    ``link_used`` is when one of the links last let a browser in. ``blanks`` would go and ``taken_up`` would
    stay, as would the totals of ``rounds_kept``. ``files`` is how often an export was taken from the
    workshop, which no withdrawal reaches. ``is_parted``: the workshop closed and what was answered knows its
    author no more, so nothing single can be found. ``quotes`` are what stands under Your quotes,
    ``quotes_beside`` those that were not sent to the person, or are taken back.
    ``texts_back`` are the group's texts that go back to what others wrote; ``texts_stay`` stand as they are.
    """

    links: int
    link_used: datetime | None
    letters: int
    consents: int
    pack: int
    said: int
    answers: int
    versions: int
    blanks: int
    taken_up: int
    rounds: int
    rounds_kept: int
    reasons: int
    words: int
    agenda: int
    changes: int
    ties: int
    starts: int
    notes: int
    texts_back: int
    texts_stay: int
    quotes: int
    quotes_beside: int
    replies: int
    files: int
    is_parted: bool

    @property
    def all_blanks(self) -> int:
        """How many blank cards the person filled in, taken up or not."""
        return self.blanks + self.taken_up

    @property
    def counted(self) -> bool:
        """Whether the person is in counts that were shown besides those of rounds."""
        return bool(self.words or self.starts)

    @property
    def rounds_gone(self) -> int:
        """In how many rounds the answers would go from the totals as well."""
        return self.rounds - self.rounds_kept


def own_data(seat: Seat) -> OwnData:
    """Count what a workshop holds about the person who has a seat, in a fixed number of queries a card."""
    remarks = Remark.objects.filter(seat=seat).exclude(body="")
    cards = list(Card.objects.filter(proposer=seat))
    kept = sum(is_kept(card) for card in cards)
    ballots = list(Ballot.objects.filter(seat=seat).select_related("round__workshop"))
    return OwnData(
        **_links(seat),
        consents=asked_and_answered(seat).values("item").distinct().count(),
        pack=remarks.filter(prompt__kind__in=PACK_KINDS).count(),
        said=remarks.filter(prompt=None).count(),
        answers=remarks.filter(prompt__kind=Prompt.Kind.OPEN).count(),
        versions=Version.objects.filter(seat=seat).count(),
        blanks=len(cards) - kept,
        taken_up=kept,
        rounds=len(ballots),
        rounds_kept=sum(map(keeps_count, ballots)),
        reasons=Mark.objects.filter(ballot__in=ballots).exclude(reason="").count(),
        words=seat.stances.count() + seat.assents.count() + bool(seat.ground_rules_at),
        agenda=seat.suggestions.count() + seat.ground_rules.count(),
        changes=seat.changes.count() + seat.proposals.count(),
        **_beside(seat),
        replies=Remark.objects.filter(reply_to__in=answered_to(seat)).exclude(seat=seat).count(),
        files=files_of(seat.workshop).count(),
        is_parted=seat.workshop.is_unlinked,
    )


def _links(seat: Seat) -> dict[str, Any]:
    letters = seat.posts.real().filter(state=Post.State.SENT).count()
    return seat.links.valid().aggregate(links=Count("pk"), link_used=Max("used_at")) | {"letters": letters}


def _beside(seat: Seat) -> dict[str, Any]:
    shown, texts = asked_quotes(seat).count(), [goes_back(text, seat) for text in texts_of(seat)]
    return {
        "texts_back": sum(texts),
        "texts_stay": len(texts) - sum(texts),
        "ties": seat.ties.count(),
        "starts": seat.starts.count(),
        "notes": seat.notes.count(),
        "quotes": shown,
        "quotes_beside": quotes_of(seat).count() - shown,
    }
