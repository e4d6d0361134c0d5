"""The story: one valid page with everything in it, no script, no request, and what all may see."""

import re

import html5lib
import pytest

from tests.exports.played import WRITTEN, played
from tests.odd import ODD
from tests.opened import opened
from tests.support import House, client_of
from workshop.exports.pictures import LINEAGE
from workshop.exports.story.file import STORY, write_story
from workshop.exports.story.markup import el, page_of, written
from workshop.exports.taking import Wanted, looked_through, prepared
from workshop.models import Workshop, clean_text

pytestmark = pytest.mark.django_db
WORDS = [clean_text(each) for each in ODD.values() if clean_text(each)]


def told(house: House, *, full: bool = False) -> str:
    return opened(write_story(prepared(house.workshop, STORY, Wanted(full)).material)).decode()


def parsed(page: str) -> None:
    html5lib.HTMLParser(strict=True).parse(page)


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_the_page_is_valid_asks_nobody_for_anything_and_runs_nothing(promise: str) -> None:
    page = told(played(promise))
    parsed(page)
    assert "<script" not in page
    assert not re.search(r"(?:src|href)\s*=|@import|url\(", page)
    assert "default-src 'none'" in page
    assert '<html lang="en-GB">' in page


def test_it_tells_what_was_found_what_changed_and_why_and_what_was_agreed() -> None:
    page = told(played())
    for said in (
        "What five people made of six cards",
        "Cards 2 (Power and reciprocity) and 4 (Non-research activities) were inner for 4 of 5 each",
        "Cards 4, 5 and 6 merged into card 8.",
        "One question, three faces.",
        "We name who decides before we begin",
        "3 agree, 1 dissents.",
        "a director of research",
    ):
        assert said in page
    assert page.count("<svg") > 5
    assert page.count("<table>") == page.count("<caption>") == page.count('class="draw"')


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_it_holds_the_consensus_rule_and_which_cards_meet_it_as_the_results_page_does(promise: str) -> None:
    house = played(promise)
    page, shown = told(house), client_of(house.ada).get(f"/w/{house.workshop.slug}/results/").text
    rule = "At least 4 of 5 who answer put a card in the inner circle."
    assert rule in shown
    assert page.count(rule) == 1
    met = re.findall(r"<li[^>]*>(\d+)\. [^<]*: (met|not met), (\d of \d)</li>", page)
    rows = re.findall(r'<li class="rule__card.*?</li>', shown, re.DOTALL)
    there = [re.search(r'num">(\d+)<.*?(not met|met), (\d of \d)', row, re.DOTALL) for row in rows]
    assert met == [each.groups() for each in there if each]
    assert len(met) == len(rows) == 6
    parsed(page)


@pytest.mark.parametrize("full", [False, True])
def test_neither_comments_nor_single_peoples_answers_nor_names_are_in_it(full: bool) -> None:
    page = told(played(), full=full)
    assert not any(words in page for _seat, _card, words in WRITTEN)
    assert "Who sorted alike" not in page
    assert not re.search(r"\bP\d\b", page)
    assert ("Ada" in page) is full  # who asked to be thanked by name


def test_odd_words_are_text_and_the_page_stays_valid() -> None:
    house = played()
    words = "\n".join(WORDS)
    Workshop.objects.filter(pk=house.workshop.pk).update(title=WORDS[-5][:200], question=words)
    house.workshop.refresh_from_db()
    page = told(house)
    parsed(page)
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_every_odd_word_is_written_as_it_is() -> None:
    page = page_of(
        el("html", el("head", el("title", "t")), el("body", *(written("p", each) for each in WORDS)))
    )
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page.decode())
    said = ["\n".join([each.text or "", *(br.tail or "" for br in each)]) for each in tree.iter("p")]
    assert said == ["\n".join(each.splitlines()) for each in WORDS]


def test_a_workshop_in_which_nothing_is_revealed_has_a_story_too() -> None:
    house = played()
    house.workshop.rounds.update(state="closed", revealed_at=None)
    page = told(house)
    parsed(page)
    assert "inner for" not in page
    assert LINEAGE in page


def test_it_is_looked_through_for_what_is_in_it_alone() -> None:
    inside = looked_through(played().workshop, STORY, Wanted()).part
    assert {"cards", "questions", "changes"} <= set(inside)
    assert not {"remarks", "seats"} & set(inside)
