"""What leaves of somebody who does not take part (any more), and how all other words may be quoted."""

import csv
import io
import json
import uuid

import pytest

from tests.rounds import exported, revealed
from tests.support import House, client_of, make_house
from tests.synthesis import blank_of, change, tied, undo, wanted
from tests.views.test_synthesis import at
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import remove_blank, save_blank
from workshop.actions.consent_items import retire_item
from workshop.actions.consents import answer_consents
from workshop.actions.people import remove_seat
from workshop.actions.proposals import make_proposal, propose_change, put_proposal
from workshop.actions.sort import place_card
from workshop.actions.stances import take_stance
from workshop.actions.ties import mark_start
from workshop.exports.csv_long import write_csv
from workshop.models import Proposal, Seat
from workshop.models.agreed_to import agreed_in
from workshop.models.consents import asked_of
from workshop.models.taking_part import taking_part

pytestmark = pytest.mark.django_db


def decline(seat: Seat, *keys: str) -> None:
    """Say no to these items (to all, without any), and yes to the rest."""
    answer_consents(
        seat, {str(item.uid): bool(keys) and item.key not in keys for item, _given in asked_of(seat)}
    )


def proposed(house: House) -> Proposal:
    """Let Ada propose to merge three cards, and give a reason for where she puts one."""
    place_card(house.ada, house.pack, house.cards[0], "outer", reason="A canary in the sort")
    form = wanted(house.workshop, "merge", house.cards[3:6], titles=["A canary"], reason="A canary, too")
    return put_proposal(house.fay, propose_change(house.ada, form, uid=uuid.uuid4()))


def rows(house: House, record: str) -> list[dict[str, str]]:
    """Return the lines of one kind as the long form has them."""
    lines = csv.DictReader(io.StringIO(write_csv(house.workshop).decode("utf-8-sig")))
    return [line for line in lines if line["record"] == record]


def test_no_words_of_a_proposal_leave_once_its_author_declines() -> None:
    house = make_house()
    proposed(house)
    revealed(house, house.pack)
    assert json.dumps(exported(house)).count("canary") == 3
    decline(house.ada)

    document = exported(house)

    assert "canary" not in json.dumps(document) + write_csv(house.workshop).decode()
    assert (document["proposals"][0]["seat"], document["proposals"][0]["state"]) == (None, "put")
    assert document["rounds"][0]["totals"][0]["outer"] == 1


def test_a_reason_that_went_into_a_change_goes_with_its_author_and_the_groups_card_stays() -> None:
    house = make_house()
    make_proposal(house.fay, proposed(house))
    decline(house.ada)

    document = exported(house)

    assert document["changes"][0]["reason"] == ""
    assert document["changes"][0]["seat"] == house.fay.pseudonym
    assert document["cards"][-1]["texts"][0]["title"] == "A canary"


@pytest.mark.parametrize(
    ("no_to", "quote"), [("", "named"), ("quote-named", "unnamed"), ("quote-named quote-unnamed", "none")]
)
def test_reasons_and_answers_say_how_they_may_be_quoted(no_to: str, quote: str) -> None:
    house = make_house()
    decline(house.ada, "nothing", *no_to.split())
    proposal = proposed(house)
    blank_of(house.ada)
    take_stance(house.ada, proposal, "no", "On second thoughts")
    make_proposal(house.fay, proposal)
    revealed(house, house.pack)

    document = exported(house)

    (asked,), (made,), (blank,) = (document["proposals"], document["changes"], document["cards"][-1:])
    ballot = document["rounds"][0]["ballots"][0]
    assert {each["quote"] for each in (asked, asked["answers"][0], made, blank, ballot)} == {quote}
    for record in ("answer to a proposal", "change", "answer", "blank card"):
        assert {line["quote"] for line in rows(house, record)} == {quote}


def put_away(house: House) -> None:
    """Take Ada's blank card up, link it, take it back, and let her rewrite it for herself and put it away."""
    blank = blank_of(house.ada)
    taken_up = change(house.fay, "adopt", [blank])
    tied(house.fay, 1, 7)
    undo(house.fay, taken_up)
    blank.refresh_from_db()
    save_blank(house.ada, blank.uid, blank.rev, BlankWords("A canary", "Nobody else has read this."))
    blank.refresh_from_db()
    remove_blank(house.ada, blank)


def test_a_card_that_was_taken_up_stays_in_the_export_though_its_author_puts_it_away() -> None:
    house = make_house()
    blank_of(house.others[0], "Only mine")
    remove_blank(house.others[0], house.others[0].blank_cards.get())
    put_away(house)

    document = exported(house)

    (card,) = [card for card in document["cards"] if card["number"] is None]
    assert (card["status"], card["proposer"]) == ("retired", house.ada.pseudonym)
    assert document["changes"][0]["results"] == [card["uid"]]
    (line,) = rows(house, "blank card")
    assert line["measure"] == "proposal, put away by its author"
    assert line["card_title"] == card["texts"][-1]["title"] == "Motivation vs lack of skills"
    assert "Only mine" not in str(document)
    assert "canary" not in str(document)


@pytest.mark.parametrize("declines", [False, True])
def test_a_link_to_a_card_that_was_taken_back_leaves_with_its_number_empty(declines: bool) -> None:
    house = make_house()
    put_away(house)
    if declines:
        decline(house.ada)

    (line,) = rows(house, "link between cards")

    assert (line["card"], line["value"], line["text"]) == ("1", "", "Feeds it")
    assert ("Motivation" in str(exported(house))) is not declines


def test_the_page_and_the_export_count_the_same_people_who_would_start_somewhere() -> None:
    house = make_house()
    for seat in house.leaders[:3]:
        mark_start(seat, house.cards[0], True)
    remove_seat(house.fay, house.others[0])
    decline(house.others[1])

    assert [each["count"] for each in exported(house)["starts"]] == [1]
    page = client_of(house.fay).get(at(house, "synthesis")).content.decode()
    assert "1 of 3 would start here" in page


def test_a_start_counts_again_once_its_author_takes_part_again() -> None:
    house = make_house()
    mark_start(house.ada, house.cards[0], True)
    decline(house.ada)
    assert exported(house)["starts"] == []
    decline(house.ada, "nothing")
    assert [each["count"] for each in exported(house)["starts"]] == [1]


def test_an_answer_to_what_is_asked_no_more_counts_for_nothing() -> None:
    house = make_house()
    decline(house.ada, "take-part")
    assert house.ada.pk in agreed_in(house.workshop).declined
    retire_item(house.fay, house.workshop.consent_items.get(key="take-part"))
    assert agreed_in(house.workshop).declined == set()
    assert house.ada in taking_part(house.workshop)
