"""The rows of the matrix, by area; each area's people add their own."""

from tests.support import House
from tests.views.permissions import Row, Words, all_seats, anybody, leaders
from workshop.actions.demo import open_demo
from workshop.actions.links import mint_link
from workshop.models import Link


def ben_link(house: House) -> Words:
    """A personal link of a leader."""
    return {"secret": mint_link(house.fay, house.others[0])}


def demo_link(house: House) -> Words:
    """The sign-in link of a demonstration."""
    return {"secret": open_demo().facilitator}


def joining(house: House) -> Words:
    """A right code and a new name."""
    return {"code": house.workshop.join_code, "name": "Gil"}


def yes(house: House) -> Words:
    """Yes to everything that is asked."""
    return {str(item.uid): "yes" for item in house.workshop.consent_items.all()}


PEOPLE_ROWS = [
    Row("consent", leaders(200)),
    Row("consent", leaders(302), "post", data=yes),
    Row("join", anybody(200), in_workshop=False),
    Row("join", "302 200 200 200 302 302 302", "post", data=joining, in_workshop=False),
    Row("link", anybody(200), parts=ben_link, in_workshop=False),
    Row("link", anybody(302), "post", parts=ben_link, in_workshop=False),
    Row("staff", anybody(200), parts=demo_link, in_workshop=False),
    Row("staff", anybody(302), "post", parts=demo_link, in_workshop=False),
    Row("welcome", all_seats(200)),
]

ROWS = [*PEOPLE_ROWS]
