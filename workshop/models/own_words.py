"""A person's own words, one by one: where they stand, who reads them, and whether they can be taken back.

What is read here has the person as its author. Where the link between people and words was destroyed,
there is none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, Q
from django.utils.translation import gettext as _

from .audiences import PARTICIPANTS, may_read_words, may_see_people_rows
from .ballots import Mark
from .cards import Card
from .comments import Prompt, Remark
from .erased_cards import is_kept
from .people import Seat
from .prompts import ANSWERS
from .setup import print_of


@dataclass(frozen=True)
class OwnWords:
    """Words in one place. ``title`` is of the card or the question that they are about.

    ``others`` are earlier and other versions, ``quotes`` were made of them, ``replies`` are by others.
    ``keeps`` says why they cannot be taken back here; ``taken_at`` is when they were.
    """

    key: str
    row: Remark | Card | Mark
    place: str
    title: str
    text: str
    read_by: str
    others: int = 0
    quotes: int = 0
    replies: int = 0
    keeps: str = ""
    taken_at: datetime | None = None

    @property
    def print(self) -> str:
        """A print of what a press takes back, by which a later change is noticed."""
        return print_of(f"{self.text} {self.others}")

    @property
    def is_pack_comment(self) -> bool:
        """Whether it stands in a box of the pack."""
        return isinstance(self.row, Remark) and bool(self.row.prompt) and not self.is_answer

    @property
    def is_answer(self) -> bool:
        """Whether it answers a question."""
        prompt = self.row.prompt if isinstance(self.row, Remark) else None
        return bool(prompt and prompt.kind == Prompt.Kind.OPEN)

    @property
    def is_reason(self) -> bool:
        """Whether it stands beside where a card was put."""
        return isinstance(self.row, Mark)

    @property
    def is_blank(self) -> bool:
        """Whether it is a blank card."""
        return isinstance(self.row, Card)


def own_words(seat: Seat) -> list[OwnWords]:
    """Return all that a seat wrote of its own accord: of the pack, of the hour, and what was taken back."""
    return [*_remarks(seat), *_blanks(seat), *_reasons(seat)]


def own_words_at(seat: Seat, key: str) -> OwnWords | None:
    """Return a seat's words by their key, if there are such."""
    return next((each for each in own_words(seat) if each.key == key), None)


def had_words(seat: Seat, key: str) -> bool:
    """Whether a seat has, or took back, words of this key."""
    kind, _dot, rest = key.partition(".")
    try:
        uid = UUID(rest.rpartition(".")[2])
    except ValueError:
        return False
    if kind == "remark":
        return seat.remarks.filter(uid=uid).exists()
    if kind == "reason":
        return Mark.objects.filter(ballot__seat=seat, card__uid=uid).exists()
    taken = seat.workshop.history.filter(seat=seat, verb="blank_taken_back", ids__card=str(uid))
    return taken.exists() or Card.objects.filter(proposer=seat, uid=uid).exists()


def _remarks(seat: Seat) -> Iterator[OwnWords]:
    rows = Remark.objects.filter(seat=seat).exclude(prompt__kind=Prompt.Kind.AGREED)
    rows = rows.select_related("prompt__card", "card").prefetch_related("card__texts", "prompt__card__texts")
    rows = rows.annotate(
        n_versions=Count("versions", distinct=True),
        n_quotes=Count("quotes", distinct=True),
        n_replies=Count("replies", filter=~Q(replies__seat=seat), distinct=True),
    )
    for row in rows.order_by(F("prompt__position").asc(nulls_last=True), "created_at", "pk"):
        if row.body or row.withdrawn_at or vars(row)["n_versions"]:
            yield _remark(seat, row)


def _remark(seat: Seat, row: Remark) -> OwnWords:
    card, found = row.card or (row.prompt.card if row.prompt else None), vars(row)
    title = card.title if card else ""
    if row.prompt and row.prompt.kind in (Prompt.Kind.OPEN, Prompt.Kind.ACCOUNT):
        title = row.prompt.heading or row.prompt.text
    return OwnWords(
        f"remark.{row.uid}",
        row,
        _place(row, card),
        title,
        row.body,
        _readers(seat, row),
        others=found["n_versions"],
        quotes=found["n_quotes"],
        replies=found["n_replies"],
        taken_at=row.withdrawn_at,
    )


def _place(row: Remark, card: Card | None) -> str:
    if card and row.prompt:
        return _("Your comment in the pack, on card %(label)s") % {"label": card.label}
    if row.prompt:
        return str(ANSWERS[row.prompt.kind])
    label = {"label": card.label if card else ""}
    if row.reply_to_id:
        return _("Your reply in the discussion of card %(label)s") % label
    return _("Your comment in the discussion of card %(label)s") % label


def _readers(seat: Seat, row: Remark) -> str:
    prompt = row.prompt
    if prompt and prompt.is_private:
        return _("Only the facilitators read it.")
    if prompt and prompt.kind == Prompt.Kind.OPEN:
        return _("The group reads it.") if prompt.is_shown else _("Nobody else reads it so far.")
    return _pack_readers(seat)


def _pack_readers(seat: Seat) -> str:
    if may_read_words(seat.workshop, PARTICIPANTS):
        return _("The group reads it.")
    return _("Only the facilitators read it until we meet.")


def _blanks(seat: Seat) -> Iterator[OwnWords]:
    rows = Card.objects.filter(proposer=seat).select_related("rephrases").with_words()
    for card in rows.annotate(n_quotes=Count("quotes")).order_by("position", "pk"):
        words = card.words
        poles = f"{words.pole_a} – {words.pole_b}" if words.has_poles else ""
        text = "\n".join(filter(None, [card.title, words.summary, poles]))
        if not text:
            continue
        gone = card.status == Card.Status.RETIRED
        place = _("Your blank card %(label)s, put away") if gone else _("Your blank card %(label)s")
        keeps = _taken_up() if is_kept(card) else ""
        yield OwnWords(
            f"card.{card.uid}",
            card,
            place % {"label": card.label},
            "",
            text,
            _("Nobody else reads it.") if gone and not keeps else _pack_readers(seat),
            others=len(vars(card)["read_texts"]) - 1,
            quotes=vars(card)["n_quotes"],
            keeps=keeps,
        )


def _taken_up() -> str:
    return _("The group took this card up, so its words are the group’s now and stay.")


def _reasons(seat: Seat) -> Iterator[OwnWords]:
    rows = Mark.objects.filter(ballot__seat=seat).exclude(reason="").select_related("ballot__round", "card")
    rows = rows.prefetch_related("card__texts").annotate(n_quotes=Count("quotes"))
    for mark in rows.order_by("ballot__round__number", "card__position"):
        round, card = mark.ballot.round, mark.card
        place = _("Your reason beside card %(label)s, in round %(n)s")
        is_read = round.is_revealed and may_see_people_rows(seat.workshop)
        yield OwnWords(
            f"reason.{round.number}.{card.uid}",
            mark,
            place % {"label": card.label, "n": round.number},
            card.title,
            mark.reason,
            _("Only the facilitators read it.") if is_read else _("Nobody else reads it so far."),
            quotes=vars(mark)["n_quotes"],
            keeps=_("The round is open: change it where you put the cards.") if round.is_open else "",
        )
