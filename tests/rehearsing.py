"""Rehearsals for tests: made, played at once, and led as a facilitator leads."""

import uuid
from collections.abc import Iterable

from tests.support import make_user
from workshop.actions.packs import SIX_TENSIONS
from workshop.actions.rehearsals import rehearse_template
from workshop.actions.rehearsing.playing import play_all
from workshop.actions.rounds import open_round
from workshop.actions.stage import move_stage
from workshop.models import Seat, Workshop

SEED = uuid.UUID(int=7)  # the same leaders, who think and say the same, in each test


def rehearsal(seed: uuid.UUID = SEED, *, pack_open: bool = True, email: str = "rea@example.org") -> Seat:
    """Return the seat of who facilitates a rehearsal of the six tensions."""
    seat = rehearse_template(make_user(email, "Rea"), SIX_TENSIONS, uid=uuid.uuid4())
    Workshop.objects.filter(pk=seat.workshop_id).update(series_uid=seed)
    seat.workshop.refresh_from_db()
    if pack_open:
        open_round(seat, seat.workshop.rounds.get(number=1))
    return seat


def play(seat: Seat, kinds: Iterable[str] = ()) -> int:
    """Let the simulated leaders do all that they are asked, and read the workshop again."""
    count = play_all(seat.workshop, kinds)
    seat.workshop.look_again()
    return count


def lead(seat: Seat, kind: str, *, plays: bool = True) -> None:
    """Put the next step of a kind on the stage; the leaders answer it at once."""
    seat.workshop.look_again()
    step = seat.workshop.steps.filter(kind=kind, started_at=None).earliest("position")
    move_stage(seat, step, seat.workshop.step_rev)
    seat.workshop.look_again()
    if plays:
        play(seat)
