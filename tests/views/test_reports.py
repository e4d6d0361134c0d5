"""What a browser refused is counted in the log by rule and page; nothing else of it is kept."""

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.http import HttpResponse
from django.test import Client

from workshop.views.reports import MOST, REPORTS

pytestmark = pytest.mark.django_db
SECRET = "kx4Vq-canary-token"
OLD = {
    "csp-report": {
        "document-uri": f"http://testserver/link/{SECRET}/",
        "effective-directive": "script-src-elem",
        "blocked-uri": f"https://evil.example/{SECRET}.js",
        "script-sample": SECRET,
    }
}
NEW = [
    {
        "type": "csp-violation",
        "body": {
            "documentURL": "http://testserver/w/abcd/room/",
            "effectiveDirective": "style-src",
            "blockedURL": "inline",
        },
    }
]


@pytest.fixture(autouse=True)
def _nothing_counted() -> Iterator[None]:
    REPORTS.counts.storage.reset()
    yield
    REPORTS.counts.storage.reset()


def send(report: Any, kind: str = "application/csp-report") -> HttpResponse:
    body = report if isinstance(report, bytes) else json.dumps(report).encode()
    return Client(enforce_csrf_checks=True).post("/reports/", body, content_type=kind)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("report", "line"),
    [
        (OLD, "refused something under script-src-elem on the page link: from elsewhere."),
        (NEW, "refused something under style-src on the page room: inline."),
    ],
)
def test_a_report_is_counted_without_addresses_and_words(
    report: Any, line: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    assert send(report).status_code == 204
    assert line in caplog.text
    assert SECRET not in caplog.text
    assert "abcd" not in caplog.text


ODD = [b"", b"\xff", b"[1]", b"{}", b'{"csp-report": 3}', b"[[]]", b'"x"', b"[" * MOST, b'{"a":' * 3000]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd[:20])
def test_what_is_no_report_is_no_line_and_no_fault(odd: bytes, caplog: pytest.LogCaptureFixture) -> None:
    assert send(odd).status_code == 204
    assert "refused" not in caplog.text


def test_no_word_of_a_report_gets_into_a_line(caplog: pytest.LogCaptureFixture) -> None:
    words = {"effective-directive": "x\nFAKE line", "document-uri": "http://[", "blocked-uri": "http://["}
    assert send({"csp-report": words}).status_code == 204
    assert "under an unknown rule on the page of no address here: from elsewhere" in caplog.text
    assert "FAKE" not in caplog.text


def test_a_long_report_is_refused() -> None:
    assert send(b"x" * (MOST + 1)).status_code == 413


def test_too_many_reports_are_refused_and_write_no_line(caplog: pytest.LogCaptureFixture) -> None:
    found = [send(OLD).status_code for _ in range(61)]
    assert (found.count(204), found[-1]) == (60, 429)
    assert caplog.text.count("refused something") == 60


def test_a_report_writes_no_row() -> None:
    models = list(apps.get_models())
    before = [model._default_manager.count() for model in models]
    send(OLD)
    assert [model._default_manager.count() for model in models] == before
