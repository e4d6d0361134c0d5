"""The day on which a workshop is erased."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import DayField


class RetentionForm(forms.Form):
    """One day, or none."""

    day = DayField(
        label=_("Erase everything on"),
        help_text=_("Leave it empty to keep the workshop until somebody deletes it."),
    )

    def __init__(self, data: Any, *, day: date | None) -> None:
        super().__init__(data, initial={"day": day})
