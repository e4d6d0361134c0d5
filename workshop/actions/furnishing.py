"""What a new workshop holds from the first: cards, boxes, rounds and agenda, written in few statements."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from workshop.models import (
    Card,
    CardText,
    ConsentItem,
    History,
    Invalid,
    Prompt,
    Round,
    Seat,
    Step,
    Stream,
    Workshop,
)
from workshop.models.audiences import AUDIENCES
from workshop.models.card_words import checked_words
from workshop.models.prompts import MOST_PROMPTS, checked_prompt

from .cards import MOST_CARDS
from .packs import CardSeed, Pack, PromptSeed
from .prompts import FIRST

STEPS = (Step.Kind.WELCOME, Step.Kind.POLL, Step.Kind.RESULTS, Step.Kind.CLOSE)


def furnish(seat: Seat, pack: Pack) -> None:
    """Fill a new workshop from a template, inside the transaction that makes it.

    Args:
        seat: its first, in whose name the cards are written.

    Raises:
        Invalid: too many cards, or words that no card may have.
    """
    workshop = seat.workshop
    Stream.objects.bulk_create(Stream(workshop=workshop, audience=audience) for audience in AUDIENCES)
    ConsentItem.objects.bulk_create(
        ConsentItem(workshop=workshop, key=key, text=str(text), required=required, position=n)
        for n, (key, text, required) in enumerate(pack.consents)
    )
    _write_cards(seat, pack.cards)
    _write_prompts(workshop, pack.prompts)
    Prompt.objects.create(workshop=workshop, kind=Prompt.Kind.ANY_OTHER, position=1000)
    _plan(workshop)


def _write_cards(seat: Seat, seeds: tuple[CardSeed, ...]) -> None:
    """Write the cards in order, each with its box for comments and its line in the history."""
    if len(seeds) > MOST_CARDS:
        raise Invalid(_("A pack holds at most 40 cards. Take fewer."))
    words = [checked_words(**{name: str(value) for name, value in vars(seed).items()}) for seed in seeds]
    made = [Card(workshop=seat.workshop, number=n, position=n, rev=1) for n in range(1, len(words) + 1)]
    cards = Card.objects.bulk_create(made)
    CardText.objects.bulk_create(
        CardText(card=card, rev=1, seat=seat, **each) for card, each in zip(cards, words, strict=True)
    )
    kind = Prompt.Kind.CARD_COMMENT
    Prompt.objects.bulk_create(
        Prompt(workshop=seat.workshop, card=card, kind=kind, position=card.position) for card in cards
    )
    _note_written(seat, cards)


def _write_prompts(workshop: Workshop, seeds: tuple[PromptSeed, ...]) -> None:
    """Write the open prompts in order."""
    if len(seeds) > MOST_PROMPTS:
        raise Invalid(_("A pack holds at most 20 open prompts. Take fewer."))
    Prompt.objects.bulk_create(
        Prompt(
            workshop=workshop,
            kind=Prompt.Kind.ACCOUNT,
            position=position,
            private=seed.private,
            **checked_prompt(heading=str(seed.heading), text=str(seed.text), hints=str(seed.hints)),
        )
        for position, seed in enumerate(seeds, start=FIRST)
    )


def _note_written(seat: Seat, cards: Iterable[Card]) -> None:
    workshop = seat.workshop
    rows = [
        History(workshop=workshop, n=n, verb="card_written", seat=seat, ids={"card": str(card.uid)})
        for n, card in enumerate(cards, start=workshop.history_n + 1)
    ]
    History.objects.bulk_create(rows)
    workshop.history_n += len(rows)
    workshop.save(update_fields=["history_n"])


def _plan(workshop: Workshop) -> None:
    pack = Round(workshop=workshop, number=1, kind=Round.Kind.SORT, when=Round.When.BEFORE)
    poll = Round(workshop=workshop, number=2, kind=Round.Kind.POLL, k=workshop.nominations)
    _pack, poll = Round.objects.bulk_create([pack, poll])
    Step.objects.bulk_create(
        Step(workshop=workshop, kind=kind, round=poll if kind == Step.Kind.POLL else None, position=n * 100)
        for n, kind in enumerate(STEPS, start=1)
    )
