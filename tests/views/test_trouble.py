"""The database takes nothing: people read that it was not saved, with their words, and read what is."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, InterfaceError, InternalError, OperationalError, connection
from django.test import Client
from django.urls import reverse

from tests.support import House, client_of, make_house
from workshop.models import Remark
from workshop.views import remarks
from workshop.views.trouble import trouble_in

SQLITE = [pytest.mark.sqlite, pytest.mark.django_db(transaction=True)]
WORDS = " – ".join(f"w{n:04d}" for n in range(480))  # more bytes than a page of SQLite: it needs a new one
HTMX = {"HX-Request": "true"}
JSON = {"Accept": "application/json"}


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@dataclass
class At:
    """A workshop, and the browser of somebody who came in while all was well."""

    house: House
    ada: Client


@pytest.fixture
def house() -> At:
    house = make_house()
    ada = client_of(house.ada)
    ada.raise_request_exception = False
    return At(house, ada)


@pytest.fixture
def full(house: At) -> Iterator[At]:
    """A workshop whose database has room for no page more: SQLite makes the limit the size that it has."""
    run("VACUUM")  # no page is free inside the file either, whatever was there before
    run("PRAGMA max_page_count = 1")
    yield house
    run("PRAGMA max_page_count = 1000000000")


@pytest.fixture
def locked(house: At) -> Iterator[At]:
    """A workshop whose database another program is writing to, and does not end."""
    run("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield house
    other.close()
    run("PRAGMA busy_timeout = 20000")


def send(at: At, **headers: Any) -> Any:
    prompt = at.house.cards[0].prompts.get()
    address = reverse("pack-remark", kwargs={"slug": at.house.workshop.slug, "prompt": prompt.uid})
    return at.ada.post(address, {f"text-{prompt.uid}": WORDS, "rev": 0}, headers=headers)


def assert_reads(at: At) -> None:
    for name in ("pack", "room", "results"):
        answer = at.ada.get(reverse(name, kwargs={"slug": at.house.workshop.slug}))
        assert answer.status_code == 200, name


class TestSqlite:
    pytestmark = SQLITE

    def test_with_no_room_a_form_comes_back_with_its_words_and_pages_are_read(self, full: At) -> None:
        answer = send(full)
        assert (answer.status_code, answer.headers["Retry-After"]) == (507, "30")
        assert "has no room left" in answer.text
        assert WORDS in answer.text
        assert "Traceback" not in answer.text
        assert not Remark.objects.exists()
        assert_reads(full)

    def test_the_browser_s_modules_and_htmx_are_told_in_their_own_way(self, full: At) -> None:
        assert "kept on this device" in send(full, **JSON).json()["message"]
        part = send(full, **HTMX)
        assert (part.status_code, part.content) == (507, b"")
        assert "no%20room%20left" in part.headers["X-Roundel-Refusal"]

    def test_once_there_is_room_the_same_words_are_taken(self, full: At) -> None:
        assert send(full).status_code == 507
        run("PRAGMA max_page_count = 1000000000")
        assert send(full).status_code == 302
        assert Remark.objects.get().body == WORDS

    def test_locked_by_another_program_is_said_too_and_pages_are_read(self, locked: At) -> None:
        answer = send(locked)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "3")
        assert WORDS in answer.text
        assert_reads(locked)

    def test_a_file_that_may_not_be_written_is_said_too(self, house: At) -> None:
        run("PRAGMA query_only = 1")
        try:
            assert send(house).status_code == 503
            assert_reads(house)
        finally:
            run("PRAGMA query_only = 0")


def caused(kind: type[Exception], cause: Exception) -> Exception:
    error = kind(str(cause))
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (caused(OperationalError, psycopg.errors.DiskFull("could not extend file")), 507),
        (caused(OperationalError, psycopg.errors.OutOfMemory("out of memory")), 507),
        (caused(OperationalError, psycopg.errors.TooManyConnections("sorry")), 503),
        (caused(OperationalError, psycopg.errors.AdminShutdown("terminating")), 503),
        (caused(OperationalError, psycopg.errors.LockNotAvailable("timeout")), 503),
        (caused(OperationalError, psycopg.errors.DeadlockDetected("deadlock")), 503),
        (caused(InternalError, psycopg.errors.ReadOnlySqlTransaction("read-only")), 503),
        (caused(OperationalError, psycopg.OperationalError("the connection is closed")), 503),
        (InterfaceError("connection already closed"), 503),
        (OperationalError("disk I/O error"), 503),
        (OperationalError("no such column: x"), None),
        (caused(DatabaseError, psycopg.errors.UndefinedTable("no table")), None),
        (ValueError("database or disk is full"), None),
        (None, None),
    ],
)
def test_what_the_database_says_is_understood_on_both(error: Exception | None, status: int | None) -> None:
    found = trouble_in(error)
    assert (found.status if found else None) == status


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "status", "says"),
    [
        (caused(OperationalError, psycopg.errors.DiskFull("full")), 507, "no room left"),
        (ZeroDivisionError(), 500, "It is our fault"),
    ],
)
def test_a_fault_of_ours_stays_a_500(
    house: At, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, says: str
) -> None:
    def fail(*_args: object) -> None:
        raise error

    monkeypatch.setattr(remarks, "save_box", fail)
    answer = send(house)
    assert answer.status_code == status
    assert says in answer.text
