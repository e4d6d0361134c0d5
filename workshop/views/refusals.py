"""A refusal as an answer: a page, a fragment or JSON, always in plain English and with its status."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render

from workshop.models import Forbidden, Refusal, Seat

# Fields that hold somebody's words; also `text-` and more after it.
WORDS = ("text", "subject", "body", "why", "question", "title", "summary", "reason")


def wants_json(request: HttpRequest) -> bool:
    """Whether the browser's module asked, not a person's form."""
    return "application/json" in request.headers.get("Accept", "")


def typed_in(sent: QueryDict) -> list[str]:
    """Return the words that a form has, to be shown again: what was typed is never lost."""
    return [each.value.strip() for each in all_sent(sent) if each.is_words]


@dataclass(frozen=True)
class Sent:
    """One field of a form as it arrived, and whether somebody's words are in it."""

    name: str
    value: str
    is_words: bool


def all_sent(sent: QueryDict) -> list[Sent]:
    """Return every field of a form in its order, but for its token: sent again, it is the same form."""
    pairs = [(name, str(each)) for name, values in sent.lists() for each in values]
    return [
        Sent(name, each, name.partition("-")[0] in WORDS and bool(each.strip()))
        for name, each in pairs
        if name != "csrfmiddlewaretoken"
    ]


def refused(request: HttpRequest, refusal: Refusal, *, seat: Seat | None = None) -> HttpResponse:
    """Return the answer for a refusal. A page shows what was typed, so that it can be copied.

    JSON has ``message``, ``state`` (the kind of refusal in lower case) and what the refusal carries.
    """
    if wants_json(request):
        state = type(refusal).__name__.lower()
        facts = {"message": refusal.message, "state": state, **refusal.data}
        return JsonResponse(facts, status=refusal.status)
    htmx = bool(request.headers.get("HX-Request"))
    template = "workshop/parts/_refusal.html" if htmx else "workshop/refusal.html"
    context: dict[str, Any] = {"refusal": refusal, "seat": seat, "workshop": seat.workshop if seat else None}
    context |= {"words": typed_in(request.POST), "sent": all_sent(request.POST)}
    page = render(request, template, context, status=refusal.status)
    if not htmx:
        return page
    page.headers["HX-Push-Url"] = "false"  # the person stays where they are
    return said_beside(page, refusal.message)


def said_beside(part: HttpResponse, message: str) -> HttpResponse:
    """Let an answer that is forbidden, which htmx puts nowhere (`htmx-config`), say why beside the press."""
    if part.status_code == Forbidden.status:
        part.headers["X-Roundel-Refusal"] = quote(message)  # read by elements/offline.js
    return part
