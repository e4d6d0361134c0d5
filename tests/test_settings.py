"""Wrong settings refuse to start and say which and why; right ones give the promised protection."""

import os
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from config import serve
from config.version import VERSION

ROOT = Path(settings.BASE_DIR)
FINE = {
    "ENV_FILE": os.devnull,
    "SECRET_KEY": "long-and-random-long-and-random-long-and-random-0123",
    "PATH": os.environ["PATH"],
}
BAD = [
    ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS=*"),
    ({"ALLOWED_HOSTS": "localhost", "SITE_URL": "https://a.example"}, "ALLOWED_HOSTS must name a.example"),
    ({"SECRET_KEY": ""}, "SECRET_KEY is missing"),
    ({"DEBUG": "perhaps"}, "DEBUG must be true or false"),
    ({"PORT": "eighty"}, "PORT must be a whole number"),
    ({"PORT": "70000"}, "PORT must be a whole number"),
    ({"SITE_URL": "workshops.example.org"}, "SITE_URL must be the public address"),
    ({"SITE_URL": "https://example.org/roundel"}, "SITE_URL must be the public address"),
    ({"DATABASE_URL": "mysql://hush@host/name"}, "DATABASE_URL must look like"),
    ({"DATABASE_URL": "postgres://hush@host:port/name"}, "DATABASE_URL must look like"),
    ({"DATABASE_URL": "postgres://roundel:hush@127.0.0.1:1/name"}, "127.0.0.1:1 cannot be reached"),
    (
        {"DATABASE_URL": "sqlite:////no/such/folder/file.sqlite3"},
        "/no/such/folder/file.sqlite3 cannot be reached",
    ),
    ({"REDIS_URL": "127.0.0.1:6379"}, "REDIS_URL must look like"),
    ({"EMAIL_URL": "carrier-pigeon://coop"}, "EMAIL_URL must look like"),
    ({"WORKERS": "4"}, "WORKERS above 1 needs Redis"),
]

DEMOS = [
    ({}, "True"),
    ({"SITE_URL": "http://localhost:8080"}, "True"),
    ({"DEMO": "0"}, "False"),
    ({"SITE_URL": "https://workshops.example.org"}, "False"),
    ({"ALLOWED_HOSTS": "127.0.0.1,workshops.example.org"}, "False"),
    ({"ALLOWED_HOSTS": "127.0.0.1,workshops.example.org", "DEMO": "1"}, "True"),
    ({"ALLOWED_HOSTS": "*", "DEBUG": "1"}, "True"),
]

STARTS = [("-m", "config.serve"), ("-m", "uvicorn", "config.asgi:application", "--port", "0")]


def run(folder: Path, environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python with this environment alone, on a scratch database."""
    database = {"DATABASE_URL": f"sqlite:///{folder}/check.sqlite3"}
    return subprocess.run(
        [sys.executable, *words],
        env=FINE | database | environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize(("environment", "sentence"), BAD)
def test_a_wrong_setting_is_named_with_the_reason_and_no_traceback(
    tmp_path: Path, environment: dict[str, str], sentence: str
) -> None:
    ended = run(tmp_path, environment, "manage.py", "check")
    assert ended.returncode != 0
    assert sentence in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "hush" not in ended.stderr


@pytest.mark.parametrize(
    "start", [("-m", "config.serve"), ("-m", "uvicorn", "config.asgi:application", "--port", "0")]
)
@pytest.mark.parametrize(("environment", "sentence"), [BAD[0], BAD[10]])
def test_no_server_starts_with_a_wrong_setting(
    tmp_path: Path, environment: dict[str, str], sentence: str, start: tuple[str, ...]
) -> None:
    ended = run(tmp_path, environment, *start)
    assert ended.returncode != 0
    assert sentence in ended.stderr
    assert "Traceback" not in ended.stderr


def test_right_settings_pass_the_check(tmp_path: Path) -> None:
    ended = run(tmp_path, {}, "manage.py", "check")
    assert ended.returncode == 0, ended.stderr


def test_a_start_runs_as_many_workers_as_it_is_told_to(tmp_path: Path) -> None:
    asked = {
        "WORKERS": "3",
        "REDIS_URL": "redis://127.0.0.1:6379/0",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    ended = run(tmp_path, asked, "-c", "from config.serve import command; print(command())")
    assert "'--workers', '3'" in ended.stdout, ended.stderr


@pytest.mark.skipif(os.name != "posix", reason="Windows knows no bound")
def test_a_start_asks_for_room_for_a_crowd_of_sockets(tmp_path: Path) -> None:
    few = "import resource as r; r.setrlimit(r.RLIMIT_NOFILE, (256, r.getrlimit(r.RLIMIT_NOFILE)[1])); "
    asked = "from config.serve import allow_many_sockets as ask; ask(); "
    told = "print(r.getrlimit(r.RLIMIT_NOFILE)[0] > 1024)"
    ended = run(tmp_path, {"DJANGO_SETTINGS_MODULE": "config.settings"}, "-c", few + asked + told)
    assert ended.stdout == "True\n", ended.stderr


def test_a_taken_port_is_refused_before_anything_is_done(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ended = run(tmp_path, {"PORT": port}, "-m", "config.serve")
    assert f"Port {port} on 127.0.0.1 cannot be used" in ended.stderr


def test_settings_come_from_the_env_file_too(tmp_path: Path) -> None:
    file = tmp_path / "settings.env"
    file.write_text("PORT=nonsense\n")
    ended = run(tmp_path, {"ENV_FILE": str(file)}, "manage.py", "check")
    assert "PORT must be a whole number" in ended.stderr


def test_an_https_address_makes_cookies_secure(tmp_path: Path) -> None:
    code = (
        "from config.settings import *; print(SESSION_COOKIE_SECURE, CSRF_COOKIE_SECURE, SECURE_SSL_REDIRECT)"
    )
    assert run(tmp_path, {"SITE_URL": "https://example.org"}, "-c", code).stdout.strip() == "True True True"
    assert run(tmp_path, {}, "-c", code).stdout.strip() == "False False False"


def test_the_public_address_is_among_the_hosts(tmp_path: Path) -> None:
    code = "from config.settings import *; print(ALLOWED_HOSTS)"
    assert "'a.example'" in run(tmp_path, {"SITE_URL": "https://a.example"}, "-c", code).stdout


@pytest.mark.parametrize(("environment", "makes"), DEMOS)
def test_only_a_machine_that_serves_itself_alone_makes_a_demonstration_unasked(
    tmp_path: Path, environment: dict[str, str], makes: str
) -> None:
    ended = run(tmp_path, environment, "-c", "from config import settings; print(settings.DEMO)")
    assert (ended.stdout.strip(), ended.stderr) == (makes, "")


@pytest.mark.parametrize("makes", [True, False])
def test_a_start_prints_links_to_a_demonstration_only_where_it_may(
    monkeypatch: pytest.MonkeyPatch, makes: bool
) -> None:
    called: list[str] = []
    monkeypatch.setattr(serve, "call_command", lambda name, **options: called.append(name))
    for step in ("refuse_wrong_settings", "refuse_taken_port", "say_what_to_mend", "serve"):
        monkeypatch.setattr(serve, step, lambda *words: None)
    with override_settings(DEMO=makes):
        serve.main()
    assert ("demo" in called, "migrate" in called) == (makes, True)


@pytest.mark.parametrize(
    ("lines", "site"),
    [
        ("", "http://127.0.0.1:8000"),
        ("PORT=8080", "http://127.0.0.1:8080"),
        ("PORT=8080\nSITE_URL=https://a.example", "https://a.example"),
    ],
)
def test_links_start_with_the_address_that_the_file_of_settings_gives(
    tmp_path: Path, lines: str, site: str
) -> None:
    file = tmp_path / "some.env"
    file.write_text(lines)
    code = "from django.conf import settings; print(settings.SITE_URL)"
    found = run(tmp_path, {"ENV_FILE": str(file), "DJANGO_SETTINGS_MODULE": "config.settings"}, "-c", code)
    assert found.stdout.strip() == site


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["version"] == VERSION
