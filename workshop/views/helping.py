"""Help: one public page, the same for everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show how things work, for those who take part and for those who facilitate."""
    return render(request, "workshop/help/page.html")
