"""Roundel's own templates: each makes a workshop, says its source, and keeps to what a file may hold."""

import json

import jsonschema
import pytest

from tests.prompts import prompts_in
from tests.support import make_user
from workshop.actions.packs import FOUR_TENSIONS, PACKS, PRIORITIES, SIX_TENSIONS, STORY_LINE, Pack
from workshop.actions.packs.documents import document_of, pack_in
from workshop.actions.packs.taken import pack_of
from workshop.actions.workshops import create_workshop
from workshop.imports.templates import SCHEMA, read_template
from workshop.models.paper import CITATION

pytestmark = pytest.mark.django_db
PAPER = (SIX_TENSIONS, FOUR_TENSIONS, STORY_LINE)


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_each_template_makes_a_workshop_that_says_what_the_template_says(pack: Pack) -> None:
    seat = create_workshop(make_user("fay@example.org"), pack, title=str(pack.title) or "Ours")
    found, wanted = document_of(pack_of(seat.workshop)), document_of(pack)
    assert found["workshop"] | {"title": ""} == wanted["workshop"] | {"title": ""}
    assert [found[part] for part in ("cards", "prompts", "consents")] == [
        wanted[part] for part in ("cards", "prompts", "consents")
    ]
    assert seat.workshop.poll_round().k == pack.nominations  # type: ignore[union-attr]  # every one has a poll


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_each_template_says_its_source_and_version_and_is_a_file_that_can_be_brought_in(pack: Pack) -> None:
    assert pack.source
    assert pack.edition
    content = json.dumps(document_of(pack))
    jsonschema.validate(json.loads(content), json.loads(SCHEMA.read_text("utf-8")))
    assert document_of(pack_in(read_template(content.encode()), pack.key)) == document_of(pack)


def test_what_comes_from_the_paper_cites_it() -> None:
    assert {pack.citation for pack in PAPER} == {CITATION}


def test_the_counts_are_those_of_the_paper() -> None:
    assert (len(SIX_TENSIONS.cards), SIX_TENSIONS.blank_cards) == (6, 6)
    assert (len(FOUR_TENSIONS.cards), len(FOUR_TENSIONS.prompts)) == (4, 6)
    assert all(card.pole_a and card.pole_b and card.notes for card in FOUR_TENSIONS.cards)
    assert (len(STORY_LINE.cards), len(STORY_LINE.prompts)) == (0, 7)
    assert "not run or endorsed by the James Lind Alliance" in str(PRIORITIES.source)


def test_a_workshop_from_the_topic_list_has_its_questions_in_order() -> None:
    seat = create_workshop(make_user("fay@example.org"), STORY_LINE)
    assert prompts_in(seat.workshop) == [str(each.heading) for each in STORY_LINE.prompts]
