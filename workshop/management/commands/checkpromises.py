"""See whether the ten promises are kept: `manage.py checkpromises [--no-tests] [--only N] [--write]`."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from config.advice import hosted_well
from config.promise_figures import in_words
from config.promise_table import in_table, put_table
from config.promises import FIGURES, PROMISES, files_of, last_figures
from config.proving import Proof, prove, why_not
from workshop.actions.standing import in_force

PAGE = "docs/promises.md"


class Command(BaseCommand):
    help = "Check the ten promises: on this server as it is, and by running the tests that hold each."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--no-tests", action="store_true", help="look at this server alone")
        parser.add_argument(
            "--only", type=int, nargs="+", metavar="N", help="the tests of these promises alone"
        )
        parser.add_argument("--write", action="store_true", help=f"put the figures into {FIGURES} and {PAGE}")

    def handle(self, *args: Any, no_tests: bool, only: list[int] | None, write: bool, **options: Any) -> None:
        wanted = only or list(range(1, len(PROMISES) + 1))
        if not set(wanted) <= set(range(1, len(PROMISES) + 1)):
            raise CommandError(f"The promises are numbered from 1 to {len(PROMISES)}.")
        whole = self.look_around()
        reason = "They were not asked for." if no_tests else why_not()
        if reason:
            self.stdout.write(f"\nThe tests were not run. {reason} The figures below are the last ones.")
        else:
            whole = self.run_tests(wanted, write) and whole
        self.stdout.write("\n" + in_table(last_figures()) if reason or write else "")
        if not whole:
            raise CommandError("Not every promise is kept: see above.")

    def look_around(self) -> bool:
        """Say what holds on this server; return whether all does. Warnings about hosting break nothing."""
        self.stdout.write("On this server:")
        whole = True
        for holds, says in in_force():
            self.stdout.write(f"  {'kept  ' if holds else 'BROKEN'}  {says}")
            whole = whole and holds
        for each in hosted_well(None):
            self.stdout.write(f"  mend    {each.msg} {each.hint}")
        return whole

    def run_tests(self, wanted: list[int], write: bool) -> bool:
        """Run the tests of these promises and say what they came to; return whether none failed."""
        files = {n: files_of(PROMISES[n - 1]) for n in wanted}
        self.stdout.write("\nRunning the tests that hold the promises; it takes some minutes.")
        proved = prove(sorted({file for each in files.values() for file in each}))
        proofs = {n: summed(proved, each) for n, each in files.items()}
        for n, proof in proofs.items():
            self.stdout.write(f"{n:2}  {verdict(proof)}  {PROMISES[n - 1].says}\n    {counted(proof)}")
        if write:
            keep(proofs)
        return all(verdict(proof) == "kept  " for proof in proofs.values())


def summed(proved: dict[str, Proof], files: list[str]) -> Proof:
    """Return what the files of one promise came to together."""
    proof = Proof()
    for file in files:
        proof.add(proved.get(file, Proof(failed=1)))  # a file that did not run is no proof
    return proof


def verdict(proof: Proof) -> str:
    """Return a word for what the tests came to."""
    return "kept  " if proof.passed and not proof.failed else "BROKEN"


def counted(proof: Proof) -> str:
    """Return the counts and the figures in one line."""
    counts = [f"{proof.passed} tests passed", f"{proof.failed} failed", f"{proof.skipped} skipped"]
    return "; ".join([*counts, *(f"{in_words(name)}: {value:,}" for name, value in proof.figures.items())])


def keep(proofs: dict[int, Proof]) -> None:
    """Write the figures down, for the page and for the document."""
    found = last_figures()
    rows = found.get("promises", {})
    rows |= {str(n): vars(proof) | {"measured": str(timezone.localdate())} for n, proof in proofs.items()}
    ordered = {key: rows[key] for key in sorted(rows, key=int)}
    root = Path(settings.BASE_DIR)
    (root / FIGURES).write_text(json.dumps({"promises": ordered}, indent=1) + "\n", encoding="utf-8")
    page = root / PAGE
    page.write_text(put_table(page.read_text(encoding="utf-8"), last_figures()), encoding="utf-8")
