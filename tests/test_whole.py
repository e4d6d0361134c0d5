"""Hyphenated words in titles stay whole where they fit."""

import pytest
from django.utils.html import strip_tags

from workshop.templatetags.whole import whole


@pytest.mark.parametrize(
    ("title", "marked"),
    [
        ("Leading co-production, now", ["co-production"]),
        ("Research vs non-research <b>", ["non-research"]),
        ("Patient-and-public-involvement", []),
        ("A - B and -C", []),
    ],
)
def test_a_hyphenated_word_is_marked_unless_it_is_too_long_to_fit(title: str, marked: list[str]) -> None:
    shown = whole(title)
    assert [part.split("</span>")[0] for part in shown.split('<span class="whole">')[1:]] == marked
    assert strip_tags(shown) == title.replace("<b>", "&lt;b&gt;")
