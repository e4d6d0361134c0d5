"""Who is credited, as they said themselves: never with a pseudonym, which would say who wrote what."""

from typing import Any

from workshop.models import Credit, Workshop
from workshop.models.brought import credited_in

Data = dict[str, Any]


def credits_of(workshop: Workshop) -> list[Data]:
    """Return everybody who is credited, in the order of their names, with those that came in a file."""
    return [
        {
            "kind": each.kind,
            "name": each.name if each.kind == Credit.Kind.NAMED else "",
            "role": each.role,
            "roles": each.role_keys,
            "entered": each.entered,
        }
        for each in credited_in(workshop)
    ]
