"""Where a form goes on to, and the addresses that people are given."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from workshop.models import Workshop


def next_in(request: HttpRequest, workshop: Workshop, default: str = "workshop") -> str:
    """Return where to go on: the ``next`` of the form if it is a page of this workshop, else ``default``.

    Args:
        default: the name of an address that takes only the workshop's slug.
    """
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    own = wanted.startswith(f"/w/{workshop.slug}/") and url_has_allowed_host_and_scheme(wanted, None)
    return wanted if own else reverse(default, kwargs={"slug": workshop.slug})
