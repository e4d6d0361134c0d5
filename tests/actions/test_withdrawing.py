"""A person who withdraws leaves no word and no name behind, in any table; what the group took up stays."""

import pytest
from django.conf import settings

from tests.support import add_leader, make_house
from tests.synthesis import blank_of, change, undo
from tests.withdrawing import EMAIL, NAME, WORD, full_house, holding
from workshop.actions.agreed import say_assent, write_text
from workshop.actions.links import mint_link
from workshop.actions.people import restore_seat
from workshop.actions.withdrawing import withdraw
from workshop.models import Assent, Card, Closed, Forbidden, History, Link, Person, Proposal, Remark, Seat
from workshop.models.lineage import lineage_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("promise", ["named", "hidden", "unlinked"])
def test_nothing_of_the_person_is_left_in_any_table(promise: str) -> None:
    house = full_house(promise)
    assert len(set(holding(WORD))) > 12
    mint_link(house.fay, house.ada)
    assert withdraw(house.ada)
    assert [holding(each) for each in (WORD, NAME, EMAIL)] == [[], [], []]
    assert not Link.objects.filter(seat__uid=house.ada.uid).exists()
    assert not Seat.objects.filter(pk=house.ada.pk).exists()  # nothing of hers can name her any more


def test_a_shell_stays_with_the_pseudonym_that_nobody_gets_again() -> None:
    house = make_house()
    withdraw(house.others[-1])
    shell = Seat.objects.get(uid=house.others[-1].uid)
    assert (shell.person, shell.name) == (None, house.others[-1].pseudonym)
    assert None not in (shell.removed_at, shell.withdrawn_at)
    with pytest.raises(Closed, match="withdrawn"):
        restore_seat(house.fay, shell)


def test_replies_of_others_stay_under_what_was_taken_back() -> None:
    house = full_house()
    replies = Remark.objects.exclude(reply_to=None)
    before = {reply.pk: reply.reply_to_id for reply in replies}
    withdraw(house.ada)
    assert {reply.pk: reply.reply_to_id for reply in replies.all()} == before
    assert all(reply.reply_to and reply.reply_to.withdrawn_at for reply in replies)
    assert Remark.objects.filter(withdrawn_at=None, seat=house.others[0]).count() == 3


def test_the_chair_goes_to_a_facilitator() -> None:
    house = full_house()
    assert house.workshop.chair == house.ada
    withdraw(house.ada)
    house.workshop.refresh_from_db()
    assert house.workshop.chair == house.fay


def test_withdrawing_twice_changes_nothing() -> None:
    house = full_house()
    withdraw(house.ada)
    lines, done = settings.ERASURES_FILE.read_bytes(), History.objects.count()
    assert not withdraw(house.ada)
    assert not withdraw(Seat.objects.get(uid=house.ada.uid))
    assert (settings.ERASURES_FILE.read_bytes(), History.objects.count()) == (lines, done)


def test_a_facilitator_records_it_for_somebody_and_not_for_another_workshop() -> None:
    house = make_house()
    with pytest.raises(Forbidden):
        withdraw(house.ada, house.zoe)
    with pytest.raises(Forbidden):
        withdraw(house.ada, house.others[0])
    with pytest.raises(Forbidden, match="facilitator"):
        withdraw(house.fay)
    assert withdraw(house.ada, house.fay)
    assert house.workshop.history.filter(verb="seat_withdrawn").get().seat == house.fay


def test_a_person_with_another_seat_keeps_that_one() -> None:
    house = make_house()
    other = Seat.objects.create(workshop=house.workshop, person=house.ada.person, pseudonym="P99")
    withdraw(house.ada)
    other.refresh_from_db()
    assert other.name == "Ada"
    withdraw(other)
    assert not Person.objects.filter(name="Ada").exists()


def test_a_card_that_the_group_took_up_stays_with_its_lineage_and_without_its_author() -> None:
    house = make_house()
    card = blank_of(house.ada, "Ours by now")
    change(house.fay, "adopt", [card])
    before = lineage_of(house.workshop)
    withdraw(house.ada)
    card = Card.objects.get(pk=card.pk)
    assert (card.title, card.proposer, card.words.seat) == ("Ours by now", None, None)
    assert lineage_of(house.workshop).sources == before.sources
    assert house.workshop.changes.count() == 1


def test_a_card_that_was_taken_back_keeps_its_place_and_loses_its_words() -> None:
    house = make_house()
    card = blank_of(house.ada, f"Once {WORD}")
    undo(house.fay, change(house.fay, "adopt", [card]))
    withdraw(house.ada)
    assert holding(WORD) == []
    assert Card.objects.get(pk=card.pk).title == "Taken back by its author"


def test_a_text_that_nobody_else_answered_to_goes_back_to_the_words_of_the_others() -> None:
    house = full_house()
    withdraw(house.ada)
    text = Remark.objects.get(prompt__kind="agreed")
    assert text.body == "Ben's text"
    assert text.versions.get(rev=text.rev).seat == house.others[0]


def test_a_text_that_others_agreed_to_is_the_groups_and_stays() -> None:
    house = full_house()
    question = house.workshop.prompts.get(kind="open")
    text = Remark.objects.get(prompt__kind="agreed")
    write_text(house.ada, question, "The group's words", text.rev)
    say_assent(house.others[0], question, "agree", "", text.rev + 1)
    withdraw(house.ada)
    text.refresh_from_db()
    assert text.body == "The group's words"
    assert Assent.objects.count() == 1
    assert not text.versions.filter(seat__uid=house.ada.uid).exists()


def test_a_proposal_that_others_answered_keeps_their_words_and_is_dropped() -> None:
    house = full_house()
    withdraw(house.ada)
    dropped = Proposal.objects.get(state="dropped")
    assert (dropped.reason, dropped.seat, dropped.texts.count()) == ("", None, 0)
    assert [each.why for each in dropped.stances.all()] == ["Ben is fine"]
    assert Proposal.objects.get(state="made").changes.get().reason == ""


def test_who_joins_later_gets_another_pseudonym() -> None:
    from workshop.actions.people import next_number

    house = make_house(2)
    newest = add_leader(house.fay, "Gil")
    withdraw(newest)
    number = next_number(house.workshop, "participant")
    assert number > int(newest.pseudonym[1:])
