"""Whether letters leave this server."""

from django.conf import settings

KEPT_HERE = {"console", "dummy", "filebased"}  # of Django's backends: nobody is written to by them


def sends_mail() -> bool:
    """Return whether a letter goes to whom it is for, as far as the settings tell."""
    return settings.EMAIL_BACKEND.split(".")[-2] not in KEPT_HERE
