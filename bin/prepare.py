"""Make and keep Roundel's virtual environment with nothing but Python's own library."""

import contextlib
import hashlib
import os
import re
import secrets
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def environment(requirements: str) -> str:
    """Return the path of a Python that has the locked `requirements`; quick when nothing has changed."""
    stamp = VENV / f"{requirements}.sha256"
    digest = hashlib.sha256((ROOT / requirements).read_bytes() + sys.version.encode()).hexdigest()
    if not (PYTHON.exists() and stamp.exists() and stamp.read_text() == digest):
        _refuse_poor_python()
        print(
            f"Setting up .venv from {requirements}. It takes a minute or two, the first time only.",
            flush=True,
        )
        _install(requirements)
        stamp.write_text(digest)
    return str(PYTHON)


def secret() -> None:
    """Write a random SECRET_KEY into .env if there is none yet, and let nobody else here read it."""
    file = ROOT / ".env"
    _hide(file)
    text = (
        file.read_text()
        if file.exists()
        else "# Roundel's settings; README.md explains them. Keep this file secret.\n"
    )
    if os.environ.get("SECRET_KEY") or any(re.match("SECRET_KEY=.", line) for line in text.splitlines()):
        return
    file.touch(mode=0o600)
    file.write_text(f"{text.rstrip()}\nSECRET_KEY={secrets.token_urlsafe(50)}\n")


def _hide(file: Path) -> None:
    """Let nobody read a file but its owner and its group; a file of somebody else stays as it is."""
    if file.exists() and file.stat().st_mode & 0o007:
        with contextlib.suppress(PermissionError):
            file.chmod(file.stat().st_mode & 0o770)
            print(f"{file.name} could be read by anybody on this machine; it no longer can.", flush=True)


def _refuse_poor_python() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 - this file must explain itself to an older one
        sys.exit(f"Roundel needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    try:
        import ensurepip  # noqa: F401 - Debian ships it apart
        import venv  # noqa: F401 - the same
    except ImportError:
        sys.exit(
            "Python's venv is missing. On Debian: sudo apt-get install python3-venv. Then run this again."
        )


def _install(requirements: str) -> None:
    if not _has_pip(PYTHON):
        _run(
            sys.executable,
            "-m",
            "venv",
            "--clear",
            str(VENV),
            complaint="The virtual environment could not be made.",
        )
    words = ["--disable-pip-version-check", "install", "--quiet", "--require-hashes", "-r", requirements]
    _run(
        str(PYTHON),
        "-m",
        "pip",
        *words,
        complaint="The packages could not be installed; the lines above say why.",
    )


def _has_pip(python: Path) -> bool:
    return (
        python.exists()
        and not subprocess.run([str(python), "-m", "pip", "--version"], capture_output=True).returncode
    )


def _run(*command: str, complaint: str) -> None:
    if subprocess.run(command, cwd=ROOT).returncode:
        sys.exit(complaint)
