"""Put a backup in the place of the database: `manage.py restore FILE [--replace]`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from config.keeping import NoBackup, alone, refuse_to_restore, restore
from workshop.actions.auditing import audit_host
from workshop.actions.erasures import reapply_erasures
from workshop.models.audit_lines import RESTORED
from workshop.models.retention import days_too_near


class Command(BaseCommand):
    help = (
        "Put a backup in the place of the database, bring it up to date, and withdraw again what was since."
    )
    requires_system_checks: list[str] = []  # they refuse a damaged database, which is when one restores

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="what manage.py backup wrote")
        parser.add_argument(
            "--replace",
            action="store_true",
            help="exchange a database that holds something, and keep it aside",
        )

    def handle(self, *args: Any, file: Path, replace: bool, **options: Any) -> None:
        connection.settings_dict["OPTIONS"].pop("pool", None)  # its own lines would look like a server's
        try:
            with alone():  # until what was erased since is erased again
                refuse_to_restore(file, replace=replace)
                kept = restore(file, timezone.now())
                call_command("migrate", interactive=False, verbosity=0)
                audit_host(RESTORED, file=file.name)
                again = reapply_erasures()
        except NoBackup as reason:
            raise CommandError(f"{reason} Nothing was restored.") from None
        near = days_too_near(timezone.now())
        self.stdout.write(f"Restored: {file}")
        self.stdout.write(f"Erased again, since it was withdrawn or deleted after the backup: {again.count}")
        if near:
            self.stdout.write(
                "Their days of erasure are near or past. They are put off until facilitators were reminded "
                f"anew, who may have chosen others after the backup: {', '.join(near)}"
            )
        if kept:
            self.stdout.write(f"What was there before is in {kept}. Remove it when you need it no more.")
        if again.trouble:
            raise CommandError(
                "\n".join(["It is restored, but what was erased since may be back:", *again.trouble])
            )
