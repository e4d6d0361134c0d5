"""All that is stored, as one print of each table: two prints that are equal hold the same rows."""

import hashlib

from django.apps import apps
from django.db import models

Prints = dict[str, str]

# Reading writes here, as it should: who is signed in, and who looked at what.
OF_READING = {"Session", "Audit"}


def prints(*, without: set[str] = OF_READING) -> Prints:
    """Return a print of each table."""
    return {
        model.__name__: _print(model)
        for model in apps.get_models(include_auto_created=True)
        if model.__name__ not in without
    }


def _print(model: type[models.Model]) -> str:
    rows = model._default_manager.order_by("pk").values_list()
    return hashlib.sha256(repr(list(rows)).encode()).hexdigest()


def changed(before: Prints, after: Prints) -> list[str]:
    """Return the tables that differ."""
    return sorted(name for name in before if before[name] != after[name])
