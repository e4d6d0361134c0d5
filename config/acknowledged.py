"""Tells a browser which of its forms arrived, so that it keeps no copy of words that are saved."""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

TOKEN = re.compile(r"[0-9a-f]{32}")
SECONDS = 600  # until the next page has read it


def acknowledge(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Name a form that was taken by a cookie of its own: ``_draft`` of the form, made by form-draft.js.

    What is refused has a status of 4xx, always; who is sent to sign in has not been heard. A view that only
    shows what would become of the words says so by ``heard`` of its response: they are the browser's to keep
    until they are taken. The cookie holds a random name that the browser chose, and nothing about anybody.
    """

    def acknowledged(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.method == "POST" and getattr(response, "heard", response.status_code < 400):
            token, goes_to = request.POST.get("_draft", ""), response.headers.get("Location", "")
            if TOKEN.fullmatch(token) and not goes_to.startswith(reverse(settings.LOGIN_URL)):
                name, secure = f"arrived-{token}", settings.SECURE
                response.set_cookie(name, "1", max_age=SECONDS, samesite="Lax", secure=secure)
        return response

    return acknowledged
