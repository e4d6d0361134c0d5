"""The rows of the live regions."""

from tests.support import House
from tests.views.permissions import Row, Words, all_seats, anybody, fay
from workshop.actions.links import mint_link
from workshop.models import Link


def wall_link(house: House) -> Words:
    """The link of a wall screen."""
    return {"secret": mint_link(house.fay, house.fay, Link.Purpose.SCREEN)}


def in_english(house: House) -> Words:
    """The language that every host offers."""
    return {"language": "en-gb", "next": "/help/"}


LIVE_ROWS = [
    Row("language", anybody(302), "post", data=in_english, in_workshop=False),
    Row("own-language", "404 302 302 403 404 404 404", "post", data=in_english),
    Row("room-regions", all_seats(200)),
    Row("pack-regions", all_seats(200)),
    Row("desk-regions", fay(200)),
    Row("screen-regions", all_seats(200)),
    Row("screen-link-regions", anybody(200), parts=wall_link, in_workshop=False),
]
