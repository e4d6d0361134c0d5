"""What must be true before Roundel serves anyone."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import ERROR, CheckMessage, Error, register, run_checks
from django.db import DatabaseError, connection


@register("roundel")
def database_answers(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse a database that cannot be reached; its password is not repeated."""
    trial = connection.copy()
    trial.settings_dict["OPTIONS"].pop("pool", None)  # a pool would retry for a while and hide the reason
    try:
        trial.ensure_connection()
        trial.close()
    except (DatabaseError, OSError) as reason:
        return [_unreachable(str(reason))]
    return []


def _unreachable(reason: str) -> Error:
    where = connection.settings_dict
    place = f"{where['HOST']}:{where['PORT'] or 5432}" if where["HOST"] else f"the file {where['NAME']}"
    return Error(
        f"The database at {place} cannot be reached: {reason.strip()}",
        hint="Start it, or correct DATABASE_URL.",
        id="roundel.E001",
    )


def problems() -> str:
    """Return what all system checks find wrong, one problem a line, or nothing."""
    serious = [problem for problem in run_checks() if problem.is_serious(ERROR)]
    return "\n".join(f"{problem.msg} {problem.hint or ''}".strip() for problem in serious)
