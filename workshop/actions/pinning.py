"""What a round asks about, fixed when it opens: its cards, in the words that people will see."""

from django.utils.translation import gettext as _

from workshop.models import Invalid, Round, RoundCard, Workshop
from workshop.models.prompts import prompts_of
from workshop.models.sorting import cards_to_ask


def pin_cards(round: Round) -> None:
    """Pin the cards that a round asks about, in their words of now; once it has answers they stay.

    Raises:
        Invalid: there is nothing to ask about; ``data["lacks"]`` is "cards" where cards are what it lacks.
    """
    if round.ballots.exists():
        return
    cards = cards_to_ask(round)
    if not cards and round.kind == Round.Kind.SPECTRUM:
        says = _("No card names two poles, so there is no line to mark. Re-phrase a card to name them.")
        raise Invalid(says)
    if not cards and not (round.is_pack and prompts_of(round.workshop).exists()):
        raise Invalid(_no_card(round.workshop), lacks="cards")
    round.round_cards.all().delete()
    RoundCard.objects.bulk_create(
        RoundCard(round=round, card=card, text_rev=card.rev, position=n) for n, card in enumerate(cards)
    )


def _no_card(workshop: Workshop) -> str:
    """Say where a first card comes from: written before the pack opens, taken up from a blank card after."""
    pack = workshop.pack_round()
    if pack is None or pack.is_draft:
        return _("There is no card to ask about. Write at least one, then open the round.")
    return _(
        "There is no card to ask about. Take up a blank card that somebody filled in, under Synthesis, then "
        "open the round. Is there none? People can fill one in while the pack is open."
    )
