"""A template taken from a workshop: its words, and nothing of the people in it."""

from workshop.models import CardText, Workshop
from workshop.models.prompts import prompts_of
from workshop.models.rehearsals import own_title

from .documents import OF_WORKSHOP
from .seeds import CardSeed, Pack, PromptSeed

NOW, FIRST = "now", "first"


def pack_of(workshop: Workshop, *, words: str = NOW, notes: bool = True) -> Pack:
    """Return the set-up of a workshop as a template.

    Args:
        words: ``now``, the cards on the table in the words that they have now, or ``first``, those that the
            pack asked about in the words that it asked them in.
        notes: whether the facilitators' notes on the cards go along.
    """
    facts = {name: getattr(workshop, name) for name in OF_WORKSHOP} | {"title": own_title(workshop)}
    texts = _first(workshop) if words == FIRST else _now(workshop)
    items = workshop.consent_items.filter(retired_at__isnull=True).order_by("position", "version")
    newest = {item.key: (item.key, item.text, item.required) for item in items}
    return Pack(
        key=f"workshop-{workshop.slug}" + (f"-{FIRST}" if words == FIRST else ""),
        name=facts["title"],
        says="",
        **facts,
        cards=tuple(_seed(text, notes) for text in texts),
        prompts=tuple(
            PromptSeed(each.text, each.heading, each.hints, each.private) for each in prompts_of(workshop)
        ),
        consents=tuple(newest.values()),
    )


def _now(workshop: Workshop) -> list[CardText]:
    return [card.words for card in workshop.cards.all().live().with_words()]


def _first(workshop: Workshop) -> list[CardText]:
    """Return the words that the pack was opened with; those of now if it never was."""
    pack = workshop.pack_round()
    asked = list(pack.round_cards.order_by("position").select_related("card")) if pack else []
    known = {
        (text.card_id, text.rev): text
        for text in CardText.objects.filter(card__in=[row.card_id for row in asked])
    }
    return [known[row.card_id, row.text_rev] for row in asked] or _now(workshop)


def has_first(workshop: Workshop) -> bool:
    """Whether the cards that the pack asked about differ from those on the table now."""
    return [_plain(text) for text in _first(workshop)] != [_plain(text) for text in _now(workshop)]


def _plain(text: CardText) -> tuple[str, str]:
    return text.title, text.summary


def _seed(text: CardText, notes: bool) -> CardSeed:
    return CardSeed(
        text.title, text.short_title, text.summary, text.pole_a, text.pole_b, text.notes if notes else ""
    )
