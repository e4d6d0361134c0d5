"""The pages of the hour, with twelve cards and twelve people who have filled in their packs."""

import asyncio
import uuid
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.backends.signals import connection_created
from django.test import Client

from config.handler import PooledHandler
from tests.asking import FORM, ask
from tests.stagecraft import put, say, vote
from tests.support import House, client_of, make_house
from workshop.actions.cards import write_card
from workshop.actions.rounds import open_round, reveal_round
from workshop.actions.sort import place_card
from workshop.models import Remark

WORDS = "We set the bar so high that only those with time to spare could take part at all. " * 3
ZONES = ("inner", "outer", "unplaced")
ASKED = 40  # requests during which connections are counted
Measured = Callable[[Client, str], dict[str, float]]


def measure(measured: Measured) -> dict[str, Any]:
    """Return what each page costs during the poll and with a card in front; and connections opened."""
    house = twelve()
    put(house, "poll")
    for n, seat in enumerate(house.leaders[:-1]):
        vote(house, seat, 1 + n % 3, 5)
    found = {"poll": pages(house, measured)}
    reveal_round(house.fay, house.poll)
    card = house.cards[4]
    put(house, "card", card)
    for seat in house.leaders[:10]:
        say(house, seat, card, WORDS)
    return found | {"card": pages(house, measured), "connections": opened(house)}


def twelve() -> House:
    """Return a workshop whose people have placed every card and commented on six."""
    house = make_house(12, pack_open=False)
    for n in range(7, 13):
        write_card(house.fay, uid=uuid.uuid4(), title=f"Tension number {n} vs its other side", summary=WORDS)
    open_round(house.fay, house.pack)
    for n, prompt in enumerate(house.workshop.prompts.filter(card__isnull=False)):
        for seat in house.leaders[n % 2 :: 2]:
            Remark.objects.create(workshop=house.workshop, seat=seat, prompt=prompt, body=WORDS)
    for seat in house.leaders:
        for n, card in enumerate(house.cards):
            place_card(seat, house.pack, card, ZONES[n % 3])
    return house


def pages(house: House, measured: Measured) -> dict[str, Any]:
    """Return what each page costs whoever opens it."""
    who = {"desk": house.fay, "room": house.ada, "pack": house.ada, "screen": house.fay}
    address = f"/w/{house.workshop.slug}/"
    return {page: measured(client_of(seat), f"{address}{page}/") for page, seat in who.items()}


def opened(house: House) -> int:
    """Return how many connections to the database many requests open, once its threads have theirs.

    PostgreSQL's are those of the pool; SQLite's are one for each of the server's threads.
    """
    cookies = client_of(house.ada).cookies
    cookie = "; ".join(f"{name}={one.value}" for name, one in cookies.items()).encode()
    server, counted = PooledHandler(), list[int]()

    def note(**_: Any) -> None:
        counted.append(1)

    async def many() -> int:
        path, headers = f"/w/{house.workshop.slug}/room/", [*FORM, (b"cookie", cookie)]
        for n in range(2 * ASKED):
            if n == ASKED:
                before = in_pool() if connection.vendor == "postgresql" else len(counted)
            assert (await ask(lambda: server, "GET", path, headers=headers))["status"] == 200
        return (in_pool() if connection.vendor == "postgresql" else len(counted)) - before

    connection_created.connect(note)
    return asyncio.run(many())


def in_pool() -> int:
    """Return how many connections the pool has opened."""
    stats: dict[str, int] = connection.pool.get_stats()  # type: ignore[attr-defined]  # psycopg's alone
    return stats["connections_num"]
