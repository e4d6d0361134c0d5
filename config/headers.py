"""Headers that every dynamic page carries."""

from collections.abc import Awaitable, Callable
from functools import cache
from typing import cast

from asgiref.sync import iscoroutinefunction
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.decorators import sync_and_async_middleware

type_of_handler = Callable[[HttpRequest], HttpResponseBase | Awaitable[HttpResponseBase]]


@sync_and_async_middleware
def on_every_page(get_response: type_of_handler) -> type_of_handler:
    """Keep pages out of every cache and say what a browser may load, unless a view says otherwise.

    The policy is the same for every page, so it is written once; django-csp's own middleware writes it for
    each. Static files are answered before this.
    """

    async def later(request: HttpRequest) -> HttpResponseBase:
        return _marked(await cast("Awaitable[HttpResponseBase]", get_response(request)))

    def now(request: HttpRequest) -> HttpResponseBase:
        return _marked(cast("HttpResponseBase", get_response(request)))

    return later if iscoroutinefunction(get_response) else now


def _marked(response: HttpResponseBase) -> HttpResponseBase:
    response.headers.setdefault("Cache-Control", "no-store")
    if not (
        settings.DEBUG and response.status_code in (404, 500)
    ):  # Django's own pages bring their style along
        response.headers.setdefault("Content-Security-Policy", _policy())
    return response


@cache
def _policy() -> str:
    return build_policy()
