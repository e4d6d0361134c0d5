"""What every page is watched for while a browser test drives it."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response

AXE = Path(__file__).resolve().parent.parent / "vendor" / "axe" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What the browser says for each refusal that a test provokes; static files are watched apart.
EXPECTED = ("Failed to load resource", "htmx: htmx:error: Failed to fetch")
# What a page meets when a test takes the line away, or the server.
GONE = ("net::ERR_INTERNET_DISCONNECTED", "net::ERR_CONNECTION_REFUSED", "net::ERR_CONNECTION_RESET")


class Watch:
    """Collects what no page may do: errors, breaches of the security policy, requests to another origin."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.troubles: list[str] = []

    def follow(self, page: Page) -> None:
        """Listen to a page and its sockets from now on."""
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        page.on("request", self._asked)
        page.on("response", self._answered)
        page.on("websocket", lambda socket: self._address(socket.url))

    def _said(self, message: ConsoleMessage) -> None:
        ours = bool(message.location["url"])  # a test's own scripts have none; axe tries inline styles
        expected = message.text.startswith(EXPECTED) or any(each in message.text for each in GONE)
        if ours and message.type == "error" and not expected:
            self.troubles.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        self._address(request.url)

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and urlsplit(response.url).path.startswith("/static/"):
            self.troubles.append(f"missing: {response.url}")

    def _address(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != urlsplit(self.origin).netloc:
            self.troubles.append(f"another origin: {url}")


def axe_violations(page: Page) -> list[str]:
    """Return what axe finds on the page as it stands, one line for each rule and place."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"], "preload": False}
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{rule['id']}: {node['html'][:160]} ({node['failureSummary']})"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def assert_no_axe_violations(page: Page) -> None:
    """Fail with all that axe finds on the page as it stands.

    Raises:
        AssertionError: axe found something.
    """
    found = axe_violations(page)
    assert not found, "\n".join([page.url, *found])
