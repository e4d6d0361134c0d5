"""What the actions of synthesis do after the close: they are all refused."""

import uuid
from collections.abc import Callable

from tests.support import House
from tests.synthesis import change, tied, wanted
from tests.views.rows_synthesis import propose, tie
from workshop.actions.changes import change_cards
from workshop.actions.proposals import drop_proposal, make_proposal, propose_change, put_proposal
from workshop.actions.putting import put_change
from workshop.actions.stances import take_stance
from workshop.actions.ties import mark_start, remove_tie, restore_tie
from workshop.actions.undoing import undo_change
from workshop.models import Proposal, Tie
from workshop.models.wanted import Wanted


def before_the_close(house: House) -> None:
    """Change a card, propose a change and link two cards."""
    change(house.fay, "retire", house.cards[5:])
    propose(house)
    tie(house)


def second(house: House) -> Wanted:
    """A change of card 2."""
    return wanted(house.workshop, "retire", house.cards[1:2])


def late() -> uuid.UUID:
    """A name that no form had."""
    return uuid.uuid4()


SYNTHESIS: dict[str, Callable[[House], object]] = {
    "change_cards": lambda house: change_cards(house.fay, second(house), uid=late()),
    "undo_change": lambda house: undo_change(house.fay, 1, uid=late(), head=1),
    "propose_change": lambda house: propose_change(house.ada, second(house), uid=late()),
    "put_change": lambda house: put_change(house.fay, second(house), uid=late()),
    "put_proposal": lambda house: put_proposal(house.fay, Proposal.objects.get()),
    "drop_proposal": lambda house: drop_proposal(house.fay, Proposal.objects.get()),
    "make_proposal": lambda house: make_proposal(house.fay, Proposal.objects.get()),
    "take_stance": lambda house: take_stance(house.ada, Proposal.objects.get(), "fine"),
    "tie_cards": lambda house: tied(house.fay, 3, 4),
    "remove_tie": lambda house: remove_tie(house.fay, Tie.objects.get()),
    "restore_tie": lambda house: restore_tie(house.fay, Tie.objects.get()),
    "mark_start": lambda house: mark_start(house.ada, house.cards[0], True),
}
