"""What is put back can be opened by whoever could open what was there, and nobody serves meanwhile."""

import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from config.keeping import NoBackup, serving, sqlite
from config.keeping.files import whole
from workshop.actions.erasures import Applied
from workshop.management.commands import restore, work

from .house import mode_of

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int, int]]:
    """To whom files are given: name, user, group."""
    to: list[tuple[str, int, int]] = []
    monkeypatch.setattr(os, "chown", lambda file, user, group: to.append((Path(file).name, user, group)))
    return to


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sqlite, "_place", lambda: tmp_path / "db.sqlite3")
    (tmp_path / "backup").write_text("backup")
    return tmp_path / "db.sqlite3"


def test_what_is_put_back_has_the_owner_and_the_mode_of_what_was_there(
    place: Path, given: list[tuple[str, int, int]]
) -> None:
    place.write_text("former")
    place.chmod(0o664)
    was = place.stat()
    former = sqlite.put_back(place.with_name("backup"), "now")
    assert given == [(".db.sqlite3.part", was.st_uid, was.st_gid)]
    assert (place.read_text(), mode_of(place), mode_of(Path(former))) == ("backup", 0o660, 0o600)


def test_where_nothing_was_it_is_the_folders_owners_alone(
    place: Path, given: list[tuple[str, int, int]]
) -> None:
    assert sqlite.put_back(place.with_name("backup"), "now") == ""
    whose = place.parent.stat()
    assert given == [(".db.sqlite3.part", whose.st_uid, whose.st_gid)]
    assert mode_of(place) == 0o600


def test_who_may_give_nothing_away_restores_for_themselves(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_any: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    place.touch(mode=0o660)
    monkeypatch.setattr(os, "chown", refuse)
    sqlite.put_back(place.with_name("backup"), "now")
    assert (place.read_text(), mode_of(place)) == ("backup", 0o600)


def test_of_two_backups_to_one_name_the_first_is_whole_and_the_other_refused(tmp_path: Path) -> None:
    target = tmp_path / "x.backup"

    def second() -> None:
        with whole(target) as part:
            part.write_text("ha")
            with whole(target) as first:
                first.write_text("first")
            part.write_text("half")

    with pytest.raises(NoBackup, match="already"):
        second()
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("x.backup", "first")]


def test_no_server_or_worker_starts_before_what_was_erased_is_erased_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def reapply() -> Applied:
        assert not serving.hold()
        with pytest.raises(CommandError, match="put back just now"):
            call_command(work.Command())
        return Applied(7)

    for step in ("refuse_to_restore", "restore", "call_command", "audit_host"):
        monkeypatch.setattr(restore, step, lambda *_any, **_more: "")
    monkeypatch.setattr(restore, "reapply_erasures", reapply)
    call_command("restore", "some.sqlite3", stdout=(said := StringIO()))
    assert "after the backup: 7" in said.getvalue()
    assert serving.hold()
    serving.held.pop().close()
