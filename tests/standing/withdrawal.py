"""Somebody withdraws on a server's database: `python -m tests.standing.withdrawal SLUG PSEUDONYM`."""

import sys

import django

django.setup()

from workshop.actions.withdrawing import withdraw  # noqa: E402 - Django must be set up
from workshop.models import Seat  # noqa: E402 - the same

if __name__ == "__main__":
    slug, pseudonym = sys.argv[1:]
    assert withdraw(Seat.objects.get(workshop__slug=slug, pseudonym=pseudonym))
