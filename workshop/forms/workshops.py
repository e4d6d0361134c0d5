"""A new workshop, and the end of one."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workshop.models import LIMITS

from .fields import AgainForm, WordsField, ZoneField, choices_of


class NewWorkshopForm(AgainForm):
    """What a new workshop needs at once; all of it can be changed later."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    template = forms.ChoiceField(
        label=_("Start from"),
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
        error_messages={"required": _("Write a title: what you start from brings none.")},
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

    people = forms.BooleanField(
        label=_("Give seats to the same people"),
        required=False,
        help_text=_("Not to who declined. They get no link yet, and are asked what they agree to afresh."),
    )

    def __init__(
        self,
        offers: Sequence[tuple[str, str]],
        *args: Any,
        people: bool = False,
        untitled: bool = False,
        **more: Any,
    ) -> None:
        """Offer what a workshop can start from, and the same ``people`` where there are any.

        Args:
            untitled: whether what was chosen brings no title, so that one must be written.
        """
        super().__init__(*args, **more)
        choices_of(self, "template").choices = offers
        if untitled:
            self.fields["title"].required = True
            self.fields["title"].help_text = _("People see it on every page.")
        if not people:
            del self.fields["people"]


class RemovalForm(forms.Form):
    """A pause for thought before everything goes."""

    sure = forms.BooleanField(
        label=_("Yes, delete this workshop and everything in it, for good"),
        error_messages={"required": _("Tick the box if you are sure. Nothing was deleted.")},
    )
