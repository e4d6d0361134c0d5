"""Help with a page: on each that somebody can open, in the same place, and it leads where more stands."""

import re
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from config.guides import chapters
from tests.guides import FOLDER, anchors
from tests.leaks.addresses import ROUTES
from tests.support import client_of, make_house
from tests.views.permission_rows import ROWS
from tests.views.permissions import PEOPLE
from workshop.templatetags.help_places import FACILITATORS, OPEN, PARTICIPANT, help_for

# Addresses that answer with something to read and are no page of their own: why.
NO_PAGE = {
    **dict.fromkeys(["room-regions", "pack-regions", "desk-regions", "screen-regions"], "parts of a page"),
    **dict.fromkeys(["screen", "screen-link", "screen-link-regions"], "the wall: nobody presses on it"),
    **dict.fromkeys(["card-table-file", "template-file", "template-schema"], "a file"),
}
FAY = SimpleNamespace(is_facilitator=True, is_participant=False)
ADA = SimpleNamespace(is_facilitator=False, is_participant=True)
SEATS: dict[str, Any] = {"nobody": None, "ada": ADA, "fay": FAY}


def read_by(who: str) -> set[str]:
    """Return the names of the pages that somebody may open."""
    n = PEOPLE.index(who)
    rows = [row for row in ROWS if row.method == "get" and row.expected.split()[n] == "200"]
    return {row.name for row in rows} - NO_PAGE.keys()


@pytest.mark.parametrize("who", SEATS)
def test_something_is_said_of_each_page_that_somebody_can_open(who: str) -> None:
    names = read_by(who)
    assert len(names) > 10
    assert {name for name in names if not help_for(name, SEATS[who], None).says} == set()


def test_help_speaks_of_addresses_that_there_are_and_leads_to_what_is_there() -> None:
    assert {*FACILITATORS, *PARTICIPANT, *OPEN} - ROUTES.keys() == set()
    there = {
        each.name: anchors(FOLDER / "facilitator" / f"{each.name}.md") for each in chapters("facilitator")
    }
    for name, (where, _says) in FACILITATORS.items():
        chapter, _hash, anchor = where.partition("#")
        assert not anchor or anchor in there[chapter], (name, where)
    page = Client().get(reverse("help")).content.decode()
    for where, _says in (*PARTICIPANT.values(), *OPEN.values()):
        assert not where or f'id="{where}"' in page, where


def test_each_chapter_for_facilitators_is_led_to_from_a_page() -> None:
    led = {address for name in FACILITATORS for _words, address in help_for(name, FAY, None).links}
    names = {address.partition("#")[0].rstrip("/").rpartition("/")[2] for address in led}
    assert {each.name for each in chapters("facilitator")} == names


@pytest.mark.django_db
def test_a_leader_and_a_facilitator_read_on_one_page_what_each_does_there() -> None:
    house = make_house(leaders=2)
    address = reverse("pack", kwargs={"slug": house.workshop.slug})
    says = {}
    for who in (house.ada, house.fay):
        page = client_of(who).get(address).content.decode()
        [found] = re.findall(r'<details class="here">.*?</details>', page, re.DOTALL)
        says[who.role] = re.sub(r"\s+", " ", found)
    assert "/help/#saving" in says["participant"]
    assert "/guide/" not in says["participant"]
    assert "/guide/facilitator/pack/" in says["facilitator"]


def test_where_nothing_is_said_a_facilitator_is_led_to_the_guide() -> None:
    found = help_for("no-such-page", FAY, None)
    assert (found.says, found.links[0][1]) == ("", reverse("guide", kwargs={"guide": "facilitator"}))


def test_who_watches_is_told_so_and_a_page_of_nothing_leads_to_help() -> None:
    watcher = SimpleNamespace(is_facilitator=False, is_participant=False)
    assert "nothing is asked of you" in help_for("room", watcher, None).says
    nowhere = Client().get("/nowhere/").content.decode()
    assert 'href="/help/">All of Help</a>' in nowhere
    assert "On this page:" not in nowhere[nowhere.index('class="here"') : nowhere.index("All of Help")]


def test_help_with_a_file_and_with_one_person_is_about_them() -> None:
    assert "to print" in help_for("own-pack-file", ADA, None).says
    assert "filled in" in help_for("filled", ADA, None).says
    person = help_for("person", FAY, None)
    assert "one person" in person.says
    assert any("/access-needs/" in address for _title, address in person.links)
