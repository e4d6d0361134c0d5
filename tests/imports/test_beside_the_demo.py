"""Beside the demonstration: a workshop of 3 people, 15 cards, ties and no poll comes back, on every page."""

from contextlib import nullcontext, suppress

import pytest
from django.urls import reverse

from tests.imports.test_whole import brought, parts, taken
from tests.imports.walking import walked
from tests.rounds import lay
from tests.support import House, agree, client_of, make_house
from tests.synthesis import change, tied
from workshop.actions.exports import export_workshop
from workshop.actions.rounds import open_round, reveal_round
from workshop.exports.registry import FORMATS
from workshop.models import Card, CardText, Forbidden, Prompt, Workshop

pytestmark = pytest.mark.django_db


def small_house(promise: str) -> House:
    """Return such a workshop: two cards are tied, two were merged, and whole circles are ties."""
    house = make_house(3, promise=promise, pack_open=False)
    house.workshop.steps.filter(kind="poll").delete()
    house.workshop.rounds.filter(kind="poll").delete()
    for n in range(7, 16):
        card = Card.objects.create(workshop=house.workshop, number=n, position=n, rev=1)
        CardText.objects.create(card=card, rev=1, title=f"Tension {n}", seat=house.fay)
        Prompt.objects.create(workshop=house.workshop, kind="card_comment", card=card, position=n)
    open_round(house.fay, house.pack)
    for seat in house.leaders:
        lay(house, seat, house.pack, {n: "inner" if n % 2 else "outer" for n in range(1, 16)})
    reveal_round(house.fay, house.pack)
    tied(house.fay, 1, 2)
    tied(house.fay, 14, 15)
    change(house.fay, "merge", house.cards[11:13], titles=["Both"])
    return house


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_it_comes_back_the_same_and_goes_through_every_page_and_every_file(promise: str) -> None:
    house = small_house(promise)
    document = taken(house.workshop)
    assert (len(document["cards"]), len(document["rounds"])) == (16, 1)
    back = brought(document)
    assert parts(taken(back.workshop)) == parts(document)
    shown = walked(client_of(back.seat), back.workshop, every=("export", "picture"))
    assert {"results", "desk", "picture", "lineage-moment", "proxy"} <= {*shown}
    assert shown["export"] >= len(FORMATS)
    ada = back.workshop.seats.select_related("workshop", "person").get(pseudonym="P1")
    agree(ada)  # what each agreed to is in no file where names are hidden
    shown = walked(client_of(ada), back.workshop)
    assert {"results", "room", "pack", "lineage-moment"} <= {*shown}
    for format in FORMATS:
        with suppress(Forbidden) if promise == "hidden" else nullcontext():  # a line for each person
            assert export_workshop(Workshop.objects.get(pk=back.workshop.pk), format, back.seat).content
    results = client_of(back.seat).get(reverse("results", kwargs={"slug": back.workshop.slug}))
    assert "3 of 3" in results.content.decode()
