"""The restore drill: a busy workshop is backed up while it is served, and put back somewhere else."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .house import PATIENCE, PEOPLE, Place, Writer, make_place, mode_of


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A served workshop, once for this file."""
    folder = tmp_path_factory.mktemp("drill")
    place = make_place(folder / "drill_busy", folder / "erasures.jsonl")
    place.seed()
    place.serve()
    yield place
    place.close()


@pytest.fixture(scope="module")
def backup(busy: Place) -> tuple[Path, list[str], int]:
    """A backup taken while people wrote: the file, what was acknowledged before, how much after that."""
    file, writers = busy.folder / "drill.backup", [Writer(busy, who) for who in range(PEOPLE)]
    for writer in writers:
        writer.start()
    assert all(writer.begun.wait(PATIENCE) for writer in writers)
    before = [words for writer in writers for words in list(writer.kept)]
    code, said = busy.manage("backup", str(file))
    for writer in writers:
        writer.over.set()
    for writer in writers:
        writer.join(PATIENCE)
    assert (code, "Written and checked" in said) == (0, True), said
    return file, before, sum(len(writer.kept) for writer in writers) - len(before)


@pytest.fixture(scope="module")
def restored(
    busy: Place, backup: tuple[Path, list[str], int], tmp_path_factory: pytest.TempPathFactory
) -> Place:
    """The backup, put back in a new place, after person 0 withdrew: the ledger came along."""
    busy.withdraw(0)
    place = make_place(tmp_path_factory.mktemp("drill") / "drill_new", Path(busy.around["ERASURES_FILE"]))
    place.seeded = busy.seeded
    code, said = place.manage("restore", str(backup[0]))
    assert (code, "Restored" in said) == (0, True), said
    assert "after the backup: 1" in said
    assert not list(place.folder.glob("*-before-*")), "an empty database of whoever restores was made first"
    return place


def test_every_row_that_was_acknowledged_before_a_backup_is_in_it(
    backup: tuple[Path, list[str], int], restored: Place, record_property: Callable[[str, object], None]
) -> None:
    file, before, during = backup
    assert during > 0, "nobody wrote meanwhile"
    assert mode_of(file) == 0o600
    found = restored.words()
    lost = [words for words in before if words not in found and "QUESTION-0-" not in words]
    record_property("backup: rows acknowledged before it", len(before))
    record_property("backup: rows written while it ran", during)
    record_property("backup: rows lost", len(lost))
    assert lost == []


def test_who_withdrew_after_the_backup_stays_withdrawn(
    backup: tuple[Path, list[str], int], restored: Place, record_property: Callable[[str, object], None]
) -> None:
    assert any("QUESTION-0-" in words for words in backup[1])
    back = restored.words().count("QUESTION-0-")
    record_property("backup: words of who withdrew that came back", back)
    assert back == 0


def test_a_restored_place_serves_and_takes_new_words(restored: Place) -> None:
    assert restored.write_and_stop("AFTER?")
    assert "AFTER?" in restored.words()


def test_a_served_database_is_not_exchanged(busy: Place, backup: tuple[Path, list[str], int]) -> None:
    code, said = busy.manage("restore", str(backup[0]), "--replace")
    assert code == 1
    assert "Stop" in said
    assert "Nothing was restored" in said
    assert busy.write(1, "STILL SERVED?")


def test_what_is_there_is_exchanged_only_on_demand_and_kept(
    restored: Place, backup: tuple[Path, list[str], int]
) -> None:
    code, said = restored.manage("restore", str(backup[0]))
    assert (code, "add --replace" in said) == (1, True), said
    assert restored.write_and_stop("LATER?")
    code, said = restored.manage("restore", str(backup[0]), "--replace")
    assert code == 0, said
    assert "LATER?" not in restored.words()
    former = said.partition("is in ")[2].partition(". Remove")[0]
    assert mode_of(Path(former)) == 0o600
    code, said = restored.manage("restore", former, "--replace")
    assert code == 0, said
    assert "LATER?" in restored.words()


def test_a_restore_without_its_ledger_says_so_and_does_not_pass_for_whole(
    busy: Place, backup: tuple[Path, list[str], int], tmp_path: Path
) -> None:
    place = make_place(tmp_path / "drill_bare", tmp_path / "none.jsonl")
    code, said = place.manage("restore", str(backup[0]))
    assert (code, "There is no ledger of erasures" in said) == (1, True), said
    assert "It is restored" in said
    Path(place.around["ERASURES_FILE"]).touch()
    code, said = place.manage("reapplyerasures")
    assert code == 0, said
