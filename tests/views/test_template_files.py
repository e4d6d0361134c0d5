"""The file of a template, brought in: what is no template, what is wrong and where, and odd words."""

import json
import re
import uuid
from typing import Any

import pytest
from django.test import Client

from tests.support import make_user
from tests.views.test_templates import document, send, words
from workshop.models import Template

pytestmark = pytest.mark.django_db


@pytest.fixture
def new() -> Client:
    """Somebody who signs in."""
    client = Client()
    client.force_login(make_user("new@example.org", "New"))
    return client


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"{", "Roundel cannot read this file"),
        (b"{}", "not one of a template from Roundel"),
        (b'{"format": "roundel-workshop", "version": 1}', "not one of a template from Roundel"),
        (json.dumps({"format": "roundel-template", "version": 2}).encode(), "The file is of version 2"),
        (json.dumps({"format": "roundel-template", "version": 1}).encode(), "At name: it is missing"),
        (b"[" * 100_000, "nested deeper"),
        (b" " * (1024 * 1024 + 1), "larger than 1 MB"),
    ],
)
def test_what_is_no_template_is_refused_in_plain_words(new: Client, content: bytes, says: str) -> None:
    answer = send(new, content)
    assert answer.status_code == 422
    assert says in words(answer)
    assert not Template.objects.exists()


CARD = document()["cards"][0]
WRONG = [
    ({"cards": [CARD, CARD | {"title": "  "}]}, "At cards, row 2, title: it is empty"),
    ({"cards": [CARD | {"title": "x" * 201}]}, "At cards, row 1, title: it is 1 characters over the limit"),
    ({"cards": [CARD | {"pole_b": ""}]}, "At cards, row 1, pole_b: a spectrum has two ends"),
    ({"cards": [CARD] * 41}, "At cards: it should have 0 to 40 rows"),
    ({"people": []}, "At people: Roundel does not know this"),
    (
        {"consents": [{"key": "a b", "text": "Yes", "required": True}]},
        "row 1, key: it should have",
    ),
    (
        {"consents": [{"key": "a", "text": "Yes", "required": 1}]},
        "row 1, required: it should be",
    ),
    ({"consents": [{"key": "a", "text": "Yes", "required": True}] * 2}, "stands there a second time"),
]


@pytest.mark.parametrize(("changed", "says"), WRONG, ids=[says for _changed, says in WRONG])
def test_a_wrong_place_in_a_file_is_named(new: Client, changed: dict[str, Any], says: str) -> None:
    answer = send(new, json.dumps(document(**changed)).encode())
    assert answer.status_code == 422
    assert says in words(answer)


def test_odd_words_in_a_file_are_stored_clean(new: Client) -> None:
    odd = document(name="O\u0000dd\ud800 \u202ename")
    assert send(new, json.dumps(odd).encode()).status_code == 302
    assert Template.objects.get().name == "Odd name"
    assert Template.objects.get().document["name"] == "Odd name"


def test_the_same_file_once_more_adds_nothing_and_says_so(new: Client) -> None:
    for _twice in range(2):
        answer = send(new, json.dumps(document()).encode())
    assert Template.objects.count() == 1
    assert "was among your templates already" in words(new.get(answer.headers["Location"]))
    send(new, json.dumps(document(says="Changed")).encode())
    assert Template.objects.count() == 2
    assert len(re.findall(r"kept on \d", words(new.get("/templates/")))) == 2


def test_without_a_title_a_blank_workshop_is_refused_on_the_page_where_one_was(new: Client) -> None:
    page = words(new.get("/templates/nothing/"))
    assert "People see it on every page." in page
    assert "(optional)" not in page
    sent = {"uid": str(uuid.uuid4()), "template": "nothing", "of-template": "1", "title": " "}
    answer = new.post("/workshops/new/", sent | {"zone": "Europe/Paris"})
    assert answer.status_code == 422
    text = words(answer)
    assert "Write a title" in text
    assert "The pack, as leaders will see it" in text
    assert '<option value="Europe/Paris" selected' in text
