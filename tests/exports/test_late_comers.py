"""Who joins after a round has closed was not asked in it: no count of it changes, on a page or in a file."""

import json
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from tests.exports.played import played
from tests.stagecraft import page
from tests.support import House, agree, make_house, make_user
from workshop.actions.agreed import say_assent
from workshop.actions.answers import save_answer
from workshop.actions.joining import join_by_code
from workshop.actions.rounds import close_round
from workshop.exports.deidentifying import without_names
from workshop.exports.document import document_of
from workshop.exports.json_whole import json_of
from workshop.exports.material import material_of
from workshop.exports.report.report import report_of
from workshop.imports.reading import read_document
from workshop.imports.wholes import Opened
from workshop.models import Prompt, Seat, Workshop
from workshop.models.base import random_slug
from workshop.models.counting import answered
from workshop.models.question_counts import counted
from workshop.models.questions import questions_in

pytestmark = pytest.mark.django_db
COUNTED = ("seats", "rounds", "figures", "questions", "proposals")


def joined(house: House, name: str = "Late Comer", hours: int = 1) -> Seat:
    """Let somebody join with the code and agree to take part, some hours later."""
    workshop = Workshop.objects.get(pk=house.workshop.pk)
    seat = join_by_code(workshop.join_code or "", name, uuid.uuid4()).seat
    agree(seat)
    Seat.objects.filter(pk=seat.pk).update(created_at=timezone.now() + timedelta(hours=hours))
    seat.refresh_from_db()
    return seat


def parts(workshop: Workshop) -> dict[str, Any]:
    """Return what a file says of people, rounds, questions and proposed changes."""
    document = document_of(Workshop.objects.get(pk=workshop.pk))
    return {key: document[key] for key in COUNTED}


def report(house: House) -> str:
    """Return the words and tables of the report."""
    material = material_of(Workshop.objects.get(pk=house.workshop.pk))
    return "\n".join(str(each) for each in report_of(material).blocks)


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_who_joins_after_the_reveal_changes_no_count_of_a_round_or_of_a_change(promise: str) -> None:
    house = played(promise)
    before = parts(house.workshop)
    joined(house)
    after = parts(house.workshop)
    assert after["rounds"] == before["rounds"]
    assert after["proposals"] == before["proposals"]
    assert [each["asked"] for each in after["proposals"]] == [5]


def test_where_names_are_open_it_changes_no_count_of_a_question_and_of_the_agreed_text_either() -> None:
    house = played()
    before, shown = parts(house.workshop), page(house, house.fay, "results")
    joined(house)
    assert parts(house.workshop)["questions"] == before["questions"]
    assert page(house, house.fay, "results").count("of 5") == shown.count("of 5")


def test_a_newcomer_who_answers_or_agrees_is_counted_with_those_who_were_asked() -> None:
    house = played()
    prompt = Prompt.objects.get(shown_at__isnull=False)
    first, second = joined(house, "First"), joined(house, "Second")
    say_assent(first, prompt, "agree", "", 1)
    (question,) = questions_in(house.workshop, "facilitators")
    assert (question.answered.count, question.answered.seats, question.agree, question.seats) == (2, 5, 4, 6)
    save_answer(second, prompt, "I came late, and I say so.", 0, late=True)
    assert (counted(prompt).count, counted(prompt).seats) == (3, 6)


def test_a_round_that_is_closed_and_not_revealed_counts_who_was_there_too() -> None:
    house = make_house()
    joined(house, "In time", 0)
    assert answered(house.pack).seats == 6
    close_round(house.fay, house.pack)
    joined(house, "Too late")
    assert answered(house.pack).seats == 6


def test_who_came_late_is_as_late_in_a_workshop_that_is_brought_back() -> None:
    house = played()
    prompt = Prompt.objects.get(shown_at__isnull=False)
    say_assent(joined(house), prompt, "agree", "", 1)
    joined(house, "Silent")
    before, document = parts(house.workshop), document_of(Workshop.objects.get(pk=house.workshop.pk))
    Workshop.objects.filter(pk=house.workshop.pk).update(slug=random_slug())
    read = read_document(json_of(document))
    back = Opened(read, "0" * 64).bring_in(make_user("back@example.org", "Back"))
    assert json.dumps(parts(back.workshop)) == json.dumps(before)


def test_a_file_without_names_says_when_somebody_came_only_if_they_joined_with_the_code() -> None:
    house = played()
    late, also = joined(house), joined(house, "Invited late")
    house.workshop.history.filter(seat=also).delete()
    document = without_names(document_of(Workshop.objects.get(pk=house.workshop.pk)))
    assert [seat["pseudonym"] for seat in document["seats"] if "joined_at" in seat] == [late.pseudonym]
    Workshop.objects.filter(pk=house.workshop.pk).update(slug=random_slug())
    read = read_document(json_of(document))
    back = Opened(read, "0" * 64).bring_in(make_user("back@example.org", "Back"))
    assert parts(back.workshop)["rounds"] == document["rounds"]


def test_the_report_says_how_many_were_invited_and_how_many_joined_by_the_code() -> None:
    house = played()
    assert "5 people were invited. 5 of 5 agreed" in report(house)
    joined(house)
    assert "5 people were invited. 1 joined by the code. 6 of 6 agreed" in report(house)
