"""A picture taken after the close, and what it needs before."""

from tests.support import House
from workshop.actions.exports import export_picture
from workshop.actions.rounds import reveal_round
from workshop.models import Ballot, Mark


def sort_revealed(house: House) -> None:
    """Ada has placed a card, and it is revealed."""
    ballot = Ballot.objects.get_or_create(round=house.pack, seat=house.ada)[0]
    Mark.objects.create(ballot=ballot, card=house.cards[0], zone="inner")
    reveal_round(house.fay, house.pack)


def take_picture(house: House) -> object:
    """Take the picture of that sort."""
    return export_picture(house.fay, "bullseye-1", "svg")
