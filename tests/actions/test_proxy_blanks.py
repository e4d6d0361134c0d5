"""Blank cards and the order within a circle that a facilitator enters for somebody: theirs, and marked."""

import csv
import io

import pytest

from tests.rounds import exported
from tests.support import House, add_leader, make_house
from workshop.actions.blank_words import BlankWords, words_of
from workshop.actions.blanks import restore_blank, save_blank
from workshop.actions.people import remove_seat
from workshop.actions.proxy import fill_for
from workshop.actions.proxy_order import order_for
from workshop.actions.proxy_sort import place_for
from workshop.actions.rounds import close_round
from workshop.actions.sort import Row, place_card
from workshop.exports.csv_long import write_csv
from workshop.models import Card, Closed, Forbidden, Invalid, Mark, Seat, Stale
from workshop.models.pack import own_pack

pytestmark = pytest.mark.django_db
WORDS = BlankWords("Skills", "Nobody taught us.")
OTHER = BlankWords("Time", "")


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def fill(house: House, words: BlankWords = WORDS, *, rev: int = 0) -> Card:
    """Let Fay fill in Ada's first blank card, or say something else on it."""
    known = Card.objects.filter(proposer=house.ada, status="proposed").first()
    uid = known.uid if known else own_pack(Seat.objects.get(pk=house.ada.pk)).places[0].uid
    return fill_for(house.fay, house.ada, uid, rev, words)


def place(house: House, card: Card, zone: str = "inner") -> None:
    """Let Fay enter for Ada where a card lies."""
    place_for(house.fay, house.ada, house.pack, [Row(card, (zone, ""), ("", ""))], replaces=[card])


def order(house: House) -> list[tuple[int | None, bool]]:
    """Return the cards of Ada's inner circle by their place, and whether each is marked as entered."""
    marks = Mark.objects.filter(ballot__seat=house.ada, zone="inner", place__isnull=False)
    return [(mark.card.number, mark.proxy_id is not None) for mark in marks.order_by("place")]


def removed(house: House) -> list[Card]:
    """Return Ada's removed cards."""
    return own_pack(Seat.objects.get(pk=house.ada.pk)).removed


def test_a_blank_card_is_theirs_marked_and_filled_in_once(house: House) -> None:
    first = fill(house)
    again = fill(house)
    assert (again.pk, again.rev, again.proposer, again.status) == (first.pk, 1, house.ada, "proposed")
    assert again.words.proxy == house.fay
    assert house.workshop.history.filter(verb="blank_entered", seat=house.fay).count() == 1
    assert save_blank(house.ada, first.uid, 1, OTHER).words.proxy is None


def test_what_they_wrote_themselves_is_kept_and_can_be_put_back(house: House) -> None:
    mine = save_blank(house.ada, own_pack(house.ada).places[0].uid, 0, WORDS)
    changed = fill(house, OTHER, rev=mine.rev)
    assert (changed.pk, changed.title) == (mine.pk, "Time")
    [kept] = removed(house)
    assert (words_of(kept), kept.words.proxy) == (WORDS, None)
    fill(house, BlankWords("Money"), rev=changed.rev)
    assert len(removed(house)) == 1
    assert restore_blank(house.ada, kept).title == "Skills"


def test_a_blank_card_changed_meanwhile_keeps_both(house: House) -> None:
    mine = save_blank(house.ada, own_pack(house.ada).places[0].uid, 0, WORDS)
    with pytest.raises(Stale) as stale:
        fill(house, OTHER)
    copy = Card.objects.get(uid=str(stale.value.data["copy"]))
    assert (words_of(copy), copy.words.proxy) == (OTHER, house.fay)
    assert Card.objects.get(pk=mine.pk).title == "Skills"


def test_nothing_is_entered_without_consent_for_a_removed_seat_or_in_a_closed_pack(house: House) -> None:
    gil = add_leader(house.fay, "Gil")
    with pytest.raises(Forbidden, match="agrees to"):
        fill_for(house.fay, gil, own_pack(gil).places[0].uid, 0, WORDS)
    with pytest.raises(Forbidden):
        order_for(house.fay, gil, house.pack, {"inner": []})
    stale, ben = Seat.objects.get(pk=house.ada.pk), house.others[0]
    places = {seat: own_pack(seat).places[0].uid for seat in (stale, ben)}
    remove_seat(house.fay, house.ada)
    with pytest.raises(Closed):
        fill_for(house.fay, stale, places[stale], 0, WORDS)
    close_round(house.fay, house.pack)
    with pytest.raises(Closed):
        fill_for(house.fay, ben, places[ben], 0, WORDS)
    with pytest.raises(Closed):
        order_for(house.fay, ben, house.pack, {"inner": []})


def test_a_circle_is_put_in_order_once_and_made_equal_again(house: House) -> None:
    one, two, three = house.cards[:3]
    for card in (one, two, three):
        place(house, card)
    assert order_for(house.fay, house.ada, house.pack, {"inner": [three, one, two]})
    assert not order_for(house.fay, house.ada, house.pack, {"inner": [three, one, two]})
    assert order(house) == [(3, True), (1, True), (2, True)]
    with pytest.raises(Stale):
        order_for(house.fay, house.ada, house.pack, {"inner": [three, one]})
    assert order_for(house.fay, house.ada, house.pack, {"inner": []})
    assert order(house) == []


def test_an_order_is_neither_over_nor_telling_where_they_put_cards(house: House) -> None:
    one, two = house.cards[:2]
    place_card(house.ada, house.pack, one, "outer", place=1)
    place(house, two)
    with pytest.raises(Invalid, match="places in this sort that you did not enter"):
        order_for(house.fay, house.ada, house.pack, {"inner": [two]})
    assert order(house) == []
    assert house.workshop.history.filter(verb="answer_met", seat=house.fay).count() == 1
    place(house, one)
    order_for(house.fay, house.ada, house.pack, {"inner": [two, one]})
    assert order(house) == [(2, True), (1, True)]


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_the_files_say_who_entered_a_blank_card_where_they_say_whose_it_is(promise: str) -> None:
    house = make_house(leaders=3, promise=promise)
    card = fill(house)
    fay = house.fay.pseudonym if promise == "named" else None
    [found] = [each for each in exported(house)["cards"] if each["uid"] == str(card.uid)]
    assert found["texts"][0]["entered_by"] == fay
    rows = csv.DictReader(io.StringIO(write_csv(house.workshop).decode("utf-8-sig"), newline=""))
    line = next(row for row in rows if "Nobody taught" in row["text"])
    assert line["entered_by"] == (house.fay.pseudonym if promise == "named" else "")
    verbs = [row["verb"] for row in exported(house)["history"]]
    assert ("blank_entered" in verbs) == (promise == "named")
