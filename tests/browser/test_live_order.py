"""Several servers may bring two pushes in the wrong order: each page shows them in the right one."""

from collections.abc import Iterator

import pytest

from .conftest import OpenPage
from .liveworld import World, serving_world
from .test_live import enter, is_right

EARLY = "if (since > this.held && !this.paused) this.early.set(since, { seq, since, html });"


@pytest.fixture
def world() -> Iterator[World]:
    """A room on a port of its own."""
    with serving_world() as world:
        yield world


@pytest.mark.parametrize("twin", [False, True])
def test_pushes_in_the_wrong_order_cost_no_fetch(world: World, open_page: OpenPage, twin: bool) -> None:
    world.twins = {EARLY: ""} if twin else {}
    page = enter(world, open_page)
    first, second, third = world.change("stage"), world.change("tally"), world.change("comments")
    world.send(third, second, first)
    is_right(page, world)
    page.wait_for_timeout(400)  # longer than a page waits before it fetches
    assert world.asked == (1 if twin else 0)
