"""How somebody is credited."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workshop.models import LIMITS
from workshop.models.credits import CREDIT_ROLES, Credit, WantedCredit

from .fields import AgainForm, WordsField


class CreditForm(AgainForm):
    """By name, by a description or not at all; and the contributor roles."""

    kind = forms.ChoiceField(
        label=_("In what is written up, credit me"),
        choices=[(kind.value, kind.label) for kind in reversed(Credit.Kind)],
        widget=forms.RadioSelect,
    )
    name = WordsField(label=_("My name, as it should be printed"), limit=LIMITS["name"], required=False)
    role = WordsField(
        label=_("My description"),
        limit=LIMITS["title"],
        required=False,
        help_text=_("Such as: a senior leader of a health service. Needed for credit without your name."),
    )
    roles = forms.MultipleChoiceField(
        label=_("What I contributed"),
        choices=CREDIT_ROLES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Journals ask for it in these words, the CRediT taxonomy. Tick what is true of you."),
    )
    rev = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**6)

    def __init__(self, credit: Credit, data: Any = None, *, name: str = "", of_other: bool = False) -> None:
        shown = credit.name if credit.rev and credit.name else name
        initial = {"kind": credit.kind, "name": shown, "role": credit.role, "roles": credit.role_keys}
        super().__init__(data, initial={**initial, "rev": credit.rev})
        if of_other:
            self.fields["kind"].label = _("In what is written up, credit them")
            self.fields["name"].label = _("Their name, as it should be printed")
            self.fields["role"].label = _("Their description")
            self.fields["roles"].label = _("What they contributed")

    @property
    def wanted(self) -> WantedCredit:
        """What was sent."""
        sent = self.cleaned_data
        return WantedCredit(sent["kind"], sent["name"], sent["role"], sent["roles"])
