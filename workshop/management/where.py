"""For which address a command wrote its links: it knows the settings alone, not how a server was started."""

from django.conf import settings


def said_where() -> str:
    """Return the sentence that says so, and how the address is changed."""
    return (
        f"Links are for {settings.SITE_URL}. Is Roundel at another address? Then set PORT or SITE_URL in "
        ".env and run this again: what a server was started with alone is not known here."
    )
