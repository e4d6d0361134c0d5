"""An address that only takes forms, opened by hand: a page that says so, and where to go."""

from collections.abc import Awaitable, Callable
from typing import cast

from asgiref.sync import iscoroutinefunction
from django.http import HttpRequest, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.decorators import sync_and_async_middleware

Handler = Callable[[HttpRequest], HttpResponseBase | Awaitable[HttpResponseBase]]


@sync_and_async_middleware
def explain(get_response: Handler) -> Handler:
    """Give the bare 405 of a form's address words for whoever loads it again, or opens it in another tab."""

    async def later(request: HttpRequest) -> HttpResponseBase:
        return _explained(request, await cast("Awaitable[HttpResponseBase]", get_response(request)))

    def now(request: HttpRequest) -> HttpResponseBase:
        return _explained(request, cast("HttpResponseBase", get_response(request)))

    return later if iscoroutinefunction(get_response) else now


def _explained(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    if request.method != "GET" or not isinstance(response, HttpResponseNotAllowed):
        return response
    parts = request.path.split("/")
    home = f"/w/{parts[2]}/" if parts[1] == "w" and len(parts) > 2 else "/"
    page = render(request, "405.html", {"home": home}, status=405)
    page.headers["Allow"] = response.headers["Allow"]
    return page
