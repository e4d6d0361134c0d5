"""Quotes of words whose author nobody knows any more: settled at the close, and only ever made less."""

from typing import Any

import pytest

from tests.actions.test_quotes import answer, printed, say
from tests.quoting import SAID, asked, marked, source, spoken
from tests.rounds import exported
from tests.support import House, add_leader
from workshop.actions.consent_items import change_item, item_print
from workshop.actions.credits import save_credit
from workshop.actions.people import remove_seat
from workshop.actions.quotes import export_unchecked, send_quote
from workshop.actions.withdrawing import withdraw
from workshop.actions.workshops import close_workshop
from workshop.models import Forbidden, Quote, Remark, Seat
from workshop.models.credits import WantedCredit
from workshop.models.quotable import Quotable, attribution_for

pytestmark = pytest.mark.django_db
NOT_QUOTED = {"quote_named": False, "quote_unnamed": False}


@pytest.fixture
def house() -> House:
    """An unlinked workshop in which Ada said something, and Ben did."""
    house = spoken("unlinked")
    ben = house.others[0]
    Remark.objects.create(workshop=house.workshop, seat=ben, card=house.cards[1], body="So it is", rev=1)
    return house


def closed(house: House) -> None:
    close_workshop(house.fay)
    for seat in (house.fay, *house.leaders):
        seat.workshop.refresh_from_db()


def allowance(house: House) -> set[str]:
    """How words may be quoted, as the page and the file say."""
    quotable = Quotable(house.workshop)
    house.workshop.refresh_from_db()
    on_page = {quotable.allowance(each) for each in quotable.sources}
    return on_page | {each["quote"] for each in exported(house)["remarks"]}


def withdraws(house: House) -> None:
    withdraw(Seat.objects.get(pk=house.ada.pk))


def declines(house: House) -> None:
    say(house.ada, take_part=False, **NOT_QUOTED)


def says_no(house: House) -> None:
    say(house.ada, **NOT_QUOTED)


def is_removed(house: House) -> None:
    remove_seat(house.fay, house.ada)


def is_asked_anew(house: House) -> None:
    for item in house.workshop.consent_items.all():
        text = f"{item.text} Anew."
        change_item(house.fay, item, seen=item_print(item), text=text, required=item.required)


def test_where_all_agreed_words_of_nobody_are_quoted_unnamed_and_nobody_can_check_them(house: House) -> None:
    closed(house)
    assert allowance(house) == {"unnamed"}
    quote = marked(house, source(house).text)
    with pytest.raises(Forbidden):
        send_quote(house.fay, quote, rev=quote.rev, until=None)
    export_unchecked(house.fay, quote, rev=quote.rev, wanted=True)
    assert len(printed(house)) == 1


@pytest.mark.parametrize("no", [withdraws, declines, says_no])
def test_a_no_after_the_close_stops_every_quote_since_nobody_knows_whose_words_are_whose(
    house: House, no: Any
) -> None:
    answer(house, asked(house), "accepted")
    closed(house)
    quote = marked(house, source(house).text)
    export_unchecked(house.fay, quote, rev=quote.rev, wanted=True)
    assert len(printed(house)) == 2
    no(house)
    assert allowance(house) == {"none"}
    assert printed(house) == []


def test_who_said_no_is_not_quoted_however_they_go_after_the_close(house: House) -> None:
    says_no(house)
    closed(house)
    assert allowance(house) == {"none"}
    for goes in (is_removed, declines, withdraws):
        goes(house)
        assert allowance(house) == {"none"}


@pytest.mark.parametrize("before", [[says_no, is_removed], [is_asked_anew]])
def test_no_answer_and_a_no_of_who_was_removed_count_at_the_close(house: House, before: list[Any]) -> None:
    for each in before:
        each(house)
    closed(house)
    assert allowance(house) == {"none"}


def test_who_wrote_nothing_decides_nothing(house: House) -> None:
    say(house.others[1], **NOT_QUOTED)
    add_leader(house.fay, "Dot")
    closed(house)
    assert allowance(house) == {"unnamed"}


def test_what_was_accepted_by_the_close_goes_out_though_another_is_not_quoted(house: House) -> None:
    answer(house, asked(house), "accepted")
    say(house.others[0], **NOT_QUOTED)
    closed(house)
    assert (allowance(house), len(printed(house))) == ({"none"}, 1)


def test_an_agreement_taken_back_before_the_close_does_not_come_back_with_it(house: House) -> None:
    answer(house, asked(house), "accepted")
    says_no(house)
    assert printed(house) == []
    closed(house)
    assert printed(house) == []


def test_words_by_who_leads_bind_nobody(house: House) -> None:
    Remark.objects.create(workshop=house.workshop, seat=house.fay, card=house.cards[2], body="By Fay", rev=1)
    closed(house)
    assert allowance(house) == {"unnamed"}


@pytest.mark.parametrize(("promise", "begins"), [("named", "a chief"), ("hidden", "a participant")])
def test_an_attribution_begins_with_a_description_only_where_names_are_open(
    promise: str, begins: str
) -> None:
    house = spoken(promise)
    save_credit(house.ada, WantedCredit("role", role="a chief"), 0)
    assert attribution_for(source(house), "unnamed") == begins


@pytest.mark.parametrize("typed", ["a chief of two councils", "Words of A CHIEF of two councils"])
def test_no_description_of_a_credit_stays_beside_a_quote_after_the_close(house: House, typed: str) -> None:
    save_credit(house.ada, WantedCredit("role", role="a chief of two councils"), 0)
    answer(house, asked(house, attribution=typed), "accepted")
    assert printed(house)[0][1] == typed
    closed(house)
    assert printed(house)[0][1] == "a participant"


def test_a_quote_goes_with_the_words_of_who_declined(house: House) -> None:
    quote = asked(house)
    declines(house)
    closed(house)
    assert not Quote.objects.filter(pk=quote.pk).exists()
    assert not Remark.objects.filter(body=SAID).exists()
