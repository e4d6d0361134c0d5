"""The audit says who saw and took what; no line is changed or removed, and a broken chain is named."""

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from tests.stagecraft import put
from tests.support import House, client_of, make_house
from workshop.actions.auditing import audit, audit_host
from workshop.actions.consent_items import retire_item
from workshop.actions.exports import export_workshop
from workshop.actions.facilitators import add_facilitator
from workshop.actions.inviting import give_links
from workshop.actions.links import end_earlier_links, end_unprinted, mint_link, revoke_links
from workshop.actions.people import remove_seat
from workshop.actions.proxy import cast_for
from workshop.actions.setup import edit_setup
from workshop.actions.workshops import delete_workshop
from workshop.models import Audit, Ballot, Link
from workshop.models.proxy_seen import seen_of
from workshop.models.setup import print_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=2, starts_at=None)


def verbs(house: House) -> list[str]:
    """Return what the audit of Fay's workshop says, oldest first."""
    return list(Audit.objects.filter(slug=house.workshop.slug).order_by("n").values_list("verb", flat=True))


def pages(house: House) -> list[str]:
    """Return at which pages somebody looked."""
    lines = Audit.objects.filter(slug=house.workshop.slug, verb="seen")
    return sorted(line.ids["page"] for line in lines)


def look(house: House, name: str) -> str:
    """Open a page as Fay; return its words."""
    return client_of(house.fay).get(reverse(name, args=[house.workshop.slug])).content.decode()


def check() -> str:
    """Run the command; return what it said, with what it refused."""
    said = StringIO()
    try:
        call_command("checkaudit", stdout=said)
    except CommandError as refusal:
        said.write(str(refusal))
    return said.getvalue()


def enter_vote(house: House) -> None:
    """Fay enters Ada's vote twice, each time another card."""
    put(house, "poll")
    ballot = None
    for card in house.cards[:2]:
        chosen, seen = frozenset({str(card.uid)}), seen_of(ballot)
        cast_for(house.fay, house.ada, house.poll, chosen, seen=seen, replaces=True)
        ballot = Ballot.objects.get(round=house.poll, seat=house.ada)


def two_links(house: House) -> list[Link]:
    """Give Ada two links; return them, the earlier one first."""
    give_links(house.fay, [house.ada])
    give_links(house.fay, [house.ada])
    return list(house.ada.links.order_by("pk"))


ACTS: dict[str, Callable[[House], Any]] = {
    "exported": lambda house: export_workshop(house.workshop, "json", house.fay),
    "link_made": lambda house: mint_link(house.fay, house.ada),
    "links_made": lambda house: give_links(house.fay, [house.ada]),
    "earlier_links_ended": lambda house: end_earlier_links(house.fay, [two_links(house)[1]]),
    "links_unprinted": lambda house: end_unprinted(house.fay, [mint_link(house.fay, house.ada)]),
    "links_revoked": lambda house: (mint_link(house.fay, house.ada), revoke_links(house.fay, house.ada)),
    "seat_removed": lambda house: remove_seat(house.fay, house.ada),
    "facilitator_added": lambda house: add_facilitator(house.fay, name="Gil", email="gil@example.org"),
    "consent_item_retired": lambda house: retire_item(house.fay, house.workshop.consent_items.all()[0]),
}


@pytest.mark.parametrize("verb", ACTS)
def test_what_gives_access_or_takes_words_away_is_noted_without_words(house: House, verb: str) -> None:
    ACTS[verb](house)
    line = Audit.objects.get(slug=house.workshop.slug, verb=verb)
    assert line.who == house.fay.uid.hex
    assert not {"Ada", "Gil", "example"} & set(str(line.ids).split('"'))


def test_who_enters_something_for_somebody_is_noted_once_a_day(house: House) -> None:
    enter_vote(house)
    assert verbs(house).count("entered_for") == 1


def test_a_changed_promise_is_noted(house: House) -> None:
    edit_setup(house.fay, {"promise": "hidden"}, {"promise": print_of("named")})
    assert verbs(house) == ["promise_changed"]


def test_a_link_that_somebody_makes_for_themselves_is_no_access(house: House) -> None:
    mint_link(house.ada, house.ada)
    assert verbs(house) == []


@pytest.mark.parametrize(
    ("name", "seen"),
    [("people", ["people"]), ("overview", ["late", "packs"]), ("overview-comments", ["packs"])],
)
def test_looking_where_more_is_seen_is_noted_once_a_day(house: House, name: str, seen: list[str]) -> None:
    for _look in range(3):
        look(house, name)
    assert pages(house) == seen


def test_reading_packs_is_not_noted_once_the_group_can_read_them_too(house: House) -> None:
    put(house, "welcome")
    look(house, "overview-comments")
    assert verbs(house) == []


@pytest.mark.parametrize("change", [{"verb": "nothing"}, {"ids": {}}, {"who": ""}, {"n": 9}])
def test_the_database_refuses_to_change_a_line(house: House, change: dict[str, Any]) -> None:
    line = audit(house.workshop, house.fay, "exported", format="json")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Audit.objects.filter(pk=line.pk).update(**change)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Audit.objects.filter(pk=line.pk).delete()


def test_a_deleted_workshop_leaves_its_lines_and_the_chain_is_whole(house: House) -> None:
    export_workshop(house.workshop, "json", house.fay)
    delete_workshop(house.fay)
    audit_host("backed_up", bytes=7)
    assert verbs(house) == ["exported", "workshop_deleted"]
    assert not Audit.objects.filter(slug=house.workshop.slug, workshop__isnull=False).exists()
    assert "The audit is whole" in check()


def unguarded(statement: str, *words: str) -> None:
    """Change the table as somebody with the database file can: the guard put aside."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE workshop_audit DISABLE TRIGGER audit_stays")
        else:
            cursor.execute("DROP TRIGGER audit_is_not_removed")
            cursor.execute("DROP TRIGGER audit_is_not_changed")
        cursor.execute(statement, words)


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE workshop_audit SET verb = 'seen' WHERE n = 2 AND slug = %s", "line 2, it was changed"),
        ("UPDATE workshop_audit SET who = '' WHERE n = 2 AND slug = %s", "line 2, it was changed"),
        ("DELETE FROM workshop_audit WHERE n = 2 AND slug = %s", "line 2, it is missing"),
        ("UPDATE workshop_audit SET prev_hash = 'x' WHERE n = 3 AND slug = %s", "line 3, it does not follow"),
    ],
)
def test_whoever_changes_a_line_behind_the_guard_is_found(house: House, statement: str, says: str) -> None:
    for _line in range(3):
        audit(house.workshop, house.fay, "exported", format="json")
    unguarded(statement, house.workshop.slug)
    said = check()
    assert f"BROKEN  workshop {house.workshop.slug}: {says}" in said
    assert "was changed. Compare" in said


def test_the_page_says_in_plain_words_who_did_what(house: House) -> None:
    mint_link(house.fay, house.ada)
    export_workshop(house.workshop, "json")
    audit_host("backed_up", bytes=2048)
    page = look(house, "audit")
    assert "made and saw a personal link for Ada" in page
    assert "took a file: everything (JSON), with names as far as the promise allows" in page
    assert "Whoever runs the server" in page
    assert "made a backup of everything" in page


def test_a_long_audit_has_pages(house: House) -> None:
    for _line in range(60):
        audit(house.workshop, house.fay, "exported", format="csv")
    assert "1 to 50 of 60" in look(house, "audit")
    page = client_of(house.fay).get(reverse("audit", args=[house.workshop.slug]) + "?page=2").content.decode()
    assert "51 to 60 of 60" in page
