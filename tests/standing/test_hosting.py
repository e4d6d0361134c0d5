"""Unsafe hosting is told in plain words, with what to do; it stops nothing, and good hosting is silent."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from config import hosting, looking, serve
from config.advice import CHECKS, hosted_well, said_at_a_start
from config.notices import Notices
from tests.support import make_house
from workshop.actions.auditing import audit_host
from workshop.actions.jobs import beat, plan
from workshop.actions.withdrawing import withdraw
from workshop.actions.workshops import delete_workshop
from workshop.models import Audit, Job, Workshop

pytestmark = pytest.mark.django_db
GOOD = {
    "SITE_URL": "https://workshops.example.org",
    "DEBUG": False,
    "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
    "ALLOWED_HOSTS": ["workshops.example.org"],
    "WORKERS": 1,
    "NOTICES": Notices(*"abcdefg"),
}
BAD: list[tuple[dict[str, Any], str]] = [
    ({"SITE_URL": "http://workshops.example.org"}, "without encryption"),
    ({"DEBUG": True}, "DEBUG is on"),
    ({"SECRET_KEY": "hush"}, "SECRET_KEY is short"),
    ({"SECRET_KEY": "a" * 80}, "SECRET_KEY is short"),
    ({"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}, "No mail is sent"),
    ({"ALLOWED_HOSTS": ["*"]}, "forge the address"),
    ({"WORKERS": 4}, "do not hear each other"),
    ({"NOTICES": replace(Notices(*"abcdefg"), prepared="")}, "Set NOTICE_PREPARED."),
    ({"NOTICES": Notices(*"abcdef")}, "Set NOTICE_PROCESSORS"),
    ({"TIME_ZONE": "Mars/Olympus"}, "knows no time zones"),
]


@pytest.fixture(autouse=True)
def good(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Host well: what a test changes is the only thing to tell."""
    for name, value in GOOD.items():
        setattr(settings, name, value)
    layers = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
    settings.CHANNEL_LAYERS, settings.BASE_DIR, settings.BACKUP_FOLDER = layers, tmp_path, tmp_path
    file = tmp_path / "db.sqlite3"
    file.touch(mode=0o600)
    if connection.vendor == "sqlite":
        monkeypatch.setattr(hosting, "database_place", lambda: file)
    monkeypatch.setattr(hosting, "switched_off", list)  # the PostgreSQL of tests does not sync


def told() -> str:
    """Return all that is told, with its hints."""
    return "\n".join(f"{each.msg} {each.hint}" for each in hosted_well(None))


def test_good_hosting_is_told_nothing() -> None:
    assert told() == ""
    assert said_at_a_start() == ""


@pytest.mark.parametrize(("wrong", "says"), BAD)
def test_each_wrong_setting_is_told_alone(settings: Any, wrong: dict[str, Any], says: str) -> None:
    for name, value in wrong.items():
        setattr(settings, name, value)
    assert says in told()
    assert told().count("\n") == 0
    assert says in said_at_a_start()


def test_a_plain_address_on_ones_own_machine_is_fine(settings: Any) -> None:
    settings.SITE_URL = "http://127.0.0.1:8000"
    assert told() == ""


@pytest.mark.sqlite
def test_a_database_file_that_others_read_or_are_served_is_told(tmp_path: Path, settings: Any) -> None:
    (tmp_path / "db.sqlite3").chmod(0o644)
    assert "may read the database" in told()
    serve.keep_to_ourselves()
    assert told() == ""
    settings.STATIC_ROOT = tmp_path
    assert "served to anybody" in told()


@pytest.mark.sqlite
def test_a_database_on_a_network_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/home {tmp_path} nfs4 rw 0 0\n")
    monkeypatch.setattr(looking, "MOUNTS", mounts)
    assert "network file system (nfs4)" in told()


@pytest.mark.postgresql
def test_a_database_that_answers_before_its_disk_has_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hosting, "switched_off", looking.switched_off)
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
        assert "saved before it is on its disk (fsync, synchronous_commit off)" in told()
        cursor.execute("SET synchronous_commit = on")
        assert "on its disk (fsync off)" in told()


def test_an_environment_file_that_others_read_is_told(tmp_path: Path) -> None:
    (tmp_path / ".env").touch(mode=0o644)
    (tmp_path / ".env").chmod(0o644)
    assert "SECRET_KEY in it" in told()


def test_a_backup_that_is_long_ago_or_never_was_is_told(settings: Any) -> None:
    make_house()
    assert "No backup was made in the last 2 days" in told()
    audit_host("backed_up", bytes=1)
    assert told() == ""
    later = timezone.now() + timedelta(days=3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: later)
        assert "No backup" in told()
    Workshop.objects.update(purpose="demo")
    settings.BACKUP_WITHIN = 0
    assert told() == ""


def test_a_worker_that_does_not_run_is_told_where_work_waits() -> None:
    Workshop.objects.create(title="A", purpose="demo", retain_until="2999-01-01")
    assert "The worker does not run" in told()
    assert said_at_a_start() == ""  # it has not begun yet
    beat(timezone.now())
    assert told() == ""
    plan("cake", "cake:1", timezone.now())
    Job.objects.filter(kind="cake").update(state="failed")
    assert "1 jobs of the worker were given up" in told()


def test_a_restore_after_which_nothing_was_erased_again_is_told() -> None:
    audit_host("restored", file="x")
    assert "is not erased again" in told()
    audit_host("reapplied", count=0)
    assert told() == ""


def test_a_ledger_that_lacks_what_was_erased_is_told(settings: Any, tmp_path: Path) -> None:
    settings.ERASURES_FILE, settings.BACKUP_WITHIN = tmp_path / "ours.jsonl", 0
    house = make_house()
    withdraw(house.ada)
    delete_workshop(house.zoe)
    assert told() == ""
    settings.ERASURES_FILE = tmp_path / "theirs.jsonl"
    assert "2 erasures are not in the ledger" in told()


def test_a_clock_that_went_back_is_told() -> None:
    Audit.objects.create(slug="", n=1, verb="x", hash="", at=timezone.now() + timedelta(days=1))
    assert "The clock is behind" in told()


def test_a_disk_that_is_nearly_full_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=5_000_000))
    assert "Only 5 MB are free" in told()


def test_what_may_not_be_looked_at_or_changed_stops_no_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Any
) -> None:
    def refuse(*_any: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "db.sqlite3").chmod(0o664)
    monkeypatch.setattr(Path, "chmod", refuse)  # it is another user's
    serve.keep_to_ourselves()
    settings.SECRET_KEY = "hush"
    for name in ("stat", "exists"):
        monkeypatch.setattr(Path, name, refuse)
    monkeypatch.setattr(shutil, "disk_usage", refuse)
    assert "SECRET_KEY is short" in said_at_a_start()


def test_each_warning_says_what_to_do_and_has_a_number_of_its_own() -> None:
    assert len(CHECKS) == len(set(CHECKS.values()))
    assert all(check.__doc__.startswith(number) for number, check in CHECKS.items() if check.__doc__)
