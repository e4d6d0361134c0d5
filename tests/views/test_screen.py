"""The wall screen: by a seat, or by a link that ends when it is revoked."""

import uuid

import pytest
from django.urls import reverse

from tests.stagecraft import bring, page, put
from tests.support import House, client_of, make_house
from tests.views.results_world import write
from workshop.actions.discussion import post_remark
from workshop.actions.links import mint_link
from workshop.actions.screens import end_screen_links, screen_link
from workshop.models import Workshop

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=2)


def address(secret: str) -> str:
    """Return the address of a link."""
    return reverse("screen-link", kwargs={"secret": secret})


def test_the_link_shows_the_moment_to_anybody_and_is_kept_by_no_cache(house: House) -> None:
    put(house, "poll")
    answer = client_of(None).get(address(screen_link(house.fay)))
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    assert "Which three should we talk about first?" in answer.content.decode()
    assert not answer.cookies.get(f"seat-{house.workshop.slug}")


def test_the_link_only_shows(house: House) -> None:
    for method in ("post", "put", "delete"):
        assert getattr(client_of(None), method)(address(screen_link(house.fay))).status_code == 405


def test_a_revoked_link_a_made_up_one_and_a_personal_one_show_nothing(house: House) -> None:
    revoked = screen_link(house.fay)
    end_screen_links(house.fay)
    for secret in (revoked, mint_link(house.fay, house.ada), "made-up"):
        assert client_of(None).get(address(secret)).status_code == 404


def test_the_wall_tells_how_to_join_until_the_code_is_off(house: House) -> None:
    shown = page(house, house.ada, "screen")
    code = house.workshop.join_code or ""
    assert f"{code[:4]} {code[4:]}" in shown
    assert "Code to scan" in shown
    Workshop.objects.filter(pk=house.workshop.pk).update(join_code=None)
    assert "Code to scan" not in page(house, house.ada, "screen")


def test_the_wall_counts_what_is_said_today_and_sends_no_word_and_no_name_of_it(house: House) -> None:
    card = bring(house)
    write(house, house.ada, "CANARY of a pack", 2)
    assert "comment today" not in page(house, house.fay, "screen")
    post_remark(house.ada, card, "CANARY", kind="unclear", uid=uuid.uuid4())
    shown = page(house, house.fay, "screen")
    assert "<b>1</b> comment today" in shown
    assert "Unclear <b>1</b>" in shown
    assert "CANARY" not in shown
    assert "Ada" not in shown
