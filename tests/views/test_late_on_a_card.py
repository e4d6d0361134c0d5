"""What comes for a card merged or set aside a moment ago: kept with it, and there if it comes back."""

import uuid

import pytest

from tests.stagecraft import JSON, bring, page, say, send
from tests.support import House, make_house
from tests.synthesis import MERGED, change, numbered, table, undo
from workshop.actions.rounds import open_round, reveal_round
from workshop.actions.sort import place_card
from workshop.models import Card, Mark, Remark

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house()


def under(text: str, card: Card) -> str:
    """Return what the list of the lineage says of a card, from its own entry on."""
    return text[text.index(f'id="card-{card.uid}"') :]


def read(house: House) -> None:
    """Expect both late comments wherever somebody else may look for them."""
    for name in ("room", "results", "lineage"):
        shown = page(house, house.others[0], name)
        assert "I was still writing." in shown, name
        assert "And I answer." in shown, name


def test_a_placement_that_comes_after_the_merger_counts_for_its_card_and_is_there_when_it_is_taken_back(
    house: House,
) -> None:
    fifth, before = house.cards[4], table(house.workshop)
    place_card(house.others[0], house.pack, fifth, "outer")
    made = change(house.fay, "merge", house.cards[3:6], titles=[MERGED])
    parts = {"number": house.pack.number, "card": fifth.uid}
    assert send(house, house.ada, "placement", {"zone": "inner"}, parts, JSON).status_code == 200
    assert not Mark.objects.exclude(card=fifth).exists()
    reveal_round(house.fay, house.pack)
    (merged,) = numbered(house.workshop, 7)
    shown = under(page(house, house.fay, "lineage"), merged)
    assert "1 of 2 placed it inner" in shown
    undo(house.fay, made)
    assert table(house.workshop) == before
    assert "1 of 2 placed it inner" in under(page(house, house.fay, "lineage"), fifth)


def test_a_nomination_that_comes_after_the_merger_counts_for_its_card(house: House) -> None:
    open_round(house.fay, house.poll)
    fifth = house.cards[4]
    change(house.fay, "merge", house.cards[3:6], titles=[MERGED])
    parts = {"number": house.poll.number}
    assert send(house, house.ada, "ballot", {"card": [str(fifth.uid)]}, parts).status_code == 302
    assert Mark.objects.get(nominated=True).card == fifth


def test_what_is_sent_just_after_a_card_was_set_aside_is_kept_and_there_when_it_comes_back(
    house: House,
) -> None:
    fifth = bring(house, 5)
    first = say(house, house.ada, fifth, "While it lay there.")
    change(house.fay, "retire", [fifth])
    words = {"body": "I was still writing.", "kind": "", "uid": str(uuid.uuid4())}
    assert send(house, house.others[1], "discussion", words, {"card": fifth.uid}, JSON).status_code == 200
    reply = {"body": "And I answer.", "reply_to": str(first.uid), "kind": "", "uid": str(uuid.uuid4())}
    assert send(house, house.ada, "discussion", reply, {"card": fifth.uid}, JSON).status_code == 200
    reveal_round(house.fay, house.pack)
    assert set(Remark.objects.values_list("card", flat=True)) == {fifth.pk}
    read(house)
    change(house.fay, "restore", [fifth])
    read(house)
