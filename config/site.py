"""The whole address of a page, to be given away: what it begins with is a setting."""

from django.conf import settings
from django.urls import reverse


def absolute(name: str, *args: str) -> str:
    """Return the whole address of a page by its name, and what its address takes, in order."""
    return f"{settings.SITE_URL}{reverse(name, args=args)}"
