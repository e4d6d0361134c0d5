"""An empty box beside the text of a group: it is no version of it, and none is shown."""

import json

import pytest

from tests.questions import agreed, beside
from tests.stagecraft import HTMX, page, send
from tests.support import House, make_house
from workshop.exports.json_whole import write_json
from workshop.models.questions import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=4)


def test_an_empty_box_against_a_newer_text_is_no_version_of_it(house: House) -> None:
    prompt, ben = agreed(house, "Ada's."), house.others[0]
    refused = send(house, ben, "question-text", {"body": " ", "rev": 0}, {"uid": prompt.uid}, HTMX)
    html = refused.content.decode()
    assert (refused.status_code, text_of(prompt).versions.filter(conflict_open=True).count()) == (409, 0)
    assert "your box was empty. Nothing was changed." in html
    assert ("Ada&#x27;s.</textarea>" in html, 'name="rev" value="1"' in html) == (True, True)
    assert "(empty)" not in html


def test_an_empty_version_from_before_is_shown_to_nobody(house: House) -> None:
    prompt = agreed(house, "Ada's.")
    beside(house.others[0], prompt, "Ben's.")
    told = "which nobody has decided on"
    assert told in page(house, house.ada, "results")
    text_of(prompt).versions.filter(conflict_open=True).update(body="")
    assert page(house, house.ada).count('waits=""') == 2, "beside the text, and beside the box"
    assert "(empty)" not in page(house, house.ada)
    assert told not in page(house, house.ada, "results")
    document = json.loads(write_json(house.workshop))
    assert document["questions"][0]["agreed"]["other_versions"] == []
