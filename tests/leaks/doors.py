"""Every form's address, asked in ways that no page asks: one workshop for all rows, each taken back."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.urls import reverse

from tests.support import House
from tests.views.permission_rows import ROWS
from tests.views.permissions import PEOPLE, Row
from workshop.models import Seat, Workshop

FORMS = [row for row in ROWS if row.method == "post"]


def afresh(house: House) -> House:
    """Return the same workshop and people as a request reads them."""

    def seat(each: Seat) -> Seat:
        return Seat.objects.select_related("workshop", "person__user").get(pk=each.pk)

    workshop = Workshop.objects.get(pk=house.workshop.pk)
    others = [seat(each) for each in house.others]
    return House(workshop, seat(house.fay), seat(house.ada), others, seat(house.zed), seat(house.zoe))


@contextmanager
def taken_back() -> Iterator[None]:
    """Take back whatever the block changes."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def who_may(row: Row) -> str:
    """Return somebody whom a row lets in; empty if it lets nobody in."""
    statuses = dict(zip(PEOPLE, map(int, row.expected.split()), strict=True))
    return next((who for who in ("fay", "ada", "nobody") if statuses[who] < 400), "")


def address_of(row: Row, house: House, **instead: Any) -> str:
    """Return the address of a row, with some of its parts replaced."""
    parts = {"slug": house.workshop.slug} if row.in_workshop else {}
    return reverse(row.name, kwargs=parts | row.parts(house) | instead)


def is_about_things(row: Row, house: House) -> bool:
    """Whether the address names something of the workshop by its uid."""
    named = {"uid", "card", "prompt", "step", "question", "proposal", "rule", "copy"}
    return row.in_workshop and bool(named & set(row.parts(house)))
