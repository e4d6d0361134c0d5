"""What this server promises to everybody: the privacy notice and the accessibility statement."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Show what is kept about people here, why, how long, and what they can do about it."""
    return render(request, "workshop/notices/privacy.html", _facts())


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Show how accessible Roundel is, what is known to be amiss, and whom to ask."""
    return render(request, "workshop/notices/accessibility.html", _facts())


def _facts() -> dict[str, object]:
    return {
        "notices": settings.NOTICES,
        "site": settings.SITE_URL,
        "retain_days": settings.RETAIN_DAYS,
        "backup_days": settings.BACKUP_DAYS,
    }
