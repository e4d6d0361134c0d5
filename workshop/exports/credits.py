"""Who is credited, as they said themselves: never with a pseudonym, which would say who wrote what."""

from typing import Any

from workshop.models import Credit, Workshop
from workshop.models.credits import CREDIT_ROLES, credits_in, roles_of

from .cells import csv_of

Data = dict[str, Any]
COLUMNS = "credit printed_as description roles entered_by_a_facilitator".split()


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


def credits_csv(document: Data) -> bytes:
    """Return a line for each person who is credited, as CSV."""
    names = {key: str(name) for key, name in CREDIT_ROLES}
    return csv_of(
        COLUMNS,
        (
            {
                "credit": each["kind"],
                "printed_as": each["name"] or each["role"],
                "description": each["role"],
                "roles": "; ".join(names[key] for key in each["roles"]),
                "entered_by_a_facilitator": "yes" if each["entered"] else "no",
            }
            for each in document["credits"]
        ),
    )
