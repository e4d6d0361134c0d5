"""Erase again what was erased, after a backup was put back by hand: `manage.py reapplyerasures`."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from workshop.actions.erasures import reapply_erasures


class Command(BaseCommand):
    help = "Erase again what the ledger of erasures names: withdrawals and deleted workshops."

    def handle(self, *args: Any, **options: Any) -> None:
        applied = reapply_erasures()
        self.stdout.write(f"Erased again: {applied.count}, from {settings.ERASURES_FILE}")
        if applied.trouble:
            raise CommandError("\n".join(applied.trouble))
