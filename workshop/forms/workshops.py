"""A new workshop, and the end of one."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from workshop.actions.packs import PACKS
from workshop.models import LIMITS

from .fields import AgainForm, WordsField, ZoneField


def _choices() -> list[tuple[str, str]]:
    """Return the templates as the form offers them, in the language of whoever reads it."""
    return [(pack.key, f"{pack.name}: {pack.says}") for pack in PACKS.values()]


class NewWorkshopForm(AgainForm):
    """What a new workshop needs at once; all of it can be changed later."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    template = forms.ChoiceField(
        label=_("Start from"),
        choices=_choices,
        widget=forms.RadioSelect,
        initial="six-tensions",
        error_messages={
            "required": _("Choose what to start from."),
            "invalid_choice": _("Choose what to start from."),
        },
    )
    title = WordsField(
        label=_("Title"),
        limit=LIMITS["title"],
        required=False,
        help_text=_(
            "People see it on every page. Leave it empty to take the template’s; starting from nothing, "
            "write one."
        ),
    )
    zone = ZoneField(
        label=_("Time zone"),
        initial="Europe/London",
        help_text=_("Where the workshop is at home. Everybody also sees their own time."),
    )


class RemovalForm(forms.Form):
    """A pause for thought before everything goes."""

    sure = forms.BooleanField(
        label=_("Yes, delete this workshop and everything in it, for good"),
        error_messages={"required": _("Tick the box if you are sure. Nothing was deleted.")},
    )
