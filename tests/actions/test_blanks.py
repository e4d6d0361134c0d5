"""Blank cards: a leader's own, drafts until they have a title, never lost and never more than there are."""

import uuid

import pytest

from tests.support import House, make_house
from workshop.actions.blank_words import BlankWords, words_of
from workshop.actions.blanks import remove_blank, restore_blank, save_blank
from workshop.actions.copies import choose_copy
from workshop.actions.rounds import close_round
from workshop.models import Card, CardText, Closed, Invalid, Seat, Stale
from workshop.models.pack import own_pack

pytestmark = pytest.mark.django_db
WORDS = BlankWords("Motivation vs lack of skills", "Few of us were ever taught how.")


def places(seat: Seat) -> list[uuid.UUID]:
    """The uids of the places for blank cards that this seat has left."""
    return [place.uid for place in own_pack(Seat.objects.get(pk=seat.pk)).places]


def filled(house: House, words: BlankWords = WORDS) -> Card:
    """A blank card that Ada filled in."""
    return save_blank(house.ada, places(house.ada)[0], 0, words)


def conflict(house: House) -> tuple[Card, Card]:
    """Ada changes a blank card in two places at once; return the card and the copy."""
    card = filled(house)
    with pytest.raises(Stale) as stale:
        save_blank(house.ada, card.uid, 0, BlankWords("Skills", "Nobody taught us."))
    return card, Card.objects.get(uid=str(stale.value.data["copy"]))


def test_a_blank_card_is_a_proposal_with_a_letter_and_no_number() -> None:
    house = make_house()
    card = filled(house)
    assert (card.status, card.number, card.label, card.rev) == ("proposed", None, "A", 1)
    assert words_of(card) == WORDS


def test_a_place_has_the_same_uid_after_a_reload_and_another_for_each_seat() -> None:
    house = make_house()
    assert places(house.ada) == places(house.ada)
    assert len({*places(house.ada), *places(house.others[0])}) == 12


def test_the_same_card_sent_twice_is_one_card() -> None:
    house = make_house()
    uid = places(house.ada)[0]
    first, again = (save_blank(house.ada, uid, 0, WORDS) for _n in range(2))
    assert (again.pk, again.rev) == (first.pk, 1)


def test_nothing_typed_makes_no_card() -> None:
    house = make_house()
    assert save_blank(house.ada, places(house.ada)[0], 0, BlankWords("  ", "")).rev == 0
    assert not Card.objects.filter(proposer=house.ada).exists()


def test_letters_follow_the_places_and_a_removed_card_frees_its_own() -> None:
    house = make_house()
    one, two, three = places(house.ada)[:3]
    second, first = save_blank(house.ada, two, 0, WORDS), save_blank(house.ada, one, 0, WORDS)
    assert (first.label, second.label) == ("A", "B")
    remove_blank(house.ada, first)
    assert save_blank(house.ada, three, 0, WORDS).label == "A"
    assert restore_blank(house.ada, first).label == "C"


def test_a_card_without_a_title_is_kept_but_not_proposed() -> None:
    house = make_house()
    filled(house, BlankWords("", "Only a thought"))
    pack = own_pack(house.ada)
    assert (len(pack.blanks), pack.proposed, pack.to_place) == (1, 0, 6)


def test_a_change_keeps_one_row_of_words() -> None:
    house = make_house()
    card = filled(house)
    changed = save_blank(house.ada, card.uid, 1, BlankWords("New", "", str(house.cards[2].uid)))
    assert (changed.rev, changed.rephrases) == (2, house.cards[2])
    assert CardText.objects.filter(card=card).count() == 1


def test_there_are_only_so_many() -> None:
    house = make_house(blank_cards=2)
    spare = uuid.uuid4()
    for uid in places(house.ada):
        save_blank(house.ada, uid, 0, WORDS)
    with pytest.raises(Invalid, match="all 2 of your blank cards"):
        save_blank(house.ada, spare, 0, WORDS)
    assert Card.objects.filter(proposer=house.ada).count() == 2


def test_somebody_elses_uid_is_not_found() -> None:
    house = make_house()
    card = filled(house)
    for uid in (card.uid, house.cards[0].uid):
        with pytest.raises(Card.DoesNotExist):
            save_blank(house.others[0], uid, 1, BlankWords("Mine now"))
    assert words_of(Card.objects.get(pk=card.pk)) == WORDS


@pytest.mark.parametrize("uid", ["nonsense", "01f1014d-2f23-4598-8500-d09beee6d958"])
def test_a_card_to_rephrase_must_be_on_the_table(uid: str) -> None:
    house = make_house()
    with pytest.raises(Invalid, match="not on the table"):
        filled(house, BlankWords("New", "", uid))
    assert not Card.objects.filter(proposer=house.ada).exists()


def test_what_it_rephrases_may_leave_the_table_without_stopping_its_words() -> None:
    house = make_house()
    target = house.cards[0]
    card = filled(house, BlankWords("New", "", str(target.uid)))
    Card.objects.filter(pk=target.pk).update(status=Card.Status.MERGED)
    assert save_blank(house.ada, card.uid, 1, BlankWords("Newer", "", str(target.uid))).rev == 2


@pytest.mark.parametrize(
    ("words", "field"), [(BlankWords("x" * 201), "title"), (BlankWords("x", "y" * 2001), "summary")]
)
def test_words_over_the_limit_are_refused_by_field(words: BlankWords, field: str) -> None:
    house = make_house()
    with pytest.raises(Invalid) as refusal:
        filled(house, words)
    assert refusal.value.data["field"] == field


def test_two_places_at_once_lose_no_word() -> None:
    house = make_house()
    card, copy = conflict(house)
    assert words_of(card) == WORDS
    assert (copy.status, copy.title) == ("retired", "Skills")
    assert [copy] == own_pack(house.ada).blanks[0].copies


def test_a_choice_between_copies_is_made_once_and_loses_no_word() -> None:
    house = make_house()
    card, copy = conflict(house)
    for _again in range(2):
        assert choose_copy(house.ada, card, copy, "mine", 1).title == "Skills"
    assert [each.title for each in own_pack(house.ada).removed] == [WORDS.title]


def test_a_choice_on_words_that_have_changed_since_decides_nothing() -> None:
    house = make_house()
    card, copy = conflict(house)
    save_blank(house.ada, card.uid, 1, BlankWords(WORDS.title, "And more, in a third window."))
    with pytest.raises(Stale) as refusal:
        choose_copy(house.ada, card, copy, "mine", 1)
    assert (refusal.value.data["rev"], refusal.value.data["mine"]) == (2, "Skills\n\nNobody taught us.")
    assert own_pack(house.ada).blanks[0].words["summary"] == "And more, in a third window."
    assert choose_copy(house.ada, card, copy, "mine", 2).title == "Skills"


def test_both_copies_are_kept_one_below_the_other() -> None:
    house = make_house()
    card, copy = conflict(house)
    both = words_of(choose_copy(house.ada, card, copy, "both", 1))
    assert both == BlankWords(WORDS.title, f"{WORDS.summary}\n\nSkills\n\nNobody taught us.")


def test_a_removed_card_comes_back_with_its_words() -> None:
    house = make_house()
    card = filled(house)
    for _again in range(2):
        remove_blank(house.ada, card)
    pack = own_pack(house.ada)
    assert (pack.blanks, [each.title for each in pack.removed]) == ([], [WORDS.title])
    assert words_of(restore_blank(house.ada, card)) == WORDS


def test_a_card_that_was_removed_or_taken_up_cannot_be_written_on() -> None:
    house = make_house()
    card = filled(house)
    remove_blank(house.ada, card)
    with pytest.raises(Closed, match="removed this card"):
        save_blank(house.ada, card.uid, 1, BlankWords("New"))
    Card.objects.filter(pk=card.pk).update(status=Card.Status.LIVE, number=7)
    with pytest.raises(Closed, match="taken this card up"):
        save_blank(house.ada, card.uid, 1, BlankWords("New"))


def test_nothing_changes_after_the_close() -> None:
    house = make_house()
    card = filled(house)
    close_round(house.fay, house.pack)
    with pytest.raises(Closed, match="pack closed"):
        save_blank(house.ada, card.uid, 1, BlankWords("New"))
    for change in (remove_blank, restore_blank):
        with pytest.raises(Closed, match="pack closed"):
            change(house.ada, card)
