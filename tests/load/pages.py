"""Measure pages at six cards, and at 203 and 280 cards with 2,000 comments; and the pages of the hour, with
twelve cards and twelve people. `bin/load --pages` starts it.

For each page it prints, as JSON, the processor time of one answer (the median of many, in ms, all but the
network), its queries and its size in kB. It works on the database of the settings, which is a scratch one.
"""

import statistics
import time
import uuid
from typing import Any

from django.core.management import call_command
from django.db import connection
from django.test import Client

from tests.load import rooms
from tests.support import House, client_of, make_house
from tests.synthesis import change
from workshop.actions.cards import write_card
from workshop.actions.rounds import open_round
from workshop.models import Remark, User

# Cards in the pack, parts of each, comments. With what they became, 203 and 280 cards.
SIZES = {"six": (6, 1, 60), "many": (35, 4, 2000), "most": (40, 5, 2000)}
PAGES = ("synthesis", "lineage", "results")
ANSWERS = 15
WORDS = "We set the bar so high that only those with time to spare could take part at all. " * 3


def filled(cards: int, parts: int, comments: int) -> House:
    """Return a workshop whose pack's cards were split into parts, of which two in five were merged."""
    house = make_house(pack_open=False)
    for n in range(7, cards + 1):
        write_card(house.fay, uid=uuid.uuid4(), title=f"Tension number {n} vs its other side", summary=WORDS)
    open_round(house.fay, house.pack)
    for card in house.cards if parts > 1 else []:
        change(house.fay, "split", [card], titles=[f"Part {n} vs its other side" for n in range(parts)])
    said(house, comments)
    table = house.cards
    for n in range(0, len(table) - 1, 5):
        change(house.fay, "merge", table[n : n + 2], titles=["Both of these, put into one"])
    return house


def said(house: House, comments: int) -> None:
    """Let five leaders say so much: to the pack's cards first, then in the room to those on the table."""
    prompts, table = list(house.workshop.prompts.filter(card__isnull=False)), house.cards
    Remark.objects.bulk_create(
        Remark(
            workshop=house.workshop,
            seat=house.leaders[n % 5],
            prompt=prompts[n // 5] if n < 5 * len(prompts) else None,
            card=None if n < 5 * len(prompts) else table[n % len(table)],
            body=WORDS,
        )
        for n in range(comments)
    )


def measured(client: Client, path: str) -> dict[str, float]:
    """Return what one page costs."""
    seen: list[str] = []

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        seen.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        answer = client.get(path)
    if answer.status_code != 200:
        raise SystemExit(f"{path} answered {answer.status_code}.")
    spent = []
    for _time in range(ANSWERS):
        start = time.process_time()
        client.get(path)
        spent.append(1000 * (time.process_time() - start))
    return {
        "ms": round(statistics.median(spent), 1),
        "queries": len(seen),
        "kb": round(len(answer.content) / 1024, 1),
    }


def main() -> dict[str, Any]:
    """Measure each page at both sizes."""
    call_command("migrate", verbosity=0)
    found: dict[str, Any] = {page: {} for page in PAGES}
    for size, numbers in SIZES.items():
        User.objects.all().delete()
        house = filled(*numbers)
        client = client_of(house.fay)
        for page in PAGES:
            found[page][size] = measured(client, f"/w/{house.workshop.slug}/{page}/")
    User.objects.all().delete()
    return found | {"twelve": rooms.measure(measured)}
