"""Before the workshop begins, no page shows a facilitator packs or addresses without a line in the audit."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.core.cache import cache
from django.db import transaction
from django.urls import NoReverseMatch, get_resolver, reverse

from tests.support import House, client_of, make_house
from tests.synthesis import blank_of
from workshop.actions.people import edit_person, person_print
from workshop.actions.remarks import save_remark
from workshop.models import Audit
from workshop.models.quotable import Quotable, Source

pytestmark = pytest.mark.django_db
WORD, EMAIL = "zibeline", "adalgisa@example.org"
TELLS = {WORD: "packs", EMAIL: "people person late"}


@pytest.fixture
def house() -> House:
    """A workshop before its hour in which Ada wrote in her pack, and has an address."""
    house = make_house(leaders=2)
    ada = house.ada
    assert ada.person
    edit_person(house.fay, ada, seen=person_print(ada.person), name="Ada", email=EMAIL)
    save_remark(ada, house.workshop.prompts.get(card__number=1), f"Pack {WORD}", 0)
    blank_of(ada, f"Alone {WORD}")
    return house


def addresses(house: House) -> Iterator[str]:
    """Every address that the workshop's own things can fill."""
    workshop = house.workshop
    things = [house.cards[0].uid, workshop.cards.get(proposer=house.ada).uid, house.ada.uid]
    things += workshop.remarks.values_list("uid", flat=True)
    for name in [name for name in get_resolver().reverse_dict if isinstance(name, str)]:
        for thing in things:
            if found := address(house, name, thing):
                yield found
    yield from (f"{reverse('quote-new', args=[workshop.slug])}?of={each.key}" for each in sources(house))


def sources(house: House) -> list[Source]:
    """What can be quoted."""
    return list(Quotable(house.workshop).sources)


def address(house: House, name: str, thing: UUID) -> str:
    """Return the address of a page about a thing, or nothing if it takes another kind."""
    known = {"slug": house.workshop.slug, "number": 1, "n": 0}
    names = get_resolver().reverse_dict.getlist(name)[0][0][0][1]
    try:
        return reverse(name, kwargs={each: known.get(each, thing) for each in names})
    except NoReverseMatch:
        return ""


def test_whoever_sees_packs_or_addresses_before_the_workshop_is_noted(house: House) -> None:
    client, shown = client_of(house.fay), set[str]()
    for url in sorted(set(addresses(house))):
        cache.clear()
        with transaction.atomic():
            answer = client.get(url)
            words = answer.content.decode() if not answer.streaming else ""
            seen = {ids["page"] for ids in Audit.objects.filter(verb="seen").values_list("ids", flat=True)}
            transaction.set_rollback(True)
        for word, pages in TELLS.items():
            if word in words and "/credit" not in url:
                assert seen & set(pages.split()), url
                shown.add(url)
    assert len(shown) > 8


def test_who_takes_part_and_the_hour_are_noted_nowhere(house: House) -> None:
    for name in ("lineage", "results", "synthesis"):
        client_of(house.ada).get(reverse(name, args=[house.workshop.slug]))
    assert not Audit.objects.filter(verb="seen").exists()
