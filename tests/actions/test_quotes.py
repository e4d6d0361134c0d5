"""Quotes: as their author allows, exactly as the speaker checked them, and gone with their words."""

import uuid

import pytest

from tests.quoting import SAID, asked, marked, source, spoken
from tests.rounds import exported
from tests.support import House
from workshop.actions.consents import answer_consents
from workshop.actions.quotes import (
    answer_quote,
    edit_quote,
    export_unchecked,
    remove_quote,
    write_quote,
)
from workshop.actions.taking_back import withdraw_remark
from workshop.actions.withdrawing import withdraw
from workshop.models import Closed, Forbidden, History, Invalid, Quote, Remark, Seat, Stale
from workshop.models.consents import asked_of
from workshop.models.quoted import asked_quotes

pytestmark = pytest.mark.django_db


def say(seat: Seat, **given: bool) -> None:
    """Let somebody say no to some items, by key with ``_`` for ``-``, and yes to the rest."""
    keys = {str(item.uid): given.get(item.key.replace("-", "_"), True) for item, _was in asked_of(seat)}
    answer_consents(seat, keys)


def answer(house: House, quote: Quote, state: str, words: str = "") -> None:
    answer_quote(house.ada, quote, state=state, words=words, rev=Quote.objects.get(pk=quote.pk).rev)


def printed(house: House) -> list[tuple[str, str, str]]:
    """The quotes that the file has."""
    return [(each["text"], each["attribution"], each["state"]) for each in exported(house)["quotes"]]


def test_a_quote_goes_out_once_its_speaker_accepted_it_and_not_before() -> None:
    house = spoken()
    quote = asked(house, "We share money […]. Power stays where it was.")
    assert printed(house) == []
    answer(house, quote, "accepted")
    assert printed(house) == [(quote.text, "a senior leader", "accepted")]


def test_the_words_that_the_speaker_put_are_those_that_go_out() -> None:
    house = spoken()
    quote = asked(house)
    answer(house, quote, "amended", "We share money and time.")
    assert printed(house) == [("We share money and time.", "a senior leader", "amended")]
    assert Remark.objects.get().body == SAID


def test_a_refused_quote_never_goes_out_and_the_words_stay_in_the_data() -> None:
    house = spoken()
    quote = asked(house)
    answer(house, quote, "refused")
    quote = Quote.objects.get()
    export_unchecked(house.fay, quote, rev=quote.rev, wanted=True)
    assert printed(house) == []
    assert exported(house)["remarks"][0]["body"] == SAID
    answer(house, quote, "accepted")
    assert len(printed(house)) == 1


def test_without_an_answer_it_goes_out_only_if_chosen_and_is_marked_so() -> None:
    house = spoken()
    quote = asked(house)
    export_unchecked(house.fay, quote, rev=quote.rev, wanted=True)
    assert printed(house) == [(SAID, "a senior leader", "not checked")]


def test_words_that_may_not_be_quoted_are_not_taken() -> None:
    house = spoken()
    say(house.ada, quote_named=False, quote_unnamed=False)
    with pytest.raises(Forbidden):
        marked(house)


def test_a_name_is_put_only_where_it_is_allowed() -> None:
    house = spoken()
    assert marked(house, attribution="Ada, chief executive").is_named
    say(house.ada, quote_named=False)
    with pytest.raises(Invalid):
        marked(house, attribution="ÁDA of the council")


def test_where_names_are_hidden_no_quote_names_its_speaker() -> None:
    house = spoken("hidden")
    with pytest.raises(Invalid):
        marked(house, attribution="Ada")


def test_an_agreement_that_is_taken_back_holds_at_once_for_what_was_accepted() -> None:
    house = spoken()
    quote = asked(house, attribution="Ada")
    answer(house, quote, "accepted")
    say(house.ada, quote_named=False)
    assert printed(house) == [(SAID, "a participant", "accepted")]
    say(house.ada, quote_named=False, quote_unnamed=False)
    assert printed(house) == []


@pytest.mark.parametrize("text", ["We share money and power.", "[…]", "Power stays. We share money"])
def test_a_quote_is_the_authors_words_shortened_at_most(text: str) -> None:
    house = spoken()
    with pytest.raises(Invalid):
        marked(house, text)


def test_a_change_after_the_check_has_to_be_checked_again() -> None:
    house = spoken()
    quote = asked(house)
    answer(house, quote, "accepted")
    quote = Quote.objects.get()
    words = {"text": "We share money", "attribution": "a senior leader"}
    edit_quote(house.fay, quote, rev=quote.rev, **words)
    assert printed(house) == []
    assert not asked_quotes(house.ada).exists()


def test_two_who_change_it_at_once_do_not_undo_each_other() -> None:
    house = spoken()
    quote = asked(house)
    answer(house, quote, "refused")
    words = {"text": "We share money", "attribution": "a leader"}
    with pytest.raises(Stale):
        edit_quote(house.fay, quote, rev=quote.rev, **words)
    with pytest.raises(Stale):
        answer_quote(house.ada, quote, state="accepted", words="", rev=quote.rev)


def test_it_is_taken_back_and_put_back_as_it_was() -> None:
    house = spoken()
    quote = asked(house)
    answer(house, quote, "accepted")
    remove_quote(house.fay, quote)
    assert (printed(house), asked_quotes(house.ada).count()) == ([], 0)
    with pytest.raises(Closed):
        answer(house, quote, "refused")
    remove_quote(house.fay, quote, removed=False)
    assert printed(house) == [(SAID, "a senior leader", "accepted")]


def test_marked_twice_by_one_form_it_is_one() -> None:
    house, uid = spoken(), uuid.uuid4()
    for _ in range(2):
        write_quote(house.fay, source(house), uid=uid, text=SAID, attribution="a leader")
    assert Quote.objects.count() == 1


@pytest.mark.parametrize("replied", [True, False])
def test_a_quote_is_erased_with_its_words_and_with_its_speaker(replied: bool) -> None:
    house = spoken()
    asked(house)
    if replied:
        said = Remark.objects.get()
        Remark.objects.create(
            workshop=house.workshop, seat=house.others[0], card=said.card, reply_to=said, body="So", rev=1
        )
    withdraw(house.ada)
    assert not Quote.objects.exists()


def test_a_comment_taken_back_takes_its_quotes_along() -> None:
    house = spoken()
    answer(house, asked(house), "accepted")
    withdraw_remark(house.ada, Remark.objects.get())
    assert not Quote.objects.exists()


def test_words_that_changed_since_go_out_only_as_checked() -> None:
    house = spoken()
    quote = asked(house)
    export_unchecked(house.fay, quote, rev=quote.rev, wanted=True)
    Remark.objects.update(body="Something else")
    assert printed(house) == []


def test_the_history_does_not_say_who_answered() -> None:
    house = spoken("hidden")
    answer(house, asked(house), "accepted")
    assert History.objects.get(verb="quote_answered").seat is None
