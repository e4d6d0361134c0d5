"""The ledger of erasures: on the disk before the commit, without words, and applied again after a restore."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.support import House, make_house
from tests.withdrawing import NAME, WORD, full_house, holding
from workshop.actions.erasure_ledger import SEAT, erasing, standing_lines
from workshop.actions.erasures import Applied, reapply_erasures
from workshop.actions.sort import place_card
from workshop.actions.withdrawing import withdraw
from workshop.actions.workshops import close_workshop, delete_workshop
from workshop.models import Audit, Ballot, Closed, Seat, Workshop

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ledger(settings: Any, tmp_path: Path) -> Path:
    """A ledger of the test's own."""
    settings.ERASURES_FILE = tmp_path / "kept" / "erasures.jsonl"
    return settings.ERASURES_FILE


def restored(house: House) -> None:
    """Let a seat be as a backup of before has it: with its person and their words."""
    with transaction.atomic():
        point = transaction.savepoint()
        withdraw(house.ada)
        delete_workshop(house.zoe)
        transaction.savepoint_rollback(point)


def test_a_restored_backup_is_erased_again_once(ledger: Path) -> None:
    house = full_house()
    restored(house)
    assert holding(WORD)
    before = ledger.read_bytes()
    assert reapply_erasures() == Applied(2)
    assert [holding(each) for each in (WORD, NAME)] == [[], []]
    assert not Workshop.objects.filter(pk=house.zoe.workshop_id).exists()
    assert reapply_erasures() == Applied(0)
    assert ledger.read_bytes() == before


def test_who_is_erased_again_withdrew_when_they_did_and_not_when_the_backup_was_put_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house, then = full_house(), timezone.now().replace(microsecond=0)
    with monkeypatch.context() as patch:
        patch.setattr(timezone, "now", lambda: then)
        restored(house)
    monkeypatch.setattr(timezone, "now", lambda: then + timedelta(hours=3))
    reapply_erasures()
    assert Seat.objects.get(uid=house.ada.uid).withdrawn_at == then


def test_the_command_says_how_many(capsys: pytest.CaptureFixture[str]) -> None:
    restored(make_house())
    call_command("reapplyerasures")
    assert "2" in capsys.readouterr().out


def test_a_line_holds_ids_and_a_time_and_no_words(ledger: Path) -> None:
    house = full_house()
    withdraw(house.ada)
    [line] = map(json.loads, ledger.read_text().splitlines())
    ids = {"kind": "seat", "slug": house.workshop.slug, "seat": str(house.ada.uid)}
    assert {key: line[key] for key in ids} == ids
    assert line.keys() - ids.keys() == {"id", "at"}
    assert ledger.stat().st_mode & 0o077 == 0


def test_a_line_is_synced_before_the_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    house, synced = make_house(), list[bool]()
    monkeypatch.setattr("os.fsync", lambda door: synced.append(transaction.get_connection().in_atomic_block))
    withdraw(house.ada)
    assert len(synced) == 2  # the file, and the folder that it was made in
    assert all(synced)


def test_without_the_ledger_nothing_is_erased(settings: Any, tmp_path: Path) -> None:
    house = make_house()
    settings.ERASURES_FILE = tmp_path  # a folder cannot be written into as a file
    with pytest.raises(Closed, match="nothing was erased"):
        withdraw(house.ada)
    assert Seat.objects.get(pk=house.ada.pk).name == "Ada"


def test_what_failed_after_all_is_not_applied_again(monkeypatch: pytest.MonkeyPatch) -> None:
    house = make_house()

    class Full:
        """Fails after the line was written, as a full disk may at the commit."""

        def __exit__(self, *reason: object) -> None:
            raise IntegrityError("at the commit")

        def __enter__(self) -> None:
            pass

    monkeypatch.setattr("workshop.actions.erasure_ledger.transaction.atomic", Full)
    with pytest.raises(IntegrityError), erasing() as line:
        line(SEAT, slug=house.workshop.slug, seat=house.ada.uid)
    monkeypatch.undo()
    assert standing_lines() == []
    assert reapply_erasures() == Applied(0)


def test_half_a_line_spoils_no_other(ledger: Path) -> None:
    house = make_house()
    withdraw(house.others[0])
    with ledger.open("ab") as file:
        file.write(b'{"id": "half')
    withdraw(house.ada)
    assert [line["seat"] for line in standing_lines()] == [str(house.others[0].uid), str(house.ada.uid)]


def test_a_ledger_that_is_missing_is_told_loudly_and_an_empty_one_is_fine(ledger: Path) -> None:
    with pytest.raises(CommandError, match="There is no ledger"):
        call_command("reapplyerasures")
    assert not Audit.objects.filter(verb="reapplied").exists()
    ledger.parent.mkdir()
    ledger.touch()
    call_command("reapplyerasures")
    assert Audit.objects.filter(verb="reapplied").exists()


@pytest.mark.parametrize(
    "odd", ['{"id": "x", "kind": "seat"}', '{"id": "x", "kind": "cake"}', "[7]", '{"of": 1}']
)
def test_a_line_that_is_not_understood_is_told_and_holds_up_no_other(ledger: Path, odd: str) -> None:
    house = make_house()
    ledger.parent.mkdir()
    ledger.write_text(f"{odd}\n")
    restored(house)
    applied = reapply_erasures()
    assert (applied.count, applied.trouble) == (2, ["Line 1 of the ledger cannot be understood."])
    assert not Audit.objects.filter(verb="reapplied").exists()


def test_an_erasure_that_fails_is_told_and_holds_up_no_other(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    restored(make_house())
    monkeypatch.setattr("workshop.actions.erasures._seat_again", lambda *_line: 1 / 0)
    applied = reapply_erasures()
    assert applied.count == 1
    assert "could not be done again" in applied.trouble[0]


def test_a_backup_from_before_an_unlinked_close_is_closed_and_unlinked_again() -> None:
    house = make_house(promise="unlinked")
    place_card(house.ada, house.pack, house.cards[0], "inner")
    with transaction.atomic():
        point = transaction.savepoint()
        close_workshop(house.fay)
        transaction.savepoint_rollback(point)
    assert Ballot.objects.filter(seat=house.ada).exists()
    assert reapply_erasures() == Applied(1)
    assert Workshop.objects.get(pk=house.workshop.pk).is_unlinked
    assert not Ballot.objects.filter(seat=house.ada).exists()
    assert reapply_erasures() == Applied(0)
