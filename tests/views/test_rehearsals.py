"""Rehearsals on their pages: begun with one press, marked everywhere, paced, sat in on, ended."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from tests.rehearsing import lead, play, rehearsal
from tests.support import House, client_of, make_house, make_user
from workshop.actions.bringing import bring_workshop
from workshop.actions.paces import join_as_leader, rest, set_pace
from workshop.actions.rounds import reveal_round
from workshop.actions.screens import screen_link
from workshop.exports.document import document_of
from workshop.live.watched import watched
from workshop.models import Seat, Workshop
from workshop.models.rehearsals import cast_of

pytestmark = pytest.mark.django_db
MARK = "Rehearsal: nobody here is real"
PAGES = "overview cards desk results rehearsal screen"


def get(client: Client, seat: Seat, name: str, **parts: object) -> str:
    """A page of a workshop, on one line."""
    answer = client.get(reverse(name, kwargs={"slug": seat.workshop.slug, **parts}), follow=True)
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def press(client: Client, seat: Seat, name: str, **data: object) -> str:
    """Press a button without scripts and return the page that follows."""
    answer = client.post(reverse(name, kwargs={"slug": seat.workshop.slug}), data, follow=True)
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def test_each_page_of_a_rehearsal_says_that_nobody_in_it_is_real_and_no_other_does() -> None:
    seat, house = rehearsal(), make_house()
    play(seat, ["enter", "agree"])
    fay, leader = client_of(seat), client_of(cast_of(seat.workshop)[0])
    for name in PAGES.split():
        assert MARK in get(fay, seat, name), name
    for name in "pack room results my-data".split():
        assert MARK in get(leader, seat, name), name
    wall = Client().get(reverse("screen-link", args=[screen_link(seat)]))
    assert MARK in wall.content.decode()
    for name in "overview screen".split():
        assert MARK not in get(client_of(house.fay), house.fay, name), name
    assert MARK not in get(client_of(house.ada), house.ada, "pack")


def test_a_leader_is_sent_neither_the_pace_nor_what_others_are_at() -> None:
    seat = rehearsal()
    play(seat)
    page = get(client_of(cast_of(seat.workshop)[0]), seat, "pack")
    assert "rehearsal-pace" not in page
    assert reverse("rehearsal", kwargs={"slug": seat.workshop.slug}) not in page


def test_one_press_on_a_workshop_or_at_home_begins_a_rehearsal() -> None:
    house: House = make_house()
    fay = client_of(house.fay)
    uid = re.search(r'name="uid" value="([0-9a-f-]{36})"', get(fay, house.fay, "overview"))
    assert uid
    page = press(fay, house.fay, "rehearsal", uid=uid.group(1))
    assert "They wait for you to open the pack" not in page  # told once it was asked for
    assert "<h1>Rehearsal: Six tensions" in page
    home = fay.get("/").content.decode()
    assert home.count(MARK) == 1
    new = Client()
    new.force_login(make_user("new@example.org", "New"))
    assert "Practise the hour alone" in new.get("/").content.decode()
    answer = new.post(reverse("rehearsals"), {"uid": uuid.uuid4(), "template": "six-tensions"})
    assert answer.headers["Location"].endswith("/overview/")
    for changed in ({"uid": ""}, {"uid": "nonsense"}, {"template": ""}, {"template": "seven"}):
        form = {"uid": uuid.uuid4(), "template": "six-tensions"} | changed
        assert new.post(reverse("rehearsals"), form).status_code == 404


def test_what_cannot_be_begun_at_home_is_refused_with_a_page() -> None:
    new, form = Client(), {"uid": str(uuid.uuid4()), "template": "six-tensions"}
    new.force_login(make_user("new@example.org", "New"))
    new.post(reverse("rehearsals"), form)
    Workshop.objects.update(title="Rehearsal: As I call it")
    again = new.post(reverse("rehearsals"), form)  # with the browser's Back
    assert again.status_code == 409
    assert "Rehearsal: As I call it" in again.content.decode()
    bare = new.post(reverse("rehearsals"), {"uid": uuid.uuid4(), "template": "nothing"})
    assert bare.status_code == 422
    assert "Rehearse with one that brings cards." in bare.content.decode()
    assert Workshop.objects.count() == 1


def test_the_strip_says_what_they_are_at_and_what_comes_next() -> None:
    seat = rehearsal()
    fay = client_of(seat)
    assert "5 of 5 are still at their packs." in get(fay, seat, "rehearsal-strip")
    play(seat)
    assert "All packs are in." in get(fay, seat, "rehearsal-strip")
    lead(seat, "poll", plays=False)
    said = get(fay, seat, "rehearsal-strip")
    assert "5 of 5 still answer." in said
    assert "packs are in" not in said
    play(seat)
    assert "Everybody has answered." in get(fay, seat, "rehearsal-strip")
    reveal_round(seat, seat.workshop.rounds.get(number=2))
    lead(seat, "card", plays=False)
    assert "They talk:" in get(fay, seat, "rehearsal-strip")
    rest(seat.workshop_id)
    assert "since nobody looked" in get(fay, seat, "rehearsal-strip")


def test_pace_and_all_at_once_work_without_scripts_and_go_back_to_the_page() -> None:
    seat = rehearsal()
    fay, desk = client_of(seat), reverse("desk", kwargs={"slug": seat.workshop.slug})
    page = press(fay, seat, "rehearsal-pace", pace="fast", next=desk)
    assert "Desk: Rehearsal" in page
    assert re.search(r'id="pace-fast" aria-pressed="true"', page)
    answer = fay.post(reverse("rehearsal-pace", kwargs={"slug": seat.workshop.slug}), {"pace": "warp"})
    assert answer.status_code == 422
    assert "things at once." in press(fay, seat, "rehearsal-filling")
    assert "There was nothing for them to do." in press(fay, seat, "rehearsal-filling")


def test_a_press_with_scripts_is_answered_with_the_strip_alone() -> None:
    seat = rehearsal()
    address = reverse("rehearsal-pace", kwargs={"slug": seat.workshop.slug})
    answer = client_of(seat).post(address, {"pace": "paused"}, headers={"HX-Request": "true"})
    said = answer.content.decode()
    assert said.count("<div") < 4
    assert "They wait. Choose a pace" in said


def test_what_came_of_all_at_once_is_no_region_that_is_itself_swapped_in() -> None:
    seat = rehearsal()
    address = reverse("rehearsal-filling", kwargs={"slug": seat.workshop.slug})
    said = client_of(seat).post(address, headers={"HX-Request": "true"}).content.decode()
    assert "<b data-said>Done: " in said  # which a script says
    assert 'role="status"' not in said
    assert "js/elements/rehearsal.js" in get(client_of(seat), seat, "overview")


def test_the_desk_and_the_room_of_one_person_stand_side_by_side() -> None:
    seat = rehearsal()
    fay = client_of(seat)
    page = press(fay, seat, "rehearsal-seat")
    link = re.search(r'href="[^"]*(/link/[^"]+)"', page)
    assert link
    fay.post(link.group(1))
    assert "as a leader" in get(fay, seat, "pack")
    assert "Desk: Rehearsal" in get(fay, seat, "desk")


def test_ending_asks_first_and_then_everything_is_gone() -> None:
    seat = rehearsal()
    join_as_leader(seat)
    fay = client_of(seat)
    assert "End the rehearsal?" in get(fay, seat, "removal")  # the page on which real ones are deleted
    answer = fay.post(reverse("rehearsal-removal", kwargs={"slug": seat.workshop.slug}), follow=True)
    assert "The rehearsal is over, and everything in it is gone." in answer.content.decode()
    assert not Workshop.objects.filter(purpose="rehearsal").exists()


def test_a_rehearsal_that_was_closed_says_so_and_cannot_be_paced() -> None:
    seat = rehearsal()
    set_pace(seat, "fast")
    Workshop.objects.filter(pk=seat.workshop_id).update(closed_at="2026-01-01T00:00Z")
    assert "The workshop is closed." in get(client_of(seat), seat, "rehearsal-strip")
    address = reverse("rehearsal-filling", kwargs={"slug": seat.workshop.slug})
    assert client_of(seat).post(address).status_code == 409


def test_a_page_of_a_rehearsal_is_noted_as_looked_at_and_no_other() -> None:
    seat, house = rehearsal(), make_house()
    get(client_of(house.fay), house.fay, "overview")
    get(client_of(seat), seat, "overview")
    assert watched.knows(seat.workshop_id)
    assert not watched.knows(house.workshop.pk)


def test_in_a_rehearsal_from_a_file_nobody_plays_so_no_pace_is_offered_or_taken() -> None:
    seat = rehearsal()
    user = seat.person.user if seat.person else None
    brought = bring_workshop(document_of(seat.workshop), "0" * 64, user)
    client = client_of(brought.seat)
    shown = get(client, brought.seat, "rehearsal") + get(client, brought.seat, "desk")
    assert "This came from a file, so nobody plays it." in shown
    assert 'name="pace"' not in shown
    assert "All at once" not in shown
    address = {"slug": brought.workshop.slug}
    for name in ("rehearsal-pace", "rehearsal-filling"):
        assert client.post(reverse(name, kwargs=address), {"pace": "fast"}).status_code == 409
    assert 'name="pace"' in get(client_of(seat), seat, "desk")
