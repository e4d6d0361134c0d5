"""The ten promises have tests, their table is as the command makes it, and a broken one is told."""

import json
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as given
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from config import proving
from config.promise_figures import WORDS
from config.promise_table import BEGIN, END, in_table, put_table
from config.promises import PROMISES, files_of, last_figures
from config.proving import Proof, read
from tests.stagecraft import put, vote
from tests.support import make_house
from workshop.actions.auditing import audit
from workshop.actions.erasure_ledger import WORKSHOP, erasing
from workshop.management.commands import checkpromises
from workshop.models import Workshop

REPORT = """<testsuites><testsuite>
<testcase classname="tests.standing.test_audit" name="a"><properties><property name="leaks" value="2"/>
<property name="words" value="no number"/></properties></testcase>
<testcase classname="tests.standing.test_audit" name="b"><failure/><properties>
<property name="leaks" value="3"/></properties></testcase>
<testcase classname="tests.standing.test_jobs" name="c"><skipped/></testcase></testsuite></testsuites>"""


def run(**options: Any) -> str:
    """Run the command; return what it said, with what it refused."""
    said = StringIO()
    try:
        call_command("checkpromises", stdout=said, **options)
    except CommandError as refusal:
        said.write(f"REFUSED {refusal}")
    return said.getvalue()


def test_there_are_ten_and_each_is_held_by_tests() -> None:
    assert len(PROMISES) == 10
    assert [promise.says for promise in PROMISES if not files_of(promise)] == []


def test_the_document_has_the_table_that_the_command_makes() -> None:
    page = (Path(given.BASE_DIR) / "docs" / "promises.md").read_text()
    assert in_table(last_figures()) in page, "run manage.py checkpromises --write"
    assert put_table(page, last_figures()) == page
    assert page.count(BEGIN) == page.count(END) == 1


def test_every_figure_that_a_test_records_has_words_for_a_reader() -> None:
    root = Path(given.BASE_DIR) / "tests"
    found = {
        name
        for file in root.rglob("test_*.py")
        for name in re.findall(r'record_property\("([^"]+)"', file.read_text())
    }
    assert found
    assert found - set(WORDS) == set()


def test_the_page_says_figures_in_words_and_who_measured_them(client: Client) -> None:
    page = client.get("/promises/").text
    assert "Measured by those who make Roundel on" in page
    assert "entries that were said to be saved before the backup began" in page
    assert "rows acknowledged" not in page
    assert "could not be run" not in page
    assert f"{last_figures()['promises']['1']['figures']['characters typed']:,}" in page


def test_what_pytest_wrote_down_is_read_file_by_file() -> None:
    found = read(REPORT)
    assert found["tests/standing/test_audit.py"] == Proof(passed=1, failed=1, figures={"leaks": 5})
    assert found["tests/standing/test_jobs.py"] == Proof(skipped=1)


def test_a_run_of_the_tests_knows_nothing_of_this_server(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, Any] = {}
    monkeypatch.setenv("DATABASE_URL", "postgres://real")
    monkeypatch.setattr(proving.subprocess, "run", lambda words, **more: seen.update(more))  # type: ignore[attr-defined]
    assert proving.prove(["tests/standing/test_audit.py"]) == {}
    assert not {"DATABASE_URL", "SECRET_KEY", "EMAIL_URL"} & set(seen["env"])


def test_the_page_shows_all_ten_to_anybody(client: Client) -> None:
    page = client.get("/promises/").content.decode()
    assert [promise.says for promise in PROMISES if str(promise.says) not in page] == []
    assert "What is not promised" in page


@pytest.mark.django_db
def test_on_a_server_without_tests_what_can_be_seen_is_checked(settings: Any, tmp_path: Path) -> None:
    settings.BASE_DIR, settings.ERASURES_FILE = tmp_path, tmp_path / "erasures.jsonl"
    audit(make_house().workshop, None, "exported", format="json")
    said = run()
    assert "kept    The audit is whole: 1 chains, 0 broken." in said
    assert "kept    The database refuses" in said
    assert "The tests were not run. The tests are not here" in said
    assert "REFUSED" not in said


@pytest.mark.django_db
def test_what_is_broken_on_the_server_is_told(settings: Any, tmp_path: Path) -> None:
    settings.ERASURES_FILE = tmp_path / "erasures.jsonl"
    house = make_house()
    with erasing() as write:
        write(WORKSHOP, slug=house.workshop.slug)  # as a backup brings back what was erased
    said = run(no_tests=True)
    assert "BROKEN  What was withdrawn or deleted is gone: 1 erasures, 1 undone since." in said
    assert "REFUSED Not every promise is kept" in said


@pytest.mark.django_db
def test_links_that_were_to_be_destroyed_and_a_promise_that_is_loose_are_told(
    settings: Any, tmp_path: Path
) -> None:
    settings.ERASURES_FILE = tmp_path / "erasures.jsonl"
    house = make_house(promise="unlinked")
    put(house, "poll")
    vote(house, house.ada, 1)
    Workshop.objects.filter(pk=house.workshop.pk).update(closed_at=timezone.now(), promise_locked_at=None)
    said = run(no_tests=True)
    assert "BROKEN  Where links were to be destroyed at the close, they are: 1 workshops with some." in said
    assert "BROKEN  The promise is fixed wherever somebody has answered: 1 workshops without." in said


@pytest.mark.django_db
def test_a_failed_test_breaks_its_promise_and_figures_are_written_down(
    monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path
) -> None:
    root, settings.BASE_DIR = Path(given.BASE_DIR), tmp_path
    settings.ERASURES_FILE = tmp_path / "erasures.jsonl"
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/promises.md").write_text((root / "docs/promises.md").read_text())
    for name in ("test_backup.py", "test_drill.py", "test_audit.py"):
        (tmp_path / "tests/standing").mkdir(parents=True, exist_ok=True)
        (tmp_path / "tests/standing" / name).touch()
    proofs = {
        f"tests/standing/{name}": Proof(passed=1, figures={"rows lost": 0}) for name in ("test_backup.py",)
    }
    monkeypatch.setattr(checkpromises, "why_not", lambda: "")
    monkeypatch.setattr(checkpromises, "prove", lambda files: proofs)
    said = run(only=[2], write=True)
    assert " 2  BROKEN  A backup brings everything back." in said  # the drill did not run
    kept = json.loads((tmp_path / "docs/promises.json").read_text())["promises"]["2"]
    assert (kept["passed"], kept["failed"], kept["figures"]) == (1, 1, {"rows lost": 0})
    assert "rows lost: 0" in (tmp_path / "docs/promises.md").read_text()
