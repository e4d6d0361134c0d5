"""One person's own pack, as its pages show it: boxes for words, blank cards, and how far it has come."""

import uuid
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Exists, Prefetch, QuerySet

from .ballots import Mark
from .blanks import Blank, filled_places, free_places, own_blanks
from .cards import Card
from .comments import PACK_KINDS, Prompt, Remark, Version
from .extra_time import is_open_for
from .look_ups import LookUp
from .once import together
from .people import Seat
from .quoted import waiting_for
from .rounds import Round
from .setup import print_of_words
from .sorting import SortedCard, cards_asked
from .workshops import Workshop


@dataclass
class Box:
    """A box for words: its prompt, the card it is about if any, and what the seat has written."""

    prompt: Prompt
    asked: SortedCard | None = None
    remark: Remark | None = None
    typed: str | None = None  # what was sent and could not be saved
    wrong: str = ""
    set_aside: str | None = None  # what was sent just now and is kept as another version

    @property
    def uid(self) -> uuid.UUID:
        """The prompt's uid."""
        return self.prompt.uid

    @cached_property
    def key(self) -> str:
        """The uid in letters, for what a page names after it."""
        return str(self.uid)

    @property
    def remark_key(self) -> str:
        """The uid of what is saved, in letters; empty while nothing was."""
        return str(self.remark.uid) if self.remark else ""

    @property
    def is_entered(self) -> bool:
        """Whether a facilitator entered what is saved."""
        return self.remark is not None and self.remark.proxy_id is not None

    @property
    def rev(self) -> int:
        """The rev that new words are based on; 0 while nothing was saved."""
        return self.remark.rev if self.remark else 0

    @property
    def saved(self) -> str:
        """What is saved."""
        return self.remark.body if self.remark else ""

    @property
    def held(self) -> str:
        """A print of what is saved, by which a box that comes back as it went out is told."""
        return print_of_words([self.saved])

    @property
    def text(self) -> str:
        """What the box holds: what was typed and could not be saved, else what is saved."""
        return self.saved if self.typed is None else self.typed

    @property
    def rows(self) -> int:
        """How many lines a large box has where it cannot grow by itself: as many as its words take."""
        lines = sum(1 + len(line) // 70 for line in self.text.split("\n"))
        return min(max(lines + 1, 6), 40)

    @cached_property
    def waiting(self) -> list[tuple[int, Version]]:
        """The other versions that wait for a decision, each with its number among all of them."""
        versions = self.remark.versions.all() if self.remark else []
        return [(n, each) for n, each in enumerate(versions, start=1) if each.conflict_open]


@dataclass
class OwnPack:
    """All that one seat has in its pack. For a seat that is not asked, the same boxes, empty.

    ``has_quotes``: whether quotes of its words wait for its answer.
    """

    seat: Seat
    round: Round | None
    boxes: list[Box]
    other: Box | None
    blanks: list[Blank]
    places: list[Blank]
    removed: list[Card]
    placed: int
    has_quotes: bool = False
    accounts: list[Box] = field(default_factory=list)

    @property
    def every_box(self) -> list[Box]:
        """All its boxes for words: on cards, of open prompts, for anything else."""
        return [*self.boxes, *self.accounts, *([self.other] if self.other else [])]

    @property
    def is_open(self) -> bool:
        """Whether the seat can write in it now."""
        return self.seat.is_participant and self.round is not None and is_open_for(self.round, self.seat)

    @property
    def commented(self) -> int:
        """How many cards have a comment."""
        return sum(bool(box.saved) for box in self.boxes)

    @property
    def written(self) -> int:
        """How many open prompts have an answer."""
        return sum(bool(box.saved) for box in self.accounts)

    @property
    def proposed(self) -> int:
        """How many blank cards have a title; only those count as proposed."""
        return sum(bool(blank.saved["title"]) for blank in self.blanks)

    @property
    def to_place(self) -> int:
        """How many cards the sort asks this seat about: the pack's and its own blank cards."""
        return len(self.boxes) + self.proposed


def own_pack(seat: Seat) -> OwnPack:
    """Return the seat's own pack. Costs a fixed number of queries."""
    with together(seat.workshop):
        return _own_pack(seat)


def _own_pack(seat: Seat) -> OwnPack:
    round = seat.workshop.pack_round()
    known = PROMPTS(seat.workshop, seat)
    prompts = {prompt.card_id: prompt for prompt in known if prompt.kind != Prompt.Kind.ACCOUNT}
    accounts = [each for each in known if each.kind == Prompt.Kind.ACCOUNT]
    accounts.sort(key=lambda each: (each.position, each.pk))
    remarks = {remark.prompt_id: remark for remark in OWN(seat)}
    asked = [each for each in cards_asked(round) if each.card.pk in prompts] if round else []
    boxes = [_box(prompts[each.card.pk], each, remarks) for each in asked]
    other = _box(prompts[None], None, remarks) if None in prompts else None
    mine = own_blanks(seat)
    blanks = filled_places(mine)
    copies = {copy.pk for blank in blanks for copy in blank.copies}
    removed = [card for card in mine if not card.is_blank and card.pk not in copies]
    counted = {each.card.pk for each in asked} | {card.pk for card in mine if card.is_blank and card.title}
    places, placed = free_places(seat, mine), _placed(seat, round, counted)
    has_quotes = any(prompt.has_quotes for prompt in known)
    long = [_box(prompt, None, remarks) for prompt in accounts]
    return OwnPack(seat, round, boxes, other, blanks, places, removed, placed, has_quotes, long)


def _prompts(workshop: int, seat: int) -> QuerySet[Any]:
    """Return the boxes; each row has, beside it, what costs this page no query of its own."""
    return pack_prompts(workshop).order_by().annotate(has_quotes=Exists(waiting_for(seat, workshop)))


PROMPTS = LookUp(_prompts)
OWN = LookUp(lambda seat: own_remarks(seat))
PLACED = LookUp(
    lambda round, seat, cards: (
        Mark.objects.filter(ballot__round=round, ballot__seat=seat, card__in=cards)
        .exclude(zone="")
        .values_list("card_id", flat=True)
    )
)


def pack_prompts(workshop: Workshop | int) -> QuerySet[Prompt]:
    """Return the boxes of a workshop's pack: for each card, for each open prompt, for anything else."""
    return Prompt.objects.filter(workshop=workshop, kind__in=PACK_KINDS)


def own_remarks(seat: Seat | int) -> QuerySet[Remark]:
    """Return what the seat has written in the boxes of the pack, with all versions in order."""
    by_age = Prefetch("versions", queryset=Version.objects.order_by("pk"))
    return Remark.objects.filter(seat=seat, prompt__kind__in=PACK_KINDS).prefetch_related(by_age)


def _box(prompt: Prompt, asked: SortedCard | None, remarks: dict[int | None, Remark]) -> Box:
    return Box(prompt, asked, remarks.get(prompt.pk))


def _placed(seat: Seat, round: Round | None, counted: set[int]) -> int:
    if round is None:
        return 0
    return len(PLACED(round, seat, counted))
