"""Personal links and sessions: nothing stored opens a door, nothing carries a secret on or can be fixed."""

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import models
from django.test import Client

from tests.support import PASSWORD, House, client_of, make_house
from workshop.actions.links import find_link, mint_link, revoke_links, take_seat
from workshop.actions.screens import screen_link
from workshop.models.passes import pass_name, write_pass

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=2)


def stored() -> str:
    """Return every value of every row of every table, as text."""
    tables: list[type[models.Model]] = list(apps.get_models(include_auto_created=True))
    return "".join(repr(list(table._default_manager.values_list())) for table in tables)


def test_no_table_holds_what_opens_a_door(house: House) -> None:
    personal, wall = mint_link(house.fay, house.ada), screen_link(house.fay)
    browser = Client()
    browser.post(f"/link/{personal}/")
    browser.get(f"/screen/{wall}/")
    held = stored()
    assert personal not in held
    assert wall not in held
    assert PASSWORD not in held
    assert browser.cookies[pass_name(house.workshop.slug)].value not in held


def test_a_link_ends_with_its_revocation_and_so_does_what_came_of_it(house: House) -> None:
    secret = mint_link(house.fay, house.ada)
    browser = Client()
    browser.post(f"/link/{secret}/")
    room = f"/w/{house.workshop.slug}/room/"
    assert browser.get(room).status_code == 200
    revoke_links(house.fay, house.ada)
    assert browser.get(room).status_code == 404
    assert Client().get(f"/link/{secret}/").status_code == 410


def test_where_a_link_leads_its_secret_does_not_go(house: House) -> None:
    secret = mint_link(house.fay, house.ada)
    answer = Client().post(f"/link/{secret}/")
    assert answer.status_code == 302
    told = f"{answer.headers} {answer.cookies.output()}"
    assert secret not in told
    assert answer.headers["Referrer-Policy"] == "strict-origin"


def test_a_pass_opens_no_other_workshop_and_cannot_be_made_up(house: House) -> None:
    link = find_link(mint_link(house.fay, house.ada))
    assert link is not None
    ours, theirs = house.workshop.slug, house.zoe.workshop.slug
    good = write_pass(take_seat(link))
    for slug, value in ((theirs, good), (ours, good[:-1]), (ours, link.uid.hex), (ours, "")):
        browser = Client()
        browser.cookies[pass_name(slug)] = value
        assert browser.get(f"/w/{slug}/room/").status_code == 404, (slug, value)
    assert Client().get(f"/w/{ours}/room/?{pass_name(ours)}={good}").status_code == 404


def test_a_session_that_somebody_else_prepared_is_not_the_one_that_is_signed_in(house: House) -> None:
    victim = Client()
    victim.get("/accounts/sign-in/")
    session = victim.session
    session["planted"] = "1"
    session.save()
    prepared = str(session.session_key)
    victim.cookies[settings.SESSION_COOKIE_NAME] = prepared
    typed = {"username": "fay@example.org", "password": PASSWORD}
    assert victim.post("/accounts/sign-in/", typed).status_code == 302
    assert victim.cookies[settings.SESSION_COOKIE_NAME].value != prepared
    assert not Session.objects.filter(session_key=prepared).exists()
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = prepared
    assert thief.get(f"/w/{house.workshop.slug}/overview/").status_code == 404


def test_signing_out_ends_the_session_on_the_server_too(house: House) -> None:
    browser = client_of(house.fay)
    key = browser.cookies[settings.SESSION_COOKIE_NAME].value
    browser.post("/accounts/sign-out/")
    assert not Session.objects.filter(session_key=key).exists()


def test_the_cookies_are_out_of_reach_for_scripts_and_other_sites(house: House) -> None:
    answer = Client().post(f"/link/{mint_link(house.fay, house.ada)}/")
    cookie = answer.cookies[pass_name(house.workshop.slug)]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == "Lax"
