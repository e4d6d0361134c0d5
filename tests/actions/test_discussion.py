"""Comments in the discussion: said once, changed without loss, taken back for good."""

import uuid

import pytest

from tests.stagecraft import bring, put, say
from tests.support import House, make_house
from workshop.actions.discussion import edit_remark, post_remark
from workshop.actions.taking_back import withdraw_remark
from workshop.actions.workshops import close_workshop
from workshop.models import Card, Closed, Forbidden, Invalid, Remark, Seat, Stale, Version

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


@pytest.fixture
def card(house: House) -> Card:
    return bring(house)


def test_sending_the_same_comment_twice_says_it_once(house: House, card: Card) -> None:
    uid = uuid.uuid4()
    first = post_remark(house.ada, card, "Once.", uid=uid)
    again = post_remark(house.ada, card, "Once.", uid=uid)
    assert first == again
    assert Remark.objects.filter(card=card).count() == 1


def test_the_same_form_with_other_words_changes_nothing_and_is_refused(house: House, card: Card) -> None:
    uid = uuid.uuid4()
    post_remark(house.ada, card, "Once.", uid=uid)
    with pytest.raises(Stale):
        post_remark(house.ada, card, "Twice.", uid=uid)
    assert [remark.body for remark in Remark.objects.filter(card=card)] == ["Once."]


def test_a_replay_after_an_edit_still_finds_its_comment(house: House, card: Card) -> None:
    uid = uuid.uuid4()
    remark = post_remark(house.ada, card, "First words.", uid=uid)
    edit_remark(house.ada, remark, "Second words.", 1)
    assert post_remark(house.ada, card, "First words.", uid=uid).body == "Second words."


def test_the_form_of_another_seat_is_not_found(house: House, card: Card) -> None:
    uid = uuid.uuid4()
    post_remark(house.ada, card, "Mine.", uid=uid)
    with pytest.raises(Remark.DoesNotExist):
        post_remark(house.others[0], card, "Mine.", uid=uid)


def test_a_comment_remembers_the_step_it_was_made_at(house: House, card: Card) -> None:
    assert say(house, house.ada, card, "Here.").step == house.workshop.step


@pytest.mark.parametrize("body", ["", "  \n ", "x" * 4001])
def test_empty_and_over_long_comments_are_refused(house: House, card: Card, body: str) -> None:
    with pytest.raises(Invalid):
        say(house, house.ada, card, body)
    assert not Remark.objects.filter(card=card).exists()


def test_controls_and_lone_surrogates_are_cleaned_away(house: House, card: Card) -> None:
    assert say(house, house.ada, card, "a\x07b\ud800c\u202e").body == "abc"


def test_a_kind_that_is_none_is_refused(house: House, card: Card) -> None:
    with pytest.raises(Invalid):
        post_remark(house.ada, card, "Hm.", uid=uuid.uuid4(), kind="rant")


def test_replies_go_one_level_deep_and_stay_with_their_card(house: House, card: Card) -> None:
    first = say(house, house.ada, card, "First.")
    reply = say(house, house.others[0], card, "Reply.", reply_to=first)
    with pytest.raises(Invalid):
        say(house, house.ada, card, "Deeper.", reply_to=reply)
    with pytest.raises(Invalid):
        say(house, house.ada, house.cards[0], "Elsewhere.", reply_to=first)


def test_an_observer_has_no_voice(house: House, card: Card) -> None:
    Seat.objects.filter(pk=house.ada.pk).update(role=Seat.Role.OBSERVER)
    with pytest.raises(Forbidden):
        say(house, Seat.objects.get(pk=house.ada.pk), card, "Psst.")


def test_a_late_comment_on_a_card_that_was_merged_is_kept_with_it(house: House, card: Card) -> None:
    Card.objects.filter(pk=card.pk).update(status=Card.Status.MERGED)
    card.refresh_from_db()
    assert say(house, house.ada, card, "Late.").card == card


def test_before_the_beginning_and_after_the_close_nothing_is_said(house: House) -> None:
    with pytest.raises(Closed):
        say(house, house.ada, house.cards[0], "Early.")
    put(house, "welcome")
    remark = say(house, house.ada, house.cards[0], "In time.")
    close_workshop(house.fay)
    with pytest.raises(Closed):
        say(house, house.ada, house.cards[0], "Late.")
    with pytest.raises(Closed):
        edit_remark(house.ada, remark, "Later.", 1)


def test_an_edit_keeps_what_was_said_before(house: House, card: Card) -> None:
    remark = say(house, house.ada, card, "First.")
    assert edit_remark(house.ada, remark, "Second.", 1).rev == 2
    assert [version.body for version in remark.versions.all()] == ["First."]


def test_an_edit_of_an_old_rev_is_refused_with_what_stands_there(house: House, card: Card) -> None:
    remark = say(house, house.ada, card, "First.")
    edit_remark(house.ada, remark, "Second.", 1)
    with pytest.raises(Stale) as stale:
        edit_remark(house.ada, remark, "Third.", 1)
    assert stale.value.data == {"theirs": "Second.", "rev": 2}


def test_a_withdrawn_comment_leaves_no_word_behind(house: House, card: Card) -> None:
    remark = say(house, house.ada, card, "Regretted.")
    edit_remark(house.ada, remark, "Regretted still.", 1)
    withdraw_remark(house.ada, remark)
    withdraw_remark(house.ada, remark)
    remark.refresh_from_db()
    assert (remark.body, Version.objects.filter(remark=remark).count()) == ("", 0)
    with pytest.raises(Closed):
        edit_remark(house.ada, remark, "Back.", remark.rev)


def test_history_holds_no_words(house: House, card: Card) -> None:
    say(house, house.ada, card, "CANARYWORD")
    assert "CANARY" not in str(list(house.workshop.history.values()))
