"""What a browser refused on a page under the content security policy: counted in the log, kept nowhere.

A page of Roundel gives a browser nothing to refuse. A report means that words became markup, or that an
extension of the browser meddles. The log gets the rule, the name of the page and the kind of thing, each from
closed lists: no address, no words of the report.
"""

import json
import logging
import re
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .throttle import Throttle

log = logging.getLogger("workshop.reports")
MOST = 16_384  # bytes: a browser's report takes one or two thousand
REPORTS = Throttle("reports", pair="60/minute", account="1000/hour")
DIRECTIVE = re.compile(r"[a-z]+(?:-[a-z]+){1,3}")
KINDS = ("inline", "eval", "data", "blob")


@csrf_exempt  # a browser sends it by itself, without a token; it changes nothing
@require_POST
def reports(request: HttpRequest) -> HttpResponse:
    """Count a report in the log; refuse a long one, and too many of them."""
    if len(request.body) > MOST:
        return HttpResponse(status=413)
    if REPORTS.wait(request, "all"):
        return HttpResponse(status=429)
    REPORTS.failed(request, "all")
    for found in _found_in(request.body):
        log.warning(
            "A browser refused something under %s on the page %s: %s.",
            _directive(found),
            _page(found),
            _thing(found, request.get_host()),
        )
    return HttpResponse(status=204)


def _found_in(body: bytes) -> list[dict[str, Any]]:
    """Return the reports in a body, in either form that browsers send; none where it is neither."""
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):  # the second is what thousands of brackets come to
        return []
    bodies = [read.get("csp-report")] if isinstance(read, dict) else _bodies(read)
    return [each for each in bodies if isinstance(each, dict)][:10]


def _bodies(read: object) -> list[Any]:
    many = read if isinstance(read, list) else []
    return [each.get("body") for each in many if isinstance(each, dict)]


def _word(found: dict[str, Any], *names: str) -> str:
    return next((str(found[name]) for name in names if found.get(name)), "")


def _directive(found: dict[str, Any]) -> str:
    name = _word(found, "effective-directive", "effectiveDirective", "violated-directive").split(" ")[0]
    return name if len(name) < 40 and DIRECTIVE.fullmatch(name) else "an unknown rule"


def _page(found: dict[str, Any]) -> str:
    """Return the name that an address has here: neither the workshop's nor a link's part of it."""
    try:
        return resolve(urlsplit(_word(found, "document-uri", "documentURL")).path).url_name or "unnamed"
    except (Resolver404, ValueError):
        return "of no address here"


def _thing(found: dict[str, Any], host: str) -> str:
    """Return the kind of thing that was refused, in a word or two."""
    blocked = _word(found, "blocked-uri", "blockedURL")
    kind = blocked.partition(":")[0]
    if kind in KINDS:
        return kind
    try:
        return "of this server" if urlsplit(blocked).netloc == host else "from elsewhere"
    except ValueError:
        return "from elsewhere"
