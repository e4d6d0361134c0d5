"""The pictures as they are sent: sound SVG in every language, named, quiet about people, unbreakable."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.template import engines
from django.utils import translation

from workshop.analysis.tallies import SortTally

LOAD = "{% load pictures %}"
PICTURES = {
    "table": '{% table_picture inner outer unplaced id="t" front="2" %}',
    "ring": '{% chair_ring 7 12 id="r" state="in" size=132 %}',
    "big ring": '{% chair_ring 640 1000 id="br" %}',
    "answered": '{% answered_ring 7 12 id="a" %}',
    "quiet": '{% quiet_table 9 11 id="q" card=card waiting=inner %}',
    "empty": '{% include "workshop/pictures/_empty_table.html" with id="e" %}',
    "bullseyes": '{% bullseyes sorted id="b" %}',
    "bars": "{% tally_bars poll 1200 %}",
    "sort table": '{% sort_table sorted id="st" %}',
    "tally table": '{% tally_table poll 1200 id="tt" caption="Opening poll" %}',
}
# Attributes that hold SVG numbers, alone or in a row.
NUMBERS = re.compile(
    r' (?:x|y|cx|cy|r|rx|ry|width|height|d|transform|viewBox|textLength)="([^"]*)"',
)


def card(number: int, short_title: str = "Non-research MMMMMMMMMMMM") -> dict[str, object]:
    return {"number": number, "label": str(number), "title": f"Card {number}", "short_title": short_title}


def given() -> dict[str, Any]:
    return {
        "inner": [card(n) for n in (2, 4, 6)],
        "outer": [card(3), card(1)],
        "unplaced": [card(5)],
        "card": card(7),
        "sorted": [
            (card(1), SortTally(7, 4, 1, 0, 12)),
            (card(2), SortTally(400, 500, 60, 40, 1000)),
            (card(3), SortTally(0, 0, 0, 0, 0)),
        ],
        "poll": [(card(2), 1111), (card(4), 1), (card(6), 0)],
    }


def render(source: str, **extra: object) -> str:
    return str(engines["django"].from_string(LOAD + source).render(given() | extra))


def tree(source: str, **extra: object) -> ET.Element:
    text = render(source, **extra).replace("&nbsp;", " ")
    return ET.fromstring(f"<div>{re.sub(r' open(?=>)', '', text).replace('<br>', '<br/>')}</div>")


def svgs(root: ET.Element) -> Iterator[ET.Element]:
    return (svg for svg in root.iter("svg") if svg.get("aria-hidden") != "true")


@pytest.mark.parametrize("name", PICTURES)
def test_each_drawing_is_named_by_its_own_title(name: str) -> None:
    root = tree(PICTURES[name])
    for svg in svgs(root):
        title = svg.find("title")
        assert svg.get("role") == "img"
        assert title is not None
        assert title.get("id") == svg.get("aria-labelledby")
        assert (title.text or "").strip() == title.text != ""
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", PICTURES)
def test_nothing_that_the_content_policy_forbids_is_drawn(name: str) -> None:
    text = render(PICTURES[name])
    assert not re.search(r"<style|<script|\sstyle=|\son\w+=|javascript:", text)


@pytest.mark.parametrize("name", PICTURES)
def test_numbers_are_the_same_in_every_language(name: str, settings: Any) -> None:
    plain = NUMBERS.findall(render(PICTURES[name]))
    settings.USE_THOUSAND_SEPARATOR = True
    with translation.override("de"):
        assert render("{{ n|floatformat:1 }}", n=1234.5) == "1.234,5"
        german = NUMBERS.findall(render(PICTURES[name]))
    assert german == plain
    assert not any(re.search(r"\d,|\.\d\d|e-|nan|None", value) for value in german)


def test_the_table_carries_the_designs_own_classes() -> None:
    text = render(PICTURES["table"])
    assert text.count('class="slip"') == 4
    assert text.count('class="slip slip--front"') == 1
    assert text.count('class="slip slip--off"') == 1
    assert '<rect x="-56" y="-38" width="112" height="76" rx="5"/>' in text
    assert 'transform="translate(0 -54) rotate(-1.6)"' in text
    assert '<text class="circle__word circle__word--off" x="-274" y="238">Not placed</text>' in text


def test_hostile_words_are_shown_and_never_run() -> None:
    bad = {"label": '"><script>', "title": "<img src=x onerror=1>", "short_title": "<b>&amp;", "key": '" x="'}
    text = "".join(
        render(source, inner=[bad], card=bad, poll=[(bad, 1)], sorted=[(bad, SortTally(1, 0, 0, 0, 1))])
        for source in PICTURES.values()
    )
    assert not re.search(r"<script|<img|<b>&amp;amp|key=|\" x=\"\"", text)


def test_a_ring_counts_chairs_and_names_nobody() -> None:
    text = render(PICTURES["answered"])
    assert text.count('class="chair chair--live"') == 7
    assert text.count('class="chair"') == 5
    assert "<title" in text
    assert "7 of 12 seats have answered" in text
    assert "7 of 12 have answered" in text


def test_one_bullseye_is_a_dot_for_each_person_with_its_words() -> None:
    text = render('{% bullseyes rows id="b" %}', rows=[(card(1), SortTally(7, 4, 1, 0, 12))])
    assert [text.count(f"seed--{zone}") for zone in ("inner", "outer", "none")] == [7, 4, 1]
    assert "Card 1: 7 inner, 4 outer, 1 not placed" in text
    assert "<b>7</b> of 12 inner<br>4 outer, 1 not placed" in text


def test_a_thousand_people_are_a_bar_and_no_dots() -> None:
    text = render('{% bullseyes rows id="b" %}', rows=[(card(1), SortTally(400, 500, 60, 40, 1000))])
    assert "seed--" not in text
    assert '<rect class="bar__is" width="48" height="10"/>' in text


def test_a_tally_writes_each_count_and_the_key_for_ones_own_marks() -> None:
    text = render("{% tally_bars rows 12 %}", rows=[(card(2) | {"key": "c2"}, 9), (card(4), 0)])
    assert '<li class="tally__row" data-card="c2">' in text
    assert "<b>9</b> of 12" in text
    assert text.count("bar__tick") == 8
    assert "mine" not in text


def test_a_poll_that_nobody_answered_says_so() -> None:
    assert "Nobody answered this round." in render("{% tally_bars poll 0 %}")


def test_the_table_twin_holds_the_same_numbers() -> None:
    root = tree('{% sort_table rows id="st" is_open=True %}', rows=given()["sorted"][:2])
    cells = [[(td.text or "").strip() for td in tr.iter("td")] for tr in root.iter("tr")]
    assert cells[1:] == [
        ["7", "4", "1", "0", "27 of 55", "0.32 to 0.81"],
        ["400", "500", "60", "40", "204550 of 404550", "0.37 to 0.43"],
    ]
    assert render('{% sort_table rows id="st" is_open=True %}', rows=[]).count("<details open>") == 1


def test_the_column_of_silence_is_there_only_where_somebody_was_silent() -> None:
    heading = "Not answered"
    row = [(card(1), SortTally(7, 4, 1, 0, 12))]
    assert heading in render(PICTURES["sort table"])
    assert heading not in render('{% sort_table rows id="st" %}', rows=row)
    assert "too few" in render('{% sort_table rows id="s" %}', rows=[(card(1), SortTally(1, 0, 0, 0, 1))])
