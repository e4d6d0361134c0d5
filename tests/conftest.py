"""What every test shares: the choice of database, and tests that need something this machine may lack.

Tests run on SQLite, in a scratch file of their own, unless TEST_DATABASE_URL (or DATABASE_URL) names a
PostgreSQL server; REDIS_URL adds Redis. Nothing is written outside the test database.

Marks: `browser` (Chromium; everything under tests/browser has it), `sqlite`, `postgresql` and `redis`. Such
a test is skipped with a plain reason where its service is absent. REQUIRE_ALL=1 turns every skip into a
failure; only a test for the database that this run does not use is set aside, since bin/ci runs on both.
"""

import os
import shutil
from collections.abc import Generator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseWrapper

from workshop.live.lately import lately

REQUIRE_ALL = os.environ.get("REQUIRE_ALL") == "1"


def chromium_path() -> str | None:
    """Return where Chromium is: its build without windows, which costs a third less, before the whole one."""
    named = os.environ.get("CHROMIUM")
    return named or shutil.which("chromium-headless-shell") or shutil.which("chromium")


def missing(item: pytest.Item) -> str:
    """Return why this test cannot run here, or nothing."""
    marks = {mark.name for mark in item.iter_markers()}
    if "browser" in marks and not chromium_path():
        return "Chromium is not installed (apt-get install chromium)."
    return elsewhere(marks)


def elsewhere(marks: set[str]) -> str:
    """Return why tests with these marks belong to another run, or nothing."""
    for vendor in {"sqlite", "postgresql"} & marks:
        if connection.vendor != vendor:
            return f"This run is on {connection.vendor}; TEST_DATABASE_URL chooses."
    return "REDIS_URL names no Redis." if "redis" in marks and not settings.REDIS_URL else ""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what lies under tests/browser, and set aside what the other run of bin/ci will do."""
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker("browser")
    if REQUIRE_ALL:
        aside = [item for item in items if elsewhere({mark.name for mark in item.iter_markers()})]
        items[:] = [item for item in items if item not in aside]
        config.hook.pytest_deselected(items=aside)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose service is absent, and say which."""
    if reason := missing(item):
        pytest.skip(reason)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under REQUIRE_ALL a skipped test has failed; an expected failure has not."""
    report = yield
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"REQUIRE_ALL=1 forbids skips: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a file that is skipped whole."""
    report = yield
    if REQUIRE_ALL and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"REQUIRE_ALL=1 forbids skips: {report.longrepr}"
    return report


@pytest.fixture(scope="session", autouse=True)
def _audit_may_be_emptied() -> None:
    """Between tests SQLite empties tables by deleting rows, which the audit refuses: put its guard aside."""
    operations = DatabaseWrapper.ops_class
    empty = operations.sql_flush
    triggers = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit_%'"

    def flush(self: Any, *words: Any, **more: Any) -> list[str]:
        with self.connection.cursor() as cursor:
            guards = cursor.execute(triggers).fetchall()
        drops = [f"DROP TRIGGER {name}" for name, _sql in guards]
        return [*drops, *empty(self, *words, **more), *(sql for _name, sql in guards)]

    operations.sql_flush = flush  # type: ignore[method-assign]  # for every test of this run


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_modify_db_settings: None, django_db_keepdb: bool) -> bool:
    """SQLite: go on with a copy of the file that bin/ci has migrated; PostgreSQL's template is a setting."""
    migrated = os.environ.get("MIGRATED_FILE")
    if not migrated or connection.vendor != "sqlite":
        return django_db_keepdb
    copy = connection.settings_dict["TEST"]["NAME"]
    shutil.copyfile(migrated, copy)
    return True


@pytest.fixture(autouse=True)
def _nobody_was_here() -> None:
    """Who loaded a page in another test is in none of this one's rooms."""
    for moments in (lately.loaded, lately.told, lately.lines):
        moments.clear()
