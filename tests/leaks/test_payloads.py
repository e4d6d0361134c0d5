"""Script in titles, names, comments and all other words becomes markup on no page and in no fragment."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.leaks.addresses import addresses
from tests.leaks.cast import Cast
from tests.leaks.markup import made_of
from tests.leaks.payloads import MARK, PAYLOADS
from tests.leaks.poison import places, poison
from tests.leaks.recorder import files_of
from tests.leaks.worlds import live_until
from workshop.live.fragments import regions
from workshop.models import Workshop
from workshop.models.audiences import AUDIENCES

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def pages(cast: Cast, readers: tuple[str, ...]) -> dict[str, str]:
    """Return every page and fragment that these readers are sent."""
    found = {}
    for who in readers:
        for address in addresses(cast, who):
            answer = cast.browsers[who].get(address)
            read = answer["Content-Type"].startswith("text/html")
            if read and (answer.status_code < 300 or answer.status_code == 422):
                found[f"{who} at {address}"] = answer.content.decode()
    workshop = Workshop.objects.get(pk=cast.house.workshop.pk)
    for audience in AUDIENCES:
        found |= {f"{audience} {name}": html for name, html in regions(workshop, audience).items()}
    return found


def broken(found: dict[str, str]) -> list[str]:
    """Return where payloads became markup."""
    return [f"{place}: {made[:3]}" for place, html in found.items() if (made := made_of(html))]


def test_no_payload_becomes_markup_on_any_page_or_in_any_fragment(
    record_property: Callable[[str, Any], None],
) -> None:
    cast, seen = live_until("named", "shown"), set()
    for payloads, readers in ((PAYLOADS, ("fay", "ben", "chair", "wall")), (PAYLOADS[::-1], ("fay", "ada"))):
        poison(payloads)
        found = pages(cast, readers)
        assert broken(found) == []
        seen |= {place for place, html in found.items() if MARK in html}
    record_property("payloads", len(PAYLOADS))
    record_property("fields", len(list(places())))
    record_property("pages and fragments that showed payloads", len(seen))
    assert len(PAYLOADS) >= 40
    assert len(seen) > 60


@pytest.mark.parametrize(("promise", "moment"), [("named", "packs"), ("hidden", "closed")])
def test_no_payload_becomes_markup_before_the_workshop_or_after_it(promise: str, moment: str) -> None:
    cast = live_until(promise, moment)
    poison()
    assert broken(pages(cast, ("fay", "ada", "ben", "wall"))) == []


def test_a_file_with_payloads_is_taken_for_a_page_by_no_browser() -> None:
    cast = live_until("named", "shown")
    poison()
    files = dict(files_of(cast))
    assert any(MARK in text for text in files.values())
    for text in files.values():
        head = text.partition("\n\n")[0].casefold()
        if "content-type: text/html" in head:  # the story: a page to be mailed, in which no word is markup
            assert made_of(text.partition("\n\n")[2].lstrip()) == []
        assert "x-content-type-options: nosniff" in head
        assert "content-disposition: attachment" in head


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_reader_of_markup_sees_a_payload_that_was_not_escaped(payload: str) -> None:
    """The twin: each payload, unescaped in one of the places where words stand, is seen."""
    shapes = (
        "<p>{}</p>",
        '<input value="{}">',
        "<input value='{}'>",
        '<a href="{}">x</a>',
        "<p {}>",
        "<!--{}-->",
    )
    assert any(made_of(shape.format(payload)) for shape in shapes)


def test_a_template_that_does_not_escape_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The twin of the whole: autoescape is off."""
    from django.template.context import Context

    cast = live_until("named", "begun")
    poison()

    def careless(self: Context, *args: Any, **more: Any) -> None:
        first(self, *args, **more)
        self.autoescape = False

    first = Context.__init__
    monkeypatch.setattr(Context, "__init__", careless)
    assert broken(pages(cast, ("ada",)))
