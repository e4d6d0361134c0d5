"""Fay writes letters and presses; the worker does what is due."""

import uuid
from contextlib import nullcontext
from datetime import timedelta
from unittest.mock import patch

from django.utils import timezone

from tests.support import House
from workshop.actions.jobs import do_next
from workshop.actions.letters import begin_letter
from workshop.actions.letters.handing import WAYS
from workshop.actions.letters.sending import send_letter
from workshop.models import Letter, Post, Seat


def letter(house: House, kind: str = "invitation") -> Letter:
    """Begin a letter with our own words."""
    return begin_letter(house.fay, kind, uuid.uuid4())


def press(house: House, written: Letter, *whom: Seat) -> int:
    """Send it to people; to everybody, if nobody is named."""
    seats = whom or tuple(house.leaders)
    return send_letter(house.fay, written, rev=written.rev, whom=[each.uid for each in seats])


def work(later: timedelta = timedelta()) -> None:
    """Do what is due, now or so much later; only now in threads, which would put back one another's clock."""
    at = timezone.now() + later
    with patch.object(timezone, "now", lambda: at) if later else nullcontext():
        while do_next(at, WAYS):
            pass


def states(written: Letter) -> dict[str, str]:
    """Return what became of each copy, by name."""
    posts = Post.objects.filter(letter=written, trial=None).select_related("seat__person")
    return {post.seat.name: post.state for post in posts}
