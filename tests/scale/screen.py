"""A screen without a browser: it keeps to the live protocol, and polls whenever it has no socket."""

import http.client
import json
import random
import re
import threading
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode, urlsplit

from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

ANSWERED = re.compile(r"(\d+) of \d+ have answered")
TOKEN = "a" * 32
Answer = tuple[int, dict[str, str], str]


def ask(url: str, cookie: str = "", form: dict[str, Any] | None = None) -> Answer:
    """Make one request; return status, headers (their names in small letters) and body.

    Raises:
        OSError: nobody answered.
    """
    parts = urlsplit(url)
    line = http.client.HTTPConnection(parts.netloc, timeout=20)
    headers = {"Cookie": f"{cookie}; csrftoken={TOKEN}".lstrip("; ")}
    if form is not None:
        headers |= {"X-CSRFToken": TOKEN, "Origin": f"http://{parts.netloc}", "HX-Request": "true"}
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    body = None if form is None else urlencode(form, doseq=True)
    try:
        line.request("GET" if form is None else "POST", f"{parts.path}?{parts.query}", body, headers)
        answer = line.getresponse()
        return (
            answer.status,
            {name.lower(): value for name, value in answer.getheaders()},
            answer.read().decode(),
        )
    except http.client.HTTPException as reason:
        raise ConnectionResetError(str(reason)) from reason
    finally:
        line.close()


class Screen(threading.Thread):
    """One page's line.

    Attributes:
        answered: how many have answered, as it shows.
        is_open: whether a socket has said hello and was not closed since.
        pushes: how many pushes its sockets have brought.
        polls: how many times it asked because it had no socket.
        statuses: what its requests were answered with.
    """

    def __init__(self, url: str, door: str, cookie: str = "") -> None:
        super().__init__(daemon=True)
        self.url, self.door, self.cookie = url, door, cookie
        self.answered = self.held = -1
        self.is_open, self.over = False, threading.Event()
        self.pushes = self.polls = 0
        self.statuses: list[int] = []

    def run(self) -> None:
        """Keep a socket open, and poll in between."""
        while not self.over.is_set():
            with suppress(OSError, WebSocketException):
                self.listen()
            self.is_open = False
            self.polls += 1
            with suppress(OSError):
                self.fetch()
            self.over.wait(random.uniform(0.05, 0.3))

    def listen(self) -> None:
        """Hear one socket to its end."""
        headers = {"Origin": self.url} | ({"Cookie": self.cookie} if self.cookie else {})
        address = f"ws://{urlsplit(self.url).netloc}/ws{self.door}"
        with connect(address, additional_headers=headers) as line:
            while not self.over.is_set():
                with suppress(TimeoutError):
                    self.hear(json.loads(line.recv(0.5)))

    def hear(self, frame: dict[str, Any]) -> None:
        """Heed a frame as the page does."""
        kind, seq = frame["type"], frame.get("seq", self.held)
        self.is_open = kind != "bye"
        self.pushes += kind == "push"
        if kind == "push" and frame["since"] <= self.held < seq:
            self.held = seq
            self.show(frame["html"])
        elif seq != self.held and not (kind == "push" and seq < self.held):
            with suppress(OSError):
                self.fetch()

    def fetch(self) -> None:
        """Ask for the regions."""
        status, headers, body = ask(f"{self.url}{self.door}regions/?seq={self.held}", self.cookie)
        self.statuses.append(status)
        if status < 300:
            self.held = int(headers["x-roundel-seq"])
        self.show(body if status == 200 else "")

    def show(self, html: str) -> None:
        """Note what stands there."""
        if found := ANSWERED.findall(html):
            self.answered = int(found[-1])
