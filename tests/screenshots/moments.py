"""The hour of a rehearsal, moment by moment: what `Live.taking` has the server's own process do."""

import json
import sys
import uuid

from tests.browser.taking import signed_in
from tests.support import make_user
from tests.synthesis import numbered, wanted
from workshop.actions.demo import fill_demo, open_demo
from workshop.actions.links import find_link, mint_link, take_seat
from workshop.actions.packs import SIX_TENSIONS
from workshop.actions.proposals import make_proposal
from workshop.actions.putting import put_change
from workshop.actions.rehearsals import rehearse_template
from workshop.actions.rehearsing.playing import play_all
from workshop.actions.rounds import close_round, open_round, reveal_round
from workshop.actions.stage import bring_card, move_stage
from workshop.models import Card, Seat, Workshop
from workshop.models.passes import pass_name, write_pass
from workshop.models.rehearsals import cast_of

SEED = uuid.UUID(int=5)  # a group that is divided enough to be looked at
CODES = {"demo": "KITE4827", "rehearsal": "LARK4827"}
WHY = "One question, three faces."
MERGED = "Individual motivation vs structural issues"


def begin(kind: str) -> None:
    """Make a rehearsal, or a demonstration whose leaders are simulated; write down its code and cookies."""
    if kind == "rehearsal":
        user = make_user("rea@example.org", "Rea Hartley")
        seat = rehearse_template(user, SIX_TENSIONS, uid=uuid.uuid4())
    else:
        seat = Seat.objects.get(workshop=open_demo().workshop, role=Seat.Role.FACILITATOR)
    Workshop.objects.filter(pk=seat.workshop_id).update(series_uid=SEED, join_code=CODES[kind])
    sys.stdout.write(json.dumps([seat.workshop.slug, signed_in(seat)]))


def sit(slug: str, number: str) -> None:
    """Take the seat of a simulated leader; write its cookies down."""
    seat = cast_of(Workshop.objects.get(slug=slug))[int(number)]
    found = find_link(mint_link(seat, seat))
    assert found
    sys.stdout.write(json.dumps({pass_name(slug): write_pass(take_seat(found))}))


def reach(slug: str, moment: str) -> None:
    """Lead to a moment; the leaders have then done what they are asked, or most of it."""
    workshop = Workshop.objects.get(slug=slug)
    assert workshop.chair
    MOMENTS[moment](workshop, workshop.chair)
    sys.stdout.write("true")


def packs(workshop: Workshop, fay: Seat) -> None:
    """The pack is open, and all have filled it in but one, who is in the middle of it."""
    pack = workshop.rounds.get(number=1)
    if workshop.purpose == Workshop.Purpose.DEMO:
        fill_demo(fay)
        return
    open_round(fay, pack)
    play_all(workshop, ["enter", "agree", "comment", "place"])


def welcome(workshop: Workshop, fay: Seat) -> None:
    """The packs are closed; the group is at its ground rules."""
    play_all(workshop)
    close_round(fay, workshop.rounds.get(number=1))
    go(workshop, fay, "welcome")
    play_all(workshop)


def poll(workshop: Workshop, fay: Seat) -> None:
    """The poll is open, and nobody has answered yet."""
    go(workshop, fay, "poll")


def answered(workshop: Workshop, fay: Seat) -> None:
    """All have nominated."""
    play_all(workshop)


def revealed(workshop: Workshop, fay: Seat) -> None:
    """The poll is revealed."""
    reveal_round(fay, workshop.rounds.get(number=2))


def talk(workshop: Workshop, fay: Seat) -> None:
    """A card is at the front, and people have talked about it."""
    workshop.look_again()
    bring_card(fay, Card.objects.get(workshop=workshop, number=2), workshop.step_rev)
    workshop.look_again()
    play_all(workshop)


def merge(workshop: Workshop, fay: Seat) -> None:
    """A merge is before the group, and all have answered."""
    change = wanted(workshop, "merge", numbered(workshop, 4, 5, 6), titles=[MERGED], reason=WHY)
    put_change(fay, change, uid=uuid.uuid4())
    play_all(workshop)


def results(workshop: Workshop, fay: Seat) -> None:
    """The merge is made, and the card sort revealed on the results."""
    make_proposal(fay, workshop.proposals.get(state="put"))
    reveal_round(fay, workshop.rounds.get(number=1))
    go(workshop, fay, "results")


def go(workshop: Workshop, fay: Seat, kind: str) -> None:
    """Put the step of a kind on the stage."""
    workshop.look_again()
    move_stage(fay, workshop.steps.filter(kind=kind).earliest("position"), workshop.step_rev)
    workshop.look_again()


MOMENTS = {each.__name__: each for each in (packs, welcome, poll, answered, revealed, talk, merge, results)}
