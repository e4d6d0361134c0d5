"""Vendored files are what their packages published, with their licences, and nothing else is there."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
MANIFEST = ROOT / "static" / "vendor" / "manifest.json"
FOLDERS = ["static/vendor", "static/fonts", "tests/vendor", "workshop/exports/fonts"]
PACKAGES: list[dict[str, Any]] = json.loads(MANIFEST.read_text(encoding="utf-8"))["packages"]
FILES = {path: digest for package in PACKAGES for path, digest in package["files"].items()}


@pytest.mark.parametrize(("path", "digest"), FILES.items())
def test_a_vendored_file_is_unchanged(path: str, digest: str) -> None:
    assert hashlib.sha256((ROOT / path).read_bytes()).hexdigest() == digest


def test_no_vendored_file_is_unlisted() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path != MANIFEST
    }
    assert found == set(FILES)


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package["name"])
def test_a_package_names_its_source_version_and_licence(package: dict[str, Any]) -> None:
    assert package["version"]
    assert package["source"] in {f"{kind}:{package['name']}@{package['version']}" for kind in ("npm", "pypi")}
    assert package["licence"]
    texts = [path for path in package["files"] if path.endswith((".txt", "LICENSE.md"))]
    assert texts, "a licence lies beside the files"
