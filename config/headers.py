"""Headers that every dynamic page carries."""

from collections.abc import Awaitable, Callable
from typing import cast

from asgiref.sync import iscoroutinefunction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.decorators import sync_and_async_middleware

type_of_handler = Callable[[HttpRequest], HttpResponseBase | Awaitable[HttpResponseBase]]


@sync_and_async_middleware
def no_store(get_response: type_of_handler) -> type_of_handler:
    """Keep pages out of every cache, unless a view says otherwise; static files are answered before this."""

    async def later(request: HttpRequest) -> HttpResponseBase:
        return _marked(await cast("Awaitable[HttpResponseBase]", get_response(request)))

    def now(request: HttpRequest) -> HttpResponseBase:
        return _marked(cast("HttpResponseBase", get_response(request)))

    return later if iscoroutinefunction(get_response) else now


def _marked(response: HttpResponseBase) -> HttpResponseBase:
    response.headers.setdefault("Cache-Control", "no-store")
    return response
