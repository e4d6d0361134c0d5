"""Read Roundel's settings from the environment, and refuse nonsense in plain English.

Each function takes the reader and returns a value that Django can use. A value that cannot work raises
`WrongSetting`, which ends the program with one sentence that names the setting and says what to write
instead. Values that may hold a password are never repeated.
"""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from django.http.request import validate_host
from environs import Env, EnvError

OWN_MACHINE = {"127.0.0.1", "localhost", "[::1]"}
SCHEMES = ("sqlite", "postgres", "postgresql")
SQLITE_START = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;"
)


class WrongSetting(SystemExit):
    """A setting that Roundel cannot start with; its text is for the person at the keyboard."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Roundel cannot start. {reason}\nSettings come from the environment or the file .env."
        )


def reader(folder: Path) -> Env:
    """Return a reader of the environment and of `folder`/.env (ENV_FILE names another file)."""
    env = Env()
    env.read_env(os.environ.get("ENV_FILE", str(folder / ".env")), recurse=False)
    return env


def flag(env: Env, name: str, default: bool = False) -> bool:
    """Return a yes-or-no setting."""
    try:
        return env.bool(name, default)
    except EnvError:
        raise WrongSetting(f"{name} must be true or false.") from None


def number(env: Env, name: str, default: int, *, least: int, most: int) -> int:
    """Return a whole number between `least` and `most`."""
    try:
        value = env.int(name, default)
    except EnvError:
        value = least - 1
    if not least <= value <= most:
        raise WrongSetting(f"{name} must be a whole number between {least} and {most}.")
    return value


def secret_key(env: Env, debug: bool) -> str:
    """Return the secret that signs cookies and links; only DEBUG may do without one."""
    key: str = env.str("SECRET_KEY", "")
    if key or debug:
        return key or "insecure-and-for-debugging-only"
    raise WrongSetting(
        "SECRET_KEY is missing. Give it a long random text, or run bin/up, which writes one into .env."
    )


def site_url(env: Env, port: int) -> str:
    """Return the public address without a final slash, for example https://workshops.example.org."""
    text: str = env.str("SITE_URL", "") or f"http://127.0.0.1:{port}"
    try:
        parts = urlsplit(text)
        fine = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        fine = False
    if not fine or parts.path.strip("/") or parts.query or parts.fragment or parts.username:
        raise WrongSetting(
            "SITE_URL must be the public address alone, like https://workshops.example.org, with no path."
        )
    return f"{parts.scheme}://{parts.netloc.lower()}"


def allowed_hosts(env: Env, debug: bool, site: str) -> list[str]:
    """Return the host names that Roundel answers to; the one of `site`, its public address, is among them."""
    own = urlsplit(site).hostname or ""
    given: list[str] = env.list("ALLOWED_HOSTS", [])
    hosts = [host.strip() for host in given if host.strip()]
    hosts = hosts or ["127.0.0.1", "localhost", own]
    if "*" in hosts and not debug:
        raise WrongSetting(
            "ALLOWED_HOSTS=* lets anyone forge the address in e-mails. Name your own hosts, commas between."
        )
    if not validate_host(own, hosts):
        raise WrongSetting(f"ALLOWED_HOSTS must name {own} too, since SITE_URL sends people there.")
    return hosts


def demo(env: Env, debug: bool, hosts: list[str]) -> bool:
    """Return whether a start makes a demonstration and prints links to it.

    Unless DEMO says so, never on a server that others reach: whoever reads its log could use the links.
    """
    return flag(env, "DEMO", debug or set(hosts) <= OWN_MACHINE)


def redis_url(env: Env) -> str:
    """Return the address of Redis, or nothing when Roundel keeps messages in memory."""
    text: str = env.str("REDIS_URL", "")
    try:
        parts = urlsplit(text)
        fine = parts.scheme in ("redis", "rediss", "unix") and parts.port != 0
        fine = fine and bool(parts.hostname or parts.path)
    except ValueError:
        fine = False
    if text and not fine:
        raise WrongSetting("REDIS_URL must look like redis://127.0.0.1:6379/0, or be left out.")
    return text


def workers(env: Env, redis: str) -> int:
    """Return how many server processes to run; more than one can only speak to each other through Redis."""
    count = number(env, "WORKERS", 1, least=1, most=64)
    if count > 1 and not redis:
        raise WrongSetting("WORKERS above 1 needs Redis: set REDIS_URL too, or leave WORKERS out.")
    return count


def database(env: Env, folder: Path) -> dict[str, Any]:
    """Return Django's description of the database: SQLite in `folder`, unless DATABASE_URL says otherwise."""
    text: str = env.str("DATABASE_URL", "") or f"sqlite:///{folder / 'db.sqlite3'}"
    try:
        scheme = urlsplit(text).scheme
        parsed = dict(dj_database_url.parse(text)) if scheme in SCHEMES else {}
    except (ValueError, KeyError):
        parsed = {}
    if not parsed.get("NAME"):
        raise WrongSetting(
            "DATABASE_URL must look like sqlite:////folder/file.sqlite3 or postgres://user:password@host:5432/name."
        )
    return _sqlite(parsed) if scheme == "sqlite" else _postgresql(env, parsed)


def _sqlite(parsed: dict[str, Any]) -> dict[str, Any]:
    """IMMEDIATE: writers queue instead of dying; FULL: an acknowledged write survives a power cut.

    A connection lasts as long as its thread: `config/handler.py` keeps a few.
    """
    options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_START}
    return parsed | {"CONN_MAX_AGE": None, "OPTIONS": options}


def _postgresql(env: Env, parsed: dict[str, Any]) -> dict[str, Any]:
    """Keep a pool that outlives a restart of the server; without one, each request would connect anew."""
    most = number(env, "DATABASE_POOL", 16, least=2, most=500)
    pool = {"min_size": 2, "max_size": most, "timeout": 3}  # seconds: then say that it is not saved
    options = parsed.get("OPTIONS", {}) | {"pool": pool, "connect_timeout": 5}
    return parsed | {"ENGINE": "config.postgresql", "CONN_MAX_AGE": 0, "OPTIONS": options}


def email(env: Env) -> dict[str, Any]:
    """Return Django's e-mail settings; without EMAIL_URL, e-mails are printed on the console."""
    try:
        parsed = dict(env.dj_email_url("EMAIL_URL", "console://"))
    except EnvError:
        parsed = {}
    if not parsed.get("EMAIL_BACKEND"):
        raise WrongSetting("EMAIL_URL must look like smtp+tls://user:password@mail.example.org:587.")
    return parsed
