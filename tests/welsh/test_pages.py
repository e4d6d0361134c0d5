"""No page of who takes part, observes or comes in has a text without its Welsh, at any moment."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import trans_real

from tests.house import ROOT
from tests.leaks.acts import ACTS
from tests.leaks.addresses import addresses
from tests.leaks.cast import Cast, gather
from tests.leaks.told import MOMENTS
from tests.support import House, client_of, make_house
from tests.views.permission_rows import ROWS
from tests.views.permissions import Row
from tests.welsh.listening import Listening, listening_wholly
from tests.welsh.of_facilitators import ALONE
from tests.welsh.sources import texts_in, texts_of
from workshop.models import Workshop
from workshop.models.languages import COOKIE, WELSH
from workshop.templatetags import same

pytestmark = pytest.mark.django_db
WHO = {
    "named": ("ben", "chair", "observer", "wall", "nobody"),
    "hidden": ("ben", "chair"),
    "unlinked": ("ben", "observer"),
}
OTHERS = [row for row in ROWS if row.name not in ("reports", "template-schema")]


@pytest.fixture
def ears(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Listening]:
    settings.WELSH = True
    same._written.cache_clear()  # what is the same on each page may have been written before
    with listening_wholly(monkeypatch) as heard:
        yield heard
    same._written.cache_clear()


def read(browser: Client, address: str, ears: Listening) -> None:
    """Open a page, in Welsh."""
    browser.cookies[COOKIE] = WELSH
    ears.where = address
    browser.get(address)


def date(cast: Cast) -> None:
    """Set the days that a workshop can have: when it meets, when its pack closes, when all is erased."""
    meets, workshops = timezone.now() + timedelta(days=30), Workshop.objects.filter(pk=cast.house.workshop.pk)
    workshops.update(starts_at=meets, ends_at=meets, retain_until=meets.date() + timedelta(days=90))
    cast.house.workshop.rounds.filter(number=1).update(closes_at=meets)


@pytest.mark.parametrize("promise", WHO)
def test_no_page_of_a_whole_workshop_has_a_text_without_its_welsh(promise: str, ears: Listening) -> None:
    cast = gather(promise)
    date(cast)
    for moment in MOMENTS:
        ACTS[moment](cast)
        for who in WHO[promise]:
            for address in addresses(cast, who):
                read(cast.browsers[who], address, ears)
    ears.require_all()


def answers(row: Row, house: House, who: str) -> None:
    """Send or open what a row says, as somebody who reads Welsh, and take back what it did."""
    browser = client_of({"ada": house.ada}.get(who))
    browser.cookies[COOKIE] = WELSH
    parts = {"slug": house.workshop.slug} if row.in_workshop else {}
    with transaction.atomic():
        getattr(browser, row.method)(reverse(row.name, kwargs=parts | row.parts(house)), row.data(house))
        transaction.set_rollback(True)


def test_no_answer_to_a_form_has_a_text_without_its_welsh(ears: Listening) -> None:
    for row in OTHERS:
        with transaction.atomic():
            house = make_house(leaders=3)
            row.before(house)
            for who in ("ada", "nobody"):
                ears.where = f"{row} for {who}"
                answers(row, house, who)
            transaction.set_rollback(True)
    ears.require_all()


def forget(ears: Listening, text: str) -> None:
    """Take a text out of the Welsh that is listened to."""
    ears.welsh = trans_real.DjangoTranslation(WELSH)
    for catalogue in ears.welsh._catalog._catalogs:
        catalogue.pop(text, None)


def test_a_text_without_its_welsh_is_heard(ears: Listening) -> None:
    forget(ears, "Help")
    read(Client(), "/help/", ears)
    assert ears.missed["Help"] == "/help/"


def test_a_text_that_this_reader_is_not_shown_is_heard_too(ears: Listening) -> None:
    unshown = "What you wrote was not saved. Copy what you need."
    forget(ears, unshown)
    read(Client(), "/no-such-page/", ears)
    assert (ears.missed, ears.beside) == ({}, {unshown: "a branch of 404.html"})


def test_a_text_of_a_template_that_is_not_included_this_time_is_heard_too(ears: Listening) -> None:
    unshown = "The day on which everything is erased has changed"
    forget(ears, unshown)
    read(Client(), "/help/", ears)
    assert (ears.missed, ears.beside) == ({}, {unshown: "a branch of workshop/retention/_moved.html"})


def test_what_is_for_facilitators_alone_stands_where_it_is_said_to() -> None:
    for where, theirs in ALONE.items():
        stand = texts_in(ROOT / where) if where.endswith(".py") else texts_of(where)
        assert stand, where
        assert set(theirs) <= set(stand), where
