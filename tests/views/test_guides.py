"""The guides in the app: each chapter is there, and its links and pictures lead somewhere."""

import re
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from config.guides import GUIDES, chapters
from workshop.templatetags import guide

CHAPTERS = [(each.guide, each.name) for name in GUIDES for each in chapters(name)]


def chapter(guide: str, name: str) -> str:
    """Return a chapter as anybody gets it."""
    answer = Client().get(reverse("chapter", kwargs={"guide": guide, "chapter": name}))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(("guide", "name"), CHAPTERS)
def test_each_chapter_is_read_without_a_seat_and_leads_on(guide: str, name: str, client: Client) -> None:
    page = chapter(guide, name)
    assert page.count("<h1") == 1
    ids = set(re.findall(r' id="([^"]+)"', page))
    links = re.findall(r'href="(/guide/[^"#]*)?(?:#([\w-]+))?"', page)
    assert {anchor for there, anchor in links if anchor and not there} <= ids
    names = CHAPTERS.index((guide, name))
    if (guide, name) != (guide, chapters(guide)[-1].name):
        following = reverse(
            "chapter", kwargs=dict(zip(("guide", "chapter"), CHAPTERS[names + 1], strict=True))
        )
        assert f'<a class="button" href="{following}">' in page
    assert ".md" not in "".join(there for there, _anchor in links)


@pytest.mark.parametrize(("guide", "name"), CHAPTERS)
def test_each_link_between_chapters_and_each_picture_of_one_is_there(guide: str, name: str) -> None:
    page = chapter(guide, name)
    for there, anchor in set(re.findall(r'href="(/guide/[^"#]+)#([\w-]+)"', page)):
        assert f' id="{anchor}"' in Client().get(there).content.decode(), (there, anchor)
    for tag in re.findall(r"<img [^>]+>", page):
        given: dict[str, Any] = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        assert finders.find(given["src"].removeprefix("/static/"))
        assert int(given["width"]) >= 390
        assert int(given["height"]) > 600
        assert given["loading"] == "lazy"
        assert len(given["alt"]) > 20


@pytest.mark.parametrize("name", GUIDES)
def test_the_contents_lead_to_each_chapter(client: Client, name: str) -> None:
    page = client.get(reverse("guide", kwargs={"guide": name})).content.decode()
    for each in chapters(name):
        assert f'<a href="{guide.address(name, each.name)}">{each.title}</a>' in page.replace("&#x27;", "'")
    assert reverse("guide", kwargs={"guide": name}) in client.get(reverse("guides")).content.decode()


@pytest.mark.parametrize(
    "address", ["/guide/cook/", "/guide/host/README/", "/guide/host/pack/", "/guide/../host/"]
)
def test_what_is_no_chapter_is_not_there(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_guide_asks_the_database_nothing(client: Client, django_assert_num_queries: Any, db: None) -> None:
    with django_assert_num_queries(0):
        client.get(reverse("chapter", kwargs={"guide": "facilitator", "chapter": "pack"}))


def test_markup_in_a_chapter_is_shown_and_not_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = '# A\n\n<script>x</script> ![<b>](../../images/desk.png) [x](javascript:go) "\n\n## <i onclick=x>\n'
    monkeypatch.setattr(guide, "words", lambda _guide, _name: bad)
    written = guide._written.__wrapped__("host", "bad")
    assert not re.search(r"<(script|b|i)\b|href=", written)
    assert 'id="i-onclickx"' in written
