"""Erased words are in no byte of the database's files: SQLite's pages and log, PostgreSQL's tables."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from tests.withdrawing import EMAIL, NAME, WORD, full_house
from workshop.actions import leftovers
from workshop.actions.jobs import do_next
from workshop.actions.retention import WAYS
from workshop.actions.withdrawing import withdraw
from workshop.actions.workshops import delete_workshop
from workshop.models import Remark, Seat

pytestmark = pytest.mark.django_db(transaction=True)
CANARIES = [each.encode() for each in (WORD, NAME, EMAIL)]


def bytes_of_sqlite() -> bytes:
    """Return every byte of the database's files."""
    file = str(connection.settings_dict["NAME"])
    found = [Path(file + ending) for ending in ("", "-wal", "-shm")]
    return b"".join(path.read_bytes() for path in found if path.exists())


def left_in(content: bytes) -> list[bytes]:
    """Return which canaries stand in these bytes."""
    return [canary for canary in CANARIES if canary in content]


@pytest.mark.sqlite
def test_after_a_withdrawal_no_byte_of_the_files_has_a_word() -> None:
    house = full_house()
    assert left_in(bytes_of_sqlite()) == CANARIES
    withdraw(Seat.objects.get(pk=house.ada.pk))
    assert left_in(bytes_of_sqlite()) == []


@pytest.mark.sqlite
def test_without_the_cut_of_the_log_they_would_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshop.actions.withdrawing.wipe_leftovers", lambda: False)
    house = full_house()
    withdraw(Seat.objects.get(pk=house.ada.pk))
    assert left_in(bytes_of_sqlite()) != []
    call_command("erase")
    assert left_in(bytes_of_sqlite()) == []


@pytest.mark.sqlite
@pytest.mark.parametrize("cuts", [True, False])
def test_a_workshop_that_is_erased_leaves_no_word_in_them_and_without_the_cut_it_would(
    monkeypatch: pytest.MonkeyPatch, cuts: bool
) -> None:
    """One function erases it, whoever deletes it, on its day and from a backup."""
    if not cuts:
        monkeypatch.setattr("workshop.actions.retention.wipe_leftovers", lambda: False)
    house = full_house()
    assert left_in(bytes_of_sqlite()) == CANARIES
    delete_workshop(house.fay)
    assert left_in(bytes_of_sqlite()) == ([] if cuts else CANARIES)


@pytest.mark.sqlite
def test_who_reads_meanwhile_is_waited_for_and_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leftovers, "PATIENCE", 1)
    full_house()
    with closing(connection.copy()) as reader, reader.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("SELECT count(*) FROM workshop_remark")
        cursor.fetchone()
        Remark.objects.update(kind="")
        with pytest.raises(CommandError, match="Try again"):
            call_command("erase")
    call_command("erase")


@pytest.mark.sqlite
def test_what_somebody_was_reading_a_worker_takes_out_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(leftovers, "PATIENCE", 1)
    house, now = full_house(), timezone.now()
    with closing(connection.copy()) as reader, reader.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("SELECT count(*) FROM workshop_remark")
        cursor.fetchone()
        withdraw(Seat.objects.get(pk=house.ada.pk))
        assert left_in(bytes_of_sqlite()) != []
        assert do_next(now + timedelta(minutes=2), WAYS)
        assert left_in(bytes_of_sqlite()) != []
    assert do_next(now + timedelta(minutes=4), WAYS)
    assert left_in(bytes_of_sqlite()) == []
    assert not do_next(now + timedelta(days=9), WAYS)


OURS = "SELECT oid, reltoastrelid AS toast FROM pg_class WHERE relkind = 'r' AND relname LIKE 'workshop_%%'"
FILES = (
    f"WITH ours AS ({OURS}), every AS (SELECT oid FROM ours UNION SELECT toast FROM ours WHERE toast > 0) "
    "SELECT pg_read_binary_file(pg_relation_filepath(oid)) FROM every"
)


def bytes_of_postgresql() -> bytes:
    """Return every byte of the tables' files, with those of their long values, as they lie on the disk."""
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute(FILES, [])
        return b"".join(bytes(row[0]) for row in cursor.fetchall())


@pytest.mark.postgresql
def test_the_command_takes_them_out_of_the_tables_files(capsys: pytest.CaptureFixture[str]) -> None:
    house = full_house()
    withdraw(Seat.objects.get(pk=house.ada.pk))
    assert left_in(bytes_of_postgresql()) == CANARIES  # rows that are gone still lie there
    call_command("erase")
    assert left_in(bytes_of_postgresql()) == []
    assert "BACKUP_DAYS" in capsys.readouterr().out
