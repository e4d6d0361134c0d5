"""A server that gathers votes, held up as a test wants it."""

import asyncio
from collections.abc import Sequence
from typing import Any

from asgiref.sync import sync_to_async
from django.urls import reverse

from config.gathering import Gathering, is_vote
from config.handler import PooledHandler
from tests.asking import FORM, ask
from tests.stagecraft import uids
from tests.support import House, client_of
from workshop.models import Seat
from workshop.views.votes import PutOffVote, answer_together

TOKEN = "a" * 32


def headers_of(seat: Seat, body: bytes) -> list[tuple[bytes, bytes]]:
    """Return what the seat's browser sends with a form."""
    cookies = [f"{name}={one.value}" for name, one in client_of(seat).cookies.items()]
    return [
        *FORM,
        (b"origin", b"http://testserver"),
        (b"content-length", str(len(body)).encode()),
        (b"cookie", "; ".join([*cookies, f"csrftoken={TOKEN}"]).encode()),
        (b"x-csrftoken", TOKEN.encode()),
        (b"hx-request", b"true"),
    ]


class Server:
    """Serves the house; `groups` keeps how many votes were cast together."""

    def __init__(self, house: House) -> None:
        self.house, self.groups, self.waits = house, list[int](), list[float]()
        self.may_go = asyncio.Event()
        self.may_go.set()
        pages = PooledHandler(threads=2)
        self.door = Gathering(pages, pages, is_vote, self.cast, self.sleep)

    def cast(self, group: Sequence[PutOffVote]) -> None:
        """Note the group."""
        self.groups.append(len(group))
        answer_together(group)

    async def sleep(self, seconds: float) -> None:
        """Wait until the test lets the group go."""
        self.waits.append(seconds)
        await asyncio.sleep(0)
        await self.may_go.wait()

    async def vote(self, seat: Seat, *numbers: int) -> dict[str, Any]:
        """Vote as a page does."""
        [cards, address] = await sync_to_async(self.form)(numbers)
        body = "&".join(f"card={uid}" for uid in cards).encode()
        headers = await sync_to_async(headers_of)(seat, body)
        answer = await ask(lambda: self.door, "POST", address, body, headers)
        return answer | {"words": " ".join(answer["body"].decode().split())}

    def form(self, numbers: Sequence[int]) -> tuple[list[str], str]:
        """Return the uids of cards, and where to send them."""
        address = reverse("ballot", kwargs={"slug": self.house.workshop.slug, "number": 2})
        return uids(self.house, *numbers), address

    async def vote_at_once(self, *wishes: tuple[Seat, tuple[int, ...]]) -> list[dict[str, Any]]:
        """Have several vote before the first is cast; return the answers in their order."""
        self.may_go.clear()
        tasks = [asyncio.create_task(self.vote(seat, *numbers)) for seat, numbers in wishes]
        while len(self.door.waiting) < len(tasks):
            await asyncio.sleep(0)
        self.may_go.set()
        return await asyncio.gather(*tasks)
