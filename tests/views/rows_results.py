"""The rows of the results, the exports and the help page."""

import uuid

from tests.support import House
from tests.views.permissions import Row, Words, all_seats, anybody, ben_seat, fay


def fay_seat(house: House) -> Words:
    """The first facilitator's own seat."""
    return {"uid": house.fay.uid}


def as_json(house: House) -> Words:
    """A format of export."""
    return {"format": "json"}


def again(house: House) -> Words:
    """A workshop run again, as its form sends it."""
    cards = [str(card.uid) for card in house.cards[:2]]
    return {"uid": str(uuid.uuid4()), "title": "Again", "cards": cards, "invite": "on"}


def credited(house: House) -> Words:
    """Somebody credited by name."""
    return {"kind": "named", "name": "Ada Ash", "role": "", "rev": "0"}


RESULTS_ROWS = [
    Row("credit", all_seats(200)),
    Row("credit", all_seats(302), "post", data=credited),
    Row("credits", fay(200)),
    Row("who-agreed", fay(200)),
    Row("person-credit", fay(200), parts=ben_seat),
    Row("person-credit", fay(302), "post", ben_seat, credited),
    Row("comparison", fay(200)),
    Row("comparison-export", fay(200), "post"),
    Row("export", fay(200), parts=as_json),
    Row("export", fay(200), "post", as_json, lambda house: {"checked": "1"}),
    Row("export-note", fay(200), "post", as_json),
    Row("picture", fay(404), parts=lambda house: {"picture": "bullseye-1"}),
    Row("picture-preview", fay(404), parts=lambda house: {"picture": "bullseye-1"}),
    Row("picture", fay(404), "post", lambda house: {"picture": "bullseye-1"}, lambda house: {"kind": "svg"}),
    Row("person-full-data", fay(302), "post", fay_seat, lambda house: {"given": "yes", "confirmed": "1"}),
    Row("help", anybody(200), in_workshop=False),
    Row("guides", anybody(200), in_workshop=False),
    Row("guide", anybody(200), parts=lambda house: {"guide": "host"}, in_workshop=False),
    Row("chapter", anybody(200), parts=lambda house: {"guide": "host", "chapter": "mail"}, in_workshop=False),
    Row("promises", anybody(200), in_workshop=False),
    Row("privacy", anybody(200), in_workshop=False),
    Row("accessibility", anybody(200), in_workshop=False),
    Row("repetition", fay(200)),
    Row("repetition", fay(302), "post", data=again),
    Row("results", all_seats(200)),
]
