"""What this server promises to everybody: ten promises, the privacy notice, the accessibility statement."""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import number_format
from django.views.decorators.http import require_safe

from config.promise_figures import in_words
from config.promises import PROMISES, last_figures


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
        "notices": settings.NOTICES.in_the_language_of_the_page(),
        "site": settings.SITE_URL,
        "welsh": settings.WELSH,
        "retain_days": settings.RETAIN_DAYS,
        "backup_days": settings.BACKUP_DAYS,
    }


@require_safe
def promises(request: HttpRequest) -> HttpResponse:
    """Show the ten promises with the figures that were measured last."""
    rows: dict[str, dict[str, Any]] = last_figures().get("promises", {})
    facts = []
    for n, promise in enumerate(PROMISES, start=1):
        row = rows.get(str(n))
        day = date.fromisoformat(row["measured"]) if row else None
        figures = [(in_words(name), _grouped(value)) for name, value in row["figures"].items()] if row else []
        one = {"says": promise.says, "means": promise.means, "row": row, "day": day, "figures": figures}
        facts.append(one)
    return render(request, "workshop/notices/promises.html", {"promises": facts})


def _grouped(value: float) -> str:
    """Return a number as it is read: 126,558,416."""
    return number_format(value, force_grouping=True)
