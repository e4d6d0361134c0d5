"""What a database still has on the disk of rows that are gone, and how to be rid of it."""

import logging
from datetime import date, timedelta

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.utils import timezone

from workshop.models import Job
from workshop.models.jobs import WIPE, pause_after

from .jobs import finish, plan

PATIENCE = 2000  # milliseconds: who writes waits as long
log = logging.getLogger(__name__)


def backups_until() -> date:
    """Return the last day on which a backup, kept as the settings say, may hold what is erased today."""
    return timezone.localdate() + timedelta(days=settings.BACKUP_DAYS)


class StillRead(Exception):
    """Somebody reads what is in the database's log, so it cannot be cut yet."""


def wipe_leftovers() -> bool:
    """Write over what SQLite keeps of erased rows beside its file; return whether nothing is left there.

    Pages of the file itself are written over as they are freed (`secure_delete`); the write-ahead log still
    has them until it is copied back and cut to nothing, which waits a moment for whoever is reading. If they
    read for longer, a worker does it later. Does nothing on PostgreSQL, where ``rewrite_tables`` is for
    whoever runs the server. Outside a transaction.
    """
    if connection.vendor != "sqlite":
        return False
    if _cut_the_log():
        return True
    log.warning(
        "Erased words are still in the write-ahead log: a worker takes them out, or `manage.py erase`."
    )
    now = timezone.now()
    plan(WIPE, f"{WIPE}:{now.isoformat()}", now + pause_after(1))
    return False


def wipe_later(job: Job) -> None:
    """Do what a reader kept ``wipe_leftovers`` from.

    Raises:
        StillRead: so the worker tries it again.
    """
    if connection.vendor == "sqlite" and not _cut_the_log():
        raise StillRead
    finish(job)


def _cut_the_log() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout={PATIENCE}")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy = bool(cursor.fetchone()[0])
        cursor.execute(f"PRAGMA busy_timeout={1000 * connection.settings_dict['OPTIONS'].get('timeout', 5)}")
    return not busy


def keeps_erased() -> bool:
    """Whether the database's own files have erased rows until ``rewrite_tables`` is run."""
    return connection.vendor != "sqlite"


# Wait, ten seconds at most, until nobody else in this database has a snapshot: PostgreSQL's own helpers have.
UNSEEN = """DO $$ BEGIN
    FOR each IN 1..200 LOOP
        PERFORM pg_stat_clear_snapshot();
        EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()
            AND pid <> pg_backend_pid() AND (backend_xmin IS NOT NULL OR backend_xid IS NOT NULL));
        PERFORM pg_sleep(0.05);
    END LOOP;
END $$"""


def rewrite_tables() -> list[str]:
    """Write each table of Roundel anew without the rows that are gone (PostgreSQL); return their names.

    Each is locked while it is rewritten, a moment for a workshop's worth of rows. Outside a transaction.
    """
    tables = [model._meta.db_table for model in apps.get_app_config("workshop").get_models()]
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(UNSEEN)  # a row that an open snapshot may still see would be written anew, too
            cursor.execute(f"VACUUM FULL {connection.ops.quote_name(table)}")
        cursor.execute("CHECKPOINT" if _may_checkpoint() else "SELECT 1")
    return tables


def _may_checkpoint() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        return bool(cursor.fetchone()[0])
