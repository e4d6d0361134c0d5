"""Asking the same of a vote that comes alone and of one that is gathered with others: they must agree."""

import re
from typing import Any

from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.doors import GatheringClient
from tests.stagecraft import HTMX, uids
from tests.support import House, client_of
from workshop.models import Seat

TOKEN = "a" * 32
# Masked tokens, uids of what a form makes, the server's clock.
RANDOM = re.compile(r'\b[A-Za-z0-9]{64}\b|value="[\w-]{36}"|data-now="[^"]*"')


def cookies_of(seat: Seat) -> dict[str, str]:
    """Return the cookies of somebody's browser."""
    cookies = client_of(seat).cookies
    return {name: cookie.value for name, cookie in cookies.items()} | {settings.CSRF_COOKIE_NAME: TOKEN}


def both(house: House, cookies: dict[str, str], number: int = 2, **post: Any) -> int:
    """Ask both doors the same; they must agree to the byte. Return the status."""
    address = reverse("ballot", kwargs={"slug": house.workshop.slug, "number": number})
    post.setdefault("headers", {**HTMX, "X-CSRFToken": TOKEN})
    post.setdefault("data", {"card": uids(house, 2, 4)})
    alone = ask(Client, cookies, address, **post)
    assert ask(GatheringClient, cookies, address, **post) == alone
    return alone[0]


def ask(kind: type[Client], cookies: dict[str, str], address: str, **post: Any) -> tuple[int, Any, str]:
    """Send a vote through one of the doors; return its status, headers and body, without what is random."""
    browser = kind(enforce_csrf_checks=True)
    for name, value in cookies.items():
        browser.cookies[name] = value
    answer: Any = browser.post(address, **post)
    assert int(answer["Content-Length"]) == len(answer.content)
    headers = {name: value for name, value in answer.items() if name not in ("Vary", "Content-Length")}
    return answer.status_code, headers, RANDOM.sub("", answer.content.decode())
