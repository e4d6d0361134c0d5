"""A bad line between a page and Roundel: it loses, doubles and swaps frames, falls silent, and is cut."""

import random
import re
from collections import Counter

from playwright.sync_api import BrowserContext, Route, WebSocketRoute

SOCKETS = re.compile(r"/ws/")
STARTER, KEEPER = re.compile(r"/js/elements/live\."), re.compile(r"/js/live/keeper\.")
START = "start(element)"
SHORT = "(window.room = start(element, {silence: 2500, most: 800, poll: 400, grace: 0}))"  # milliseconds
LOST, DOUBLED, SWAPPED, STOPPED, CUT = 0.2, 0.1, 0.1, 0.02, 0.02


class BadLine:
    """What lies between one page's sockets and the server, whenever it opens one.

    Attributes:
        did: how often it did what.
        loses_all: whether no push gets through at all; beats do.
        twins: texts to replace in `keeper.js` from the next load on, to take a guard out.
    """

    def __init__(self, context: BrowserContext) -> None:
        self.random, self.did = random.Random(0), Counter[str]()
        self.is_bad = self.loses_all = False
        self.twins: dict[str, str] = {}
        context.route_web_socket(SOCKETS, self.follow)
        context.route(STARTER, lambda route: replaced(route, {START: SHORT}))
        context.route(KEEPER, lambda route: replaced(route, self.twins))

    def follow(self, page: WebSocketRoute) -> None:
        """Stand between a socket and the server."""
        Stretch(self, page)


class Stretch:
    """One socket's time on a bad line."""

    def __init__(self, line: BadLine, page: WebSocketRoute) -> None:
        self.line, self.page = line, page
        self.held: list[str] = []
        self.is_silent = False
        page.connect_to_server().on_message(self.bring)

    def bring(self, frame: str | bytes) -> None:
        """Bring a frame, as this line does."""
        text, bad = str(frame), self.line.is_bad
        if self.line.loses_all and '"push"' in text:
            return
        self.is_silent = self.is_silent or (bad and self.happens(STOPPED, "stopped"))
        if self.is_silent or (bad and self.happens(LOST, "lost")):
            return
        if bad and not self.held and self.happens(SWAPPED, "swapped"):
            self.held.append(text)
            return
        for each in [text] * (1 + (bad and self.happens(DOUBLED, "doubled"))) + self.held:
            self.page.send(each)
        self.held.clear()
        if bad and self.happens(CUT, "cut"):
            self.is_silent = True
            self.page.close(code=1013)

    def happens(self, chance: float, what: str) -> bool:
        """Throw the dice, and count."""
        found = self.line.random.random() < chance
        self.line.did[what] += found
        return found


def replaced(route: Route, texts: dict[str, str]) -> None:
    """Answer with the shipped script in which some text is another."""
    response = route.fetch()
    body = response.text()
    for old, new in texts.items():
        assert old in body, f"the script does not say {old!r}"
        body = body.replace(old, new)
    route.fulfill(response=response, body=body)
