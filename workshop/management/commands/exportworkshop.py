"""Write a workshop to a file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from workshop.actions.exports import export_workshop
from workshop.exports import FORMATS
from workshop.models import Forbidden, Workshop


class Command(BaseCommand):
    help = "Write a workshop to a file: everything that its promise and its reveals allow."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", help="the workshop's code: the letters after /w/ in its address")
        parser.add_argument("--format", choices=sorted(FORMATS), default="json")
        parser.add_argument("--out", type=Path, required=True, help="the file to write")
        names = parser.add_mutually_exclusive_group()
        names.add_argument(
            "--without-names",
            dest="names",
            action="store_false",
            help="people are pseudonyms, and names in free text are replaced, but for quotes whose speakers "
            "approved them with their name: so it is unless told otherwise",
        )
        names.add_argument(
            "--with-names",
            dest="names",
            action="store_true",
            help="with names where the promise allows, and every word as it is: as an archive",
        )
        parser.add_argument(
            "--unsigned", action="store_true", help="take the names out of approved quotes as well"
        )
        parser.set_defaults(names=False)

    def handle(
        self, *args: Any, code: str, format: str, out: Path, names: bool = False, **options: Any
    ) -> None:
        if names and options["unsigned"]:
            raise CommandError("--with-names keeps every name, also in quotes: leave one of the two out.")
        workshop = Workshop.objects.filter(slug=code).first()
        if workshop is None:
            raise CommandError(
                f"There is no workshop with the code {code}. It stands after /w/ in its address."
            )
        try:
            taken = export_workshop(workshop, format, names=names, unsigned=options["unsigned"])
        except Forbidden as refusal:
            raise CommandError(refusal.message) from refusal
        try:
            out.write_bytes(taken.content)
        except OSError as error:
            raise CommandError(f"{out} cannot be written: {error.strerror}. Choose another place.") from error
        self.stdout.write(f"Written: {out} ({len(taken.content):,} bytes)")
        for note in taken.notes:
            self.stdout.write(f"  {note}")
