"""Small things that several models share."""

import secrets
import uuid

from django.db import models

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that are mistaken for one another


def random_slug() -> str:
    """Return ten letters and digits that name a workshop in addresses: about 49 bits."""
    return "".join(secrets.choice(LETTERS) for _ in range(10))


def uid_field() -> models.UUIDField:
    """Return the field for a name that may leave the server (primary keys never do)."""
    return models.UUIDField(default=uuid.uuid4, editable=False)


def unique(*fields: str, name: str, condition: models.Q | None = None) -> models.UniqueConstraint:
    """Return a unique constraint over ``fields``, among the rows that meet the condition."""
    return models.UniqueConstraint(fields=fields, name=name, condition=condition)


def one_of(field: str, values: str, name: str) -> models.CheckConstraint:
    """Return a check that ``field`` holds one of ``values``, written with spaces between."""
    return models.CheckConstraint(condition=models.Q(**{f"{field}__in": values.split()}), name=name)
