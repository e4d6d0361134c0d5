"""Bring a workshop back from a file that exportworkshop, or the page of exports, wrote."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from workshop.imports.limits import BYTES
from workshop.imports.wholes import opened
from workshop.models import Refusal, User


class Command(BaseCommand):
    help = "Bring a workshop back from a JSON file that Roundel wrote: all of it, or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="the file")
        parser.add_argument(
            "--facilitator",
            metavar="EMAIL",
            help="who takes the seat of the first facilitator; the address of an account on this server",
        )

    def handle(self, *args: Any, path: Path, facilitator: str | None, **options: Any) -> None:
        user = self._user(facilitator) if facilitator else None
        try:
            brought = opened(self._read(path)).bring_in(user)
        except Refusal as refusal:
            raise CommandError(refusal.message) from refusal
        self.stdout.write(f"Brought back: {brought.workshop.title}, with the code {brought.workshop.slug}.")
        if not brought.keeps_code:
            self.stdout.write(f"Its code was {brought.code_was}: another workshop here has that one.")
        self.stdout.write(
            "Not in the file: e-mail addresses, links, passwords, the audit, the words of transcripts, "
            "private notes. Make new links for people on the page People."
        )
        if user is None:
            self.stdout.write(
                "Nobody can open it yet. Bring it back with --facilitator to give it to somebody."
            )

    def _user(self, email: str) -> User:
        try:
            return User.objects.get_by_natural_key(email)
        except User.DoesNotExist as error:
            raise CommandError(
                f"There is no account with the address {email}. Make one with manage.py facilitator {email}."
            ) from error

    def _read(self, path: Path) -> bytes:
        try:
            if path.stat().st_size > BYTES:
                raise CommandError(
                    f"{path} is larger than {BYTES // 1024 // 1024} MB. Nothing was brought in."
                )
            return path.read_bytes()
        except OSError as error:
            raise CommandError(f"{path} cannot be read: {error.strerror}. Look at the path.") from error
