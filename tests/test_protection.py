"""Headers, logs and sockets: what protects people on every page."""

import logging
from typing import Any, cast

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, override_settings

from config.origin import OwnOrigin, is_own
from config.redaction import RedactLinks, redact

TOKEN = "kx4Vq_canary-token"
SECRET_PATHS = [
    f"/link/{TOKEN}/",
    f"/screen/{TOKEN}/",
    f"/ws/screen/{TOKEN}/",
    f"/staff/{TOKEN}/",
    f"/password/reset/MQ/{TOKEN}/",
    f"/reset/MQ/{TOKEN}/",
]

WANTED = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}


def policy(client: Client) -> dict[str, str]:
    """Return the content security policy of a page, directive by directive."""
    text = client.get("/no-such-page/").headers["Content-Security-Policy"]
    return dict(part.strip().split(" ", 1) for part in text.split(";"))


@pytest.mark.django_db
def test_the_content_security_policy_allows_own_files_alone(client: Client) -> None:
    found = policy(client)
    assert found.pop("connect-src").startswith("'self' ws")
    assert found == {
        "default-src": "'self'",
        "base-uri": "'none'",
        "object-src": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "report-uri": "/reports/",
    }


@pytest.mark.django_db
def test_a_page_is_in_no_cache_and_its_address_goes_nowhere(client: Client) -> None:
    headers = client.get("/no-such-page/").headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "strict-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in headers["Permissions-Policy"]


def test_a_wrong_host_is_refused() -> None:
    assert Client().get("/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("path", SECRET_PATHS)
def test_a_personal_link_is_in_no_line_of_the_log(path: str) -> None:
    error = ValueError(f"broke at {path}")
    trouble = (ValueError, error, None)
    record = logging.LogRecord("x", logging.ERROR, "f", 1, "Not Found: %s %s", (path, {"at": path}), trouble)
    assert RedactLinks().filter(record)
    assert TOKEN not in logging.Formatter().format(record)
    assert "Not Found" in record.getMessage()


def test_an_ordinary_address_stays_readable_in_the_log() -> None:
    assert redact("GET /w/abcd/rounds/3/ballot/") == "GET /w/abcd/rounds/3/ballot/"


def test_every_handler_of_the_log_redacts() -> None:
    handlers = cast("dict[str, Any]", settings.LOGGING["handlers"])
    assert all(handler["filters"] == ["redact"] for handler in handlers.values())


def socket(origin: str | None, host: str = "127.0.0.1:8000", scheme: str = "ws") -> dict[str, Any]:
    """Return the scope of a websocket opened by a page of `origin`."""
    headers = [(b"host", host.encode())] + ([(b"origin", origin.encode())] if origin else [])
    return {"type": "websocket", "scheme": scheme, "headers": headers}


@pytest.mark.parametrize(
    ("scope", "own"),
    [
        (socket("http://127.0.0.1:8000"), True),
        (socket("http://localhost:8123", "localhost:8123"), True),
        (socket("https://localhost", "localhost", "wss"), True),
        (socket("https://127.0.0.1:8000"), False),
        (socket("http://127.0.0.1:9000"), False),
        (socket("http://evil.example"), False),
        (socket("http://evil.example", "evil.example"), False),
        (socket("null"), False),
        (socket(None), False),
    ],
)
def test_only_a_page_of_this_server_opens_a_socket(scope: dict[str, Any], own: bool) -> None:
    assert is_own(scope) is own


@override_settings(CSRF_TRUSTED_ORIGINS=["https://workshops.example.org"])
def test_the_public_address_opens_a_socket_behind_a_proxy() -> None:
    assert is_own(socket("https://workshops.example.org"))


async def test_a_foreign_socket_is_closed_before_it_opens() -> None:
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    async def inner(*_: Any) -> None:
        raise AssertionError("the socket was passed on")

    await OwnOrigin(inner)(socket("http://evil.example"), receive, send)
    assert [message["type"] for message in sent] == ["websocket.close"]


@pytest.mark.sqlite
@pytest.mark.django_db
def test_sqlite_syncs_every_commit_and_wipes_what_is_deleted() -> None:
    with connection.cursor() as cursor:
        found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in WANTED}
    assert found == WANTED
