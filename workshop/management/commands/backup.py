"""Write the whole database to a file: `manage.py backup [FILE] [--keep DAYS]`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from config.keeping import NoBackup, in_its_place, make_backup, remove_old
from workshop.actions.auditing import audit_host


class Command(BaseCommand):
    help = "Write the whole database to one file, checked, while Roundel serves."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", help="default: by its time, in BACKUP_FOLDER")
        parser.add_argument(
            "--keep",
            type=int,
            metavar="DAYS",
            help="remove backups of ours beside it that are older, and what was there before a restore; "
            "default: BACKUP_DAYS, as people who withdraw are told",
        )

    def handle(self, *args: Any, file: Path | None, keep: int | None, **options: Any) -> None:
        if keep is not None and keep < 1:
            raise CommandError("--keep must be a number of days, 1 or more. No backup was made.")
        now = timezone.now()
        target = file or in_its_place(now)
        try:
            make_backup(target)
        except NoBackup as reason:
            raise CommandError(str(reason)) from None
        audit_host("backed_up", bytes=target.stat().st_size)
        self.stdout.write(f"Written and checked: {target} ({target.stat().st_size:,} bytes)")
        days = keep or settings.BACKUP_DAYS
        old = remove_old(target, days, now)
        for path in old:
            self.stdout.write(f"Removed, older than {days} days: {path}")
        audit_host("backups_removed", count=len(old)) if old else None
