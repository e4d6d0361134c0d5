"""PostgreSQL: its own pg_dump, pg_restore and psql do the work; nothing is changed unless all of it is."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from .files import NoBackup, whole
from .sqlite import Migrations

ENDING = "dump"
# All that is ours goes, in the same transaction that puts the backup in its place.
EMPTY = """DO $$ DECLARE one record; BEGIN
FOR one IN SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
WHERE schemaname = 'public' LOOP
EXECUTE 'DROP TABLE ' || one.name || ' CASCADE'; END LOOP;
FOR one IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') LOOP
EXECUTE 'DROP FUNCTION ' || one.name || ' CASCADE'; END LOOP; END $$;
"""
OTHERS = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
    "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
)


def make(target: Path) -> None:
    """Dump the database into one file, as it is at one moment, and read it whole before it gets its name.

    Raises:
        NoBackup: it cannot be written, pg_dump is missing, or it refuses; its reason is told.
    """
    with whole(target) as part:
        _dump(part)
        with read(part):
            pass


@contextmanager
def read(file: Path) -> Iterator[Migrations]:
    """Give the migrations of a backup that was read whole.

    Raises:
        NoBackup: it is missing, damaged, or no backup of Roundel.
    """
    with tempfile.TemporaryDirectory(prefix="roundel-") as folder:
        rows = _applied(_script(file, Path(folder)))
        if not rows:
            raise NoBackup(f"{file} is no backup of Roundel: it has no list of migrations.")
        yield rows


def busy() -> str:
    """Return why the database cannot be exchanged now: somebody else is connected; or nothing."""
    with connection.cursor() as cursor:
        cursor.execute(OTHERS)
        (others,) = cursor.fetchone()
    connection.close()
    return f"{others} other connections to the database are open." if others else ""


def put_back(file: Path, stamp: str) -> str:
    """Exchange the database for a backup, all or nothing, and return where a dump of what was there is.

    Raises:
        NoBackup: a program is missing, or it refuses: nothing is changed then.
    """
    former = file.absolute().with_name(f"before-{stamp}.{ENDING}")
    make_any(former)
    with tempfile.TemporaryDirectory(prefix="roundel-") as folder:
        empty = Path(folder) / "empty.sql"
        empty.write_text(EMPTY)
        script = _script(file, Path(folder))
        quiet = [
            "--quiet",
            "--no-psqlrc",
            "--set=ON_ERROR_STOP=1",
            "--single-transaction",
            "--output=/dev/null",
        ]
        _run("psql", *quiet, f"--file={empty}", f"--file={script}", _name())
    return str(former)


def make_any(target: Path) -> None:
    """Dump whatever is there, also where it is no Roundel yet.

    Raises:
        NoBackup: as `make`.
    """
    with whole(target) as part:
        _dump(part)


def _dump(part: Path) -> None:
    _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={part}", _name())


def _script(file: Path, folder: Path) -> Path:
    """Turn a dump into the SQL that it stands for, which reads and unpacks all of it."""
    if not file.is_file():
        raise NoBackup(f"There is no file {file}.")
    script = folder / "restore.sql"
    _run("pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(file))
    return script


def _applied(script: Path) -> Migrations:
    rows: Migrations = set()
    inside = False
    with script.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if inside and line.startswith("\\."):
                break
            if inside:
                _id, app, name, *_rest = line.split("\t")
                rows.add((app, name))
            inside = inside or line.startswith("COPY public.django_migrations ")
    return rows


def _name() -> str:
    return str(connection.settings_dict["NAME"])


def _run(program: str, *words: str) -> None:
    """Run one of PostgreSQL's programs; the password goes by the environment, where `ps` does not show it."""
    if shutil.which(program) is None:
        raise NoBackup(
            f"{program} is not installed here. On Debian: sudo apt-get install postgresql-client. "
            "It must not be older than the server."
        )
    given = connection.settings_dict
    _args, around = connection.client.settings_to_cmd_args_env(given, [])
    place = {"PGHOST": given["HOST"], "PGPORT": str(given["PORT"]), "PGUSER": given["USER"]}
    env = os.environ | (around or {}) | {name: value for name, value in place.items() if value}
    command = [program, *words]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if done.returncode:
        raise NoBackup(f"{program} refused: {done.stderr.strip()[-2000:]}")
