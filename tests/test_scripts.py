"""What bin/up leaves behind, and what it leaves alone."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.house import ROOT


@pytest.fixture
def prepare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return bin/prepare.py, at work in a folder of its own."""
    spec = importlib.util.spec_from_file_location("prepare", ROOT / "bin" / "prepare.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "PYTHON", Path(sys.executable))
    monkeypatch.delenv("SECRET_KEY")
    return module


def test_a_first_start_writes_a_long_secret_that_only_its_owner_reads(prepare: ModuleType) -> None:
    prepare.secret()
    file = prepare.ROOT / ".env"
    assert len(file.read_text().split("SECRET_KEY=")[1].strip()) >= 50
    assert file.stat().st_mode & 0o077 == 0


def test_a_later_start_keeps_the_secret(prepare: ModuleType) -> None:
    prepare.secret()
    before = (prepare.ROOT / ".env").read_text()
    prepare.secret()
    assert (prepare.ROOT / ".env").read_text() == before


def test_a_secret_is_added_to_settings_that_lack_one(prepare: ModuleType) -> None:
    (prepare.ROOT / ".env").write_text("PORT=8123\nSECRET_KEY=\n")
    prepare.secret()
    text = (prepare.ROOT / ".env").read_text()
    assert text.startswith("PORT=8123\n")
    assert text.count("SECRET_KEY=") == 2
    assert not text.rstrip().endswith("SECRET_KEY=")


def test_settings_that_anybody_could_read_are_taken_away_from_them(
    prepare: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    file = prepare.ROOT / ".env"
    file.write_text("SECRET_KEY=of-their-own\nEMAIL_URL=smtp+tls://user:password@mail.example.org:587\n")
    file.chmod(0o644)
    prepare.secret()
    assert file.stat().st_mode & 0o777 == 0o640
    assert ".env could be read by anybody" in capsys.readouterr().out
    prepare.secret()
    assert capsys.readouterr().out == ""


def test_packages_are_installed_again_only_when_the_lock_changes(
    prepare: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[str] = []
    monkeypatch.setattr(prepare, "_install", installed.append)
    (prepare.ROOT / ".venv").mkdir()
    for lock in ("one==1", "one==1", "one==2"):
        (prepare.ROOT / "requirements.txt").write_text(lock)
        prepare.environment("requirements.txt")
    assert installed == ["requirements.txt", "requirements.txt"]


def test_a_missing_venv_is_named_with_its_package(
    prepare: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(SystemExit, match="apt-get install python3-venv"):
        prepare._refuse_poor_python()
