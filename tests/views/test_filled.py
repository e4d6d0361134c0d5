"""A filled Word file is shown as it was understood, corrected, and taken: all of it, or nothing."""

import pytest
from django.utils import timezone

from tests.filling import filled, pack_of, said
from tests.prompts import prompted, prompts
from tests.support import House, client_of, make_house
from tests.views.filled_pages import at, everything_is_in, form_of, send, take, words_of, zones_of
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import save_blank
from workshop.actions.prompts import place_prompt
from workshop.actions.remarks import save_remark
from workshop.actions.rounds import open_round
from workshop.actions.sort import place_card
from workshop.models import Mark, Remark, Round, Version
from workshop.models.pack import own_pack

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("read_here")]


@pytest.fixture
def house() -> House:
    return make_house()


def test_what_was_filled_in_is_shown_first_and_saved_when_its_person_says_so(house: House) -> None:
    answer = send(house.ada, filled(pack_of(house.ada), said()), house=house)
    assert "This is what we understood" in answer.text
    assert words_of(house.ada) == {}
    answer = take(house.ada, form_of(answer), house=house)
    assert answer.url.endswith("/pack/")
    everything_is_in(house.ada)
    assert not Remark.objects.filter(proxy__isnull=False).exists()


def test_a_facilitator_enters_the_file_of_somebody_and_all_of_it_is_marked_so(house: House) -> None:
    content = filled(pack_of(house.ada, house.fay), said())
    answer = send(house.fay, content, house=house, whose=house.ada)
    answer = take(house.fay, form_of(answer), house=house, whose=house.ada)
    assert answer.url.endswith(f"/people/{house.ada.uid}/proxy/")
    everything_is_in(house.ada)
    assert set(Remark.objects.values_list("proxy", flat=True)) == {house.fay.pk}
    assert set(Mark.objects.values_list("proxy", flat=True)) == {house.fay.pk}
    assert own_pack(house.ada).blanks[0].is_entered


def test_what_was_corrected_on_the_page_is_what_is_saved(house: House) -> None:
    form = form_of(send(house.ada, filled(pack_of(house.ada), {"C1": "mistyped"}), house=house))
    [name] = [name for name, value in form.items() if value == "mistyped"]
    take(house.ada, form | {name: "put right"}, house=house)
    assert words_of(house.ada) == {"C1": "put right"}


def test_words_that_are_here_stay_until_their_person_chooses_and_nothing_is_lost(house: House) -> None:
    prompt = house.workshop.prompts.get(card__number=1)
    save_remark(house.ada, prompt, "on the web", 0)
    place_card(house.ada, house.pack, house.cards[0], "outer")
    blank = own_pack(house.ada).places[0].uid
    save_blank(house.ada, blank, 0, BlankWords("Web card"))
    content = filled(pack_of(house.ada), {})
    assert "which should stay" not in send(house.ada, content, house=house).text
    content = filled(pack_of(house.ada), {"C1": "in the file", "P1": "Inner circle", "B1": "File card"})
    form = form_of(answer := send(house.ada, content, house=house))
    assert answer.text.count("which should stay") == 3
    answer = take(house.ada, form, house=house)
    # at each place, and in the list at the head of the page
    assert (answer.status_code, answer.text.count("Choose which to keep")) == (422, 6)
    assert words_of(house.ada) == {"C1": "on the web", "B1": "Web card", "D1": ""}
    form = form_of(answer) | {f"keep-{prompt.uid}": "file", f"keep-place-{house.cards[0].uid}": "file"}
    assert take(house.ada, form | {f"keep-{blank}": "both"}, house=house).status_code == 302
    assert words_of(house.ada) == {"C1": "in the file", "B1": "Web card", "D1": "File card"}
    assert zones_of(house.ada)["1"] == ("inner", "")
    assert Version.objects.get().body == "on the web"


def test_what_is_kept_is_kept(house: House) -> None:
    prompt = house.workshop.prompts.get(card__number=1)
    save_remark(house.ada, prompt, "on the web", 0)
    form = form_of(send(house.ada, filled(pack_of(house.ada), {"C1": "in the file"}), house=house))
    take(house.ada, form | {f"keep-{prompt.uid}": "here"}, house=house)
    assert words_of(house.ada) == {"C1": "on the web"}


def test_words_that_came_in_between_are_shown_before_anything_is_saved(house: House) -> None:
    form = form_of(
        send(house.ada, filled(pack_of(house.ada), {"C1": "in the file", "C2": "two"}), house=house)
    )
    prompt = house.workshop.prompts.get(card__number=1)
    save_remark(house.ada, prompt, "meanwhile", 0)
    answer = take(house.ada, form, house=house)
    assert answer.status_code == 409
    assert words_of(house.ada) == {"C1": "meanwhile"}
    form = form_of(answer) | {f"keep-{prompt.uid}": "both"}
    take(house.ada, form, house=house)
    assert words_of(house.ada) == {"C1": "meanwhile\n\nin the file", "C2": "two"}


def test_the_file_of_somebody_else_is_refused_and_nothing_of_it_is_shown(house: House) -> None:
    content = filled(pack_of(house.others[0]), {"C1": "what Ben wrote"})
    for who, whose in ((house.ada, None), (house.fay, house.ada)):
        answer = send(who, content, house=house, whose=whose)
        assert (answer.status_code, "somebody else" in answer.text) == (422, True)
        assert "what Ben wrote" not in answer.text


def test_a_file_that_is_none_is_refused_at_its_field(house: House) -> None:
    answer = send(house.ada, b"%PDF-1.7", house=house)
    assert (answer.status_code, "This is a PDF" in answer.text) == (422, True)
    assert "Choose the file first" in client_of(house.ada).post(at(house)).text


def test_what_was_not_understood_is_quoted_and_comes_back_with_the_form(house: House) -> None:
    answer = send(
        house.ada, filled(pack_of(house.ada), {"C1": "x" * 4001, "P1": "in the middle <b>"}), house=house
    )
    for _time in range(2):
        assert "in the middle &lt;b&gt;" in answer.text
        assert "Beside “Where card 1 belongs”" in answer.text
        answer = take(house.ada, form_of(answer), house=house)
        assert (answer.status_code, "x" * 4001 in answer.text) == (422, True)


def test_after_the_deadline_nothing_is_taken_and_nothing_that_was_typed_is_lost(house: House) -> None:
    form = form_of(send(house.ada, filled(pack_of(house.ada), {"C1": "too late"}), house=house))
    Round.objects.filter(pk=house.pack.pk).update(closes_at=timezone.now())
    answer = take(house.ada, form, house=house)
    assert (answer.status_code, "too late" in answer.text, "The pack closed" in answer.text) == (
        409,
        True,
        True,
    )
    assert "The pack closed" in client_of(house.ada).get(at(house)).text
    assert words_of(house.ada) == {}


def test_a_card_without_a_title_is_not_placed_and_the_page_says_so(house: House) -> None:
    form = form_of(
        send(house.ada, filled(pack_of(house.ada), {"E2": "Inner circle", "W3": "no idea"}), house=house)
    )
    answer = take(house.ada, form, house=house)
    assert "Say as well where the card belongs" in answer.text
    form = form_of(answer) | {f"reason-{house.cards[2].uid}": ""}
    answer = take(house.ada, form, house=house)
    assert (answer.status_code, "has a place but no title" in answer.text) == (422, True)
    assert zones_of(house.ada) == {}


def test_open_prompts_are_answered_at_length_by_their_codes() -> None:
    house = prompted()
    long = "What came before.\n\n" + "word " * 2000
    answer = send(house.ada, filled(pack_of(house.ada), {"Q1": long, "Q2": "Short"}), house=house)
    assert take(house.ada, form_of(answer), house=house).status_code == 302
    bodies = [box.saved for box in own_pack(house.ada).accounts]
    assert bodies == [long.strip(), "Short"]


def test_the_answer_to_a_prompt_of_an_older_print_stands_under_no_other_question() -> None:
    house = prompted(pack_open=False)
    content = filled(pack_of(house.ada), {"Q1": "How it began for me", "C1": "A word on card 1"})
    place_prompt(house.fay, prompts(house)[0], 2)
    open_round(house.fay, house.pack)
    answer = send(house.ada, content, house=house)
    form = form_of(answer)
    assert [form[f"text-{box.key}"] for box in own_pack(house.ada).accounts] == ["", ""]
    assert form[f"text-{house.workshop.prompts.get(card__number=1).uid}"] == "A word on card 1"
    assert "How it began for me" in answer.text
    assert "The pack was changed after this file was made." in answer.text
