"""Measure the pack of the six tensions as a file to print. `bin/load --packs`.

It prints, as JSON, for each copy and size of print the seconds of the clock (the least and the most of five
runs), with the link that is made, the reading and the process that sets it; then those of the processor in
that process, the peak of its memory in MB so far, and the size of the file in kB.
"""

import resource
import time
from collections.abc import Callable
from typing import Any

from django.core.management import call_command

from workshop.actions.exports import Taken
from workshop.actions.inviting import Guest, invite_people
from workshop.actions.pack_files import MOST, Wanted, take_blank_pack, take_own_pack, take_packs
from workshop.actions.packs import SIX_TENSIONS
from workshop.actions.workshops import create_workshop
from workshop.exports.packs.looks import Look, Size
from workshop.models import User

TIMES = 5


def main() -> dict[str, Any]:
    """Seed a workshop, and measure a pack for anybody, one's own, and those of as many as one file takes."""
    call_command("migrate", verbosity=0)
    fay = create_workshop(User.objects.create_user("fay@example.org", name="Fay"), SIX_TENSIONS)
    seats = [one.seat for one in invite_people(fay, [Guest(f"Person {n}") for n in range(MOST)])[0]]
    copies: dict[str, Callable[[Wanted], Taken]] = {
        "anybody": lambda wanted: take_blank_pack(fay, wanted),
        "own": lambda wanted: take_own_pack(seats[0], wanted),
        f"{MOST} by name": lambda wanted: take_packs(fay, seats, wanted),
    }
    sizes = [(name, size) for name in copies for size in Size]
    return {f"{name}, {size}": _measured(copies[name], Wanted(look=Look(size))) for name, size in sizes}


def _measured(take: Callable[[Wanted], Taken], wanted: Wanted) -> dict[str, float]:
    took, before = [], _children().ru_utime
    for _time in range(TIMES):
        start = time.perf_counter()
        content = take(wanted).content
        took.append(time.perf_counter() - start)
    used = _children()
    found = {"least": min(took), "most": max(took), "processor": (used.ru_utime - before) / TIMES}
    found |= {"memory": used.ru_maxrss / 1024, "size": len(content) / 1000}
    return {name: round(value, 2) for name, value in found.items()}


def _children() -> resource.struct_rusage:
    return resource.getrusage(resource.RUSAGE_CHILDREN)
