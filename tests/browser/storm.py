"""A room whose lines are all bad, while people vote, comment, and are brought from card to card."""

import random
import re
import uuid
from typing import Any

from playwright.sync_api import Page, expect

from .badline import BadLine
from .conftest import OpenPage
from .meeting import Meeting, gather
from .server import Live

CARDS = 6
STAGE_REV = re.compile(r"step_rev=(\d+)")
# What a page's live regions say, beside what the same page says when it is loaded afresh.
COMPARE = """async () => {
  const words = (root) => Object.fromEntries([...root.querySelectorAll("[id^=live-]")]
    .map((part) => [part.id, part.textContent.replace(/\\s+/g, " ").trim()]));
  const fresh = await (await fetch(location.href)).text();
  const [now, then] = [words(document), words(new DOMParser().parseFromString(fresh, "text/html"))];
  const wrong = Object.keys(then).filter((id) => now[id] !== then[id]);
  const { held, told, asking, paused, timer } = window.room?.keeper ?? {};
  const open = window.room?.line.socket?.readyState;
  const state = JSON.stringify({ held, told, asking, paused, timer, open });
  return wrong.map((id) => `${id} ${state}: ${now[id]} / ${then[id]}`);
}"""


class Storm:
    """A demonstration with its poll open, on bad lines."""

    def __init__(self, open_page: OpenPage, links: dict[str, Any], live: Live) -> None:
        self.meeting: Meeting = gather(open_page, links, live, "desk ada ben wall", "poll")
        self.place, self.random = f"{live.url}/w/{links['code']}", random.Random(0)
        expect(self.meeting.ada.get_by_role("checkbox")).to_have_count(CARDS)
        self.ballot = self.meeting.ada.locator("#mine form").first.get_attribute("action") or ""
        boxes = self.meeting.ada.locator("#mine input[name=card]")
        self.cards: list[str] = [box.get_attribute("value") or "" for box in boxes.all()]
        self.lines = [BadLine(page.context) for page in self.screens]
        for page in self.screens:
            page.context.set_default_timeout(30_000)  # a soak may run beside other work

    def load(self, twins: dict[str, str] | None = None) -> None:
        """Load every page again, on the lines as they are now."""
        for page, line in zip(self.screens, self.lines, strict=True):
            line.is_bad, line.twins = False, twins or {}
            page.reload()

    @property
    def screens(self) -> list[Page]:
        """All that must end right."""
        meeting = self.meeting
        return [meeting.desk, meeting.ada, meeting.ben, meeting.wall]

    def blow(self, seed: int, acts: int = 12) -> None:
        """Do things while the lines are bad; the last push is lost by all, and no other follows it."""
        self.random.seed(seed)
        for n, line in enumerate(self.lines):
            line.random.seed(f"{seed} {n}")
            line.is_bad = True
        for _ in range(acts):
            self.random.choice([self.vote, self.say, self.say, self.bring])()
            self.meeting.desk.wait_for_timeout(self.random.choice([0, 60, 150]))
        for line in self.lines:
            line.loses_all = True
        self.bring()
        self.meeting.desk.wait_for_timeout(400)
        for line in self.lines:
            line.loses_all = False

    def differences(self, patience: int = 30_000) -> list[str]:
        """Return what the screens show beside what they show when loaded afresh; nothing once all are right.

        Args:
            patience: milliseconds after which what is wrong is wrong for good.
        """
        for _ in range(patience // 200):
            if not (found := [each for page in self.screens for each in page.evaluate(COMPARE)]):
                break
            self.meeting.desk.wait_for_timeout(200)
        return found

    @property
    def did(self) -> set[str]:
        """What the lines did."""
        return {what for line in self.lines for what, times in line.did.items() if times}

    def post(self, who: Page, path: str, **form: Any) -> None:
        """Send a form as somebody's page does.

        Raises:
            AssertionError: it was not taken.
        """
        address = path if path.startswith("http") else f"{self.place}{path}"
        token = next(str(each["value"]) for each in who.context.cookies() if each["name"] == "csrftoken")
        headers = {"X-CSRFToken": token, "Origin": self.place.split("/w/")[0]}
        answer = who.request.post(address, form=form, headers=headers, max_redirects=0, max_retries=3)
        assert answer.status in (200, 302, 409), (path, answer.status)

    def vote(self) -> None:
        """Have a leader nominate a card."""
        who = self.random.choice([self.meeting.ada, self.meeting.ben])
        self.post(who, self.place.split("/w/")[0] + self.ballot, card=self.random.choice(self.cards))

    def say(self) -> None:
        """Have a leader say something about a card, most often one that is not on the stage."""
        who, card = self.random.choice([self.meeting.ada, self.meeting.ben]), self.random.choice(self.cards)
        body = f"Said number {self.random.randint(0, 10**6)}."
        self.post(who, f"/cards/{card}/remarks/", uid=str(uuid.uuid4()), body=body, kind="")

    def bring(self) -> None:
        """Bring a card to the front."""
        seen = self.meeting.desk.request.get(f"{self.place}/desk/regions/", max_retries=3).text()
        rev = (STAGE_REV.findall(seen) or ["0"])[0]
        card = self.random.choice(self.cards)
        self.post(self.meeting.desk, "/stage/", card=card, step_rev=rev, confirmed="1")
