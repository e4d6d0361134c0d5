"""A link between two cards, as a form."""

import uuid
from collections.abc import Sequence

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from workshop.models import LIMITS, Card

from .fields import AgainForm, WordsField, choices_of

WRONG = {
    "required": _("Choose a card."),
    "invalid_choice": _("This card is no longer here. Choose another."),
}


class TieForm(AgainForm):
    """Which card bears on which, and why."""

    tail = forms.ChoiceField(label=_("This card"), error_messages=WRONG)
    head = forms.ChoiceField(label=_("Bears on this card"), error_messages=WRONG)
    reason = WordsField(
        label=_("Why"), limit=LIMITS["reason"], rows=2, help_text=_("Such as “this one feeds that one”.")
    )
    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, data: QueryDict | None, cards: Sequence[Card], chosen: Sequence[str] = ()) -> None:
        """Take what was sent, the cards that can be linked, and the uids of those chosen for it."""
        initial = dict(zip(("tail", "head"), chosen, strict=False))
        super().__init__(data, auto_id="tie-%s", initial=initial)
        self.cards = {str(card.uid): card for card in cards}
        offered = [("", _("Choose a card")), *((uid, _label(card)) for uid, card in self.cards.items())]
        for name in ("tail", "head"):
            choices_of(self, name).choices = offered

    def chosen(self, name: str) -> Card:
        """Return the card that was chosen as ``tail`` or ``head``."""
        return self.cards[self.cleaned_data[name]]


def _label(card: Card) -> str:
    return f"{card.label}. {card.title}"
