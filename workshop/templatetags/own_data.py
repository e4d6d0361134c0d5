"""What a person takes along of their data, row by row, for the page in the file."""

from collections.abc import Mapping

from django import template
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def filled(row: Mapping[str, object]) -> list[tuple[str, str]]:
    """Return the names and values of a row that are not empty, in words; versions one below the other."""
    return [
        (name.replace("_", " "), _said(value))
        for name, value in row.items()
        if value not in ("", None, False, [])
    ]


def _said(value: object) -> str:
    if isinstance(value, list):
        return "\n".join(" ".join(str(part) for part in each.values()) for each in value)
    return _("yes") if value is True else str(value)
