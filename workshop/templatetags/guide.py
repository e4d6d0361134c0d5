"""A chapter of the guide as markup: links lead within the app, pictures say how large they are.

This is the one place that declares text safe: decision the-guide-in-the-app.
"""

import re
import struct
from collections.abc import Iterator, Sequence
from functools import lru_cache

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

from config.guides import CONTENTS, FOLDER, anchor, words

register = template.Library()
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
CHAPTER = re.compile(r"^(?:\.\./(?P<guide>\w+)/)?(?P<name>[\w-]+)\.md(?P<anchor>#[\w-]+)?$")
IMAGES = FOLDER.parent / "images"


@register.simple_tag
def guide_text(guide: str, name: str) -> SafeString:
    """Return a chapter without its title; a server that is worked on reads it each time."""
    return _written.__wrapped__(guide, name) if settings.DEBUG else _written(guide, name)


def address(guide: str, name: str) -> str:
    """Return where a chapter is to be read, or a guide's contents."""
    if name == CONTENTS:
        return reverse("guide", kwargs={"guide": guide})
    return reverse("chapter", kwargs={"guide": guide, "chapter": name})


@lru_cache(maxsize=128)
def _written(guide: str, name: str) -> SafeString:
    tokens = MARKDOWN.parse(words(guide, name))[3:]  # the first three are the title
    markup = MARKDOWN.renderer.render(list(_framed(tokens, guide)), MARKDOWN.options, {})
    return mark_safe(markup)  # noqa: S308 - of files of our own, with HTML in them switched off


def _framed(tokens: Sequence[Token], guide: str) -> Iterator[Token]:
    heading = ""
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline":
            heading = _named(before, token) or heading
            for child in token.children or []:
                _led(child, guide)
        if token.type == "table_open":
            region = {"class": "data-scroll", "role": "region", "tabindex": "0", "aria-label": heading}
            yield Token("frame_open", "div", 1, attrs=dict(region))
            token.attrSet("class", "data guide__table")
        yield token
        if token.type == "table_close":
            yield Token("frame_close", "div", -1)


def _named(before: Token | None, token: Token) -> str:
    """Give a heading its name, and return its words; none where this is no heading."""
    if before is None or before.type != "heading_open":
        return ""
    text = "".join(child.content for child in token.children or [])
    before.attrSet("id", anchor(text))
    return text


def _led(token: Token, guide: str) -> None:
    """Lead a link to a chapter within the app, and a picture to its file."""
    if token.type == "link_open" and (found := CHAPTER.match(str(token.attrGet("href")))):
        there = address(found["guide"] or guide, found["name"])
        token.attrSet("href", there + (found["anchor"] or ""))
    if token.type == "image":
        name = str(token.attrGet("src")).rpartition("images/")[2]
        width, height = size_of(name)
        size = {"width": str(width), "height": str(height)}
        for key, value in {"src": static(f"guide/{name}"), **size, "loading": "lazy"}.items():
            token.attrSet(key, value)


def size_of(name: str) -> tuple[int, int]:
    """Return the width and the height of a PNG of docs/images, in pixels."""
    with (IMAGES / name).open("rb") as file:
        width, height = struct.unpack(">II", file.read(24)[16:])
    return width, height
