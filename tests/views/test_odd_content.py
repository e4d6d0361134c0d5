"""Odd words through every form: each is stored clean or refused with its words, and no address breaks."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote_from_bytes

import pytest
from django.apps import apps
from django.db import models, transaction
from django.test import Client
from django.urls import reverse

from tests.odd import HUGE
from tests.support import House, client_of, make_house
from tests.views.permission_rows import ROWS
from tests.views.permissions import PEOPLE, Row
from workshop.models import clean_line, clean_text
from workshop.models.text import CleanCharField, CleanTextField

pytestmark = pytest.mark.django_db
MARK = "wordofmine"  # none of our own words
STACK = "\u0301\u0302" * 20
SHORT = f"{MARK} a\x00b \ud800\u202e\u2066 Z{STACK} e\u0301 👩‍👩‍👧‍👦 שלום \ufdd0\u2028=1+1"
ARRIVES = SHORT.replace("\ud800", "\ufffd" * 3)  # Django reads what is no UTF-8 so
POSTS = [
    row for row in ROWS if row.method == "post" and any(int(status) < 400 for status in row.expected.split())
]
# What is no words, though it is typed: a code or a link, which is looked up and kept nowhere.
LOOKED_UP = {"code", "secret", "username", "password", "email"}


WORDY = {
    *("text", "body", "why", "question", "title", "summary", "reason", "notes", "name", "guests", "citation"),
    *("information", "instructions", "reading", "reading_title", "short_title", "pole_a", "pole_b"),
    *("heading", "hints", "account_title", "venue"),
}


def allowed(row: Row, house: House) -> Client:
    """Return the browser of the first who may."""
    who = next(who for who, status in zip(PEOPLE, row.expected.split(), strict=True) if int(status) < 400)
    seats = {"ada": house.ada, "ben": house.others[0], "fay": house.fay, "zoe": house.zoe, "zed": house.zed}
    found = client_of(seats.get(who))
    found.raise_request_exception = True
    return found


def encoded(data: dict[str, Any]) -> str:
    """Return a form as a browser that somebody tampered with may send it: lone surrogates too."""

    def said(value: object) -> str:
        return quote_from_bytes(str(value).encode("utf-8", "surrogatepass"))

    pairs = [
        (key, each)
        for key, value in data.items()
        for each in (value if isinstance(value, list | tuple) else [value])
    ]
    return "&".join(f"{said(key)}={said(value)}" for key, value in pairs)


def stored() -> Iterator[str]:
    """Yield what any row of the database says that holds the mark."""
    for model in apps.get_app_config("workshop").get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.CharField | models.TextField):
                found = model._default_manager.filter(**{f"{field.name}__contains": MARK})
                yield from found.values_list(field.name, flat=True)


def send(browser: Client, row: Row, house: House, changed: dict[str, Any]) -> Any:
    parts = ({"slug": house.workshop.slug} if row.in_workshop else {}) | row.parts(house)
    data = encoded(row.data(house) | changed)
    return browser.post(
        reverse(row.name, kwargs=parts), data, content_type="application/x-www-form-urlencoded"
    )


def check(answer: Any, name: str, words: str) -> None:
    """Hold an answer to what every form promises, while what it stored is there."""
    assert answer.status_code < 500, (name, words[:20])
    rows = list(stored())
    assert [row for row in rows if row != clean_text(row)] == []
    if name.partition("-")[0] not in WORDY or answer.status_code == 404:
        return
    if answer.status_code >= 400:
        assert words[: len(MARK)] in answer.content.decode(), f"{name}: the words are gone"
    elif words is SHORT:
        assert {clean_text(ARRIVES), clean_line(ARRIVES)} & set(rows), (
            f"{name}: not as it came through the door"
        )


@pytest.mark.parametrize("row", POSTS, ids=str)
def test_odd_words_in_any_field_are_cleaned_or_refused(row: Row) -> None:
    house = make_house(leaders=3)
    row.before(house)
    browser = allowed(row, house)
    data = row.data(house)
    for name in [each for each, value in data.items() if isinstance(value, str) and each not in LOOKED_UP]:
        for words in (SHORT, HUGE):
            with transaction.atomic():
                check(send(browser, row, house, {name: words}), name, words)
                transaction.set_rollback(True)


def test_every_text_of_the_database_goes_through_the_door() -> None:
    known = {
        "slug",
        "join_code",
        "zone",
        "email",
        "password",
        "pseudonym",
        "digest",
        "key",
        "hash",
        "prev_hash",
    }
    known |= {"verb", "before_status", "audience", "who", "language"}
    found = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("workshop").get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, CleanCharField | CleanTextField)
        and not field.choices
        and field.name not in known
    ]
    brought = "BroughtCredit.roles BroughtMark.kind BroughtQuote.said_in BroughtQuote.state".split()
    counts = ["BroughtTotal.now", "BroughtTotal.want", "Upload.sha256"]
    assert sorted(found) == [*brought, *counts[:2], "Job.kind", counts[2]]  # codes and numbers of ours
