"""The set-up of a workshop: changed field by field, by several people at once, with plain refusals."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.setup import setup_words
from tests.support import House, client_of, make_house, make_user
from workshop.actions.kit import lock_promise
from workshop.actions.rounds import open_round
from workshop.actions.workshops import close_workshop
from workshop.models import Person, Seat, Workshop

pytestmark = pytest.mark.django_db
DAY = {"date": "2027-02-09", "starts": "10:00", "ends": "12:00"}


@pytest.fixture
def house() -> House:
    return make_house(pack_open=False)


def save(house: House, client: Any = None, **changed: Any) -> Any:
    sent = changed.pop("sent", None) or setup_words(house)
    return (client or client_of(house.fay)).post(f"/w/{house.workshop.slug}/setup/", {**sent, **changed})


def now(house: House) -> Workshop:
    return Workshop.objects.get(pk=house.workshop.pk)


def helper(house: House) -> Client:
    """Return the browser of Lee, who facilitates too."""
    user = make_user("lee@example.org", "Lee")
    person = Person.objects.create(workshop=house.workshop, user=user, name="Lee", email=user.email)
    seat = Seat.objects.create(workshop=house.workshop, person=person, pseudonym="F2", role="facilitator")
    return client_of(seat)


def test_words_numbers_and_times_are_saved(house: House) -> None:
    answer = save(house, title="Ours", question="Which?", blank_cards="0", nominations="5", **DAY)
    assert answer.status_code == 302
    saved = now(house)
    assert (saved.title, saved.question, saved.blank_cards, saved.nominations) == ("Ours", "Which?", 0, 5)
    assert saved.starts_at == datetime(2027, 2, 9, 10, tzinfo=UTC)
    assert saved.ends_at == datetime(2027, 2, 9, 12, tzinfo=UTC)


def test_what_is_saved_unchanged_stays_as_it_is(house: House) -> None:
    save(house, **DAY)
    history = house.workshop.history.count()
    again = client_of_follow(house)
    assert ("Nothing had changed" in again, "(needed with a date)" in again) == (True, True)
    assert house.workshop.history.count() == history


def client_of_follow(house: House) -> str:
    answer = client_of(house.fay).post(f"/w/{house.workshop.slug}/setup/", setup_words(house), follow=True)
    return str(answer.text)


def test_times_are_read_in_the_zone_of_the_workshop(house: House) -> None:
    save(house, zone="Asia/Kolkata", **DAY)
    assert now(house).starts_at == datetime(2027, 2, 9, 4, 30, tzinfo=UTC)
    save(house, zone="Europe/London")
    assert now(house).starts_at == datetime(2027, 2, 9, 10, tzinfo=UTC)


def test_the_poll_follows_the_nominations_until_it_opens(house: House) -> None:
    save(house, nominations="2")
    assert house.poll.k == 2
    open_round(house.fay, house.poll)
    save(house, nominations="4")
    assert (house.poll.k, now(house).nominations) == (2, 2)


def test_the_pack_closes_at_its_deadline_or_at_the_end_of_that_day(house: House) -> None:
    save(house, deadline_date="2027-02-08")
    assert house.pack.closes_at == datetime(2027, 2, 8, 23, 59, tzinfo=UTC)
    save(house, deadline_time="17:00")
    assert house.pack.closes_at == datetime(2027, 2, 8, 17, tzinfo=UTC)
    save(house, deadline_date="", deadline_time="")
    assert house.pack.closes_at is None


def test_a_deadline_after_the_start_is_kept_with_a_warning(house: House) -> None:
    sent = {**setup_words(house), **DAY, "deadline_date": "2027-02-10"}
    answer = client_of(house.fay).post(f"/w/{house.workshop.slug}/setup/", sent, follow=True)
    assert "The pack closes after the workshop starts" in answer.text


def test_a_deadline_that_has_passed_may_stay_but_not_be_chosen(house: House) -> None:
    house.workshop.rounds.filter(number=1).update(closes_at=timezone.now() - timedelta(days=3))
    assert save(house, title="Later").status_code == 302
    assert save(house, deadline_date="2020-01-01").status_code == 422


@pytest.mark.parametrize(
    ("changed", "field", "says"),
    [
        ({"title": ""}, "title", "This is empty"),
        ({"title": "x" * 201}, "title", "1 character over the limit of 200"),
        ({"reading": "x" * 20_003}, "reading", "3 characters over the limit of 20,000"),
        ({**DAY, "ends": "09:00"}, "ends", "The end is not after the start"),
        ({"date": "2027-02-09"}, "starts", "At what time do you start on 9 February 2027? Write it here"),
        ({"ends": "12:00"}, "starts", "Give the time at which it starts"),
        ({"starts": "10:00"}, "date", "Give the date too"),
        ({"date": "soon"}, "date", "Write the date as day, month and year"),
        ({**DAY, "starts": "ten"}, "starts", "Write the time with hours and minutes"),
        ({"date": "2027-03-28", "starts": "01:30"}, "starts", "There is no such time on that day"),
        ({"deadline_date": "2020-01-01"}, "deadline_date", "This deadline has passed already"),
        ({"deadline_time": "10:00"}, "deadline_date", "Give the date of the deadline"),
        ({"zone": "Mars/Base"}, "zone", "Choose a time zone from the list"),
        ({"blank_cards": "13"}, "blank_cards", "from 0 to 12"),
        ({"nominations": "0"}, "nominations", "from 1 to 10"),
        ({"nominations": "many"}, "nominations", "from 1 to 10"),
    ],
)
def test_what_does_not_fit_is_refused_beside_its_field_and_everything_typed_is_kept(
    house: House, changed: dict[str, str], field: str, says: str
) -> None:
    answer = save(house, instructions="Typed meanwhile", **changed)
    assert answer.status_code == 422
    assert any(says in error for error in answer.context["form"].errors[field])
    assert "Typed meanwhile" in answer.text
    assert now(house).instructions != "Typed meanwhile"


@pytest.mark.parametrize("promise", ["named", "hidden", "unlinked"])
def test_the_promise_is_fixed_at_the_first_answer_and_the_page_says_so(house: House, promise: str) -> None:
    save(house, promise=promise)
    lock_promise(house.workshop.pk)
    assert "the promise stays as it is" in client_of(house.fay).get(f"/w/{house.workshop.slug}/setup/").text
    for other in ("named", "hidden", "unlinked"):
        save(house, promise=other)
        assert now(house).promise == promise


def test_nobody_can_choose_a_promise_that_is_not_offered(house: House) -> None:
    assert save(house, promise="secret").status_code == 422
    assert now(house).promise == "named"


def test_two_who_change_different_things_both_keep_theirs(house: House) -> None:
    sent = setup_words(house)
    save(house, helper(house), title="Lee's title")
    assert save(house, sent=sent, question="Fay's question").status_code == 302
    assert (now(house).title, now(house).question) == ("Lee's title", "Fay's question")


def test_two_who_change_the_same_thing_are_told_who_was_first_and_lose_nothing(house: House) -> None:
    sent = setup_words(house)
    save(house, helper(house), title="Lee was first")
    answer = save(house, sent=sent, title="Fay was second", question="Fay's too")
    assert answer.status_code == 409
    for words in ("Lee changed this", "Lee was first", "Fay was second", "Fay&#x27;s too"):
        assert words in answer.text
    assert (now(house).title, now(house).question) == ("Lee was first", sent["question"])
    again = {field.name: field.value() for field in answer.context["form"]}
    assert save(house, sent={name: "" if value is None else value for name, value in again.items()})
    assert (now(house).title, now(house).question) == ("Fay was second", "Fay's too")


def test_who_wrote_in_two_windows_is_told_so(house: House) -> None:
    sent = setup_words(house)
    save(house, title="In one window")
    assert "You, in another window, changed this" in save(house, sent=sent, title="In the other").text


def test_two_who_change_the_same_thing_alike_do_not_fight(house: House) -> None:
    sent = setup_words(house)
    save(house, helper(house), title="The same")
    assert save(house, sent=sent, title="The same").status_code == 302


@pytest.mark.parametrize("seen", ["", "nonsense", "[]", "[" * 5000, '{"title": 3}'])
def test_a_form_that_does_not_say_what_it_was_based_on_overwrites_nothing(house: House, seen: str) -> None:
    before = now(house).title
    assert save(house, seen=seen, title="Blind").status_code == 409
    assert now(house).title == before


def test_the_page_says_what_is_missing_before_people_are_invited(house: House) -> None:
    client, address = client_of(house.fay), f"/w/{house.workshop.slug}/setup/"
    missing = {check.place for check in client.get(address).context["checks"] if not check.done}
    assert missing == {"date", "deadline_date"}
    save(house, deadline_date="2027-02-08", **DAY)
    assert all(check.done for check in client.get(address).context["checks"])


def test_a_closed_workshop_keeps_its_set_up(house: House) -> None:
    sent, before = setup_words(house), now(house).title
    close_workshop(house.fay)
    answer = save(house, sent=sent, title="Too late")
    assert answer.status_code == 409
    assert "Too late" in answer.text
    assert now(house).title == before
