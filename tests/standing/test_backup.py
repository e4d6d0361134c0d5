"""A backup is whole or not there; a restore refuses what would do harm before it changes anything."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.utils import timezone

from config.keeping import NoBackup, postgresql, refuse_to_restore, serving, sqlite
from config.keeping.files import remove_older, whole
from tests.support import make_house
from workshop.live.reading import THREAD
from workshop.models import Audit

from .house import mode_of

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2031, 5, 20, 12, tzinfo=UTC)


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    THREAD.submit(connections.close_all).result()  # what a test of the live room left open
    make_house(leaders=2)
    run("backup", str(tmp_path / "one.backup"))
    return tmp_path / "one.backup"


def run(*words: str, **options: Any) -> str:
    """Run a command; return what it said."""
    said = StringIO()
    call_command(*words, stdout=said, **options)
    return said.getvalue()


def test_a_backup_is_for_its_owner_alone_and_is_noted(backup: Path) -> None:
    assert mode_of(backup) == 0o600
    assert sorted(path.name for path in backup.parent.iterdir()) == [backup.name]
    line = Audit.objects.get(slug="", verb="backed_up")
    assert line.ids == {"bytes": str(backup.stat().st_size)}


def test_no_backup_is_written_over(backup: Path) -> None:
    before = backup.read_bytes()
    with pytest.raises(CommandError, match="already"):
        run("backup", str(backup))
    assert backup.read_bytes() == before


@pytest.mark.parametrize(
    "broken", [OSError(28, "No space left on device"), NoBackup("damaged"), KeyboardInterrupt()]
)
def test_a_backup_that_fails_leaves_no_half_file(tmp_path: Path, broken: BaseException) -> None:
    def fill() -> None:
        with whole(tmp_path / "x.backup") as part:
            part.write_bytes(b"half")
            raise broken

    with pytest.raises((NoBackup, KeyboardInterrupt)):
        fill()
    assert list(tmp_path.iterdir()) == []


def test_without_a_name_it_goes_where_backups_go_and_old_ones_leave(tmp_path: Path, settings: Any) -> None:
    settings.BACKUP_FOLDER = tmp_path / "deep" / "backups"
    settings.BACKUP_FOLDER.mkdir(parents=True)
    old = settings.BACKUP_FOLDER / "roundel-20200101-000000.sqlite3"
    for path in (old, settings.BACKUP_FOLDER / "thesis.docx"):
        path.touch()
    said = run("backup", "--keep", "30")
    names = sorted(path.name for path in settings.BACKUP_FOLDER.iterdir())
    assert len(names) == 2
    assert "thesis.docx" in names
    assert f"Removed, older than 30 days: {old}" in said
    with pytest.raises(CommandError, match="--keep"):
        run("backup", "--keep", "0")


def test_unless_told_otherwise_copies_go_on_the_day_that_people_are_told(
    tmp_path: Path, settings: Any
) -> None:
    settings.BACKUP_FOLDER, settings.BACKUP_DAYS = tmp_path, 9
    now = timezone.now()
    for days in (8, 10):
        stamp = f"{now - timedelta(days=days):%Y%m%d-%H%M%S}"
        for name in (f"roundel-{stamp}.sqlite3", f"before-{stamp}.dump"):
            (tmp_path / name).touch()
    said = run("backup")
    assert said.count("Removed, older than 9 days") == 2
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.sqlite
def test_what_was_there_before_a_restore_goes_with_the_old_backups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_place", lambda: tmp_path / "db.sqlite3")
    former = ["db.sqlite3-before-20200101-000000", "db.sqlite3-before-20200101-000000-wal"]
    for name in (*former, "db.sqlite3", "thesis-before-20200101-000000"):
        (tmp_path / name).touch()
    assert [path.name for path in sqlite.remove_former(30, NOW, tmp_path / "new")] == former


def test_the_newest_backup_stays_whatever_its_name_says(tmp_path: Path) -> None:
    only = tmp_path / "roundel-20200101-000000.sqlite3"
    only.touch()
    assert remove_older(tmp_path, 1, NOW, but=only) == []
    assert only.exists()


def test_a_damaged_backup_is_refused(backup: Path) -> None:
    size = backup.stat().st_size
    with backup.open("r+b") as file:
        file.truncate(size // 2)
    with pytest.raises(NoBackup, match=r"damaged|refused"):
        refuse_to_restore(backup, replace=True)


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleagues, " * 100)
    for file in (letter, tmp_path / "gone"):
        with pytest.raises(NoBackup):
            refuse_to_restore(file, replace=True)


def test_a_database_that_holds_something_is_not_exchanged_unasked(backup: Path) -> None:
    with pytest.raises(NoBackup, match="holds workshops or accounts already"):
        refuse_to_restore(backup, replace=False)


@pytest.mark.sqlite
def test_a_backup_of_a_newer_roundel_is_refused(backup: Path) -> None:
    with closing(sqlite3.connect(backup)) as copy:
        copy.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('workshop', '9999_new', 0)")
        copy.commit()
    with pytest.raises(NoBackup, match="newer Roundel"):
        refuse_to_restore(backup, replace=True)


@pytest.mark.sqlite
def test_a_backup_of_another_program_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other")) as other:
        other.execute("CREATE TABLE cake (n)")
    with pytest.raises(NoBackup, match="no backup of Roundel"):
        refuse_to_restore(tmp_path / "other", replace=True)


@pytest.mark.sqlite
def test_an_open_database_and_a_server_that_has_not_opened_it_yet_are_both_seen(backup: Path) -> None:
    place = connection.settings_dict["NAME"]
    with closing(sqlite3.connect(place)) as other:
        other.execute("SELECT count(*) FROM workshop_workshop").fetchone()
        assert "has the database open" in sqlite.busy()
    assert sqlite.busy() == ""
    assert serving.hold()
    try:
        with pytest.raises(CommandError, match="A server of Roundel"):
            run("restore", str(backup), "--replace")
    finally:
        serving.held.pop().close()
        os.unlink(f"{place}-serving")


@pytest.mark.postgresql
def test_without_its_programs_postgresql_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CommandError, match="apt-get install postgresql-client"):
        run("backup", str(tmp_path / "one.dump"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.postgresql
def test_a_restore_that_fails_in_its_middle_changes_nothing(
    backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgresql, "EMPTY", postgresql.EMPTY + "SELECT 1/0;\n")
    with pytest.raises(NoBackup, match="division by zero"):
        postgresql.put_back(backup, "now")
    assert Audit.objects.filter(verb="backed_up").exists()
