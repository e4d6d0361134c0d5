"""The demonstration, from its command."""

import json
import re
from datetime import UTC, datetime
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from workshop.actions.demo import next_tuesday
from workshop.models import Link, User, Workshop

pytestmark = pytest.mark.django_db


def demo(*words: str) -> str:
    """Return what the command prints."""
    out = StringIO()
    call_command("demo", *words, stdout=out)
    return out.getvalue()


def links(*words: str) -> dict[str, Any]:
    """Return the links as the command gives them to programs."""
    found: dict[str, Any] = json.loads(demo("--json", *words))
    return found


def path(address: str) -> str:
    """Return an address without its server."""
    return address.removeprefix("http://127.0.0.1:8000")


def test_every_link_of_a_demonstration_works() -> None:
    found = links()
    assert set(found) == {"code", "facilitator", "participants", "screen", "join"}
    assert len(found["participants"]) == 5
    for address in [found["facilitator"], found["screen"], *found["participants"]]:
        assert Client().get(path(address)).status_code == 200
    assert re.fullmatch(r"http://127\.0\.0\.1:8000/join/#[A-Z]{4}\d{4}", found["join"])


def test_a_demonstration_is_ready_to_be_looked_at() -> None:
    workshop = Workshop.objects.get(slug=links()["code"])
    pack = workshop.pack_round()
    assert pack is not None
    assert pack.is_open
    assert (workshop.purpose, workshop.cards.count()) == ("demo", 6)
    assert workshop.starts_at is not None
    assert pack.closes_at is not None
    assert workshop.starts_at > pack.closes_at
    emails = workshop.people.exclude(email="").values_list("email", flat=True)
    assert {email.partition("@")[2] for email in emails} == {"example.org"}


def test_its_facilitator_has_no_password() -> None:
    demo()
    assert not User.objects.get().has_usable_password()


def test_each_call_makes_a_new_one_unless_it_is_told_to_keep_one() -> None:
    first, second = links()["code"], links()["code"]
    assert first != second
    kept = links("--keep")
    assert kept["code"] == second
    assert Client().post(path(kept["facilitator"])).status_code == 302
    Workshop.objects.update(closed_at=datetime.now(UTC))
    assert links("--keep")["code"] not in (first, second)


def test_a_real_workshop_is_never_kept_as_the_demonstration() -> None:
    real = links()["code"]
    Workshop.objects.update(purpose="real")
    assert links("--keep")["code"] != real


def test_no_secret_is_stored() -> None:
    found = links()
    secrets = [path(each).split("/")[2] for each in [found["facilitator"], *found["participants"]]]
    stored = str(list(Link.objects.values()))
    assert [secret for secret in secrets if secret in stored] == []


def test_the_list_for_people_names_every_door() -> None:
    printed = demo()
    for door in ("/staff/", "/link/", "/join/#", "/screen/"):
        assert door in printed


@pytest.mark.parametrize(
    ("now", "day"), [("2026-11-23", "2026-12-01"), ("2026-11-29", "2026-12-01"), ("2027-03-24", "2027-03-30")]
)
def test_it_meets_at_ten_by_the_clock_on_the_wall_on_the_tuesday_of_next_week(now: str, day: str) -> None:
    moment = next_tuesday(datetime.fromisoformat(f"{now}T12:00+00:00"), "Europe/London")
    assert (str(moment.date()), moment.hour, moment.weekday()) == (day, 10, 1)


def test_a_demonstration_can_be_filled_in_by_its_leaders_and_one_that_is_kept_too() -> None:
    found = links("--filled")
    workshop = Workshop.objects.get(slug=found["code"])
    assert workshop.seats.answering().filter(done_at__isnull=False).count() == 5
    said = workshop.remarks.exclude(body="").count()
    assert said > 10
    assert links("--keep", "--filled")["code"] == found["code"]
    assert workshop.remarks.exclude(body="").count() == said
    assert Client().get(path(found["participants"][0])).status_code == 200
