"""The rows of synthesis: the cards changed together, and proposals."""

import uuid

from tests.support import House
from tests.synthesis import change, tied, wanted
from tests.views.permissions import Row, Words, all_seats, fay, leaders
from workshop.actions.proposals import propose_change, put_proposal

NAMED = uuid.UUID(int=7)


def second_retired(house: House) -> Words:
    """A change as its form sends it."""
    (seen,) = wanted(house.workshop, "retire", house.cards[1:2]).sources
    card = {"card": str(seen.uid), "seen": str(seen)}
    return {"verb": "retire", **card, "base": 0, "uid": str(uuid.uuid4()), "reason": "", "way": "make"}


def the_same_proposed(house: House) -> Words:
    """The same, as a proposal."""
    return {**second_retired(house), "way": "propose"}


def which_card(house: House) -> Words:
    """What the list of cards sends on."""
    return {"verb": "retire", "card": str(house.cards[1].uid)}


def retire_first(house: House) -> None:
    """Change the cards once."""
    change(house.fay, "retire", house.cards[:1])


def propose(house: House) -> None:
    """Let Ada propose a change."""
    propose_change(house.ada, wanted(house.workshop, "retire", house.cards[:1]), uid=NAMED)


def put(house: House) -> None:
    """Put Ada's proposal to the group."""
    propose(house)
    put_proposal(house.fay, house.workshop.proposals.get())


def change_one(house: House) -> Words:
    """The first change."""
    return {"n": 1}


def proposed(house: House) -> Words:
    """Ada's proposal."""
    return {"uid": NAMED}


def sure(house: House) -> Words:
    """What the pause for thought sends on."""
    return {"confirmed": "1"}


def fine(house: House) -> Words:
    """An answer."""
    return {"answer": "fine"}


def fresh(house: House) -> Words:
    """The uid of an undoing."""
    return {"uid": str(uuid.uuid4()), "head": "1"}


def two_cards(house: House) -> Words:
    """A link between two cards."""
    first, second = (str(card.uid) for card in house.cards[:2])
    return {"tail": first, "head": second, "reason": "Feeds it", "uid": str(NAMED)}


def tie(house: House) -> None:
    """Link cards 1 and 2."""
    tied(house.fay, 1, 2, NAMED)


def first_card(house: House) -> Words:
    """Card 1."""
    return {"card": house.cards[0].uid}


def yes(house: House) -> Words:
    """A mark."""
    return {"start": "yes"}


SYNTHESIS_ROWS = [
    Row("synthesis", all_seats(200)),
    Row("lineage", all_seats(200)),
    Row("lineage-moment", all_seats(200), parts=change_one, before=retire_first),
    Row("change-new", all_seats(200), data=which_card),
    Row("changes", fay(302), "post", data=second_retired),
    Row("changes", all_seats(302), "post", data=the_same_proposed),
    Row("change-undoing", fay(302), "post", change_one, fresh, before=retire_first),
    Row("proposal-putting", fay(302), "post", proposed, before=propose),
    Row("proposal-making", fay(302), "post", proposed, sure, before=put),
    Row("proposal-dropping", fay(302), "post", proposed, before=put),
    Row("ties", fay(302), "post", data=two_cards),
    Row("tie-new", fay(200)),
    Row("tie-removal", fay(302), "post", proposed, before=tie),
    Row("tie-restoration", fay(302), "post", proposed, before=tie),
    Row("start", leaders(302), "post", first_card, yes),
    Row("stance", leaders(302), "post", proposed, fine, before=put),
]
