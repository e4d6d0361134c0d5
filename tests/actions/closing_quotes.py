"""What the close does not end of quotes, credit and files: all of it, since papers are written afterwards."""

import uuid
from collections.abc import Callable

from tests.support import House
from workshop.actions.credits import save_credit
from workshop.actions.exports import note_beside
from workshop.actions.full_data import give_full_data
from workshop.actions.languages import choose_language
from workshop.actions.needs import save_needs
from workshop.actions.quotes import (
    answer_quote,
    edit_quote,
    export_unchecked,
    remove_quote,
    send_quote,
    write_quote,
)
from workshop.models import Quote, Seat
from workshop.models.credits import WantedCredit, credit_of
from workshop.models.needs import WantedNeeds, need_of
from workshop.models.quotable import Quotable, Source

Act = Callable[[House], object]


def source(house: House) -> Source:
    """What Ada said in the discussion."""
    return next(each for each in Quotable(house.workshop).sources if each.text == "Said")


def marked(house: House) -> Quote:
    return write_quote(house.fay, source(house), uid=uuid.uuid4(), text="Said", attribution="a leader")


def sent(house: House) -> None:
    send_quote(house.fay, marked(house), rev=1, until=None)


def quote() -> Quote:
    return Quote.objects.get()


def edited(house: House) -> object:
    return edit_quote(house.fay, quote(), rev=1, text="Said", attribution="a chair")


QUOTES: dict[str, tuple[Act, Act, Act | None]] = {
    "write_quote": (marked, lambda house: Quote.objects.exists(), None),
    "edit_quote": (edited, lambda house: quote().attribution == "a chair", marked),
    "send_quote": (sent, lambda house: Quote.objects.filter(state="asked").exists(), None),
    "export_unchecked": (
        lambda house: export_unchecked(house.fay, quote(), rev=1, wanted=True),
        lambda house: quote().unchecked,
        marked,
    ),
    "remove_quote": (
        lambda house: remove_quote(house.fay, quote()),
        lambda house: quote().removed_at,
        marked,
    ),
    "answer_quote": (
        lambda house: answer_quote(house.ada, quote(), state="accepted", words="", rev=2),
        lambda house: quote().is_checked,
        sent,
    ),
    "save_credit": (
        lambda house: save_credit(house.ada, WantedCredit("named", "Ada"), 0),
        lambda house: credit_of(house.ada).shown == "Ada",
        None,
    ),
    "save_needs": (
        lambda house: save_needs(house.ada, WantedNeeds(["larger_text"]), 0),
        lambda house: need_of(house.ada).larger_text,
        None,
    ),
    "choose_language": (
        lambda house: choose_language(house.ada, "cy"),
        lambda house: Seat.objects.get(pk=house.ada.pk).language == "cy",
        None,
    ),
    "give_full_data": (
        lambda house: give_full_data(house.fay, house.fay, given=True),
        lambda house: Seat.objects.get(pk=house.fay.pk).full_data,
        None,
    ),
    "note_beside": (
        lambda house: setattr(house, "note", note_beside(house.fay, "csv", reuse=False, left={})),
        lambda house: hasattr(house, "note"),
        None,
    ),
}
