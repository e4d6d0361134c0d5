"""What can be done with personal links after the close."""

from collections.abc import Callable

from tests.support import House
from workshop.actions.inviting import give_links
from workshop.actions.links import end_earlier_links, end_unprinted, mint_link, renew_link, revoke_links
from workshop.models import Link


def links(house: House) -> int:
    """How many links of Ada's work."""
    return Link.objects.valid().filter(seat=house.ada).count()


Act = Callable[[House], object]
# Each act, what shows that it did its work, and what it needs first.
LINKS: dict[str, tuple[Act, ...]] = {
    "mint_link": (lambda house: mint_link(house.fay, house.ada), links),
    "renew_link": (
        lambda house: renew_link(house.fay, house.ada),
        lambda house: (links(house), house.ada.links.count()) == (1, 2),
        lambda house: mint_link(house.fay, house.ada),
    ),
    "give_links": (lambda house: give_links(house.fay, [house.ada]), links),
    "end_earlier_links": (
        lambda house: end_earlier_links(house.fay, [house.ada.links.order_by("pk")[1]]),
        lambda house: links(house) == 1,
        lambda house: [mint_link(house.fay, house.ada) for _each in range(2)],
    ),
    "end_unprinted": (
        lambda house: end_unprinted(house.fay, [mint_link(house.fay, house.ada)]),
        lambda house: house.ada.links.filter(revoked_at__isnull=False).exists(),
    ),
    "revoke_links": (
        lambda house: revoke_links(house.fay, house.ada),
        lambda house: not links(house),
        lambda house: mint_link(house.fay, house.ada),
    ),
}
