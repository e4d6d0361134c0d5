"""Who is credited, as they said themselves: never with a pseudonym, which would say who wrote what."""

from typing import Any

from workshop.models import Credit, Workshop
from workshop.models.brought import BroughtCredit
from workshop.models.credits import credits_in, roles_of

Data = dict[str, Any]
NAMED = Credit.Kind.NAMED


def credits_of(workshop: Workshop) -> list[Data]:
    """Return everybody who is credited, in the order of their names, with those that came in a file."""
    said = [_credit(each, roles_of(each), each.proxy_id is not None) for each in credits_in(workshop)]
    said += [_credit(each, each.role_keys, each.entered) for each in workshop.brought_credits.order_by("pk")]
    return sorted(said, key=lambda each: (each["kind"] != NAMED, (each["name"] or each["role"]).casefold()))


def _credit(row: Credit | BroughtCredit, roles: list[str], entered: bool) -> Data:
    name = row.name if row.kind == NAMED else ""
    return {"kind": row.kind, "name": name, "role": row.role, "roles": roles, "entered": entered}
