"""A push: numbers taken, the database read, each fragment rendered once for its audience, one frame sent."""

import time
from collections.abc import Callable
from functools import partial

from asgiref.sync import async_to_sync

from workshop.models.languages import in_english

from . import frames
from .changes import Changes, take_numbers
from .fragments import render
from .hub import Hub, Pushes
from .numbers import since
from .reading import in_thread


async def publish(hub: Hub, workshop_id: int, changes: Changes) -> float:
    """Make one push for each audience and hand them to every process, this one included.

    Returns:
        the seconds of work in this process: making this push, and giving the last one to the sockets. Time
        spent waiting, for the database or for other work, is not counted.
    """
    pushes, making = await in_thread(_timed, workshop_id, changes, partial(hub.listens, workshop_id))
    if pushes:
        await hub.publish(workshop_id, pushes)
    return making + hub.giving(workshop_id)


def _timed(workshop_id: int, changes: Changes, listens: Callable[[str], bool]) -> tuple[Pushes, float]:
    began = time.thread_time()
    return compose(workshop_id, changes, listens), time.thread_time() - began


def publish_alone(hub: Hub, workshop_id: int, changes: Changes) -> None:
    """The same in a process that serves nobody, such as a command: its changes are for the others."""
    pushes = compose(workshop_id, changes, partial(hub.listens, workshop_id))
    if pushes:
        async_to_sync(hub.publish)(workshop_id, pushes)


def compose(workshop_id: int, changes: Changes, listens: Callable[[str], bool]) -> Pushes:
    """Take the numbers that are due, for listening audiences or not, and render for those that listen.

    In English, whoever's press it tells of.
    """
    take_numbers(workshop_id, changes)
    told = {audience: change for audience, change in changes.items() if change.seqs and listens(audience)}
    wanted = {audience: change.fragments for audience, change in told.items()}
    with in_english():
        html = render(workshop_id, wanted) if wanted else {}
    return {audience: _push(change.seqs, html[audience]) for audience, change in told.items()}


def _push(seqs: set[int], html: str) -> tuple[int, str]:
    seq = max(seqs)
    return seq, frames.push(seq, since(seqs), html)
