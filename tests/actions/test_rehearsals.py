"""A rehearsal: made with one press as a copy, played by simulated leaders, gone with one press."""

import uuid
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from tests.rehearsing import SEED, lead, play, rehearsal
from tests.rounds import give_poles
from tests.support import make_house, make_user
from workshop.actions.jobs import do_next
from workshop.actions.paces import join_as_leader
from workshop.actions.packs import NOTHING, SIX_TENSIONS
from workshop.actions.prompts import write_prompt
from workshop.actions.questions import add_question
from workshop.actions.rehearsals import WAYS, end_rehearsal, rehearse, rehearse_template
from workshop.actions.remarks import save_remark
from workshop.actions.rounds import open_round
from workshop.actions.series import add_round, remove_round
from workshop.models import Forbidden, Invalid, Mark, Remark, Seat, Workshop
from workshop.models.attendance import attendance_counts
from workshop.models.rehearsals import KEPT, cast_of

pytestmark = pytest.mark.django_db


def words_of(seat: Seat) -> list[tuple[str, str]]:
    """Who said what, in the order in which it was said."""
    said = Remark.objects.filter(workshop=seat.workshop).exclude(body="").order_by("pk")
    return [(each.seat.name if each.seat else "", each.body) for each in said]


def test_an_open_pack_is_filled_in_by_people_who_agreed_and_nothing_is_doubled() -> None:
    seat = rehearsal()
    assert play(seat) > 60
    assert attendance_counts(seat.workshop)["finished"] == 5
    said = words_of(seat)
    assert len(said) == len(set(said)) > 10
    marks = Mark.objects.filter(ballot__round__workshop=seat.workshop)
    assert marks.count() == 5 * 6
    assert {mark.zone for mark in marks} >= {"inner", "outer"}
    assert play(seat) == 0
    assert words_of(seat) == said


def test_open_prompts_are_answered_at_length_each_by_its_own_words() -> None:
    seat = rehearsal(pack_open=False)
    prompts = [write_prompt(seat, uid=uuid.uuid4(), text=text) for text in ("How did it begin?", "And now?")]
    open_round(seat, seat.workshop.rounds.get(number=1))
    play(seat)
    for prompt in prompts:
        said = [*prompt.remarks.values_list("body", flat=True)]
        assert len(said) == len(set(said)) >= 4
    assert play(seat) == 0


def test_the_same_seed_makes_the_same_rehearsal() -> None:
    first, again, other = (
        rehearsal(),
        rehearsal(email="b@example.org"),
        rehearsal(uuid.UUID(int=8), email="c@example.org"),
    )
    for seat in (first, again, other):
        play(seat)
    assert words_of(first) == words_of(again) != words_of(other)


def test_a_copy_has_the_cards_rounds_and_questions_and_nobody_s_seat_or_words() -> None:
    house = make_house(promise="hidden", nominations=2)
    give_poles(house, 2)
    save_remark(house.ada, house.workshop.prompts.get(card__number=1), "Mine alone.", 0)
    add_round(house.fay, kind="spectrum", when="live", uid=uuid.uuid4())
    add_question(house.fay, "What now?", uid=uuid.uuid4())
    house.workshop.prompts.create(kind="account", position=100, text="How did it begin?", private=True)
    before = (house.workshop.history.count(), house.workshop.seats.count())
    seat = rehearse(house.fay, uid=uuid.uuid4())
    copy = seat.workshop
    assert (copy.purpose, copy.promise, copy.nominations) == ("rehearsal", "hidden", 2)
    assert copy.title == f"Rehearsal: {house.workshop.title}"
    assert [card.words.pole_a for card in copy.cards.order_by("number")][:2] == [
        "",
        house.cards[1].words.pole_a,
    ]
    assert [round.kind for round in copy.rounds.order_by("number")] == ["sort", "poll", "spectrum"]
    assert copy.prompts.filter(kind="open").get().text == "What now?"
    asked = copy.prompts.get(kind="account")
    assert (asked.text, asked.private) == ("How did it begin?", True)
    names = {each.name for each in copy.people.all()} - {"Fay"}
    assert not names & {each.name for each in house.workshop.people.all()}
    assert not copy.people.exclude(name="Fay").exclude(email="")
    assert copy.series_uid != house.workshop.series_uid
    assert not copy.remarks.exclude(body="")
    house.workshop.refresh_from_db()
    assert before == (house.workshop.history.count(), house.workshop.seats.count())


def series_of(seat: Seat) -> list[tuple[str, int]]:
    """The rounds of a workshop in order, each with how many cards may be nominated."""
    rounds = seat.workshop.rounds.order_by("number")
    return [(each.kind, each.k if each.kind == "poll" else 0) for each in rounds]


@pytest.mark.parametrize("kinds", ["", "poll", "spectrum", "spectrum poll", "poll poll sort"])
@pytest.mark.parametrize("removed", [True, False])
def test_a_copy_has_the_rounds_of_the_series_whatever_was_removed_from_it(kinds: str, removed: bool) -> None:
    house = make_house()
    if removed:
        remove_round(house.fay, house.workshop.rounds.get(number=2))
    for k, kind in enumerate(kinds.split(), start=1):
        add_round(house.fay, kind=kind, when="live", k=k, uid=uuid.uuid4())
    copy = rehearse(house.fay, uid=uuid.uuid4())
    assert series_of(copy) == series_of(house.fay)
    on_agenda = copy.workshop.steps.filter(round__isnull=False).values_list("round__number", flat=True)
    assert [*on_agenda] == [
        *house.workshop.steps.filter(round__isnull=False).values_list("round__number", flat=True)
    ]


def test_a_form_that_is_sent_twice_makes_one_rehearsal() -> None:
    house, uid = make_house(), uuid.uuid4()
    assert rehearse(house.fay, uid=uid) == rehearse(house.fay, uid=uid)
    user = make_user("new@example.org", "New")
    uid = uuid.uuid4()
    assert rehearse_template(user, SIX_TENSIONS, uid=uid) == rehearse_template(user, SIX_TENSIONS, uid=uid)
    assert Workshop.objects.filter(purpose="rehearsal").count() == 2


def test_what_cannot_be_rehearsed_is_refused() -> None:
    house = make_house()
    with pytest.raises(Forbidden):
        rehearse(house.ada, uid=uuid.uuid4())
    with pytest.raises(Invalid):
        rehearse_template(make_user("new@example.org", "New"), NOTHING, uid=uuid.uuid4())
    house.workshop.cards.update(status="retired")
    with pytest.raises(Invalid):
        rehearse(house.fay, uid=uuid.uuid4())


def test_who_rehearses_sits_among_the_leaders_and_is_never_played() -> None:
    seat = rehearsal()
    first, second = join_as_leader(seat), join_as_leader(seat)
    assert first != second
    own = seat.workshop.seats.get(person__name="Rea (as a leader)")
    assert own not in cast_of(seat.workshop).values()
    play(seat)
    assert not Remark.objects.filter(seat=own).exists()
    assert not own.ballots.exists()


def test_what_somebody_wrote_in_a_leader_s_pack_stays_as_it_is() -> None:
    seat = rehearsal()
    play(seat, ["enter", "agree"])
    leader = cast_of(seat.workshop)[0]
    prompt = seat.workshop.prompts.get(card__number=1)
    save_remark(leader, prompt, "Written by hand.", 0)
    play(seat)
    assert Remark.objects.get(seat=leader, prompt=prompt).body == "Written by hand."


def test_one_press_deletes_a_rehearsal_and_everything_in_it_and_nothing_else() -> None:
    house, seat = make_house(), rehearsal()
    play(seat)
    end_rehearsal(seat)
    assert not Workshop.objects.filter(purpose="rehearsal").exists()
    assert not Remark.objects.exclude(workshop=house.workshop).filter(seat__isnull=True).exists()
    assert Workshop.objects.filter(pk=house.workshop.pk).exists()


def test_a_rehearsal_goes_by_itself_after_some_days_and_nobody_is_written_to() -> None:
    house, seat = make_house(), rehearsal()
    now = timezone.now()
    assert not do_next(now + KEPT - timedelta(hours=1), WAYS)
    assert do_next(now + KEPT + timedelta(hours=1), WAYS)
    assert not Workshop.objects.filter(pk=seat.workshop_id).exists()
    assert Workshop.objects.filter(pk=house.workshop.pk).exists()
    assert mail.outbox == []


def test_the_job_of_a_rehearsal_ends_no_workshop_that_became_real() -> None:
    seat = rehearsal()
    Workshop.objects.update(purpose="real", pace="")
    do_next(timezone.now() + KEPT + timedelta(hours=1), WAYS)
    assert Workshop.objects.filter(pk=seat.workshop_id).exists()


def test_the_seed_of_the_tests_has_a_welcome_with_rules_that_all_agree_to() -> None:
    seat = rehearsal(SEED)
    play(seat)
    lead(seat, "welcome")
    agreed = seat.workshop.seats.filter(ground_rules_at__isnull=False).count()
    assert (seat.workshop.ground_rules.count(), agreed) == (2, 5)
