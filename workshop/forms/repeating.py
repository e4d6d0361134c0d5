"""A workshop run again, as a form."""

import uuid
from collections.abc import Sequence

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from workshop.models import LIMITS, Card

from .fields import AgainForm, ClockField, DayField, WordsField, choices_of


class RepetitionForm(AgainForm):
    """Its title, when it meets, which cards go along, and whether the same people do."""

    title = WordsField(label=_("Title"), limit=LIMITS["title"])
    day = DayField(label=_("Day you meet"))
    starts = ClockField(label=_("It starts at"))
    cards = forms.MultipleChoiceField(
        label=_("Cards that go along"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Each with its sub-themes as notes for facilitators."),
        error_messages={"required": _("Choose at least one card.")},
    )
    invite = forms.BooleanField(
        label=_("Give the same people a seat"),
        required=False,
        help_text=_("Nobody is sent a link, and everybody is asked for their agreement again."),
    )
    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, data: QueryDict | None, title: str, cards: Sequence[Card]) -> None:
        """Take what was sent, and the cards that are on the table now."""
        self.known = {str(card.uid): card for card in cards}
        super().__init__(data, initial={"title": title, "cards": list(self.known)})
        named = [(uid, f"{card.label}. {card.title}") for uid, card in self.known.items()]
        choices_of(self, "cards").choices = named

    @property
    def chosen(self) -> list[Card]:
        """The cards that were chosen."""
        return [self.known[uid] for uid in self.cleaned_data["cards"]]
