"""`manage.py demo`: a demonstration workshop, and links to it."""

import json
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from workshop.actions.demo import DemoLinks, open_demo
from workshop.management.where import said_where
from workshop.models import Workshop


class Command(BaseCommand):
    help = "Make a demonstration workshop from the six tensions and print links to it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="print the links as JSON")
        parser.add_argument(
            "--promise",
            choices=Workshop.Promise.values,
            default=Workshop.Promise.NAMED,
            help="what the group is promised about names",
        )
        parser.add_argument(
            "--keep", action="store_true", help="use the demonstration that is there, if it is not closed"
        )

        parser.add_argument(
            "--filled", action="store_true", help="let its invented leaders fill in their packs"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        links = open_demo(keep=options["keep"], promise=options["promise"], filled=options["filled"])
        self.stdout.write(json.dumps(addresses(links)) if options["json"] else written(links))
        self.stderr.write(said_where(), self.style.NOTICE)  # beside the links: JSON stays JSON


def addresses(links: DemoLinks) -> dict[str, str | list[str]]:
    """Return the absolute addresses of a demonstration, by who they are for."""
    at = settings.SITE_URL
    return {
        "code": links.workshop.slug,
        "facilitator": f"{at}/staff/{links.facilitator}/",
        "participants": [f"{at}/link/{secret}/" for _name, secret in links.participants],
        "screen": f"{at}/screen/{links.screen}/",
        "join": f"{at}/join/#{links.workshop.join_code}" if links.workshop.join_code else "",
    }


def written(links: DemoLinks) -> str:
    """Return the links as a list for a person to read."""
    found = addresses(links)
    leader, *_others = [name for name, _secret in links.participants] or ["nobody"]
    return "\n".join(
        [
            "",
            f"The demonstration workshop is ready: {links.workshop.title}",
            "",
            "  You, as its facilitator (works once, for a day):",
            f"    {found['facilitator']}",
            f"  One of five invited leaders, {leader} (manage.py demo --keep --json has all five):",
            f"    {(found['participants'] or [''])[0]}",
            f"  Anybody who joins in the room, with the code {links.workshop.join_code or '(switched off)'}:",
            f"    {found['join'] or '(the code is switched off)'}",
            "  The wall screen:",
            f"    {found['screen']}",
            "",
            "Each person needs a browser of their own: another profile, or a private window.",
            "",
        ]
    )
