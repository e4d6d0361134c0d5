"""What is read before somebody agrees has a structure, and an answer is changed by a button that says so."""

import re

import pytest

from tests.support import House, client_of, make_house
from tests.views.test_consent_presses import at
from workshop.actions.workshops import close_workshop
from workshop.models.audiences import promise_parts, promise_sentence

pytestmark = pytest.mark.django_db
HEADS = {
    "named": ["What you write", "What you choose"],
    "hidden": ["What you write", "What you choose", "If you are few"],
    "unlinked": [
        "What you write",
        "What you choose",
        "At the close",
        "What was read by then",
        "If you are few",
    ],
}


def read(house: House, *parts: str) -> str:
    """Return a page of Ada's as it is written, on one line, its quotation marks as people read them."""
    return " ".join(client_of(house.ada).get(at(house, *parts)).text.split()).replace("&#x27;", "'")


@pytest.mark.parametrize("promise", HEADS)
@pytest.mark.parametrize("agreed", [True, False])
def test_the_promise_is_read_part_by_part_and_none_of_it_is_left_out(promise: str, agreed: bool) -> None:
    house = make_house(1, promise=promise, agreed=agreed)
    page = read(house, "pack", "information")
    assert re.findall(r"<dt>([^<]*)</dt>", page) == HEADS[promise]
    said = " ".join(re.findall(r"<dd>([^<]*)</dd>", page))
    assert said.startswith(promise_sentence(house.workshop))
    assert " ".join(says for _of, says in promise_parts(house.workshop)) == promise_sentence(house.workshop)
    assert page.index("Who can see what</h2>") < page.index("<dt>") < page.index('id="agree"')


def test_after_the_close_the_promise_is_read_in_one_part() -> None:
    house = make_house(1, promise="unlinked")
    close_workshop(house.fay)
    for parts in (("pack", "information"), ("my-data",)):
        assert "<dt>Since the close</dt>" in read(house, *parts)


def test_an_answer_that_is_a_sentence_stands_beside_a_button_that_says_what_it_does() -> None:
    house = make_house(1)
    page = read(house, "pack", "information")
    for sentence in (
        "My words may be quoted in reports and papers without my name.",
        "My words may not be quoted.",
    ):
        button = f'Change to this<span class="visually-hidden">: {sentence}</span></button>'
        assert f'<p class="given__other">{sentence}</p>' in page
        assert button in page
    assert "Change to: “" not in page
    assert page.count("Change to No</button>") == 2


def test_the_choices_page_is_named_for_what_it_is_and_counts_no_quotes_where_none_waits() -> None:
    house = make_house(1)
    page = read(house, "pack", "information")
    assert "<title>Your choices · Roundel</title>" in page
    assert "None waits for you to check it." in page
    assert "0 wait" not in page
