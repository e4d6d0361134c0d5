"""The examples of deploy/ name what is there; what can be run of them here is run in tests/scale."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from config.promises import FIGURES
from config.redaction import redact

ROOT = Path(settings.BASE_DIR)
DEPLOY = ROOT / "deploy"
ADDRESSES = (
    "/link/key/",
    "/staff/key/",
    "/screen/key/",
    "/ws/screen/key/",
    "/accounts/password/reset/a/b-c/",
)


def test_the_image_takes_files_that_are_there_and_all_that_it_needs() -> None:
    taken = re.findall(r"(?m)^COPY (\S+) ", (DEPLOY / "Dockerfile").read_text())
    assert [name for name in taken if not (ROOT / name).exists()] == []
    ignored = (DEPLOY / "Dockerfile.dockerignore").read_text()
    assert [name for name in taken if f"!{name}\n" not in ignored] == []
    needed = {"config", "workshop", "templates", "static", "manage.py", FIGURES, "docs/guide", "docs/images"}
    assert needed <= set(taken)
    assert "postgresql-client" in (DEPLOY / "Dockerfile").read_text()  # for backups


def test_in_containers_all_have_one_ledger_and_one_worker_works() -> None:
    text = (DEPLOY / "compose.yaml").read_text()
    common, services = text.split("\nservices:\n")
    assert re.search(r'(?m)^  volumes: \["kept:/home/roundel/app/var"\]', common)
    assert re.search(r'(?m)^    WORK: "false"', common)
    assert "env_file: .env" in common
    ours = [part for part in services.split("\n\n") if "*roundel" in part]
    assert len(ours) == 3
    assert not [part for part in ours if re.search(r"(?m)^    (volumes|environment):", part)]
    assert sum('command: ["python", "manage.py", "work"]' in part for part in ours) == 1


def test_the_settings_of_the_compose_file_are_settings() -> None:
    part = (DEPLOY / "compose.yaml").read_text().split("environment:")[1].split("healthcheck:")[0]
    known = set(re.findall(r"`([A-Z_]+)`", (ROOT / "README.md").read_text()))
    assert set(re.findall(r"(?m)^    ([A-Z_]+):", part)) - known == set()


@pytest.mark.parametrize("example", ["nginx.conf", "Caddyfile"])
def test_each_example_masks_every_address_that_our_own_log_masks(example: str) -> None:
    text = (DEPLOY / example).read_text()
    doors = next(re.finditer(r"\^\((?:\?<door>)?/\((?:\?:)?([a-z/|]+)\)/\)", text))[1]
    masked = re.compile(f"^/({doors})/[^/]")
    assert [address for address in ADDRESSES if not masked.match(address)] == []
    assert all("key" not in redact(address) for address in ADDRESSES)
