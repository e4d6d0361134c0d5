"""The privacy notice and the accessibility statement say what the host has said, and mark what is missing."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from environs import Env

from config.notices import Notices, read
from tests.support import client_of, make_house

MARK = "Still to be filled in"
FULL = Notices(
    "A <University>", "help@example.org", "dpo@example.org", "A public task", "Leeds", "1 May 2031"
)


@pytest.mark.parametrize(("page", "marks"), [("privacy", 6), ("accessibility", 2)])
def test_what_the_host_has_still_to_say_is_marked(
    client: Client, settings: Any, page: str, marks: int
) -> None:
    settings.NOTICES = Notices()
    assert client.get(f"/{page}/").content.decode().count(MARK) == marks
    settings.NOTICES = FULL
    filled = client.get(f"/{page}/").content.decode()
    assert MARK not in filled
    assert "1 May 2031" in filled
    assert 'href="mailto:help@example.org"' in filled


def test_the_privacy_notice_says_who_how_long_and_where_to_complain(client: Client, settings: Any) -> None:
    settings.NOTICES, settings.RETAIN_DAYS, settings.BACKUP_DAYS = FULL, 365, 14
    page = client.get("/privacy/").content.decode()
    for words in ("A &lt;University&gt;", "dpo@example.org", "A public task", "Leeds", "ico.org.uk"):
        assert words in page
    assert "erased 365 days after it was made" in page
    assert "for up to 14 days more" in page


def test_the_accessibility_statement_says_how_far_it_goes(client: Client) -> None:
    page = client.get("/accessibility/").content.decode()
    for words in ("partially compliant", "2.2, level AA", "3.1.2", "Equality and Human Rights Commission"):
        assert words in page


def test_the_settings_fill_them_in(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONTROLLER", "CONTACT", "DPO", "BASIS", "PLACE"):
        monkeypatch.setenv(f"NOTICE_{name}", f" {name} ")
    found = read(Env())
    assert found.controller == "CONTROLLER"
    assert found.missing == ["NOTICE_PREPARED"]
    assert found.processors.startswith("Nobody")


@pytest.mark.django_db
def test_every_page_but_those_of_the_hour_leads_to_them() -> None:
    house = make_house(leaders=2)
    slug = house.workshop.slug
    for page, there in (("pack", True), ("room", False)):
        answer = client_of(house.ada).get(f"/w/{slug}/{page}/").content.decode()
        assert ('href="/privacy/"' in answer, 'href="/accessibility/"' in answer) == (there, there)
    assert 'href="/privacy/"' in Client().get("/help/").content.decode()


def test_where_letters_leave_nobody_is_told_that_nobody_handles_them(client: Client, settings: Any) -> None:
    settings.NOTICES, settings.EMAIL_BACKEND = FULL, "django.core.mail.backends.console.EmailBackend"
    assert "Nobody. Roundel runs" in client.get("/privacy/").text
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    page = client.get("/privacy/").text
    assert ("Nobody. Roundel runs" in page, "Whoever carries the letters" in page) == (False, True)
    settings.NOTICES = replace(FULL, processors="Post Ltd")
    page = client.get("/privacy/").text
    assert ("Post Ltd" in page, "Whoever carries the letters" in page) == (True, False)


def test_what_is_kept_names_needs_letters_and_each_cookie(client: Client) -> None:
    page = client.get("/privacy/").text
    for words in (
        "What you say you need",
        "you were given more time",
        "asked for no letters",
        "which language",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("welsh", "says"),
    [(False, "The pages are in English only."), (True, "no native reader has approved the Welsh")],
)
def test_the_statement_says_in_which_languages_the_pages_are(
    client: Client, settings: Any, welsh: bool, says: str
) -> None:
    settings.WELSH = welsh
    assert says in client.get("/accessibility/").text
