"""A page with one autosaved field and the server it saves to, small enough to be made to fail at will."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from django.template import engines
from django.urls import URLPattern, set_urlconf
from django.utils.html import escape
from playwright.sync_api import Page

STATIC = Path(__file__).resolve().parent.parent.parent / "static"
POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'"
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
PAGE = """{% extends "_base.html" %}{% block title %}Desk{% endblock %}{% block colophon %}{% endblock %}
{% block main %}<h1>Desk</h1>
<div class="field" data-autosave="/save/" data-rev="REV"><label for="text">Your comment</label>
<textarea id="text" name="text" rows="3" data-limit="40">TEXT</textarea>
<div class="field__foot">{% include "workshop/parts/_save.html" %}</div></div>
<form action="/away/" method="post" data-sign-out><button class="button">Sign out</button></form>
<form action="/away/" method="post" data-confirm="Delete it?" data-confirm-text="It is gone for good."
 data-confirm-button="Delete it"><button class="button">Delete</button></form>
<p><time datetime="2027-02-09T10:00+00:00" data-zone="Europe/London" data-local>10:00</time></p>
{% include "workshop/parts/_copy.html" with id="link" label="Your link" value="https://example.org/x" %}
{% endblock %}"""

urlpatterns: list[URLPattern] = []  # the page leads nowhere
AWAY = b"<!doctype html><html lang=en><title>Away</title><h1>Away</h1>"


class Desk:
    """What the server holds, and how it misbehaves.

    Attributes:
        mood: "well", "down" (503 to every save), "away" (the sign-in page), "out" (no seat), or "closed".
        posts: each save and choice that arrived, in order.
    """

    def __init__(self) -> None:
        self.text, self.rev, self.mood, self.url = "", 3, "well", ""
        self.posts: list[dict[str, str]] = []
        self.saved: list[str] = []
        self.mine = ""
        self.gate = threading.Event()
        self.gate.set()

    def page(self) -> str:
        """Return the page with what the server holds."""
        set_urlconf(__name__)
        source = PAGE.replace("REV", str(self.rev)).replace("TEXT", escape(self.text))
        return engines["django"].from_string(source).render({})

    def answer(self, path: str, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """Keep the promise of every autosaved field; return a status and JSON."""
        self.posts.append(form)
        self.gate.wait(20)
        if self.mood != "well":
            return self._moody()
        return self._choose(form["keep"], int(form["rev"])) if path == "/choice/" else self._save(form)

    def _moody(self) -> tuple[int, dict[str, Any]]:
        if self.mood == "closed":
            return 409, {"state": "closed", "message": "The pack closed at 10:42."}
        if self.mood == "asked":
            more = {"unsaved": "Your words are kept on this device.", "link": "Read it and answer"}
            return 403, {"state": "forbidden", "message": "No.", "page": "/information/", **more}
        if self.mood == "out":
            return 404, {"state": "signed-out", "message": "Open your personal link again."}
        return (302, {}) if self.mood == "away" else (503, {})

    def _save(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        text, rev = form["text"].replace("\r\n", "\n").strip(), int(form["rev"])
        if "forbidden" in text:
            return 422, {"message": "That word cannot be kept.", "errors": {"text": ["Leave it out."]}}
        if text != self.text and rev != self.rev:
            self.mine = text
            return self._both("")
        return self._keep(text)

    def _both(self, message: str) -> tuple[int, dict[str, Any]]:
        both = {"theirs": self.text, "mine": self.mine, "message": message, "resolve": "/choice/"}
        return 409, {"state": "conflict", "rev": self.rev, **both}

    def _choose(self, keep: str, rev: int) -> tuple[int, dict[str, Any]]:
        if rev != self.rev:
            return self._both("Look again, then choose.")
        both = f"{self.mine}\n\n{self.text}"
        status, kept = self._keep({"mine": self.mine, "theirs": self.text, "both": both}[keep])
        return status, {**kept, "text": self.text}

    def _keep(self, text: str) -> tuple[int, dict[str, Any]]:
        if text != self.text:
            self.text, self.rev = text, self.rev + 1
            self.saved.append(text)
        return 200, {"rev": self.rev, "saved_at": "2026-03-05T14:06:00+00:00"}


class Handler(BaseHTTPRequestHandler):
    """Serves the page, the static files and the answers of a desk."""

    desk: Desk

    def do_GET(self) -> None:
        """Serve the page, or a static file."""
        path = self.path.split("?")[0]
        if not path.startswith("/static/"):
            return self._send(200, "text/html; charset=utf-8", self.desk.page().encode())
        found = STATIC / path.removeprefix("/static/")
        return self._send(200, TYPES[found.suffix], found.read_bytes())

    def do_POST(self) -> None:
        """Answer a save, a choice, or a form that leads away."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = dict(parse_qsl(body, keep_blank_values=True))
        if self.path == "/away/":
            self.desk.posts.append({"away": "1", **form})
            return self._send(200, "text/html", AWAY)
        status, answer = self.desk.answer(self.path, form)
        return self._send(status, "application/json", json.dumps(answer).encode())

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/sign-in/")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words: object) -> None:
        """Stay quiet."""


@contextmanager
def desk_in_hand(open_page: Callable[..., Page]) -> Iterator[Page]:
    """Open a desk, with the page's clock in the test's hands."""
    with serving_desk() as desk:
        page = open_page(desk.url)
        page.clock.install()
        page.clock.pause_at("2100-01-01")
        yield page


@contextmanager
def serving_desk() -> Iterator[Desk]:
    """Serve a desk until the block ends."""
    desk = Desk()
    handler = type("DeskHandler", (Handler,), {"desk": desk})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    desk.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield desk
    desk.gate.set()
    server.shutdown()
    server.server_close()
