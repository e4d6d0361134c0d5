"""Answers put off: the middlewares have done their part, the view's is done for many at once.

A server that gathers requests (`config.gathering`) says so in their scope. Then a view that may wait gives an
answer that is put off, and the server has all of a kind answered together; one that gets no answer goes the
long way, whole.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

MAY_WAIT = "roundel.may_wait"  # in the scope of a request whose server gathers
View = Callable[..., HttpResponseBase]
Work = Callable[[], HttpResponseBase]  # makes an answer that costs something, on a thread for pages


class PutOff(HttpResponse):
    """An answer as yet unsaid; ``answer`` is the response or what makes it, until then ``None``."""

    answer: HttpResponseBase | Work | None = None

    def __init__(self, request: HttpRequest) -> None:
        super().__init__()
        self.request = request

    def say(self, html: str | bytes) -> HttpResponse:
        """Become an answer with this content."""
        self.content = html
        self.headers["Content-Length"] = str(len(self.content))
        return self


def may_be_put_off(method: str, kind: Callable[..., PutOff]) -> Callable[[View], View]:
    """Let a server that gathers have requests of a method put off.

    Args:
        method: the method in capitals.
        kind: makes the answer that waits, of the request and what its address says.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def putting_off(request: HttpRequest, **address: Any) -> HttpResponseBase:
            if request.method == method and MAY_WAIT in getattr(request, "scope", {}):
                return kind(request, **address)
            return view(request, **address)

        return putting_off

    return decorate
