"""What must be true before Roundel serves anyone."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register
from django.db import DatabaseError, connection


@register("roundel")
def database_answers(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse a database that cannot be reached; its password is not repeated."""
    try:
        connection.ensure_connection()
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
