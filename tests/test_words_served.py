"""Words that no page may say: among fewer than ten people nobody is what they promise."""

import re

import pytest

from tests import house

WORD = re.compile(r"anonym", re.IGNORECASE)
# what Django calls somebody who is not signed in; it is shown to nobody
KNOWN = re.compile(r"AnonymousUser|AnonymousUser\b|an anonymous user's")
SERVED = [
    *house.ours("templates", "*.html"),
    *house.ours("workshop", "*.py"),
    *house.ours("config", "*.py"),
    *house.ours("static/js", "*.js"),
    *house.ours("docs/guide", "*.md"),
]


@pytest.mark.parametrize("text", ["Your answers are anonymous.", "anonymised", "ANONYMITY"])
def test_the_word_is_found_in_each_form(text: str) -> None:
    assert WORD.search(KNOWN.sub("", text))


def test_nothing_that_people_read_promises_that_nobody_can_tell_who_they_are() -> None:
    assert len(SERVED) > 100
    found = [path.name for path in SERVED if WORD.search(KNOWN.sub("", path.read_text(encoding="utf-8")))]
    assert found == []
