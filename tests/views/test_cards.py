"""The cards of a pack: written, changed, put in order and removed before anybody is asked."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.setup import card_words
from tests.support import House, client_of, make_house
from workshop.actions.cards import MOST_CARDS, edit_card, write_card
from workshop.actions.facilitators import add_facilitator
from workshop.actions.rounds import open_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(pack_open=False)


def address(house: House, *parts: object) -> str:
    return "/".join([f"/w/{house.workshop.slug}/cards", *map(str, parts), ""])


def send(house: House, *parts: object, **sent: Any) -> Any:
    return client_of(house.fay).post(address(house, *parts), sent)


def titles(house: House) -> list[str]:
    return [card.title for card in house.cards]


def test_a_new_card_comes_last_with_its_own_box(house: House) -> None:
    answer = send(house, "new", **card_words(house, notes="Ask Kim"))
    assert answer.headers["Location"] == address(house)
    card = house.cards[-1]
    assert (card.number, card.title, card.words.notes) == (7, "Trust vs control", "Ask Kim")
    assert card.prompts.get().position == 7


def test_the_form_sent_twice_makes_one_card(house: House) -> None:
    sent = card_words(house)
    assert [send(house, "new", **sent).status_code for _ in range(2)] == [302, 302]
    assert send(house, "new", **{**sent, "title": "Other"}).status_code == 409
    assert titles(house).count("Trust vs control") == 1


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"title": " \x07\u202e "}, "This is empty. Write something, then save again."),
        ({"title": "x" * 201}, "1 character over the limit of 200"),
        ({"short_title": "x" * 41}, "1 character over the limit of 40"),
        ({"summary": "x" * 2001}, "1 character over the limit of 2,000"),
    ],
)
def test_words_that_cannot_be_kept_are_refused_and_stay_in_their_box(
    house: House, changed: dict[str, str], says: str
) -> None:
    answer = send(house, "new", **card_words(house, **changed))
    assert answer.status_code == 422
    assert says in answer.text
    assert next(iter(changed.values())).strip("\x07\u202e ") in answer.text
    assert changed.get("short_title", "Trust") in answer.text
    assert len(house.cards) == 6


def test_control_characters_are_cleaned_away(house: House) -> None:
    send(house, "new", **card_words(house, title="Trust\x00\u202e vs\ncontrol"))
    assert titles(house)[-1] == "Trust vs control"


def test_a_pack_holds_forty_cards_and_no_more(house: House) -> None:
    for n in range(7, MOST_CARDS + 1):
        write_card(house.fay, title=f"Card {n}")
    answer = send(house, "new", **card_words(house))
    assert answer.status_code == 422
    assert "at most 40 cards" in answer.text
    assert "Trust vs control" in answer.text
    assert len(house.cards) == MOST_CARDS


def test_a_card_is_changed_and_keeps_its_number(house: House) -> None:
    uid = house.cards[1].uid
    assert send(house, uid, **card_words(house)).status_code == 302
    card = house.cards[1]
    assert (card.uid, card.number, card.title, card.rev) == (uid, 2, "Trust vs control", 2)


def test_two_who_change_one_card_both_keep_their_words(house: House) -> None:
    card = house.cards[1]
    lee = add_facilitator(house.fay, email="lee@example.org", name="Lee").seat
    edit_card(lee, card, 1, title="Theirs first", summary="Their summary")
    answer = send(house, card.uid, **card_words(house, title="Mine second"))
    assert answer.status_code == 409
    for words in ("Theirs first", "Their summary", "Mine second", "Lee changed this card"):
        assert words in answer.text
    assert titles(house)[1] == "Theirs first"
    assert send(house, card.uid, **card_words(house, title="Mine second", rev=2)).status_code == 302
    assert titles(house)[1] == "Mine second"


def test_the_same_change_sent_twice_is_no_conflict(house: House) -> None:
    sent = card_words(house)
    assert [send(house, house.cards[0].uid, **sent).status_code for _ in range(2)] == [302, 302]
    assert house.cards[0].rev == 2


def test_cards_move_up_and_down_and_are_numbered_as_they_lie(house: House) -> None:
    first, second, third = titles(house)[:3]
    send(house, house.cards[2].uid, "position", position="1")
    assert titles(house)[:3] == [third, first, second]
    assert [card.number for card in house.cards] == [1, 2, 3, 4, 5, 6]
    assert [card.prompts.get().position for card in house.cards] == [1, 2, 3, 4, 5, 6]


def test_a_move_sent_twice_moves_once(house: House) -> None:
    uid, order = house.cards[4].uid, titles(house)
    for _ in range(2):
        send(house, uid, "position", position="2")
    assert titles(house) == [order[0], order[4], *order[1:4], order[5]]


@pytest.mark.parametrize("position", ["", "up", "-1", "99999999999", "²"])
def test_a_place_that_is_none_is_refused(house: House, position: str) -> None:
    order = titles(house)
    assert send(house, house.cards[1].uid, "position", position=position).status_code == 422
    assert titles(house) == order


def test_a_card_is_removed_when_somebody_is_sure_and_the_others_close_up(house: House) -> None:
    card, before = house.cards[1], titles(house)
    asked = send(house, card.uid, "removal")
    assert "Remove this card?" in asked.text
    assert titles(house) == before
    send(house, card.uid, "removal", confirmed="1")
    assert titles(house) == [before[0], *before[2:]]
    assert [each.number for each in house.cards] == [1, 2, 3, 4, 5]


def test_once_the_pack_is_open_the_words_stay_and_the_page_says_why(house: House) -> None:
    open_round(house.fay, house.pack)
    text, card, before = client_of(house.fay).get(address(house)).text, house.cards[0], titles(house)
    assert "The pack has been opened" in text
    assert "Take the pack back" in text
    assert address(house, "new") not in text
    answers = [
        send(house, "new", **card_words(house)),
        send(house, card.uid, **card_words(house, title="Changed after")),
        send(house, card.uid, "position", position="3"),
        send(house, card.uid, "removal", confirmed="1"),
    ]
    assert [answer.status_code for answer in answers] == [409] * 4
    assert "Changed after" in answers[1].text
    assert titles(house) == before


def test_a_pack_is_not_taken_back_once_somebody_wrote_in_it(house: House) -> None:
    open_round(house.fay, house.pack)
    house.workshop.remarks.create(seat=house.ada, prompt=house.cards[0].prompts.get(), body="Mine")
    assert "Take the pack back" not in client_of(house.fay).get(address(house)).text
    back = client_of(house.fay).post(f"/w/{house.workshop.slug}/rounds/1/draft/")
    assert back.status_code == 409
    assert house.workshop.remarks.get().body == "Mine"


def test_a_card_of_another_workshop_is_not_found(house: House) -> None:
    theirs = house.zoe.workshop.cards.first()
    assert theirs
    assert client_of(house.fay).get(address(house, theirs.uid)).status_code == 404
    assert send(house, theirs.uid, "removal", confirmed="1").status_code == 404


def test_notes_and_scripts_in_titles_are_shown_as_words(house: House) -> None:
    send(house, "new", **card_words(house, title="<script>alert(1)</script>", notes="<b>Hush</b>"))
    text = client_of(house.fay).get(address(house)).text
    assert "<script>alert" not in text
    assert "&lt;b&gt;Hush" in text


def test_the_list_costs_the_same_however_many_cards(
    house: House, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = client_of(house.fay)
    with django_assert_num_queries(7):
        client.get(address(house))
    for n in range(12):
        write_card(house.fay, title=f"Card {n}")
    with django_assert_num_queries(7):
        client.get(address(house))
