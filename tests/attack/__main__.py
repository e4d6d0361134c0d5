"""Play workshops in a database of their own, attack them, and print the table: `bin/attack --seeds 5`."""

import argparse
import os

PEOPLE = (5, 8, 12, 30)
ROLES = {"ada": "a participant", "fay": "a facilitator"}
ROW = "| {people} | {promise} | {role} | {of} | {seen} | {totals} |"


def main() -> None:
    """Print a row for each size, promise and role."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=5, help="how many workshops of each kind")
    parser.add_argument("--people", type=int, nargs="*", default=PEOPLE, help="how many people take part")
    parser.add_argument("--ticks", action="store_true", help="the twin: let each answer move the totals")
    asked = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from django.test.utils import setup_databases, teardown_databases

    _say("| people | promise | seen by | answers of others | known by all that was seen | by totals alone |")
    _say("|---|---|---|---|---|---|")
    kept = setup_databases(verbosity=0, interactive=False)
    try:
        for people in asked.people:
            for promise in ("hidden", "unlinked"):
                _rows(people, promise, asked.seeds, ticks=asked.ticks)
    finally:
        teardown_databases(kept, verbosity=0)


def _rows(people: int, promise: str, seeds: int, *, ticks: bool) -> None:
    from django.db import transaction

    from tests.attack.scene import Share, attack, play
    from workshop.models import Round

    if ticks:
        setattr(Round, "is_revealed", property(lambda round: not round.is_draft))  # noqa: B010 - a property
    shares = dict.fromkeys(ROLES, Share(0, 0, 0))
    for seed in range(seeds):
        with transaction.atomic():
            scene = play(people, seed, promise)
            shares = {role: share + attack(scene, role) for role, share in shares.items()}
            transaction.set_rollback(True)
    for role, share in shares.items():
        row = {"people": people, "promise": promise, "role": ROLES[role], "of": share.of}
        _say(ROW.format(**row, seen=_part(share.seen, share.of), totals=_part(share.totals, share.of)))


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - what it is for


def _part(n: int, of: int) -> str:
    return f"{n} ({100 * n / of:.0f} %)"


if __name__ == "__main__":
    main()
