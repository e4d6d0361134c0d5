"""The version that files and pages name is that of the project."""

import tomllib
from pathlib import Path

from config.version import VERSION

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def test_the_version_is_that_of_the_project() -> None:
    assert tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"] == VERSION
