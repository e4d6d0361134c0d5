"""What a person said about themselves: what they need to take part, and how they are credited."""

from typing import Any

from workshop.models import Credit, Need, Seat

from .moments import stamp

Data = dict[str, Any]


def needs_of(seat: Seat) -> list[Data]:
    """Return what the person needs to take part, in one row at most."""
    found = Need.objects.filter(seat=seat)
    return [
        {
            "needs": [{"need": name} for name in each.names],
            "at": stamp(each.at),
            "entered_by_a_facilitator": each.proxy_id is not None,
        }
        for each in found
    ]


def credit_as_said(seat: Seat) -> list[Data]:
    """Return how the person is credited, in one row at most."""
    return [
        {
            "credited": each.get_kind_display(),
            "name": each.name,
            "description": each.role,
            "roles": [{"role": role.get_role_display()} for role in each.contributions.all()],
            "entered_by_a_facilitator": each.proxy_id is not None,
        }
        for each in Credit.objects.filter(seat=seat)
    ]
