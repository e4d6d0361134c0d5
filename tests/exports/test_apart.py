"""A PDF that is set in a process of its own is the same one, and no more than two are set at once."""

import json
import subprocess
from pathlib import Path
from threading import BoundedSemaphore

import pytest

from workshop.exports.pdf import apart
from workshop.exports.pdf.apart import set_apart
from workshop.exports.pdf.typesetting import STAND_IN, TEMPLATE, set_in_type
from workshop.models import Closed

BLOCKS = [{"kind": "paragraph", "text": f"Quite so 中 naïve {STAND_IN}", "label": "", "look": ""}]
REPORT = {
    "title": "A title",
    "subtitle": "s",
    "language": "en-GB",
    "words": {"missing": "m"},
    "blocks": BLOCKS,
}


def test_it_is_the_same_file() -> None:
    report = json.dumps(REPORT, ensure_ascii=False)
    assert set_apart(report, TEMPLATE) == set_in_type(report, TEMPLATE)


def test_a_third_waits_and_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "AT_ONCE", BoundedSemaphore(1))
    monkeypatch.setattr(apart, "PATIENCE", 0)
    apart.AT_ONCE.acquire()
    with pytest.raises(Closed, match="Other files are being made"):
        set_apart("{}", TEMPLATE)


@pytest.mark.parametrize("limit", [{"MEMORY": 1}, {"SECONDS": 0.01}])
def test_one_that_takes_too_much_is_ended_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch, limit: dict[str, int]
) -> None:
    for name, value in limit.items():
        monkeypatch.setattr(apart, name, value)
    with pytest.raises(Closed, match="more time or memory than one may"):
        set_apart(json.dumps(REPORT), TEMPLATE)


def test_a_process_that_fails_is_a_fault_and_the_next_one_may_go_on(tmp_path: Path) -> None:
    for _n in range(3):
        with pytest.raises(subprocess.CalledProcessError):
            set_apart("{}", tmp_path / "none.typ")
    assert apart.AT_ONCE.acquire(blocking=False)
    apart.AT_ONCE.release()
