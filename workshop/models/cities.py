"""The cities by whose names time zones are known, where another language has a name of its own for them."""

from django.utils.translation import gettext_lazy as _

NAMES = {
    "Athens": _("Athens"),
    "Brussels": _("Brussels"),
    "Dublin": _("Dublin"),
    "London": _("London"),
    "Rome": _("Rome"),
}


def city_of(zone: str) -> str:
    """Return the city of a time zone, in the language of the page: ``London`` of ``Europe/London``."""
    name = zone.rsplit("/", 1)[-1].replace("_", " ")
    return str(NAMES.get(name, name))
