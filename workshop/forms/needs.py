"""What somebody needs to take part: ticks, and one line for what is not in the list."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from workshop.models import LIMITS, Need
from workshop.models.needs import ARRANGED, AT_ONCE, NAMES, WantedNeeds

from .fields import AgainForm, WordsField, choices_of


class NeedsForm(AgainForm):
    """What Roundel does at once, what facilitators arrange, and what else would help."""

    at_once = forms.MultipleChoiceField(
        label=_("Done as soon as you save"),
        choices=AT_ONCE.items,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    arranged = forms.MultipleChoiceField(
        label=_("Arranged by the facilitators"),
        choices=ARRANGED.items,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("They see that you asked, and arrange it with you."),
    )
    more = WordsField(
        label=_("Something else that would help"),
        limit=LIMITS["title"],
        required=False,
        help_text=_(
            "Say what you need, not why: please write no diagnosis. Such as: a break every half hour."
        ),
    )
    rev = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**6)

    def __init__(self, need: Need, data: Any = None, *, of_other: bool = False) -> None:
        initial = {"at_once": need.keys, "arranged": need.keys, "more": need.more, "rev": need.rev}
        super().__init__(data, initial=initial)
        if of_other:
            self._speak_of_them()

    def _speak_of_them(self) -> None:
        for name, keys in (("at_once", AT_ONCE), ("arranged", ARRANGED)):
            choices_of(self, name).choices = [(key, capfirst(str(NAMES[key]))) for key in keys]
        self.fields["at_once"].label = _("Done on their own pages, as soon as you save")
        self.fields["arranged"].label = _("Arranged by you and the other facilitators")
        self.fields["arranged"].help_text = ""
        self.fields["more"].label = _("Something else that would help them")
        self.fields["more"].help_text = _(
            "Write what they need, not why: no diagnosis. Such as: a break every half hour."
        )

    @property
    def wanted(self) -> WantedNeeds:
        """What was sent."""
        sent = self.cleaned_data
        return WantedNeeds([*sent["at_once"], *sent["arranged"]], sent["more"])
