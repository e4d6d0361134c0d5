"""What was written to facilitators alone is marked so in each file that holds it, and before it is quoted."""

import csv
import io

import pytest

from tests.exports.test_qdpx import codes_of, project
from tests.support import House, client_of, make_house
from tests.views.results_world import write
from workshop.exports.csv_long import write_csv

pytestmark = pytest.mark.django_db
PRIVATE, SHARED = "Please start without me.", "Power is in the budget."


@pytest.fixture
def house() -> House:
    """A house in which Ada wrote to facilitators alone, and of a card to everybody."""
    house = make_house()
    write(house, house.ada, PRIVATE, 0)
    write(house, house.ada, SHARED, 1)
    return house


def test_the_long_form_says_for_whom_a_comment_was_written(house: House) -> None:
    lines = list(csv.DictReader(io.StringIO(write_csv(house.workshop).decode("utf-8-sig"))))
    shown = {line["text"]: line["shown_to"] for line in lines if line["record"] == "comment"}
    assert shown == {PRIVATE: "facilitators", SHARED: "group"}
    assert not any(line["shown_to"] for line in lines if line["record"] != "comment")


def test_a_project_codes_it(house: House) -> None:
    tree, texts = project(house)
    space = {"q": "urn:QDA-XML:project:1.0"}
    coded = {
        texts[source.get("plainTextPath").removeprefix("internal://")]: codes_of(tree, source)
        for source in tree.xpath("//q:TextSource", namespaces=space)
    }
    assert "Facilitators alone" in coded[PRIVATE]
    assert "Facilitators alone" not in coded[SHARED]


def test_a_project_without_such_words_has_no_such_code() -> None:
    house = make_house()
    write(house, house.ada, SHARED, 1)
    tree, _texts = project(house)
    assert not tree.xpath("//q:Code[@name='Written for']", namespaces={"q": "urn:QDA-XML:project:1.0"})


def test_who_chooses_words_to_quote_is_told_that_the_group_never_read_them(house: House) -> None:
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/quotes/words/").text
    private = page.partition(PRIVATE)[0].rpartition("<li")[2]
    shared = page.partition(SHARED)[0].rpartition("<li")[2]
    assert "Only facilitators read it so far." in private
    assert "Only facilitators read it so far." not in shared
