"""Who takes part finds the results from where they are, from the reveal on and not only after the close."""

import pytest
from django.urls import reverse

from tests.stagecraft import put
from tests.support import House, client_of, make_house
from workshop.actions.rounds import close_round, reveal_round

pytestmark = pytest.mark.django_db


def way(house: House, place: str) -> int:
    """Return how many links to the results Ada's page has."""
    address = {"slug": house.workshop.slug}
    page = client_of(house.ada).get(reverse(place, kwargs=address)).text
    return page.count(f'href="{reverse("results", kwargs=address)}"')


def test_a_pack_leads_to_the_results_once_its_sort_is_revealed() -> None:
    house = make_house()
    close_round(house.fay, house.pack)
    assert not way(house, "pack")
    assert not way(house, "pack-finish")
    reveal_round(house.fay, house.pack)
    assert way(house, "pack") == 1
    assert way(house, "pack-finish") == 1


@pytest.mark.parametrize(("step", "links"), [("welcome", 1), ("results", 2), ("close", 2)])
def test_the_room_leads_to_the_results_and_so_does_a_stage_that_is_about_them(step: str, links: int) -> None:
    house = make_house()
    reveal_round(house.fay, house.pack)
    put(house, step)
    assert way(house, "room") == links
