"""A rehearsal stays apart from what is real: refused there, marked here, never kept."""

import json
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from tests.rehearsing import play, rehearsal
from tests.support import House, make_house
from workshop.actions.bringing import bring_workshop
from workshop.actions.exports import export_workshop
from workshop.actions.jobs import do_next
from workshop.actions.joining import join_by_code, new_code
from workshop.actions.paces import fill_now, join_as_leader, set_pace
from workshop.actions.rehearsals import WAYS, end_rehearsal
from workshop.actions.repeating import repeat_workshop
from workshop.actions.retention import set_retention
from workshop.actions.rounds import reveal_round
from workshop.actions.setup import edit_setup
from workshop.exports.document import document_of
from workshop.models import Closed, Workshop
from workshop.models.rehearsals import KEPT, cast_of
from workshop.models.setup import print_of

pytestmark = pytest.mark.django_db


def test_real_people_are_never_played_paced_or_ended() -> None:
    house: House = make_house()
    assert cast_of(house.workshop) == {}
    with pytest.raises(Closed):
        set_pace(house.fay, "fast")
    for act in (fill_now, join_as_leader, end_rehearsal):
        with pytest.raises(Closed):
            act(house.fay)
    assert Workshop.objects.filter(pk=house.workshop.pk).exists()


def test_a_rehearsal_has_no_day_of_erasure_is_not_run_again_and_keeps_its_name() -> None:
    seat = rehearsal()
    with pytest.raises(Closed):
        set_retention(seat, timezone.localdate() + timedelta(days=60))
    with pytest.raises(Closed):
        repeat_workshop(seat, uid=uuid.uuid4(), title="Real", cards=[*seat.workshop.cards.all()])
    was = print_of(seat.workshop.title)
    edit_setup(seat, {"title": "As if real"}, {"title": was})
    assert Workshop.objects.get(pk=seat.workshop_id).title == "Rehearsal: As if real"


@pytest.mark.parametrize("format", ["csv", "json", "xlsx"])
def test_each_file_of_a_rehearsal_says_so_in_its_name_and_first(format: str) -> None:
    seat, house = rehearsal(), make_house()
    play(seat)
    reveal_round(seat, seat.workshop.rounds.get(number=1))
    taken = export_workshop(seat.workshop, format, seat)
    assert taken.filename.startswith(f"rehearsal-{seat.workshop.slug}-")
    if format == "csv":
        assert taken.content.decode("utf-8-sig").startswith("Rehearsal, not a real workshop.")
    if format == "json":
        assert json.loads(taken.content)["note"][0].startswith("Rehearsal, not a real workshop.")
    real = export_workshop(house.workshop, format, house.fay)
    assert real.filename.startswith("roundel-")
    assert b"Rehearsal, not a real" not in real.content


def test_nobody_joins_a_rehearsal_by_a_code_unless_one_is_made_for_it() -> None:
    seat = rehearsal()
    assert seat.workshop.join_code is None
    code = new_code(seat)
    assert join_by_code(code, "Somebody", uuid.uuid4()).seat.workshop == seat.workshop


@pytest.mark.parametrize("by", ["press", "itself"])
def test_what_is_gone_with_a_rehearsal_is_on_no_disk(
    by: str,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    seat, wiped = rehearsal(), list[str]()
    monkeypatch.setattr("workshop.actions.rehearsals.wipe_leftovers", lambda: wiped.append(by))
    with django_capture_on_commit_callbacks(execute=True):
        end_rehearsal(seat) if by == "press" else do_next(timezone.now() + 2 * KEPT, WAYS)
    assert not Workshop.objects.filter(purpose="rehearsal").exists()
    assert wiped == [by]


def test_a_rehearsal_that_comes_back_from_its_file_is_one_and_goes_by_itself() -> None:
    seat = rehearsal()
    play(seat)
    document = document_of(seat.workshop)
    end_rehearsal(seat)
    brought = bring_workshop(document, "0" * 64).workshop
    assert (brought.purpose, brought.pace, brought.join_code) == ("rehearsal", "", None)
    assert do_next(timezone.now() + 2 * KEPT, WAYS)
    assert not Workshop.objects.filter(pk=brought.pk).exists()
