"""The ten promises, in plain words, and the tests that hold each; figures are in docs/promises.json."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

FIGURES = "docs/promises.json"


@dataclass(frozen=True)
class Promise:
    """One promise.

    Attributes:
        says: the promise, to whoever takes part.
        means: how far it goes.
        tests: the files that hold it, as patterns from the project's folder.
    """

    says: Lazy
    means: Lazy
    tests: tuple[str, ...]


PROMISES = (
    Promise(
        _("Nothing you write is lost."),
        _(
            "Not by a dropped line, a closed tab, a second tab, a server that stops, a full disk, or words "
            "that two people change at once: both versions are kept until somebody chooses."
        ),
        (
            "tests/browser/test_lost*.py",
            "tests/views/test_acknowledged.py",
            "tests/views/test_two.py",
            "tests/views/test_words_kept.py",
            "tests/actions/test_pack_race.py",
            "tests/views/test_trouble.py",
        ),
    ),
    Promise(
        _("A backup brings everything back."),
        _(
            "It is taken while people write, is checked, and has all that was said to be saved before it "
            "began."
        ),
        ("tests/standing/test_backup.py", "tests/standing/test_drill.py"),
    ),
    Promise(
        _("What you choose is shown to nobody before the reveal."),
        _(
            "No page, live update, file, e-mail or log carries it to anybody: not to the chair, not to "
            "facilitators, not as a hint in a count."
        ),
        ("tests/live/test_silence*.py", "tests/views/test_live_silence.py", "tests/leaks/test_*.py"),
    ),
    Promise(
        _("Your name goes where your workshop said, and nowhere else."),
        _(
            "One sentence says who sees what. It is fixed by the first answer, and every page, update and "
            "file asks the same rule. The wall screen shows no names."
        ),
        (
            "tests/attack/test_*.py",
            "tests/views/test_results_privacy.py",
            "tests/views/test_figures_privacy.py",
            "tests/views/test_desk_names.py",
            "tests/views/test_shifts.py",
            "tests/exports/test_document.py",
            "tests/views/test_entered_counts.py",
        ),
    ),
    Promise(
        _("Unlinked after the close means unlinked."),
        _(
            "Where a workshop promises it, the link between people and answers is destroyed at the close, "
            "and order and times with it. What nobody can do afterwards is said beforehand."
        ),
        (
            "tests/actions/test_unlink*.py",
            "tests/views/test_unlink*.py",
            "tests/views/test_setup.py",
            "tests/views/test_said_before*.py",
            "tests/views/test_asked_twice.py",
        ),
    ),
    Promise(
        _("Nobody comes in who was not invited."),
        _(
            "Strangers find nothing, not even that a workshop exists. Personal links are keys: kept as a "
            "fingerprint alone, ended at one press, and written into no log. Guessing stops."
        ),
        (
            "tests/views/test_permissions.py",
            "tests/views/test_links.py",
            "tests/views/test_throttle.py",
            "tests/live/test_origin.py",
            "tests/live/test_rights.py",
        ),
    ),
    Promise(
        _("What anybody types harms nobody."),
        _(
            "Scripts and odd characters, in every box, are words on every page and in every file, and stay "
            "words."
        ),
        (
            "tests/leaks/test_payloads.py",
            "tests/test_odd*.py",
            "tests/exports/test_odd*.py",
            "tests/views/test_odd*.py",
            "tests/test_protection.py",
            "tests/browser/test_payloads.py",
        ),
    ),
    Promise(
        _("What is yours you can see, take along and take back."),
        _(
            "You see beforehand what withdrawing erases, and what stays with the group. What was erased is "
            "erased again from a backup that is put back."
        ),
        (
            "tests/actions/test_withdrawing*.py",
            "tests/actions/test_taking_back.py",
            "tests/actions/test_erasures.py",
            "tests/test_leftovers.py",
            "tests/actions/test_erasing_rules.py",
            "tests/views/test_my_data.py",
            "tests/views/test_own_words.py",
            "tests/views/test_what_goes.py",
            "tests/views/test_after_a_withdrawal.py",
            "tests/views/test_said_after_the_close.py",
        ),
    ),
    Promise(
        _("You are quoted and credited only as you agreed."),
        _("You can change what you agreed to as easily as you gave it, and files follow."),
        (
            "tests/actions/test_consents.py",
            "tests/actions/test_sheets.py",
            "tests/actions/test_credits.py",
            "tests/actions/test_quotes*.py",
            "tests/exports/test_declined.py",
            "tests/views/test_quotes.py",
        ),
    ),
    Promise(
        _("Who saw and took what is on record, and everything goes on its day."),
        _(
            "No line of the record can be changed unseen. A workshop that has a day of erasure is erased on "
            "it. Its facilitators are reminded before, by letter and on their pages; a day that no letter "
            "went about, and that none of them said to have seen, is put off once, by 30 days."
        ),
        (
            "tests/standing/test_audit.py",
            "tests/standing/test_retention.py",
            "tests/standing/test_no_mail.py",
            "tests/standing/test_jobs.py",
        ),
    ),
)


def files_of(promise: Promise) -> list[str]:
    """Return the test files that hold a promise, from the project's folder; none where there are no tests."""
    root = Path(settings.BASE_DIR)
    return sorted({str(path.relative_to(root)) for each in promise.tests for path in root.glob(each)})


def last_figures() -> dict[str, Any]:
    """Return what was measured last, or nothing: ``measured``, a date, and ``promises`` by number."""
    file = Path(settings.BASE_DIR) / FIGURES
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return found
