"""Two blank cards under one letter, on the web and in a file: both can stay, each with its own place."""

import pytest

from tests.filling import filled, pack_of
from tests.support import House, make_house
from tests.views.filled_pages import form_of, send, take, words_of, zones_of
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import save_blank
from workshop.actions.sort import place_card
from workshop.models import Mark, Workshop
from workshop.models.pack import own_pack

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("read_here")]


@pytest.fixture
def house() -> House:
    return make_house()


def in_file(house: House) -> dict[str, str]:
    """Return a file with a blank card A, sent in where the web has another one, as the form that shows it."""
    card = save_blank(house.ada, own_pack(house.ada).places[0].uid, 0, BlankWords("Web card"))
    place_card(house.ada, house.pack, card, "inner")
    said = {"B1": "File card", "D1": "Its meaning", "E1": "Outer circle", "G1": "1", "B2": "Another"}
    return form_of(send(house.ada, filled(pack_of(house.ada), said), house=house))


def key_of(form: dict[str, str]) -> str:
    return next(name for name, value in form.items() if value == "File card").removeprefix("title-")


def test_two_different_blank_cards_stay_two_cards_each_in_its_place(house: House) -> None:
    form = in_file(house)
    form |= {f"keep-{key_of(form)}": "two"}
    assert take(house.ada, form, house=house).status_code == 302
    assert words_of(house.ada) == {
        "B1": "Web card", "D1": "", "B2": "Another", "D2": "", "B3": "File card", "D3": "Its meaning",
    }  # fmt: skip
    assert zones_of(house.ada) == {"A": ("inner", ""), "C": ("outer", "")}
    assert Mark.objects.get(ballot__seat=house.ada, card__position=3).place == 1
    assert own_pack(house.ada).removed == []


def test_a_form_sent_twice_fills_no_third_card(house: House) -> None:
    form = in_file(house)
    form |= {f"keep-{(key := key_of(form))}": "two", f"order-{key}": ""}
    for named in ({}, {f"to-{key}": ""}):
        assert take(house.ada, form | named, house=house).status_code == 302
    assert [blank.saved["title"] for blank in own_pack(house.ada).blanks] == [
        "Web card",
        "Another",
        "File card",
    ]


def test_the_empty_card_that_the_page_named_is_not_written_over(house: House) -> None:
    form = in_file(house)
    form |= {f"keep-{(key := key_of(form))}": "two"}
    save_blank(house.ada, own_pack(house.ada).places[1].uid, 0, BlankWords("Meanwhile"))
    answer = take(house.ada, form, house=house)
    assert answer.status_code == 409
    again = form_of(answer)
    assert again[f"to-{key}"] != form[f"to-{key}"]
    again |= {f"keep-{key}": "two", f"keep-{form[f'to-{key}']}": "here"}
    assert take(house.ada, again, house=house).status_code == 302
    assert {blank.saved["title"] for blank in own_pack(house.ada).blanks} == {
        "Web card", "Another", "Meanwhile", "File card",
    }  # fmt: skip


def test_a_pack_without_cards_asks_for_no_place_among_them(house: House) -> None:
    house.workshop.cards.all().delete()
    answer = send(house.ada, filled(pack_of(house.ada), {"B1": "Mine"}), house=house)
    assert "What it does" not in answer.text
    assert "Where card A belongs" not in answer.text
    assert take(house.ada, form_of(answer), house=house).status_code == 302
    assert words_of(house.ada) == {"B1": "Mine", "D1": ""}


def test_without_an_empty_blank_card_they_cannot_both_stay_and_that_is_said(house: House) -> None:
    Workshop.objects.filter(pk=house.workshop.pk).update(blank_cards=2)
    answer = take(house.ada, (form := in_file(house)) | {f"keep-{key_of(form)}": "two"}, house=house)
    assert answer.status_code == 422
    assert "No blank card is empty" in answer.text
    assert "Keep both, as two cards" not in answer.text
    assert words_of(house.ada) == {"B1": "Web card", "D1": ""}


def test_joined_on_one_card_nothing_was_removed(house: House) -> None:
    form = in_file(house)
    assert take(house.ada, form | {f"keep-{key_of(form)}": "both"}, house=house).status_code == 302
    assert words_of(house.ada)["D1"] == "File card\n\nIts meaning"
    assert own_pack(house.ada).removed == []


def test_the_card_that_stays_lies_where_it_lay(house: House) -> None:
    form = in_file(house)
    assert take(house.ada, form | {f"keep-{key_of(form)}": "here"}, house=house).status_code == 302
    assert zones_of(house.ada) == {"A": ("inner", "")}


def test_a_reason_without_a_place_moves_nothing_and_the_page_says_so(house: House) -> None:
    place_card(house.ada, house.pack, house.cards[0], "inner")
    answer = send(house.ada, filled(pack_of(house.ada), {"W1": "cannot say", "W2": "nor here"}), house=house)
    assert "The file says something else" not in answer.text
    assert answer.text.count("The file says why this card is not placed, ") == 2
    form = form_of(answer) | {f"reason-{house.cards[1].uid}": ""}
    assert take(house.ada, form, house=house).status_code == 302
    assert zones_of(house.ada) == {"1": ("inner", "")}
    form = form_of(send(house.ada, filled(pack_of(house.ada), {"W1": "cannot say"}), house=house))
    take(house.ada, form | {f"zone-{house.cards[0].uid}": "unplaced"}, house=house)
    assert zones_of(house.ada) == {"1": ("unplaced", "cannot say")}


def test_what_is_over_the_limit_is_said_at_once_by_the_name_of_its_box(house: House) -> None:
    said = {"C2": "x" * 4001, "D1": "y" * 2002, "B1": "Mine"}
    answer = send(house.ada, filled(pack_of(house.ada), said), house=house)
    for status in (200, 422):
        assert answer.status_code == status
        assert "1 character over the limit of 4,000" in answer.text
        prompt, blank = house.workshop.prompts.get(card__number=2), own_pack(house.ada).places[0]
        assert f'<a href="#text-{prompt.uid}"><span dir="auto">Comment on card 2</span>' in answer.text
        assert (
            f'<a href="#summary-{blank.uid}"><span dir="auto">What blank card A means</span>' in answer.text
        )
        answer = take(house.ada, form_of(answer), house=house)
