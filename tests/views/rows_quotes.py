"""The rows of quotes: facilitators mark and send them, and their speaker alone answers."""

import uuid

from tests.support import House
from tests.views.permissions import Row, Words, all_seats, fay
from workshop.actions.quotes import send_quote, write_quote
from workshop.models import Quote, Remark
from workshop.models.quotable import Quotable

ADA_ONLY = "404 302 404 404 404 404 404"


def said(house: House) -> Remark:
    """Something that Ada said."""
    return Remark.objects.create(
        workshop=house.workshop, seat=house.ada, card=house.cards[0], body="Power", rev=1
    )


def marked(house: House) -> Quote:
    """A quote of it."""
    said(house)
    (source,) = Quotable(house.workshop).sources
    return write_quote(house.fay, source, uid=uuid.uuid4(), text="Power", attribution="a leader")


def sent(house: House) -> None:
    """A quote that Ada was asked to check."""
    quote = marked(house)
    send_quote(house.fay, quote, rev=1, until=None)


def new(house: House) -> Words:
    of = str(Remark.objects.get(body="Power").uid)
    return {"of": of, "text": "Power", "attribution": "a leader", "uid": str(uuid.uuid4()), "rev": "0"}


def it(house: House) -> Words:
    return {"uid": house.workshop.quotes.get().uid}


def words(house: House) -> Words:
    return {"text": "Power", "attribution": "a chair", "uid": str(uuid.uuid4()), "rev": "1"}


def first(house: House) -> Words:
    return {"rev": "1", "wanted": "yes"}


def accepted(house: House) -> Words:
    return {"answer": "accepted", "rev": "2"}


QUOTES_ROWS = [
    Row("quotes", fay(200)),
    Row("quote-words", fay(200)),
    Row("quote-new", fay(200), data=new, before=said),
    Row("quote-new", fay(302), "post", data=new, before=said),
    Row("quote", fay(200), parts=it, before=marked),
    Row("quote", fay(302), "post", it, words, before=marked),
    Row("quote-sending", fay(302), "post", it, first, before=marked),
    Row("quote-release", fay(302), "post", it, first, before=marked),
    Row("quote-removal", fay(302), "post", it, before=marked),
    Row("quote-restoration", fay(302), "post", it, before=marked),
    Row("own-quotes", all_seats(200)),
    Row("quote-answer", ADA_ONLY, "post", it, accepted, before=sent),
]
