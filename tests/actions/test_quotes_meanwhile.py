"""Words that went, or whose author was forgotten, between the look and the press."""

import uuid
from collections.abc import Callable

import pytest

from tests.quoting import SAID, asked, marked, source, spoken
from tests.support import House
from workshop.actions.quotes import (
    answer_quote,
    edit_quote,
    export_unchecked,
    remove_quote,
    send_quote,
    write_quote,
)
from workshop.actions.taking_back import withdraw_remark
from workshop.actions.withdrawing import withdraw
from workshop.actions.workshops import close_workshop
from workshop.models import Closed, Quote, Remark, Seat

pytestmark = pytest.mark.django_db
WORDS = {"text": SAID, "attribution": "a leader"}


def taken_back(house: House) -> None:
    withdraw_remark(house.ada, Remark.objects.get(body=SAID))


def withdrawn(house: House) -> None:
    withdraw(Seat.objects.get(pk=house.ada.pk))


@pytest.mark.parametrize("goes", [taken_back, withdrawn])
def test_a_comment_that_was_taken_back_meanwhile_is_not_quoted(goes: Callable[[House], None]) -> None:
    house = spoken()
    before = source(house)
    goes(house)
    with pytest.raises(Closed):
        write_quote(house.fay, before, uid=uuid.uuid4(), **WORDS)
    assert not Quote.objects.exists()


def test_after_a_close_that_dealt_the_rows_anew_a_quote_hangs_on_the_words_it_is_of() -> None:
    house = spoken("unlinked")
    for n in range(12):
        Remark.objects.create(workshop=house.workshop, seat=house.ada, card=house.cards[0], body=f"No {n}")
    before = source(house)
    close_workshop(house.fay)
    write_quote(house.fay, before, uid=uuid.uuid4(), text=before.text, attribution="a leader")
    assert Remark.objects.get(quotes__isnull=False).body == before.text


@pytest.mark.parametrize(
    "act",
    [
        lambda house, quote: edit_quote(house.fay, quote, rev=quote.rev, **WORDS),
        lambda house, quote: send_quote(house.fay, quote, rev=quote.rev, until=None),
        lambda house, quote: export_unchecked(house.fay, quote, rev=quote.rev, wanted=True),
        lambda house, quote: remove_quote(house.fay, quote),
        lambda house, quote: answer_quote(house.ada, quote, state="accepted", words="", rev=quote.rev),
    ],
)
def test_a_quote_that_went_with_its_words_is_refused_in_plain_words(
    act: Callable[[House, Quote], object],
) -> None:
    house = spoken()
    quote = asked(house)
    taken_back(house)
    with pytest.raises(Closed):
        act(house, quote)


def test_who_is_known_no_more_as_the_speaker_answers_no_quote() -> None:
    house = spoken("unlinked")
    quote = asked(house)
    close_workshop(house.fay)
    with pytest.raises(Closed):
        answer_quote(house.ada, quote, state="accepted", words="", rev=quote.rev)
    assert Quote.objects.get().state == "asked"


def test_a_quote_of_words_that_stand_is_written_after_the_close() -> None:
    house = spoken("unlinked")
    close_workshop(house.fay)
    assert marked(house).text == SAID
