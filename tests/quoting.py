"""Quotes made as the pages make them, for their tests."""

import uuid

from tests.support import House, make_house
from workshop.actions.quotes import send_quote, write_quote
from workshop.models import Quote, Remark
from workshop.models.quotable import Quotable, Source

SAID = "We share money, time and the blame. Power stays where it was."


def spoken(promise: str = "named", leaders: int = 3, body: str = SAID) -> House:
    """Return a workshop in which Ada said something about the first card."""
    house = make_house(leaders, promise=promise)
    Remark.objects.create(workshop=house.workshop, seat=house.ada, card=house.cards[0], body=body, rev=1)
    return house


def source(house: House) -> Source:
    """What Ada said."""
    house.workshop.refresh_from_db()
    return Quotable(house.workshop).sources[0]


def marked(house: House, text: str = SAID, attribution: str = "a senior leader") -> Quote:
    """Let Fay mark Ada's words."""
    return write_quote(house.fay, source(house), uid=uuid.uuid4(), text=text, attribution=attribution)


def asked(house: House, text: str = SAID, attribution: str = "a senior leader") -> Quote:
    """Let Fay mark Ada's words, and send the quote to be checked."""
    quote = marked(house, text, attribution)
    send_quote(house.fay, quote, rev=quote.rev, until=None)
    return Quote.objects.get(pk=quote.pk)
