"""The story as the bytes of one page: its style, its fonts and its pictures are in it, and no script is."""

from base64 import b64encode
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from config.version import VERSION
from workshop.exports.formats import Format, Use
from workshop.exports.material import Material
from workshop.exports.report.drawn import Drawn
from workshop.exports.report.record import Record
from workshop.exports.report.report import language

from .chapters import agreed, cards, changes, opening, rounds, thanks
from .markup import Element, drawing, el, page_of

# What of the document is in a story: the words of cards and changes, texts that were agreed on, and thanks.
HOLDS = frozenset("workshop credits cards rounds questions changes lineage".split())
# Nothing is asked of any server, whatever a reader or a mail program does with the page.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" aria-hidden="true">'
    '<circle class="mark__outer" cx="16" cy="17" r="13.5"/>'
    '<circle class="mark__inner" cx="16" cy="17" r="7.6"/><rect class="mark__card" '
    'x="12.4" y="14.6" width="7.2" height="4.8" rx=".8" transform="rotate(-7 16 17)"/>'
    '<circle class="mark__seat" cx="16" cy="3.6" r="3"/></svg>'
)
FONTS = (
    ("Newsreader", "newsreader-latin-opsz-normal.woff2"),
    ("Atkinson Hyperlegible Next", "atkinson-hyperlegible-next-latin-wght-normal.woff2"),
)
STATIC = Path(settings.BASE_DIR) / "static"


def write_story(material: Material) -> bytes:
    """Return the story of a workshop's results as one HTML page."""
    record, drawn = Record(material), Drawn(material)
    found = [*rounds(record, drawn), *changes(record, drawn), *cards(record), *agreed(record)]
    made = _("Made with Roundel %(version)s. This page asks nothing of any server.") % {"version": VERSION}
    body = el(
        "body",
        el("header", drawing(MARK), el("span", "Roundel"), class_="bar"),
        el("main", opening(record), *found, thanks(record)),
        el("footer", el("p", made)),
    )
    return page_of(el("html", _head(record), body, lang=language()))


def _head(record: Record) -> Element:
    title = _("%(title)s: results") % {"title": record.workshop["title"]}
    style = el("style")
    style.text = _style()
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=POLICY),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", title),
        style,
    )


@cache
def _style() -> str:
    """Return the house's tokens, its fonts and the rules of the page."""
    tokens = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
    rules = Path(__file__).with_name("story.css").read_text(encoding="utf-8")
    return "\n".join([*(_font(*each) for each in FONTS), tokens, rules])


def _font(family: str, name: str) -> str:
    content = b64encode((STATIC / "fonts" / name).read_bytes()).decode()
    source = f'url("data:font/woff2;base64,{content}") format("woff2")'
    return f'@font-face {{ font-family: "{family}"; font-weight: 200 800; src: {source}; }}'


STORY = Format(
    "html",
    gettext_lazy("Story of the results (web page)"),
    gettext_lazy(
        "One page for those who took part, to be mailed or printed: pictures with a sentence and a table "
        "each, what changed and why, what was agreed, as every participant may see it on the results page. "
        "It has no comments."
    ),
    Use.KEEPING,
    "text/html; charset=utf-8",
    write_story,
    HOLDS,
    ending="html",
)
