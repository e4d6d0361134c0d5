"""A skip has a plain reason, and REQUIRE_ALL forbids it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import ROOT

SKIPPED = "import pytest\ndef test_a():\n    pytest.skip('no Chromium')\n"
SKIPPED_WHOLE = "import pytest\npytest.skip('no Chromium', allow_module_level=True)\n"
FOR_REDIS = "import pytest\n@pytest.mark.redis\ndef test_a():\n    pass\ndef test_b():\n    pass\n"
EXPECTED = "import pytest\n@pytest.mark.xfail\ndef test_a():\n    assert False\n"


def outcome(folder: Path, test: str, require_all: str) -> tuple[int, str]:
    """Return the exit code and the words of pytest on one file of tests."""
    file = folder / "test_one.py"
    file.write_text(test)
    words = ["-m", "pytest", "-rs", "-c", "pyproject.toml", "-p", "tests.conftest", str(file)]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTEST", "REDIS"))}
    environment["REQUIRE_ALL"] = require_all
    done = subprocess.run([sys.executable, *words], cwd=ROOT, env=environment, capture_output=True, text=True)
    return done.returncode, done.stdout


@pytest.mark.parametrize("test", [SKIPPED, SKIPPED_WHOLE])
def test_a_skip_fails_where_everything_is_required(tmp_path: Path, test: str) -> None:
    code, words = outcome(tmp_path, test, "1")
    assert code != 0
    assert "REQUIRE_ALL=1 forbids skips" in words


def test_elsewhere_a_skip_says_why(tmp_path: Path) -> None:
    code, words = outcome(tmp_path, SKIPPED, "0")
    assert code == 0
    assert "no Chromium" in words


def test_an_expected_failure_is_no_skip(tmp_path: Path) -> None:
    assert outcome(tmp_path, EXPECTED, "1")[0] == 0


def test_a_test_for_a_service_of_the_other_run_is_set_aside_and_counted(tmp_path: Path) -> None:
    code, words = outcome(tmp_path, FOR_REDIS, "1")
    assert code == 0
    assert "1 passed, 1 deselected" in words
    assert "REDIS_URL names no Redis" in outcome(tmp_path, FOR_REDIS, "0")[1]
