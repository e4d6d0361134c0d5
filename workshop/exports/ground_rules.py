"""Ground rules as plain data: what stands, and how many agree; never who agrees."""

from collections.abc import Iterator
from typing import Any

from workshop.models import Workshop
from workshop.models.agreed_to import Agreed
from workshop.models.entered import told
from workshop.models.ground_rules import entered_of, ground_of

from .seats import known_seat

Data = dict[str, Any]


def ground_rules_of(workshop: Workshop, names: bool, agreed: Agreed) -> Data:
    """Return the rules in order, without those of somebody who does not take part, and the counts."""
    ground = ground_of(workshop)
    rows = workshop.ground_rules.filter(withdrawn_at=None).select_related("seat", "proxy")
    return {
        "rules": [
            {
                "uid": str(row.uid),
                "text": row.text,
                "seat": known_seat(row.seat, names),
                "entered_by": row.proxy.pseudonym if row.proxy and names else None,
            }
            for row in rows
            if row.seat_id not in agreed.declined
        ],
        "agree": ground.agree,
        "agree_entered": told(entered_of(workshop, ground), ground.agree),
        "agreed_before_the_last_change": ground.earlier,
    }


def ground_rule_rows(document: Data) -> Iterator[dict[str, object]]:
    """Yield a line for each ground rule."""
    for each in document["ground_rules"]["rules"]:
        line = {"record": "ground rule", "seat": each["seat"], "entered_by": each["entered_by"]}
        yield {**line, "text": each["text"]}
