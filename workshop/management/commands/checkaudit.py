"""See whether any line of the audit was changed or removed: `manage.py checkaudit`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from workshop.analysis.chain import LOST, first_broken
from workshop.models.audit_lines import chains


class Command(BaseCommand):
    help = "Check the chains of the audit, and name the first broken line of each."

    def handle(self, *args: Any, **options: Any) -> None:
        broken = 0
        for slug, links in chains():
            name = f"workshop {slug}" if slug else "the server"
            wrong = first_broken(links)
            if wrong:
                broken += 1
                self.stdout.write(f"BROKEN  {name}: line {wrong[0]}, {wrong[1]}.")
                continue
            lost = sum(link.who == LOST for link in links)
            more = f" Of {lost} early lines it is not kept who wrote them." if lost else ""
            self.stdout.write(f"whole   {name}: {len(links)} lines, the last is {links[-1].hash[:16]}.{more}")
        if broken:
            raise CommandError("The audit was changed. Compare it with a backup from before.")
        self.stdout.write("The audit is whole. Kept elsewhere, this print shows if last lines are cut off.")
