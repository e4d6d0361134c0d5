"""Until when somebody may fill in their pack, whenever it closes to the others."""

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from workshop.models import Seat

from .fields import ClockField, DayField

END_OF_DAY = time(23, 59)


class ExtraTimeForm(forms.Form):
    """A day, and a time of it, in the workshop's own time zone. No day: no more time."""

    day = DayField(label=_("Until which day"), help_text=_("Leave day and time empty to give no more time."))
    at = ClockField(label=_("Until what time"), help_text=_("Leave it empty for the end of that day."))

    def __init__(self, seat: Seat, data: Any = None) -> None:
        self.zone = ZoneInfo(seat.workshop.zone)
        until = seat.workshop.local(seat.extra_until)
        super().__init__(data, initial={"day": until.date(), "at": until.time()} if until else None)

    def clean(self) -> dict[str, Any]:
        """Return what was sent; a time without its day is neither a moment nor a no."""
        sent: dict[str, Any] = super().clean() or {}
        if sent.get("at") and not sent.get("day") and "day" not in self.errors:
            self.add_error(
                "day", _("Give the day too. To give no more time, leave day and time empty, both of them.")
            )
        return sent

    @property
    def until(self) -> datetime | None:
        """The moment that was sent, once the form is valid; ``None`` for no more time."""
        day = self.cleaned_data["day"]
        return datetime.combine(day, self.cleaned_data["at"] or END_OF_DAY, tzinfo=self.zone) if day else None
