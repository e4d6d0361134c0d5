"""A browser whose requests are gathered, as `config.gathering` gathers them; all else is as ever."""

from typing import Any

from django.core.handlers.wsgi import WSGIRequest
from django.http.response import HttpResponseBase
from django.test import Client
from django.test.client import ClientHandler

from workshop.views import regions, votes
from workshop.views.put_off import MAY_WAIT, PutOff


class GatheringHandler(ClientHandler):
    """Puts off what may wait, and answers it in groups of one, in the test's own transaction."""

    def get_response(self, request: Any) -> HttpResponseBase:
        """Return what the gathering server would answer."""
        request.scope = {MAY_WAIT: True}
        body = request.body if request.method == "POST" else b""
        response = super().get_response(request)
        if not isinstance(response, PutOff):
            return response
        kind: Any = votes if isinstance(response, votes.PutOffVote) else regions
        kind.answer_together([response])
        if isinstance(response.answer, HttpResponseBase):
            return response.answer
        return response.answer() if response.answer else super().get_response(again(request, body))


def again(request: WSGIRequest, body: bytes) -> WSGIRequest:
    """Return the request as it came, for the long way."""
    fresh = WSGIRequest(request.environ)
    fresh._body = body  # the stream is spent
    fresh._dont_enforce_csrf_checks = request._dont_enforce_csrf_checks  # type: ignore[attr-defined]
    return fresh


class GatheringClient(Client):
    """A browser on a server that gathers."""

    def __init__(self, enforce_csrf_checks: bool = False, **more: Any) -> None:
        super().__init__(enforce_csrf_checks=enforce_csrf_checks, **more)
        self.handler = GatheringHandler(enforce_csrf_checks)
