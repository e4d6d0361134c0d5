"""Who is credited, as they said themselves: never with a pseudonym, which would say who wrote what."""

from typing import Any

from workshop.models import Credit, Workshop
from workshop.models.credits import credits_in, roles_of

Data = dict[str, Any]


def credits_of(workshop: Workshop) -> list[Data]:
    """Return everybody who is credited, in the order of their names."""
    return [
        {
            "kind": each.kind,
            "name": each.name if each.kind == Credit.Kind.NAMED else "",
            "role": each.role,
            "roles": roles_of(each),
            "entered": each.proxy_id is not None,
        }
        for each in credits_in(workshop)
    ]
