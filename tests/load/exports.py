"""Measure the exports of a workshop with 1,000 people, 12 cards and 12,000 comments. `bin/load --exports`.

Each format is written by a process of its own, as whoever runs the server takes it (host), and as a
facilitator takes it from the page, looked through for names. It prints seconds, those of the processor alone,
and, in MB, the peak of memory over what the process held before, and the size of the file.
"""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

from django.core.management import call_command

from tests.load.seed import seated
from workshop.actions.cards import write_card
from workshop.actions.exports import export_workshop
from workshop.actions.packs import SIX_TENSIONS
from workshop.actions.rounds import close_round, open_round, reveal_round
from workshop.actions.workshops import create_workshop
from workshop.exports import FORMATS
from workshop.models import Ballot, Mark, Remark, Round, Seat, User, Workshop

PEOPLE, CARDS, COMMENTS = 1000, 12, 12_000
WORDS = "co-production partners evidence power time trust language patients council research".split()


def seed() -> Workshop:
    """Make the workshop: a sort, a poll, and comments of thirty words, all answered by all."""
    call_command("migrate", verbosity=0)
    fay = create_workshop(User.objects.create_user("fay@example.org", name="Fay"), SIX_TENSIONS)
    for n in range(7, CARDS + 1):
        write_card(fay, title=f"Tension {n}")
    seats, random = [link.seat for link in seated(fay, PEOPLE)], Random(1)
    for round in fay.workshop.rounds.order_by("number"):
        open_round(fay, round)
        _answer(round, seats, random)
        close_round(fay, round)
        reveal_round(fay, round)
    _comment(fay.workshop, seats, random)
    return fay.workshop


def _answer(round: Round, seats: list[Seat], random: Random) -> None:
    cards = [each.card for each in round.round_cards.select_related("card")]
    sort = round.kind == Round.Kind.SORT
    ballots = Ballot.objects.bulk_create(
        Ballot(round=round, seat=seat, state="sent", rev=1) for seat in seats
    )
    marks = []
    for ballot in ballots:
        for card in cards if sort else random.sample(cards, 3):
            zone = random.choice(("inner", "inner", "outer")) if sort else ""
            marks.append(Mark(ballot=ballot, card=card, zone=zone, nominated=not sort))
    Mark.objects.bulk_create(marks, batch_size=500)


def _comment(workshop: Workshop, seats: list[Seat], random: Random) -> None:
    cards = list(workshop.cards.all())
    Remark.objects.bulk_create(
        (
            Remark(
                workshop=workshop, seat=seats[n % PEOPLE], card=cards[n % CARDS], rev=1, body=_words(random)
            )
            for n in range(COMMENTS)
        ),
        batch_size=500,
    )


def _words(random: Random) -> str:
    return f"{' '.join(random.choices(WORDS, k=30)).capitalize()}."


def held() -> float:
    """Return the peak of this process's memory in MB; getrusage would begin with that of its parent."""
    said = Path("/proc/self/status").read_text()
    return int(re.findall(r"VmHWM:\s+(\d+) kB", said)[0]) / 1024


def one(slug: str, format: str, by: str) -> dict[str, float]:
    """Write one format and return what it took."""
    workshop = Workshop.objects.get(slug=slug)
    seat = workshop.seats.get(role=Seat.Role.FACILITATOR) if by == "page" else None
    before, start, cpu = held(), time.perf_counter(), time.process_time()
    content = export_workshop(workshop, format, seat).content
    took = {"seconds": time.perf_counter() - start, "processor": time.process_time() - cpu}
    took |= {"memory": held() - before, "size": len(content) / 1e6}
    return {name: round(value, 1) for name, value in took.items()}


def main(*words: str) -> dict[str, Any]:
    """Seed the workshop, then measure each format in a process of its own: that which is given words."""
    if words:
        return one(*words)
    slug, found = seed().slug, {}
    for by in ("host", "page"):
        for format in FORMATS:
            command = [sys.executable, "-m", "tests.load.task", "exports", slug, format, by]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=os.environ)
            found[f"{format}, {by}"] = json.loads(done.stdout)
    return found
