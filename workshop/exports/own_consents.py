"""What a person was asked to agree to and answered, with the information that stood before them."""

from typing import Any

from workshop.models import Seat
from workshop.models.consent_lines import asked_and_answered
from workshop.models.sheets import sheets_of

from .moments import stamp

Data = dict[str, Any]


def agreed_to(seat: Seat) -> list[Data]:
    """Return each answer, in the order of time, with the version of the information that stood then."""
    return [
        {
            "item": each.item.text,
            "answer": "yes" if each.answer else "no",
            "version_of_the_information": each.sheet,
            "at": stamp(each.at),
            "entered_by_a_facilitator": each.proxy_id is not None,
        }
        for each in asked_and_answered(seat)
    ]


def information(seat: Seat) -> list[Data]:
    """Return the words of each version of the information that the person answered to."""
    had = set(asked_and_answered(seat).values_list("sheet", flat=True))
    return [
        {"version_of_the_information": each.version, "words": each.text}
        for each in sheets_of(seat.workshop)
        if each.version in had
    ]
