"""Take what was erased out of the database's own files too: `manage.py erase`."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from workshop.actions.leftovers import backups_until, rewrite_tables, wipe_leftovers


class Command(BaseCommand):
    help = (
        "Take what was erased out of the files of the database: on SQLite out of its write-ahead log, on "
        "PostgreSQL by writing the tables anew. Says what is left elsewhere, and until when."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if connection.vendor == "sqlite":
            self._sqlite()
        else:
            tables = rewrite_tables()
            self.stdout.write(f"Written anew without the rows that are gone: {len(tables)} tables.")
            self.stdout.write(
                "PostgreSQL's own log (pg_wal, and wherever it is archived or copied) keeps them until its "
                "files are used again or removed; how long is up to that server."
            )
        self._backups()

    def _sqlite(self) -> None:
        if not wipe_leftovers():
            raise CommandError(
                "Somebody was reading the database, so the write-ahead log could not be cut. Try again."
            )
        self.stdout.write("The write-ahead log is empty, and freed pages were written over (secure_delete).")

    def _backups(self) -> None:
        until = backups_until()
        self.stdout.write(
            f"Backups of before hold them until they are removed: by {until:%d %B %Y}, if yours are kept "
            f"for {settings.BACKUP_DAYS} days (BACKUP_DAYS). `manage.py restore` erases them again."
        )
