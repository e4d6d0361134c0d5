"""A further round of the series, as a form."""

import uuid
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workshop.analysis.moments import NoSuchTimeError, moment
from workshop.models import Round, Workshop

from .fields import AgainForm, ClockField, DayField, NumberField

LAST_MINUTE = time(23, 59)
KINDS = (
    (Round.Kind.SORT, _("Card sort: everybody places each card again")),
    (Round.Kind.POLL, _("Nomination poll: everybody chooses a few cards")),
    (Round.Kind.SPECTRUM, _("Spectrum: where we are, and where we want to be")),
)
TIMES = (
    (Round.When.LIVE, _("Live: when its step is on the stage")),
    (Round.When.BEFORE, _("Sent out before: on each person's own page, from when you open it")),
    (Round.When.BOTH, _("Both: sent out before, and still open when its step is on the stage")),
)


class RoundForm(AgainForm):
    """What is asked, when, and until when."""

    kind = forms.ChoiceField(label=_("What is asked"), choices=KINDS, widget=forms.RadioSelect)
    when = forms.ChoiceField(label=_("When"), choices=TIMES, widget=forms.RadioSelect)
    k = NumberField(
        label=_("Nominations, if it is a poll"),
        min_value=1,
        max_value=10,
        help_text=_("How many cards each person may nominate. From 1 to 10."),
    )
    deadline_date = DayField(label=_("It closes by itself on"))
    deadline_time = ClockField(
        label=_("It closes by itself at"), help_text=_("Without a time, at the end of that day.")
    )
    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, workshop: Workshop, data: Any = None) -> None:
        super().__init__(data, auto_id="round-%s", initial={"k": workshop.nominations, "when": "live"})
        self.workshop = workshop

    def clean(self) -> dict[str, Any]:
        """Return what was sent, the deadline as one moment in the workshop's time zone."""
        sent: dict[str, Any] = super().clean() or {}
        day, at = sent.pop("deadline_date", None), sent.pop("deadline_time", None)
        sent["closes_at"] = None
        if at and not day and "deadline_date" not in self.errors:
            self.add_error("deadline_date", _("Give the date of the deadline too."))
        if day:
            try:
                sent["closes_at"] = moment(day, at or LAST_MINUTE, self.workshop.zone)
            except NoSuchTimeError:
                self.add_error(
                    "deadline_time", _("There is no such time on that day: the clocks go forward.")
                )
        return sent
