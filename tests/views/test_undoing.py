"""A word of why when a change is taken back: optional, kept, and shown wherever the change is told."""

import re
import uuid
from html import unescape

import pytest
from django.test import Client

from tests.support import House, client_of, make_house
from tests.synthesis import MERGED, change, numbered
from tests.views.test_synthesis import at
from workshop.actions.stage import move_stage
from workshop.actions.workshops import close_workshop
from workshop.models import Change

pytestmark = pytest.mark.django_db
WHY = "Two of us read it otherwise"


@pytest.fixture
def house() -> House:
    house = make_house()
    change(house.fay, "merge", house.cards[3:6], titles=[MERGED])
    return house


@pytest.fixture
def fay(house: House) -> Client:
    return client_of(house.fay)


def sent(reason: str = "", head: int = 1) -> dict[str, object]:
    """Return what the form of the first change sends."""
    return {"uid": str(uuid.uuid4()), "head": head, "reason": reason}


def boxes(page: str) -> list[str]:
    """Return what the boxes for a reason hold."""
    return [unescape(text) for text in re.findall(r'name="reason"[^>]*>([^<]*)</textarea>', page)]


def test_one_press_takes_a_change_back_and_a_word_of_why_is_optional(house: House, fay: Client) -> None:
    page = fay.get(at(house, "synthesis")).content.decode()
    assert boxes(page) == [""]
    assert '<details class="undoing__why">' in page

    form = sent()
    del form["reason"]
    assert fay.post(at(house, "change-undoing", n=1), form).status_code == 302

    assert Change.objects.get(n=2).reason == ""


def test_the_log_says_who_took_it_back_and_why(house: House, fay: Client) -> None:
    fay.post(at(house, "change-undoing", n=1), sent(f"  {WHY}\r\n"))
    fay.post(at(house, "change-undoing", n=1), sent("It was right", head=2))

    assert [each.reason for each in Change.objects.order_by("n")] == ["", WHY, "It was right"]
    shown = client_of(house.ada).get(at(house, "synthesis")).content.decode()
    told = ["Taken back by Fay", "<time", WHY, "Made again by Fay", "<time", "It was right"]
    assert re.search(".*".join(map(re.escape, told)), shown, re.DOTALL)
    assert boxes(shown) == []


def test_the_replay_and_the_lineage_say_why_too(house: House, fay: Client) -> None:
    move_stage(house.fay, house.workshop.steps.all()[0], 0)
    fay.post(at(house, "change-undoing", n=1), sent(WHY))
    fay.post(at(house, "change-undoing", n=1), sent("It was right", head=2))
    ada = client_of(house.ada)

    moments = [ada.get(at(house, "lineage-moment", n=n)).content.decode() for n in (1, 2, 3)]

    assert [WHY in page for page in moments] == [False, True, False]
    assert '<p class="soft">Fay</p>' in moments[1]
    assert "It was right" in moments[2]
    lineage = ada.get(at(house, "lineage")).content.decode()
    merged = lineage[lineage.index(f'id="card-{numbered(house.workshop, 7)[0].uid}"') :]
    assert merged.index(WHY) < merged.index("It was right") < merged.index("It came from")


@pytest.mark.parametrize(("reason", "status"), [("é" * 501, 422), (WHY, 409)])
def test_a_refused_reason_stays_in_its_box_and_nothing_is_changed(
    house: House, fay: Client, reason: str, status: int
) -> None:
    answer = fay.post(at(house, "change-undoing", n=1), sent(reason, head=1 if status == 422 else 7))
    page = answer.content.decode()
    assert "data-errors" in page  # else the page would be read afresh, and the words with it

    assert answer.status_code == status
    assert boxes(page) == [reason]
    assert '<details class="undoing__why" open>' in page
    assert ('aria-invalid="true"' in page) is ("1 character over the limit of 500" in page) is (status == 422)
    assert Change.objects.count() == 1


def test_odd_letters_in_a_reason_are_cleaned_and_shown_as_text(house: House, fay: Client) -> None:
    fay.post(at(house, "change-undoing", n=1), sent("<b>No\u202e\x00</b>"))

    assert Change.objects.get(n=2).reason == "<b>No</b>"
    assert "&lt;b&gt;No&lt;/b&gt;" in fay.get(at(house, "synthesis")).content.decode()


@pytest.mark.parametrize("why_not", ["rests", "closed"])
def test_a_reason_that_cannot_be_sent_now_is_shown_to_be_copied(
    house: House, fay: Client, why_not: str
) -> None:
    if why_not == "rests":
        change(house.fay, "retire", numbered(house.workshop, 7))
    else:
        close_workshop(house.fay)

    answer = fay.post(at(house, "change-undoing", n=1), sent(WHY))

    assert answer.status_code == 409
    assert re.search(rf"<textarea[^>]*readonly>{WHY}</textarea>", answer.content.decode())


def test_a_refused_reason_is_found_among_many_changes(house: House, fay: Client) -> None:
    for n in range(14):
        change(house.fay, "restore" if n % 2 else "retire", numbered(house.workshop, 1))

    page = fay.post(at(house, "change-undoing", n=1), sent("e" * 501)).content.decode()

    assert "e" * 501 in boxes(page)


def test_the_same_form_sent_again_with_another_reason_loses_neither(house: House, fay: Client) -> None:
    form = sent(WHY)
    fay.post(at(house, "change-undoing", n=1), form)

    again = fay.post(at(house, "change-undoing", n=1), form | {"reason": "Or rather this"})

    assert fay.post(at(house, "change-undoing", n=1), form).status_code == 302
    assert (again.status_code, Change.objects.count()) == (409, 2)
    assert boxes(again.content.decode()) == ["Or rather this"]
    assert Change.objects.get(n=2).reason == WHY
