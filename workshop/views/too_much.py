"""More than is taken at once: said in words, with how much is; what was typed stays in the browser's form."""

from urllib.parse import quote

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.defaults import bad_request

from .refusals import wants_json

STATUS = 413


def unread(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what was not read: 413 in plain words where it was too much, else the page for a 400.

    Called by Django. Nothing of what was sent is at hand, since it was not read.
    """
    if not isinstance(exception, RequestDataTooBig):
        return bad_request(request, exception)
    most = f"{(settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0) / 1_000_000:g} MB"
    says = _("At most %(most)s can be sent at once, so nothing was saved.") % {"most": most}
    kept = f"{says} {_('Your words are still here: shorten them, or send them in parts.')}"
    if wants_json(request):
        return JsonResponse({"message": kept, "state": "invalid"}, status=STATUS)
    if request.headers.get("HX-Request"):
        return HttpResponse(status=STATUS, headers={"X-Roundel-Refusal": quote(kept)})
    return render(request, "workshop/too_much.html", {"says": says}, status=STATUS)
