"""Fields for words, days, times, numbers and time zones, each with its refusal in plain words."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from workshop.models import clean_line, clean_text
from workshop.models.text import over_limit

from .zones import zones


class AgainForm(forms.Form):
    """A form that may be shown again with a newer base than the one it was sent with."""

    data: Any

    def put(self, name: str, value: Any) -> None:
        """Give a hidden field another value, for when the form is sent again."""
        self.data = self.data.copy()
        self.data[name] = value


def choices_of(form: forms.Form, name: str) -> forms.ChoiceField:
    """Return the field of a form whose choices are only known once there is a workshop.

    Raises:
        TypeError: it is no field with choices.
    """
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        return field
    raise TypeError(f"{name} offers no choices")


class WordsField(forms.CharField):
    """Words of at most ``limit`` characters; what is too long is refused and stays in its box.

    Args:
        limit: the most characters (Unicode code points) after cleaning.
        rows: how many lines the box shows; 0 is a single line, in which line breaks become spaces.
    """

    default_error_messages = {"required": _("This is empty. Write something, then save again.")}

    def __init__(self, *, limit: int, rows: int = 0, **more: Any) -> None:
        self.limit, self.rows = limit, rows
        attrs: dict[str, Any] = {"data-limit": limit}
        widget = forms.Textarea(attrs | {"rows": rows}) if rows else forms.TextInput(attrs)
        super().__init__(widget=widget, strip=False, **more)

    def to_python(self, value: Any) -> str:
        """Return the cleaned words."""
        text = super().to_python(value) or ""
        return clean_text(text) if self.rows else clean_line(text)

    def validate(self, value: str) -> None:
        """Refuse what is too long, or empty though required."""
        super().validate(value)
        if len(value) > self.limit:
            raise ValidationError(over_limit(len(value) - self.limit, self.limit))


class ZoneField(forms.ChoiceField):
    """A time zone, chosen from the list of ``zones``."""

    default_error_messages = {"invalid_choice": _("Choose a time zone from the list, such as London.")}

    def __init__(self, **more: Any) -> None:
        super().__init__(choices=zones, **more)

    def keep(self, zone: str) -> None:
        """Offer the zone that is stored too, by whatever name."""
        self.choices = zones(zone)


class DayField(forms.DateField):
    """A date, as the browser's own picker sends it or as people here write it."""

    default_error_messages = {"invalid": _("Write the date as day, month and year, such as 9/2/2027.")}

    def __init__(self, **more: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        formats = ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y"]
        super().__init__(widget=widget, input_formats=formats, required=False, **more)


class ClockField(forms.TimeField):
    """A time of day, to the minute.

    Args:
        mark: what stands beside the label in the place of "(optional)".
    """

    default_error_messages = {"invalid": _("Write the time with hours and minutes, such as 14:30.")}

    def __init__(self, *, mark: Any = "", **more: Any) -> None:
        self.mark = mark
        widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
        super().__init__(widget=widget, input_formats=["%H:%M", "%H:%M:%S", "%H.%M"], required=False, **more)


class NumberField(forms.IntegerField):
    """A whole number between two others."""

    def clean(self, value: Any) -> Any:
        """Return the number, or say between which two it must lie."""
        try:
            return super().clean(value)
        except ValidationError:
            wrong = _t("Write a whole number from %(least)s to %(most)s.")
            raise ValidationError(wrong % {"least": self.min_value, "most": self.max_value}) from None
