"""The first of two questions before somebody withdraws."""

from django import forms
from django.utils.translation import gettext_lazy as _


class WithdrawalForm(forms.Form):
    """A pause for thought before everything of one person goes."""

    sure = forms.BooleanField(
        label=_("Yes, I want to withdraw. I have seen what goes and what stays"),
        error_messages={"required": _("Tick the box if you are sure. Nothing was erased.")},
    )


class RecordedForm(forms.Form):
    """The same for a facilitator who records it."""

    sure = forms.BooleanField(
        label=_("Yes, this person asked for it"),
        error_messages={"required": _("Tick the box if they asked for it. Nothing was erased.")},
    )
