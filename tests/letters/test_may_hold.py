"""What a copy told that may have gone stays, until another one goes; a busy database loses none."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import OperationalError, connection
from django.test import override_settings
from django.utils import timezone

from tests.letters.desk import letter, press, states, work
from tests.letters.postbox import Postbox, no_server
from tests.letters.test_no_date_told import set_date, told
from tests.letters.test_what_they_say import STARTS, move_date
from tests.support import House, client_of, make_house
from workshop.actions.auditing import audit_host
from workshop.actions.letters import handing
from workshop.actions.letters.sending import send_again
from workshop.exports.own_data import own_document
from workshop.models import Letter, Person, Post, Workshop
from workshop.models.audit_lines import RESTORED
from workshop.models.posted import Told, dates_held, wordings_of

pytestmark = pytest.mark.django_db
OLD, NEW = "Tuesday 30 March 2027", "Tuesday 6 April 2027"


@pytest.fixture
def house() -> House:
    return make_house(leaders=2, starts_at=STARTS, ends_at=STARTS + timedelta(hours=2))


def held(house: House) -> set[Any]:
    return dates_held(Workshop.objects.get(pk=house.workshop.pk))


def may_have_gone(house: House) -> Letter:
    """Ada's invitation may have gone; then the date moves, and Fay has it sent again."""
    written = letter(house)
    press(house, written, house.ada)
    with patch("smtplib.SMTP.data", side_effect=ConnectionResetError("reset")):
        work()
    assert states(written) == {"Ada": "uncertain"}
    move_date(house.fay, 7)
    assert told(house) == Told(another=1)
    assert send_again(house.fay, written, Post.objects.get().uid)
    return written


def printed(box: Postbox) -> None:
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.console.EmailBackend"):
        work()


def answered(says: str) -> Callable[[Postbox], None]:
    def answer(box: Postbox) -> None:
        box.rcpt["ada@example.org"] = says
        work()

    return answer


def away(box: Postbox) -> None:
    with no_server():
        work()


def line_gone(box: Postbox) -> None:
    with patch("smtplib.SMTP.rcpt", side_effect=ConnectionResetError("reset")):
        work()


def wanted_no_more(box: Postbox) -> None:
    Person.objects.update(no_letters_at=timezone.now())
    work()


def put_back(box: Postbox) -> None:
    audit_host(RESTORED, file="yesterday")
    work()


@pytest.mark.parametrize(
    ("then", "state"),
    [
        (answered("550 gone"), "refused"),
        (answered("451 later"), "waiting"),
        (away, "waiting"),
        (line_gone, "waiting"),
        (printed, "left"),
        (wanted_no_more, "left"),
        (put_back, "uncertain"),
    ],
)
def test_what_somebody_may_hold_stays_known_when_the_second_sending_does_not_go(
    house: House, box: Postbox, then: Callable[[Postbox], None], state: str
) -> None:
    written = may_have_gone(house)
    then(box)
    assert states(written) == {"Ada": state}
    assert (told(house), held(house)) == (Told(another=1), {STARTS})
    (own,) = own_document(house.ada)["letters"]
    assert (OLD in own["words"], NEW in own["words"]) == (True, False)
    assert [(OLD in each.body, NEW in each.body) for each in wordings_of(written)] == [(True, False)]


def test_the_page_of_the_letter_says_what_may_have_gone_and_not_what_was_refused(
    house: House, box: Postbox
) -> None:
    written = may_have_gone(house)
    answered("550 gone")(box)
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/letters/{written.uid}/").content.decode()
    assert (OLD in page, NEW in page) == (True, False)


def test_who_is_reached_by_the_second_sending_was_told_what_that_says(house: House, box: Postbox) -> None:
    written = may_have_gone(house)
    work()
    assert (states(written), told(house), held(house)) == ({"Ada": "sent"}, Told(), set())
    assert NEW in Post.objects.get().body


def test_what_waited_as_a_backup_was_put_back_told_what_was_known_when_it_was_asked_for(
    house: House, box: Postbox
) -> None:
    press(house, letter(house))
    move_date(house.fay, 7)
    put_back(box)
    assert (told(house), held(house)) == (Told(another=2), {STARTS})


def test_what_waited_then_in_a_workshop_without_a_date_told_none(box: Postbox) -> None:
    house = make_house(leaders=2)
    press(house, letter(house))
    put_back(box)
    set_date(house)
    assert told(house) == Told(none=2)


@contextmanager
def locked_once(*words: str) -> Iterator[list[str]]:
    """Let the first statement that has all these words in it find the database locked."""
    met: list[str] = []

    def run(execute: Callable[..., Any], sql: str, *more: Any) -> Any:
        if not met and all(word in sql for word in words):
            met.append(sql)
            raise OperationalError("database is locked")
        return execute(sql, *more)

    with connection.execute_wrapper(run):
        yield met


def test_a_database_that_is_locked_as_words_are_written_down_lets_the_copy_wait(
    house: House, box: Postbox
) -> None:
    written = letter(house)
    press(house, written, house.ada)
    with locked_once('UPDATE "workshop_post"', '"body" =') as met:
        work()
    assert (len(met), box.to, states(written)) == (1, [], {"Ada": "waiting"})
    work(timedelta(hours=1))
    assert (box.to, states(written)) == (["ada@example.org"], {"Ada": "sent"})
    assert OLD in Post.objects.get().body


def test_a_database_that_is_locked_as_a_copy_is_put_together_lets_it_wait(house: House, box: Postbox) -> None:
    written = letter(house)
    press(house, written, house.ada)
    with patch.object(handing, "copy_of", side_effect=OperationalError("database is locked")):
        work()
    assert (box.to, states(written)) == ([], {"Ada": "waiting"})
    assert Post.objects.get().body == ""
    work(timedelta(hours=1))
    assert (box.to, states(written)) == (["ada@example.org"], {"Ada": "sent"})


def test_words_that_cannot_be_put_together_hold_up_no_other(house: House, box: Postbox) -> None:
    written = letter(house)
    press(house, written)
    with patch.object(handing, "kept_words", side_effect=[ValueError("odd"), ("Come", "Hello")]):
        work()
    assert set(states(written).values()) == {"sent"}
    assert sorted(Post.objects.values_list("body", flat=True)) == ["", "Hello"]
