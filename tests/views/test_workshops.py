"""A workshop as a whole: made once, found by every role, deleted after a pause for thought."""

import re
import uuid
from typing import Any

import pytest
from django.utils import timezone

from tests.questions import ask
from tests.support import House, agree, client_of, make_house
from workshop.actions.workshops import close_workshop
from workshop.models import Audit, History, Person, Seat, User, Workshop
from workshop.models.stage import Step

pytestmark = pytest.mark.django_db


def make(house: House, **changed: Any) -> Any:
    sent = {"uid": str(uuid.uuid4()), "template": "six-tensions", "title": "", "zone": "Europe/London"}
    return client_of(house.fay).post("/workshops/new/", {**sent, **changed})


def goes_to(house: House, seat: Seat) -> str:
    answer = client_of(seat).get(f"/w/{house.workshop.slug}/")
    return answer.headers["Location"].removeprefix(f"/w/{house.workshop.slug}")


def delete(house: House, **sent: str) -> Any:
    return client_of(house.fay).post(f"/w/{house.workshop.slug}/removal/", sent)


def test_a_workshop_made_from_the_template_is_ready_to_change() -> None:
    house = make_house()
    answer = make(house, title="Ours", zone="Asia/Kolkata")
    made = Workshop.objects.get(title="Ours")
    assert answer.headers["Location"] == f"/w/{made.slug}/setup/"
    assert (made.zone, made.cards.count()) == ("Asia/Kolkata", 6)


def test_the_form_sent_twice_makes_one_workshop() -> None:
    house = make_house()
    uid = str(uuid.uuid4())
    first, second = (make(house, uid=uid).headers["Location"] for _ in range(2))
    assert first == second
    assert Workshop.objects.filter(series_uid=uid).count() == 1


@pytest.mark.parametrize("changed", [{"title": "Theirs"}, {"zone": "Asia/Kolkata"}, {"template": "nothing"}])
def test_the_same_form_with_other_words_is_asked_about_and_makes_another_when_sent_again(
    changed: dict[str, str],
) -> None:
    house = make_house()
    uid, sent = str(uuid.uuid4()), {"title": "Ours"} | changed
    make(house, uid=uid, title="Ours")
    answer = make(house, uid=uid, **sent)
    assert answer.status_code == 409
    assert "This form has made “Ours” already" in answer.text
    assert f'value="{sent["title"]}"' in answer.text
    assert Workshop.objects.filter(series_uid=uid).count() == 1
    again = re.findall(r'name="uid" value="([^"]+)"', answer.text)[0]
    assert make(house, uid=again, **sent).status_code == 302
    assert Workshop.objects.get(series_uid=again).title == sent["title"]


def test_somebody_elses_form_is_not_found() -> None:
    house = make_house()
    uid = str(house.zoe.workshop.series_uid)
    before = Workshop.objects.count()
    assert make(house, uid=uid, title=house.zoe.workshop.title).status_code == 404
    assert Workshop.objects.count() == before


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"template": "nothing"}, "Write a title: what you start from brings none."),
        ({"template": "seven"}, "Choose what to start from"),
        ({"title": "x" * 201}, "1 character over the limit of 200"),
        ({"zone": "Mars/Base"}, "Choose a time zone from the list"),
    ],
)
def test_what_cannot_be_made_is_refused_and_what_was_typed_is_kept(
    changed: dict[str, str], says: str
) -> None:
    house = make_house()
    before = Workshop.objects.count()
    answer = make(house, **{"title": ""} | changed)
    assert (answer.status_code, Workshop.objects.count()) == (422, before)
    assert says in answer.text
    assert changed.get("title", "") in answer.text


def test_a_leader_comes_to_what_is_theirs_to_do_now() -> None:
    house = make_house(agreed=False)
    assert goes_to(house, house.ada) == "/pack/information/"
    agree(house.ada)
    assert goes_to(house, house.ada) == "/pack/"
    Workshop.objects.update(step=Step.objects.filter(workshop=house.workshop).first())
    assert goes_to(house, house.ada) == "/room/"
    close_workshop(house.fay)
    assert goes_to(house, house.ada) == "/results/"


def test_a_facilitator_comes_to_the_overview_and_to_the_desk_when_it_is_live() -> None:
    house = make_house()
    assert goes_to(house, house.fay) == "/overview/"
    Workshop.objects.update(step=Step.objects.filter(workshop=house.workshop).first())
    assert goes_to(house, house.fay) == "/desk/"
    close_workshop(house.fay)
    assert goes_to(house, house.fay) == "/results/"


def test_the_page_of_deletion_says_what_would_be_gone_and_deletes_nothing() -> None:
    house = make_house()
    text = client_of(house.fay).get(f"/w/{house.workshop.slug}/removal/").text
    assert "<b>6</b> cards" in text
    assert "<b>6</b> people" in text
    assert f'href="/w/{house.workshop.slug}/exports/json/"' in text
    assert "A record stays" in text
    assert Workshop.objects.filter(pk=house.workshop.pk).exists()


def test_the_page_of_deletion_counts_no_comment_where_nothing_is_written() -> None:
    house = make_house()
    ask(house)  # with the text that a group may write, empty
    assert "<b>0</b> comments" in client_of(house.fay).get(f"/w/{house.workshop.slug}/removal/").text


def test_a_workshop_is_not_deleted_unless_somebody_is_sure() -> None:
    house = make_house()
    answer = delete(house)
    assert answer.status_code == 422
    assert "Tick the box if you are sure" in answer.text
    assert Workshop.objects.filter(pk=house.workshop.pk).exists()


def test_deleting_takes_everything_and_leaves_a_line_without_words() -> None:
    house = make_house()
    house.workshop.remarks.create(seat=house.ada, card=house.cards[0], body="Canary", saved_at=timezone.now())
    slug, pk = house.workshop.slug, house.workshop.pk
    answer = delete(house, sure="on")
    assert answer.headers["Location"] == "/"
    assert not Person.objects.filter(workshop_id=pk).exists()
    assert not History.objects.filter(workshop_id=pk).exists()
    line = Audit.objects.get(slug=slug)
    assert (line.verb, line.workshop_id, line.seat_id) == ("workshop_deleted", None, None)
    assert "Fay" not in str(line.ids)


def test_deleting_one_workshop_leaves_the_others_and_the_facilitator() -> None:
    house = make_house()
    delete(house, sure="on")
    assert Workshop.objects.get(pk=house.zoe.workshop_id).cards.count() == 6
    assert User.objects.filter(email="fay@example.org").exists()
