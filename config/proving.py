"""Run the tests that hold the promises, and read their figures from what pytest writes down (JUnit XML)."""

import importlib.util
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as Xml

from django.conf import settings

# What a run of the tests may know of this server: nothing of its database, its secret or its mail.
KNOWN = ("PATH", "HOME", "LANG", "TMPDIR", "SYSTEMROOT", "CHROMIUM", "TEST_DATABASE_URL", "REQUIRE_ALL")


@dataclass
class Proof:
    """What the tests of one file, or of several, came to; ``figures`` by name, summed up."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    figures: dict[str, int | float] = field(default_factory=dict)

    def add(self, other: "Proof") -> None:
        """Take in what another file came to."""
        self.passed, self.failed = self.passed + other.passed, self.failed + other.failed
        self.skipped += other.skipped
        for name, value in other.figures.items():
            self.figures[name] = self.figures.get(name, 0) + value


def why_not() -> str:
    """Return why the tests cannot be run on this host, or nothing."""
    if not (settings.BASE_DIR / "tests" / "conftest.py").exists():
        return "The tests are not here; they come with the repository."
    if not all(importlib.util.find_spec(name) for name in ("pytest", "pytest_django", "xdist")):
        return "What the tests need is not here: pip install -r requirements-dev.txt, or run bin/test."
    return ""


def prove(files: Iterable[str]) -> dict[str, Proof]:
    """Run test files and return what each came to. The journeys in a browser run apart, as they must."""
    journeys = [file for file in files if file.startswith("tests/browser/")]
    others = [file for file in files if file not in journeys]
    found: dict[str, Proof] = {}
    for part in (others, journeys):
        found |= _run(part) if part else {}
    return found


def _run(files: list[str]) -> dict[str, Proof]:
    with tempfile.TemporaryDirectory(prefix="roundel-") as folder:
        report = Path(folder) / "junit.xml"
        words = ["-m", "pytest", "-q", "-n", "2", "--dist", "loadfile", f"--junitxml={report}", *files]
        env = {name: os.environ[name] for name in KNOWN if name in os.environ}
        subprocess.run([sys.executable, *words], cwd=settings.BASE_DIR, env=env, check=False)  # noqa: S603 - ours
        return read(report.read_text(encoding="utf-8")) if report.exists() else {}


def read(report: str) -> dict[str, Proof]:
    """Return what each test file came to, from JUnit XML that pytest wrote."""
    found: dict[str, Proof] = {}
    for case in Xml.fromstring(report).iter("testcase"):  # noqa: S314 - pytest wrote it a moment ago
        proof = found.setdefault(f"{case.get('classname', '').replace('.', '/')}.py", Proof())
        if case.find("failure") is not None or case.find("error") is not None:
            proof.failed += 1
        elif case.find("skipped") is not None:
            proof.skipped += 1
        else:
            proof.passed += 1
        proof.add(Proof(figures=_figures(case)))
    return found


def _figures(case: Xml.Element) -> dict[str, int | float]:
    found: dict[str, int | float] = {}
    for one in case.iter("property"):
        try:
            value = float(one.get("value", ""))
        except ValueError:
            continue
        name = one.get("name", "")
        found[name] = found.get(name, 0) + (int(value) if value.is_integer() else value)
    return found
