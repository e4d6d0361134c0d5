"""When the database takes nothing: no room, locked, read only, away. Said in words, with what was typed."""

import sys
from dataclasses import dataclass
from urllib.parse import quote

from django.db import DatabaseError, Error, InterfaceError
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.defaults import server_error

from .refusals import typed_in, wants_json

# What SQLite says, and PostgreSQL's classes of errors.
FULL = ("database or disk is full",)
BUSY = ("is locked",)
STUCK = ("readonly database", "disk i/o error", "unable to open database file")
FULL_STATES = ("53100", "53200")
BUSY_STATES = ("40001", "40P01", "55P03", "57014")
AWAY_STATES = ("08", "53300", "57P", "25006")
NOT_TYPED = ("csrfmiddlewaretoken", "next", "seen", "was")


@dataclass(frozen=True)
class Trouble:
    """Why nothing was saved.

    Attributes:
        status: of the answer.
        wait: seconds after which the browser may try again.
    """

    status: int
    wait: int
    says: Promise


NO_ROOM = Trouble(507, 30, _("The server has no room left."))
IN_USE = Trouble(503, 3, _("The server is busy with something else just now."))
AWAY = Trouble(503, 10, _("The server cannot reach or change its database just now."))


def trouble_in(error: BaseException | None) -> Trouble | None:
    """Return what is the matter with the database; ``None`` if it is not that, but a fault of ours."""
    if not isinstance(error, Error):
        return None
    said, state = str(error).lower(), getattr(error.__cause__, "sqlstate", None) or ""
    if state.startswith(FULL_STATES) or any(each in said for each in FULL):
        return NO_ROOM
    if state.startswith(BUSY_STATES) or any(each in said for each in BUSY):
        return IN_USE
    lost = isinstance(error, InterfaceError) or (not state and _has_no_line(error))
    return AWAY if lost or state.startswith(AWAY_STATES) or any(each in said for each in STUCK) else None


def _has_no_line(error: Error) -> bool:
    """Whether the driver gave up on PostgreSQL before that could say anything."""
    cause = error.__cause__
    return (
        isinstance(error, DatabaseError)
        and type(cause).__module__.startswith("psycopg")
        and _is_operational(cause)
    )


def _is_operational(cause: BaseException | None) -> bool:
    return any(each.__name__ == "OperationalError" for each in type(cause).__mro__)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer an error: 507 or 503 in plain words where the database takes nothing, else the page for a 500.

    Called by Django while the error is being handled. Nothing here asks the database.
    """
    trouble = trouble_in(sys.exc_info()[1])
    if trouble is None:
        return server_error(request)
    response = _answer(request, trouble)
    response.headers["Retry-After"] = str(trouble.wait)
    return response


def _answer(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    if wants_json(request):
        says = f"{_('Not saved.')} {trouble.says} {_('It is kept on this device.')}"
        return JsonResponse({"message": says, "state": "unsaved"}, status=trouble.status)
    if request.headers.get("HX-Request"):
        says = f"{_('Not saved.')} {trouble.says} {_('What you wrote is still here. Try again in a minute.')}"
        return HttpResponse(status=trouble.status, headers={"X-Roundel-Refusal": quote(says)})
    words = words_in(request.POST) if request.method == "POST" else []
    facts = {"trouble": trouble, "words": words, "sent": request.method == "POST"}
    return render(request, "workshop/trouble.html", facts, status=trouble.status)


def words_in(sent: QueryDict) -> list[str]:
    """Return all that a person may have typed, in a form of any kind, without passwords and hidden marks."""
    typed = [(name, str(each).strip()) for name, each in sent.items() if "password" not in name]
    shown = [(name, each) for name, each in typed if name.partition("-")[0] not in NOT_TYPED]
    return list(dict.fromkeys([*typed_in(sent), *(each for _name, each in shown if len(each.split()) > 1)]))
