"""Beside the demonstration: a workshop of 1,000 people comes in, on every page and in every file."""

import uuid
from collections import Counter
from typing import Any

import pytest
from django.urls import reverse

from tests.imports.test_whole import brought, taken
from tests.imports.walking import walked
from tests.rounds import lay
from tests.support import client_of, make_house
from workshop.actions.rounds import Vote, cast_ballots, open_round, reveal_round
from workshop.exports.registry import FORMATS
from workshop.exports.taking import Wanted, prepared
from workshop.models import Remark, Workshop

PEOPLE, CARDS, A_COMMENT_OF = 1_000, 4, 50
Data = dict[str, Any]


def of_one() -> Data:
    """Return the file of a workshop in which one person sorted, nominated and commented."""
    house = make_house(1, pack_open=False)
    house.workshop.cards.filter(number__gt=CARDS).delete()
    open_round(house.fay, house.pack)
    lay(house, house.ada, house.pack, dict.fromkeys(range(1, CARDS + 1), "inner"))
    prompt = house.workshop.prompts.get(card=house.cards[0])
    Remark.objects.create(workshop=house.workshop, prompt=prompt, seat=house.ada, body="True for us.", rev=1)
    reveal_round(house.fay, house.pack)
    open_round(house.fay, house.poll)
    cast_ballots(house.poll, [Vote(house.ada, frozenset({str(house.cards[0].uid)}))])
    reveal_round(house.fay, house.poll)
    return taken(house.workshop)


def of_many() -> Data:
    """Return the same file with a thousand people in it, who do not all answer alike."""
    found = of_one()
    fay, ada = found["seats"]
    names = [f"P{n}" for n in range(1, PEOPLE + 1)]
    found["seats"] = [fay, *({**ada, "pseudonym": name, "name": f"Leader {name}"} for name in names)]
    for item in found["consent_items"]:
        item["yes"] = PEOPLE
    [said] = found["remarks"]
    found["remarks"] = [{**said, "uid": str(uuid.uuid4()), "seat": name} for name in names[::A_COMMENT_OF]]
    for round in found["rounds"]:
        _answer(round, names)
    return found


def _answer(round: Data, names: list[str]) -> None:
    [ballot] = round["ballots"]
    cards = sorted(each["card"] for each in round["cards"])
    [mark, *_more] = ballot["marks"]
    totals: dict[str, Counter[str]] = {card: Counter() for card in cards}
    round |= {"asked": PEOPLE, "answered": PEOPLE, "ballots": []}
    for n, name in enumerate(names):
        marks = [
            {**mark, "card": card, **_choice(round["kind"], n, at)}
            for at, card in enumerate(cards)
            if round["kind"] == "sort" or at == n % CARDS
        ]
        round["ballots"].append({**ballot, "seat": name, "marks": marks})
        for each in marks:
            totals[each["card"]][each["zone"] or "nominated"] += 1
    for total in round["totals"]:
        total |= {"inner": 0, "outer": 0, "nominated": 0, **totals[total["card"]]}


def _choice(kind: str, person: int, card: int) -> Data:
    if kind == "poll":
        return {"zone": "", "nominated": True}
    return {"zone": "outer" if person % (card + 2) else "inner", "nominated": False}


@pytest.mark.django_db
def test_a_thousand_people_come_from_a_file_and_go_through_every_page_and_every_file() -> None:
    back = brought(of_many())
    assert back.workshop.seats.filter(role="participant").count() == PEOPLE
    shown = walked(client_of(back.seat), back.workshop)
    assert {"results", "desk", "people", "picture", "export", "proxy"} <= {*shown}
    ada = back.workshop.seats.select_related("workshop", "person").get(pseudonym="P1")
    assert {"results", "room", "pack", "my-data"} <= {*walked(client_of(ada), back.workshop)}
    results = client_of(ada).get(reverse("results", kwargs={"slug": back.workshop.slug})).content.decode()
    assert "500 of 1,000" in results
    assert "What 1,000 people made of 4 cards" in results
    found = prepared(Workshop.objects.get(pk=back.workshop.pk), FORMATS["json"], Wanted(full=True))
    assert all(format.write(found.material) for format in FORMATS.values())
