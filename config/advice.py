"""The warnings of `hosting.py` as Django's checks, and as what a start says."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.core.checks import CheckMessage, register, run_checks
from django.db import DatabaseError

from config import hosting

TAG = "hosting"
AT_A_START = "roundel.W009"  # the worker has not begun yet
CHECKS = {
    "W001": hosting.address,
    "W002": hosting.debugging,
    "W003": hosting.secret,
    "W004": hosting.database_file,
    "W007": hosting.backups,
    "W008": hosting.mail,
    "W009": hosting.worker,
    "W011": hosting.clock,
    "W012": hosting.processes,
    "W013": hosting.hosts,
    "W014": hosting.disk,
    "W015": hosting.notices,
    "W016": hosting.ledger,
    "W017": hosting.syncing,
}


@register(TAG, deploy=True)
def hosted_well(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Say what a host should mend.

    What a database that is not made yet would tell, or a file that we may not look at, is left out.
    """
    found: list[CheckMessage] = []
    for name, check in CHECKS.items():
        try:
            for says, hint in check():
                found.append(checks.Warning(says, hint=hint, id=f"roundel.{name}"))
        except (DatabaseError, OSError):
            continue
    return found


def said_at_a_start() -> str:
    """Return what a start says, a warning a line with what to do, or nothing."""
    found = run_checks(tags=[TAG], include_deployment_checks=True)
    lines = [f"- {each.msg} {each.hint}" for each in found if each.id != AT_A_START]
    return "\n".join(["Roundel runs. Before others rely on it:", *lines]) if lines else ""
