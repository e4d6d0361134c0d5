"""A filled Word file whose pack changed before it was saved: nothing goes unseen, and nothing comes back."""

from copy import deepcopy
from typing import Any

import pytest
from django.utils import timezone
from docx.oxml.ns import qn

from tests.filling import fields_of, filled, opened, pack_of, saved, write_in
from tests.support import House, make_house
from tests.views.filled_pages import form_of, send, take, words_of, zones_of
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import save_blank
from workshop.actions.remarks import save_remark
from workshop.actions.sort import place_card
from workshop.actions.taking_back import withdraw_remark
from workshop.models import Card, Remark, Round, Workshop
from workshop.models.pack import own_pack

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("read_here")]


@pytest.fixture
def house() -> House:
    return make_house()


@pytest.mark.parametrize("now", [{"status": "retired"}, {"status": "live", "number": 99}])
def test_words_for_a_blank_card_that_is_gone_are_quoted(house: House, now: dict[str, Any]) -> None:
    blank = own_pack(house.ada).places[0].uid
    save_blank(house.ada, blank, 0, BlankWords("On the web"))
    said = {"B1": "From the file", "D1": "What it means", "E1": "Inner circle", "C1": "one"}
    form = form_of(send(house.ada, filled(pack_of(house.ada), said), house=house))
    Card.objects.filter(uid=blank).update(**now)
    answer = take(house.ada, form | {f"keep-{blank}": "file"}, house=house)
    assert (answer.status_code, words_of(house.ada), zones_of(house.ada)) == (409, {}, {})
    assert "not in the pack any more" in answer.text
    again = form_of(answer)
    assert "From the file\nWhat it means" in again["left"]
    answer = take(house.ada, again, house=house)
    assert answer.status_code == 302
    assert words_of(house.ada)["C1"] == "one"


def test_words_for_a_card_that_is_gone_stand_on_the_page_of_any_other_refusal(house: House) -> None:
    prompt = house.workshop.prompts.get(card__number=1)
    form = form_of(send(house.ada, filled(pack_of(house.ada), {"B1": "Mine"}), house=house))
    Workshop.objects.filter(pk=house.workshop.pk).update(blank_cards=0)
    Round.objects.filter(pk=house.pack.pk).update(closes_at=timezone.now())
    answer = take(house.ada, form | {f"text-{prompt.uid}": "x" * 5000}, house=house)
    assert (answer.status_code, form_of(answer)["left"]) == (409, "Mine")


def test_what_is_as_the_page_showed_it_holds_nothing_up(house: House) -> None:
    form = form_of(send(house.ada, filled(pack_of(house.ada), {"C1": "one"}), house=house))
    gone = {"zone-x": "inner", "was-x": "inner", "reason-x": "", "was-reason-x": "", "title-x": ""}
    assert take(house.ada, form | gone, house=house).status_code == 302


def taken_back(house: House) -> Remark:
    """Return a comment of Ada's on the first card that she took back."""
    remark = save_remark(house.ada, house.workshop.prompts.get(card__number=1), "said and regretted", 0)
    withdraw_remark(house.ada, remark)
    return remark


@pytest.mark.parametrize("keep", ["here", "file"])
def test_words_that_were_taken_back_come_in_only_if_that_is_chosen(house: House, keep: str) -> None:
    remark = taken_back(house)
    for who, whose in ((house.ada, None), (house.fay, house.ada)):
        content = filled(pack_of(house.ada, who), {"C1": "said and regretted"})
        answer = send(who, content, house=house, whose=whose)
        assert "It was taken back" in answer.text
        assert "Both, one below the other" not in answer.text
        answer = take(who, form_of(answer), house=house, whose=whose)
        assert (answer.status_code, words_of(house.ada)) == (422, {})
    form = form_of(answer) | {f"keep-{remark.prompt.uid}": keep}  # type: ignore[union-attr]
    assert take(house.fay, form, house=house, whose=house.ada).status_code == 302
    remark.refresh_from_db()
    assert (bool(remark.withdrawn_at), remark.body) == (
        keep == "here",
        "" if keep == "here" else "said and regretted",
    )


def test_words_taken_back_while_the_page_was_open_stay_so_until_that_is_asked(house: House) -> None:
    content = filled(pack_of(house.ada, house.fay), {"C1": "said and regretted"})
    form = form_of(send(house.fay, content, house=house, whose=house.ada))
    remark = taken_back(house)
    answer = take(house.fay, form, house=house, whose=house.ada)
    assert (answer.status_code, "It was taken back" in answer.text) == (422, True)
    answer = take(house.fay, form_of(answer), house=house, whose=house.ada)
    assert (answer.status_code, words_of(house.ada)) == (422, {})
    remark.refresh_from_db()
    assert (remark.body, remark.proxy) == ("", None)


@pytest.mark.parametrize("keep", ["here", "file"])
def test_a_reason_is_written_over_only_if_that_is_chosen(house: House, keep: str) -> None:
    content = filled(pack_of(house.ada), {"W1": "another one"})
    place_card(house.ada, house.pack, house.cards[0], "unplaced", reason="my old reason")
    form = form_of(send(house.ada, content, house=house))
    assert take(house.ada, form, house=house).status_code == 422
    form |= {f"keep-place-{house.cards[0].uid}": keep}
    assert take(house.ada, form, house=house).status_code == 302
    assert zones_of(house.ada)["1"] == ("unplaced", "my old reason" if keep == "here" else "another one")


def filled_twice(house: House) -> bytes:
    """Return a file with a comment twice and one that is too long, made before the pack changed."""
    document = opened(filled(pack_of(house.ada), {"C1": "first", "C2": "x" * 4001}))
    row = fields_of(document)["C1"].getparent()
    row.addnext(again := deepcopy(row))
    write_in(again.find(qn("w:sdt")), "second")
    house.workshop.consent_items.update(text="Asked otherwise")
    return saved(document)


def test_a_warning_stands_until_the_page_is_saved(house: House) -> None:
    answer = send(house.ada, filled_twice(house), house=house)
    for _time in range(3):
        assert "The pack was changed after this file was made" in answer.text
        assert "The file has two versions of this" in answer.text
        answer = take(house.ada, form_of(answer), house=house)
        assert answer.status_code == 422


def test_words_typed_meanwhile_are_not_emptied_by_a_second_press(house: House) -> None:
    form = form_of(send(house.ada, filled(pack_of(house.ada), {"C2": "two"}), house=house))
    box, blank = house.workshop.prompts.get(card__number=1), own_pack(house.ada).places[0].uid
    save_remark(house.ada, box, "meanwhile", 0)
    save_blank(house.ada, blank, 0, BlankWords("Meanwhile too"))
    for status in (409, 422):
        answer = take(house.ada, form, house=house)
        assert answer.status_code == status
        form = form_of(answer)
        assert {f"asks-{box.uid}", f"asks-{blank}"} <= set(form)
    assert "Keep both, as two cards" not in answer.text
    form |= {f"keep-{box.uid}": "here", f"keep-{blank}": "here"}
    assert take(house.ada, form, house=house).status_code == 302
    assert words_of(house.ada) == {"C1": "meanwhile", "C2": "two", "B1": "Meanwhile too", "D1": ""}
