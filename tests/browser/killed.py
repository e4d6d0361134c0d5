"""A whole Chromium of one's own, with a profile on disk, that can be ended as a power cut does."""

import os
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserType, Page

from tests.services import PATIENCE

from ..conftest import chromium_path
from .conftest import FLAGS, Cookies


@dataclass
class Mortal:
    """A browser that starts, is killed, and starts again with what its disk holds."""

    kind: BrowserType
    profile: Path
    process: subprocess.Popen[bytes] | None = None
    browser: Browser | None = None

    def start(self) -> None:
        """Begin with what the profile holds."""
        port = self.profile / "DevToolsActivePort"
        port.unlink(missing_ok=True)
        words = [str(chromium_path()), "--headless", *FLAGS, f"--user-data-dir={self.profile}"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
        self.process = subprocess.Popen([*words, "--remote-debugging-port=0", "about:blank"], **quiet)  # type: ignore[call-overload]
        end = time.monotonic() + PATIENCE
        while not (port.is_file() and port.read_text().count("\n")):
            assert self.process.poll() is None, "Chromium did not start"
            assert time.monotonic() < end, f"Chromium does not listen after {PATIENCE} seconds"
            time.sleep(0.02)
        self.browser = self.kind.connect_over_cdp(f"http://127.0.0.1:{port.read_text().splitlines()[0]}")

    def open(self, url: str, cookies: Cookies = ()) -> Page:
        """Open an address in a tab of its own."""
        assert self.browser
        self.browser.contexts[0].add_cookies(cookies)
        page = self.browser.contexts[0].new_page()
        page.goto(url)
        return page

    def kill(self) -> None:
        """End every process of it at once: nothing is written that was not written."""
        assert self.process
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(20)


# Asks again and again, as long as a busy machine may take.
ON_DISK = """async ([words, wanted]) => {
    const read = () => new Promise((resolve) => {
        const asked = indexedDB.open("roundel", 1);
        asked.onsuccess = () => {
            const drafts = asked.result.transaction("drafts").objectStore("drafts").getAll();
            drafts.onsuccess = () => { asked.result.close(); resolve(drafts.result.join(" ")); };
        };
    });
    for (let n = 0; n < 200; n += 1) {
        const found = await read();
        if (wanted ? found.includes(words) : found === "") return true;
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
}"""


def expect_on_disk(page: Page, words: str) -> None:
    """Wait until the disk of the device has these words, however late the browser writes the rest."""
    assert page.evaluate(ON_DISK, [words, True]), "the device's disk has not got the words"


def expect_gone_from_disk(page: Page) -> None:
    """Wait until the disk of the device holds no draft."""
    assert page.evaluate(ON_DISK, ["", False]), "the device's disk still has words"
