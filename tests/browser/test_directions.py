"""Words that run from right to left take their own direction, and turn nothing round beside them."""

import pytest
from django.urls import reverse

from .conftest import OpenPage
from .server import Live

# Put a text on the page, and tell whether the digits of it lie to the right of its Hebrew word.
RIGHT = """(html) => {
  const place = document.querySelector("main").appendChild(document.createElement("div"));
  place.innerHTML = html;
  const edge = (letters) => {
    const walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const at = walk.currentNode.data.search(letters);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(walk.currentNode, at);
      range.setEnd(walk.currentNode, at + 1);
      return range.getBoundingClientRect().left;
    }
  };
  return edge(/\\d/) > edge(/[\\u05d0-\\u05ea]/);
}"""
TEXTS = {
    "a name before a count": ("<p><span>מלה</span> 12 comments</p>", True),
    "a linked title before a count": ("<p>After: <a href='#'>מלה</a> 12</p>", True),
    "a whole text of its own": ("<p>מלה abc 12</p>", False),
    "a title": ("<h2>מלה abc 12</h2>", False),
    "a cell": ("<table><tr><td>מלה abc 12</td></tr></table>", False),
    "a sentence of ours": ("<p>Card: מלה abc 12</p>", True),
}


@pytest.mark.parametrize(("html", "right"), TEXTS.values(), ids=TEXTS)
def test_words_from_right_to_left_stand_by_themselves(
    live: Live, open_page: OpenPage, html: str, right: bool
) -> None:
    page = open_page(live.url + reverse("help"))
    assert page.evaluate(RIGHT, html) is right
