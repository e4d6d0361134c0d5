"""A room with three fragments, and a line to it that loses, doubles, swaps and stops frames when told to."""

import json
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.template import engines
from django.urls import URLPattern, set_urlconf
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.sync.server import ServerConnection, serve

STATIC = Path(__file__).resolve().parent.parent.parent / "static"
POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'"
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
FRAGMENTS = ("stage", "tally", "comments")
PAGE = """{% extends "_base.html" %}{% block title %}Room{% endblock %}{% block colophon %}{% endblock %}
{% block scripts %}<script src="/boot.js" type="module"></script>{% endblock %}
{% block main %}<h1>Room</h1>{% include "workshop/live/_line.html" %}
{{ regions|safe }}<p><label for="note">Note</label> <input id="note"></p>
{% include "workshop/room/_pause.html" %}{% endblock %}"""
BOOT = """import { start } from "/static/js/live/page.js";
window.told = [];
document.addEventListener("roundel:live", (event) => window.told.push(...event.detail.ids));
window.room = start(document.getElementById("line"), SETTINGS);"""
SHORT = {"settle": 20, "poll": 60, "silence": 20000, "most": 100, "grace": 0, "look": 50}

urlpatterns: list[URLPattern] = []  # the page leads nowhere


class World:
    """What is true in the room, who listens, and how the line misbehaves.

    Attributes:
        mood: "well", "shut" (sockets close before they say hello), "mute" (they open and say nothing), "dead"
            (shut, and whoever asks for the regions gets none) or "ended" (closed for good).
        asked: how often a page fetched the regions.
        twins: texts to replace in the scripts that are served, to take a guard out; `taken` are those found.
        sent: bytes of regions that were sent in answers.
        settings: milliseconds for the page's module; none: the page starts as it is shipped.
    """

    def __init__(self, seed: int = 0) -> None:
        self.random = random.Random(seed)
        self.seq, self.values = 0, dict.fromkeys(FRAGMENTS, 0)
        self.mood, self.build, self.url = "well", "one", ""
        self.asked = self.joined = self.pages = self.sent = 0
        self.twins: dict[str, str] = {}
        self.taken: set[str] = set()
        self.settings: dict[str, int] | None = dict(SHORT)
        self.lines: list[ServerConnection] = []
        self.gate = threading.Event()
        self.gate.set()

    def html(self, *names: str) -> str:
        """Return fragments as they are now."""
        return "".join(
            f'<section id="live-{name}" data-announce="{name} {self.values[name]}.">'
            f"<p>{self.values[name]}</p>"
            f'<button type="button" id="{name}-button">{name}</button></section>'
            for name in names
        )

    def change(self, *names: str) -> str:
        """Change fragments; return the push that tells of it."""
        self.seq += 1
        for name in names:
            self.values[name] = self.seq
        return self.frame("push", since=self.seq - 1, html=self.html(*names))

    def frame(self, kind: str, **more: Any) -> str:
        """Return a frame with the number as it is now."""
        return json.dumps({"type": kind, "seq": self.seq, **more})

    def send(self, *frames: str) -> None:
        """Send frames to everybody who listens."""
        for line in list(self.lines):
            with suppress(ConnectionClosed):
                for frame in frames:
                    line.send(frame)

    def storm(self, changes: int) -> None:
        """Make changes over lines that lose one frame in five, and double and swap one in ten."""
        pushes = [
            self.change(*self.random.sample(FRAGMENTS, self.random.randint(1, 2))) for _ in range(changes)
        ]
        for line in list(self.lines):
            with suppress(ConnectionClosed):
                for frame in self.mangled(pushes):
                    line.send(frame)

    def mangled(self, frames: list[str]) -> list[str]:
        """Return frames as a bad line brings them."""
        kept = [frame for frame in frames if self.random.random() > 0.2]
        doubled = [frame for frame in kept for _ in range(1 + (self.random.random() < 0.1))]
        for n in range(1, len(doubled)):
            if self.random.random() < 0.1:
                doubled[n - 1], doubled[n] = doubled[n], doubled[n - 1]
        return doubled

    def serve_line(self, line: ServerConnection) -> None:
        """Be the server's end of one socket."""
        self.joined += 1
        if self.mood in ("shut", "dead", "ended"):
            return line.close(4403 if self.mood == "ended" else 1013)
        self.lines.append(line)
        if self.mood == "well":
            line.send(self.frame("hello", spread=0.01, build=self.build))
        with suppress(ConnectionClosed):
            line.recv()
        self.lines.remove(line)
        return None

    def cut(self) -> None:
        """Close every socket without a word."""
        for line in list(self.lines):
            line.close(1013)

    def answer(self, line: ServerConnection, request: Request) -> Response | None:
        """Answer over HTTP; sockets go on."""
        parts = urlsplit(request.path)
        if parts.path == "/ws/":
            return None
        if parts.path == "/regions/":
            return self.regions(parse_qs(parts.query).get("seq", [""])[0])
        if parts.path == "/boot.js":
            shipped = 'import "/static/js/elements/live.js";'
            boot = BOOT.replace("SETTINGS", json.dumps(self.settings)) if self.settings else shipped
            return response(200, boot.encode(), TYPES[".js"])
        return self.file(parts.path) if parts.path.startswith("/static/") else self.page()

    def regions(self, held: str) -> Response:
        """Answer with all fragments as they were when asked, once the gate is open."""
        self.asked += 1
        seq, html = str(self.seq), self.html(*FRAGMENTS)
        self.gate.wait(20)
        if self.mood == "ended":
            return response(404, b"", "text/html")
        if self.mood == "dead":
            return response(503, b"", "text/html")
        same = held == seq
        self.sent += 0 if same else len(html)
        return response(204 if same else 200, b"" if same else html.encode(), "text/html", seq)

    def file(self, path: str) -> Response:
        """Serve a static file, a twin's with its guard taken out."""
        found = STATIC / path.removeprefix("/static/")
        body = found.read_bytes()
        for old, new in self.twins.items() if found.suffix == ".js" else ():
            self.taken |= {old} if old.encode() in body else set()
            body = body.replace(old.encode(), new.encode())
        return response(200, body, TYPES.get(found.suffix, "text/plain"))

    def page(self) -> Response:
        """Serve the page as it is now."""
        self.pages += 1
        set_urlconf(__name__)
        live = {"socket": "/ws/", "regions": "/regions/", "seq": self.seq, "build": "one"}
        page = engines["django"].from_string(PAGE).render({"live": live, "regions": self.html(*FRAGMENTS)})
        return response(200, page.encode(), "text/html; charset=utf-8")


def response(status: int, body: bytes, kind: str, seq: str = "") -> Response:
    """Return an answer over HTTP."""
    headers = Headers({"Content-Type": kind, "Content-Length": str(len(body)), "Connection": "close"})
    headers["Content-Security-Policy"] = POLICY
    if seq:
        headers["X-Roundel-Seq"] = seq
    return Response(status, "", headers, body)


@contextmanager
def serving_world(seed: int = 0) -> Iterator[World]:
    """Serve a room until the block ends."""
    world = World(seed)
    with serve(world.serve_line, "127.0.0.1", 0, process_request=world.answer, close_timeout=0.2) as server:
        world.url = f"http://127.0.0.1:{server.socket.getsockname()[1]}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield world
        world.gate.set()
        server.shutdown()
        thread.join(10)
