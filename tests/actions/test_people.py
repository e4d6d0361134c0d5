"""Inviting, changing and removing people."""

import uuid

import pytest
from django.test import Client

from tests.support import House, add_leader, client_of, make_house
from workshop.actions.inviting import Guest, invite_people
from workshop.actions.links import find_link, mint_link, renew_link
from workshop.actions.people import edit_person, person_print, remove_seat, restore_seat
from workshop.models import Closed, History, Invalid, Link, Person, Remark, Seat, Stale, Workshop
from workshop.models.attendance import Attendance, attendance_counts, late_people, with_attendance

pytestmark = pytest.mark.django_db


def seen(house: House) -> str:
    """Return the print of Ada's name and address as they are saved."""
    return person_print(Person.objects.get(seats=house.ada))


def test_each_guest_gets_a_seat_and_a_link_of_which_only_the_digest_is_kept() -> None:
    house = make_house(leaders=1)
    invited, known = invite_people(
        house.fay, [Guest("Gil Hart", "Gil@Example.org"), Guest("Hal", "h@example.org")]
    )
    assert [one.seat.name for one in invited] == ["Gil Hart", "Hal"]
    assert known == []
    for one in invited:
        link = find_link(one.secret)
        assert link is not None
        assert link.seat == one.seat
    stored = str(list(Link.objects.values())) + str(list(History.objects.values()))
    assert [one.secret for one in invited if one.secret in stored] == []


def test_a_known_address_is_left_out_whatever_its_capitals_and_the_others_are_kept() -> None:
    house = make_house(leaders=1)
    invited, known = invite_people(house.fay, [Guest("A", "ADA@example.org"), Guest("B", "b@example.org")])
    assert [one.seat.name for one in invited] == ["B"]
    assert [guest.name for guest in known] == ["A"]


def test_history_holds_no_name_and_no_address() -> None:
    house = make_house(leaders=1)
    invite_people(house.fay, [Guest("Canary Name", "canary@example.org")])
    edit_person(house.fay, house.ada, seen=seen(house), name="Canary Two", email="canary2@example.org")
    assert "anary" not in str(list(History.objects.values()))


def test_a_thousand_people_are_invited_in_a_few_dozen_queries(django_assert_max_num_queries: object) -> None:
    house = make_house(leaders=1)
    guests = [Guest(f"G{n}", f"g{n}@example.org") for n in range(1000)]
    # SQLite takes 999 values in one statement: of these, 16 are for seats, one more for each new field or so.
    with django_assert_max_num_queries(48):  # type: ignore[operator]  # a fixture without a type
        invited, _known = invite_people(house.fay, guests)
    assert len({one.seat.pseudonym for one in invited}) == 1000


def test_a_form_sent_again_seats_nobody_twice_and_gives_the_same_people_links_that_work() -> None:
    house = make_house(leaders=1)
    uid, guests = uuid.uuid4(), [Guest("Gil"), Guest("Hal", "h@example.org")]
    first, _known = invite_people(house.fay, guests, uid=uid)
    again, known = invite_people(house.fay, guests, uid=uid)
    assert [one.seat for one in again] == [one.seat for one in first]
    assert known == []
    for one in [*first, *again]:
        link = find_link(one.secret)
        assert link is not None
        assert link.seat == one.seat
    assert house.workshop.people.filter(name="Gil").count() == 1


def test_a_guest_who_is_new_in_a_form_sent_again_is_seated() -> None:
    house = make_house(leaders=1)
    uid = uuid.uuid4()
    invite_people(house.fay, [Guest("Gil"), Guest("Hal", "h@example.org")], uid=uid)
    again, known = invite_people(house.fay, [Guest("Hal", "h@example.org"), Guest("Ina")], uid=uid)
    assert [one.seat.name for one in again] == ["Gil", "Hal", "Ina"]
    assert known == []
    third, _known = invite_people(house.fay, [Guest("Ina")], uid=uid)
    assert [one.seat.name for one in third] == ["Gil", "Hal", "Ina"]


def test_a_form_of_somebody_else_is_not_sent_again() -> None:
    house = make_house(leaders=1)
    uid = uuid.uuid4()
    invite_people(house.zoe, [Guest("Gil")], uid=uid)
    invited, _known = invite_people(house.fay, [Guest("Hal")], uid=uid)
    assert [one.seat.name for one in invited] == ["Hal"]


def test_a_closed_workshop_invites_nobody() -> None:
    house = make_house(leaders=1)
    Workshop.objects.filter(pk=house.workshop.pk).update(closed_at=house.workshop.created_at)
    with pytest.raises(Closed):
        invite_people(house.fay, [Guest("Gil", "gil@example.org")])


@pytest.mark.parametrize(
    ("name", "email"), [("", "x@example.org"), ("x" * 121, ""), ("Ada", "ben@example.org")]
)
def test_a_bad_change_is_refused_and_changes_nothing(name: str, email: str) -> None:
    house = make_house(leaders=2)
    with pytest.raises(Invalid):
        edit_person(house.fay, house.ada, seen=seen(house), name=name, email=email)
    assert Person.objects.get(seats=house.ada).email == "ada@example.org"


def test_of_two_who_change_a_person_the_second_is_asked_and_the_same_change_is_no_conflict() -> None:
    house = make_house(leaders=1)
    first = seen(house)
    edit_person(house.fay, house.ada, seen=first, name="Ada A", email="a@example.org")
    edit_person(house.fay, house.ada, seen=first, name="Ada A", email="A@example.org")
    with pytest.raises(Stale, match="Ada A a@") as refusal:
        edit_person(house.fay, house.ada, seen=first, name="Ada B", email="ada@example.org")
    assert Person.objects.get(seats=house.ada).name == "Ada A"
    edit_person(house.fay, house.ada, seen=str(refusal.value.data["seen"]), name="Ada B", email="")
    assert Person.objects.get(seats=house.ada).name == "Ada B"


def test_a_renewal_that_fails_leaves_the_old_link_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    house = make_house(leaders=1)
    first = mint_link(house.fay, house.ada)
    with monkeypatch.context() as broken:
        broken.setattr(Link, "fresh", lambda *_words: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            renew_link(house.fay, house.ada)
    assert Link.objects.valid().filter(digest=Link.digest_of(first)).exists()
    second = renew_link(house.fay, house.ada)
    assert [link.digest for link in Link.objects.valid().filter(seat=house.ada)] == [Link.digest_of(second)]


def test_names_are_cleaned_of_what_does_not_show() -> None:
    house = make_house(leaders=1)
    edit_person(house.fay, house.ada, seen=seen(house), name="A\x00d\u202ea\ud800\nL", email="")
    assert Person.objects.get(seats=house.ada).name == "Ada L"


def test_a_removed_seat_ends_its_browsers_and_keeps_its_words_and_comes_back_whole() -> None:
    house = make_house(leaders=2)
    browser: Client = client_of(house.ada)
    prompt = house.workshop.prompts.first()
    Remark.objects.create(workshop=house.workshop, seat=house.ada, prompt=prompt, body="Mine", rev=1)
    page = f"/w/{house.workshop.slug}/pack/"
    remove_seat(house.fay, house.ada)
    assert browser.get(page).status_code == 404
    assert Remark.objects.filter(seat=house.ada, body="Mine").exists()
    restore_seat(house.fay, house.ada)
    assert browser.get(page).status_code == 200


def test_nobody_removes_their_own_seat_and_a_removed_chair_hands_over() -> None:
    house = make_house(leaders=1)
    with pytest.raises(Invalid):
        remove_seat(house.fay, house.fay)
    Workshop.objects.filter(pk=house.workshop.pk).update(chair=house.ada)
    remove_seat(house.fay, house.ada)
    assert Workshop.objects.get(pk=house.workshop.pk).chair == house.fay


def test_attendance_tells_the_four_ways_apart() -> None:
    house = make_house(leaders=4)
    ada, ben, cem, _dot = house.leaders
    Seat.objects.filter(pk=ada.pk).update(done_at=ada.created_at)
    prompt = house.workshop.prompts.first()
    Remark.objects.create(workshop=house.workshop, seat=ben, prompt=prompt, body="Words", rev=1)
    client_of(cem)
    found = with_attendance(house.workshop.seats.answering().order_by("pk"))
    assert [seat.attendance for seat in found] == ["finished", "started", "opened", "unopened"]  # type: ignore[attr-defined]  # annotated
    ways = {each: int(each != "declined") for each in Attendance.values}
    assert attendance_counts(house.workshop) == {"all": 4, "among": 0, **ways}
    late = late_people(house.workshop)
    assert late is not None
    assert late.addresses == ["ben@example.org", "cem@example.org", "dot@example.org"]
    assert late_people(house.workshop, most=2) is None


def test_an_empty_remark_is_not_a_start() -> None:
    house = make_house(leaders=1)
    prompt = house.workshop.prompts.first()
    Remark.objects.create(workshop=house.workshop, seat=house.ada, prompt=prompt, body="", rev=1)
    assert attendance_counts(house.workshop)["started"] == 0


def test_one_more_link_leaves_the_earlier_ones_valid() -> None:
    house = make_house(leaders=1)
    first, second = mint_link(house.fay, house.ada), mint_link(house.fay, house.ada)
    links = [find_link(secret) for secret in (first, second)]
    assert [link is not None and link.is_valid for link in links] == [True, True]


def test_pseudonyms_are_never_given_twice() -> None:
    house = make_house(leaders=2)
    add_leader(house.fay, "Gil")
    remove_seat(house.fay, house.ada)
    invited, _known = invite_people(house.fay, [Guest("Hal", "hal@example.org")])
    assert invited[0].seat.pseudonym == "P4"
