"""Walking through a workshop as somebody who reads all of it: page after page, wherever a link leads."""

import re
from collections import Counter
from collections.abc import Collection
from functools import cache
from html import unescape

from django.test import Client
from django.urls import resolve, reverse

from tests.views.permission_rows import ROWS
from tests.views.permissions import nothing
from workshop.models import Workshop

PAGES = sorted({row.name for row in ROWS if row.method == "get" and row.in_workshop and row.parts is nothing})
LINK = re.compile(r'\b(?:href|src)="(/w/[^"#]+)')
MOST = 2  # pages of one name: one card's page is like another's


def walked(browser: Client, workshop: Workshop, every: Collection[str] = ()) -> Counter[str]:
    """Return how many pages of each name showed something: those of the workshop, and what they link to.

    Args:
        every: names of which each page is another, so that no two of them stand for all.

    Raises:
        AssertionError: a page broke, or a link led to nothing.
    """
    shown: Counter[str] = Counter()
    waiting = [(reverse(name, kwargs={"slug": workshop.slug}), 500) for name in PAGES]
    known, named = {path for path, _least in waiting}, Counter(PAGES)
    while waiting:
        path, least = waiting.pop(0)
        answer = browser.get(path, follow=True)
        assert answer.status_code < least, (path, answer.status_code)
        if answer.status_code != 200:
            continue
        shown[_name(answer.request["PATH_INFO"])] += 1  # where it led
        for each in _links(answer.content, workshop):
            name = _name(each)
            if each not in known and (name in every or named[name] < MOST):
                known.add(each)
                named[name] += 1
                waiting.append((each, 400))
    return shown


def _links(content: bytes, workshop: Workshop) -> list[str]:
    found = map(unescape, LINK.findall(content.decode("utf-8", "ignore")))
    return [each for each in dict.fromkeys(found) if each.startswith(f"/w/{workshop.slug}/")]


@cache
def _name(path: str) -> str:
    return str(resolve(path.partition("?")[0]).url_name)
