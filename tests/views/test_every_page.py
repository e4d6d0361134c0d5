"""What stands on every page in the same place: one voice for news, one for what is wrong, the way to help."""

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse

from tests.support import House, client_of, make_house
from tests.views.permission_rows import ROWS
from tests.views.permissions import nothing

pytestmark = pytest.mark.django_db
PLAIN = sorted({row.name for row in ROWS if row.method == "get" and row.parts is nothing})
IN_WORKSHOP = {row.name for row in ROWS if row.in_workshop}
VOIDS = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Places(HTMLParser):
    """Notes in which elements the two voices and each link stand, from the outside in."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.voices: dict[str, list[list[str]]] = {"status": [], "alert": []}
        self.links: list[tuple[str, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that begins."""
        given = dict(attrs)
        if given.get("id") in self.voices:
            assert given.get("role") == given["id"]
            self.voices[str(given["id"])].append([*self.open])
        if tag == "a":
            self.links.append((given.get("href") or "", [*self.open]))
        if tag not in VOIDS:
            self.open.append(f"{tag}.{(given.get('class') or '').partition(' ')[0]}")

    def handle_endtag(self, tag: str) -> None:
        """Note an element that ends, with all that was left open in it."""
        while self.open and self.open.pop().partition(".")[0] != tag:
            pass


def pages(house: House) -> Iterator[tuple[str, Places]]:
    """Yield every page that Fay, Ada or anybody may open."""
    for who, browser in (("fay", client_of(house.fay)), ("ada", client_of(house.ada)), ("nobody", Client())):
        for name in PLAIN:
            parts = {"slug": house.workshop.slug} if name in IN_WORKSHOP else {}
            answer = browser.get(reverse(name, kwargs=parts))
            if answer.status_code == 200 and b"<!doctype html>" in answer.content[:40]:
                places = Places()
                places.feed(answer.content.decode())
                yield f"{name} for {who}", places


def test_each_page_has_its_two_voices_apart_from_all_that_is_swapped_and_help_where_it_always_is() -> None:
    helps: dict[str, list[str]] = {}
    for page, places in pages(make_house(leaders=2)):
        for found in places.voices.values():
            assert found == [["html.", "body."]], page
        if "screen" not in page:  # the wall is nobody's to press on
            helps[page] = next(where for href, where in places.links if href == reverse("help"))
            assert places.links[0][0] == "#main", page
    assert len(helps) > 60
    [where] = {tuple(where) for where in helps.values()}
    assert "header.masthead" in where


def test_nobody_has_to_remember_or_solve_anything_to_come_in(client: Client) -> None:
    """A browser and its keys fill the form in and paste into it; nothing is asked besides."""
    page = client.get(reverse("sign-in")).content.decode()
    for field, keeps in (("username", "username"), ("password", "current-password")):
        box = page[page.index(f'name="{field}"') - 200 : page.index(f'name="{field}"') + 300]
        assert f'autocomplete="{keeps}"' in box
    assert "captcha" not in page.casefold()
