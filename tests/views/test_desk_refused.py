"""A form of the desk that is refused: the reason, beside it where it can be, and the way back to the desk."""

import pytest
from django.urls import reverse

from tests.stagecraft import HTMX, page, reveal, send
from tests.support import client_of, make_house

pytestmark = pytest.mark.django_db


def test_a_refused_form_leaves_the_address_to_the_desk_and_a_reload_leads_there() -> None:
    house = make_house(leaders=3)
    desk = reverse("desk", kwargs={"slug": house.workshop.slug})
    refused = send(house, house.fay, "agenda-order", {"by": "split"}, headers=HTMX)
    assert (refused.status_code, refused.headers["HX-Replace-Url"]) == (409, desk)
    assert f'data-address="{desk}"' in refused.content.decode()
    shut = send(house, house.fay, "round-revelation", {"confirmed": "1"}, {"number": 2}, HTMX)
    assert (shut.status_code, shut.headers["HX-Push-Url"]) == (409, "false")
    for name in ("stage", "agenda-order", "steps"):
        address = reverse(name, kwargs={"slug": house.workshop.slug})
        again = client_of(house.fay).get(address, headers={"Accept": "text/html,*/*"})
        assert (again.status_code, again.headers["Location"]) == (302, desk)


def test_an_order_that_cannot_be_used_yet_says_so_beside_it() -> None:
    house = make_house(leaders=3)
    desk = page(house, house.fay, "desk")
    assert "Not yet: no poll is revealed." in desk
    assert "Not yet: the card sort is not revealed." in desk
    reveal(house)
    assert "Not yet: no poll is revealed." not in page(house, house.fay, "desk")
