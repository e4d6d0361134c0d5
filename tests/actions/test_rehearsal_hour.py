"""The hour of a rehearsal: simulated leaders answer each thing as it is asked, at a pace, once."""

import uuid
from collections.abc import Iterator

import pytest

from tests.rehearsing import lead, play, rehearsal
from tests.rounds import give_poles
from tests.support import House
from tests.synthesis import numbered, wanted
from workshop.actions.paces import rest, set_pace
from workshop.actions.proposals import make_proposal
from workshop.actions.putting import put_change
from workshop.actions.questions import add_question, show_answers
from workshop.actions.rehearsing import playing
from workshop.actions.rehearsing.playing import Clock, play_on
from workshop.actions.rounds import reveal_round
from workshop.actions.series import add_change_step, add_round
from workshop.actions.workshops import close_workshop
from workshop.models import Assent, Gesture, Mark, Remark, Seat, Suggestion, Workshop
from workshop.models.pack import own_pack
from workshop.models.rehearsals import cast_of

pytestmark = pytest.mark.django_db


def looks(seat: Seat, clock: Clock, seconds: range) -> Iterator[int]:
    """Look at the clock at these seconds, and yield how much was done each time."""
    for second in seconds:
        yield play_on(Workshop.objects.get(pk=seat.workshop_id), clock, float(second))


def test_the_whole_hour_is_played_to_its_end() -> None:
    seat = rehearsal()
    play(seat)
    workshop = seat.workshop
    lead(seat, "welcome")
    lead(seat, "poll")
    assert workshop.rounds.get(number=2).ballots.exclude(state="started").count() == 5
    reveal_round(seat, workshop.rounds.get(number=2))
    for _card in range(3):
        lead(seat, "card")
    said = Remark.objects.filter(workshop=workshop, card__isnull=False)
    assert said.count() > 4
    assert said.filter(reply_to__isnull=False).exists()
    assert Suggestion.objects.filter(workshop=workshop).count() == 1
    assert Gesture.objects.filter(seat__workshop=workshop, kind="hand").exists()
    _changes(seat)
    _question(seat)
    _rounds(seat)
    close_workshop(seat)
    assert play(seat) == 0


def _changes(seat: Seat) -> None:
    add_change_step(seat)
    lead(seat, "change")
    assert seat.workshop.proposals.get().seat in cast_of(seat.workshop).values()
    merge = wanted(seat.workshop, "merge", numbered(seat.workshop, 4, 5), titles=["Both"])
    proposal = put_change(seat, merge, uid=uuid.uuid4())
    play(seat)
    assert proposal.stances.count() == 5
    make_proposal(seat, proposal)


def _question(seat: Seat) -> None:
    add_question(seat, "What will we do differently?", uid=uuid.uuid4())
    lead(seat, "question")
    prompt = seat.workshop.prompts.get(kind="open")
    assert len(set(prompt.remarks.values_list("body", flat=True))) == prompt.remarks.count() >= 4
    show_answers(seat, prompt)
    play(seat)
    assert Assent.objects.filter(prompt__workshop=seat.workshop).count() == 5


def _rounds(seat: Seat) -> None:
    house = House(seat.workshop, seat, seat, [], seat, seat)
    give_poles(house, 1)
    for kind in ("sort", "spectrum"):
        round = add_round(seat, kind=kind, when="live", uid=uuid.uuid4())
        lead(seat, kind)
        asked = round.round_cards.count()
        assert Mark.objects.filter(ballot__round=round).count() == 5 * asked > 0
        reveal_round(seat, round)


def test_they_come_one_after_another_and_never_more_than_a_few_at_a_look() -> None:
    seat = rehearsal()
    did = list(looks(seat, Clock(), range(60)))
    assert did[0] == 0  # nobody has opened a link within the first second
    assert 0 < sum(did) < 60
    assert max(did) <= playing.AT_A_TIME


def test_fast_is_faster_than_life_and_a_pause_stops_them() -> None:
    slow, fast, paused = rehearsal(), rehearsal(email="b@example.org"), rehearsal(email="c@example.org")
    set_pace(slow, "slow")
    set_pace(fast, "fast")
    set_pace(paused, "paused")
    did = [sum(looks(seat, Clock(), range(20))) for seat in (slow, fast, paused)]
    assert did[0] < did[1]
    assert did[2] == 0


def test_who_rests_makes_up_for_nothing_when_it_goes_on() -> None:
    seat, clock = rehearsal(), Clock()
    list(looks(seat, clock, range(3)))
    rest(seat.workshop_id)
    assert sum(looks(seat, clock, range(3, 600, 60))) == 0
    set_pace(seat, "life")
    assert sum(looks(seat, clock, range(600, 603))) < 3


def test_a_pause_that_was_chosen_stays_one_when_nobody_looks() -> None:
    seat = rehearsal()
    set_pace(seat, "paused")
    rest(seat.workshop_id)
    assert Workshop.objects.get(pk=seat.workshop_id).pace == "paused"


def test_a_server_that_starts_again_in_the_middle_doubles_nothing() -> None:
    seat, straight = rehearsal(), rehearsal(email="b@example.org")
    set_pace(seat, "fast")
    for _start in range(3):
        list(looks(seat, Clock(), range(12)))
    play(seat)
    play(straight)

    def bodies(one: Seat) -> list[str]:
        said = Remark.objects.filter(workshop=one.workshop).exclude(body="")
        return sorted(said.values_list("body", flat=True))

    assert bodies(seat) == bodies(straight)
    assert Mark.objects.filter(ballot__round__workshop=seat.workshop).count() == 30


def test_two_servers_that_play_the_same_rehearsal_double_nothing() -> None:
    seat, other = rehearsal(), Clock()
    set_pace(seat, "fast")
    clock = Clock()
    for second in range(0, 40, 2):
        list(looks(seat, clock, range(second, second + 1)))
        list(looks(seat, other, range(second, second + 1)))
    play(seat)
    assert all(own_pack(leader).placed >= 6 for leader in cast_of(seat.workshop).values())
    assert Mark.objects.filter(ballot__round__workshop=seat.workshop).count() == 30


def test_what_cannot_be_done_is_let_be_after_some_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def refuse(workshop: Workshop, seat: Seat, deed: object) -> bool:
        tried.append(str(deed))
        return False

    monkeypatch.setattr(playing, "do_deed", refuse)
    seat = rehearsal()
    set_pace(seat, "fast")
    list(looks(seat, Clock(), range(40)))
    assert max(tried.count(each) for each in tried) == playing.TRIES


def test_the_group_goes_on_where_a_leader_was_removed() -> None:
    seat = rehearsal()
    Seat.objects.filter(pk=cast_of(seat.workshop)[2].pk).update(removed_at="2026-01-01T00:00Z")
    play(seat)
    assert [*cast_of(seat.workshop)] == [0, 1, 3, 4]
    assert seat.workshop.seats.filter(done_at__isnull=False).count() == 4
