"""A pack of open prompts alone: no card, no sort, and a whole hour all the same."""

import pytest
from django.urls import reverse

from tests.actions.test_blanks import WORDS, places
from tests.prompts import prompts
from tests.rounds import revealed
from tests.stagecraft import put
from tests.support import House, add_leader, agree_all, client_of, make_user
from workshop.actions.blanks import save_blank
from workshop.actions.exports import export_workshop
from workshop.actions.packs import STORY_LINE
from workshop.actions.remarks import save_remark
from workshop.actions.rounds import open_round
from workshop.actions.workshops import close_workshop, create_workshop
from workshop.exports.registry import FORMATS
from workshop.models import Seat

pytestmark = pytest.mark.django_db


def told() -> House:
    """A workshop made from the story-line topic list, its pack open."""
    fay = create_workshop(make_user("fay@example.org", "Fay"), STORY_LINE)
    ada, ben = add_leader(fay, "Ada"), add_leader(fay, "Ben")
    house = House(fay.workshop, fay, ada, [ben], ada, fay)
    agree_all([ada, ben])
    open_round(fay, house.pack)
    return house


def page(house: House, seat: Seat, name: str, **parts: object) -> str:
    answer = client_of(seat).get(reverse(name, kwargs={"slug": house.workshop.slug, **parts}), follow=True)
    assert answer.status_code == 200, name
    return " ".join(answer.content.decode().split())


def test_a_pack_without_cards_asks_for_the_account_and_no_sort() -> None:
    house = told()
    text = page(house, house.ada, "pack")
    assert "Your story-line" in text
    assert "Comment on each card" not in text
    assert "card sort" not in text
    assert text.index("Your story-line</h2>") < text.index("Blank cards</h2>")
    sent = {"box": [prompts(house)[0].uid], "rev": ["0"], f"text-{prompts(house)[0].uid}": "Ours"}
    answer = client_of(house.ada).post(reverse("pack", kwargs={"slug": house.workshop.slug}), sent)
    assert answer.headers["Location"].endswith("/pack/finish/")
    assert "1 of 7 answered" in page(house, house.ada, "pack-finish")


def test_the_hour_goes_on_without_cards_and_every_file_is_written() -> None:
    house = told()
    save_remark(house.ada, prompts(house)[0], "In Leeds", 0)
    save_blank(house.ada, places(house.ada)[0], 0, WORDS)
    for name in ("overview", "setup", "cards", "prompts", "people", "rounds", "synthesis"):
        page(house, house.fay, name)
    put(house, "welcome")
    for name in ("desk", "results", "screen"):
        page(house, house.fay, name)
    page(house, house.ada, "room")
    page(house, house.ada, "sort", number=1)
    put(house, "results")
    revealed(house, house.pack)
    for seat in (house.fay, house.ada):
        text = page(house, seat, "results")
        assert "In Leeds" in text
        assert "Where people placed each card" not in text
    close_workshop(house.fay)
    for name in FORMATS:
        assert export_workshop(house.workshop, name).content, name
    assert "In Leeds" in page(house, house.ada, "results")
