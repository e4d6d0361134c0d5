"""The pack as one form, for a browser without scripts: nothing that was typed is lost."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.support import House, client_of, make_house
from tests.views.test_pack import read, url
from workshop.actions.remarks import save_remark
from workshop.actions.rounds import close_round
from workshop.models import Card, Remark
from workshop.models.pack import own_pack

pytestmark = pytest.mark.django_db


def form(house: House, client: Client, **words: str) -> dict[str, Any]:
    """Return Ada's whole form as the page has it, with some of its boxes filled in."""
    page = client.get(url(house)).content.decode()
    names = ("box", "rev", "held")
    own = next((each for each in page.split("<form ") if 'name="box"' in each), "").partition("</form>")[0]
    pairs = re.findall(r'name="(box|rev|held)" value="([^"]*)"', own)
    data: dict[str, Any] = {key: [value for name, value in pairs if name == key] for key in names}
    return data | words


def text(house: House, n: int = 1) -> str:
    """The name of the box for a comment on card n."""
    return f"text-{house.workshop.prompts.get(card__number=n).uid}"


def test_one_form_saves_every_changed_box_and_goes_on_to_the_sort() -> None:
    house = make_house()
    client, place = client_of(house.ada), own_pack(house.ada).places[0].uid
    words = {text(house): "One", text(house, 3): "Three", f"title-{place}": "Motivation"}
    answer = client.post(url(house), form(house, client, **words))
    assert answer["Location"] == reverse("sort", kwargs={"slug": house.workshop.slug, "number": 1})
    assert set(Remark.objects.values_list("body", flat=True)) == {"One", "Three"}
    assert Card.objects.get(proposer=house.ada).title == "Motivation"
    stay = client.post(url(house), form(house, client, **words) | {"stay": ""})
    assert stay["Location"] == url(house)


def test_a_refused_box_keeps_what_was_typed_and_the_others_are_saved() -> None:
    house = make_house()
    client, long = client_of(house.ada), "x" * 4001
    answer = client.post(url(house), form(house, client, **{text(house): long, text(house, 2): "Two"}))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert long in page
    assert "One box was not saved" in page
    assert page.count('class="field__wrong"') == 1
    assert Remark.objects.get().body == "Two"


def test_a_conflict_without_scripts_shows_both_versions_and_a_choice() -> None:
    house = make_house()
    client = client_of(house.ada)
    sent = form(house, client, **{text(house): "From the old tab"})
    save_remark(house.ada, house.workshop.prompts.get(card__number=1), "From the new tab", 0)
    answer = client.post(url(house), sent)
    assert answer.status_code == 409
    for page in (answer.content.decode(), read(house)):
        assert "From the old tab" in page
        assert "From the new tab" in page
        assert "Keep this one instead" in page
    now, later = answer.content.decode(), read(house)
    assert "What you typed just now is kept here." in now
    assert "The other version is kept here." not in now
    assert 'save--saved" data-save>' not in now  # beside a box that holds other words than those just typed
    assert "The other version is kept here." in later


def both_words(house: House, place: object, words: str) -> dict[str, str]:
    """Return what fills the first box and a blank card."""
    return {text(house): words, f"title-{place}": words, f"summary-{place}": "", f"rephrases-{place}": ""}


@pytest.mark.parametrize("before", ["", "As it was"])
def test_a_box_that_was_not_touched_is_no_change_whatever_the_other_tab_saved(before: str) -> None:
    house = make_house()
    client, place = client_of(house.ada), own_pack(house.ada).places[0].uid
    client.post(url(house), form(house, client, **both_words(house, place, before)))
    old = form(house, client, **both_words(house, place, before), **{text(house, 2): "Old tab"})
    client.post(url(house), form(house, client, **both_words(house, place, "New tab")))
    assert client.post(url(house), old).status_code == 302
    pack = own_pack(house.ada)
    assert [box.saved for box in pack.boxes[:2]] == ["New tab", "Old tab"]
    assert [blank.saved["title"] for blank in pack.blanks] == ["New tab"]
    assert not any(box.waiting for box in pack.boxes)


def test_a_box_that_was_emptied_is_a_change() -> None:
    house = make_house()
    client = client_of(house.ada)
    client.post(url(house), form(house, client, **{text(house): "One"}))
    client.post(url(house), form(house, client, **{text(house): ""}))
    assert Remark.objects.get().body == ""


def test_the_summary_names_each_box_and_leads_to_it() -> None:
    house = make_house()
    client, prompts = client_of(house.ada), house.workshop.prompts
    sent = form(house, client, **{text(house): "From the old tab", text(house, 2): "x" * 4001})
    save_remark(house.ada, prompts.get(card__number=1), "From the new tab", 0)
    page = client.post(url(house), sent).text
    for n in (1, 2):
        assert f'<a href="#{text(house, n)}">Your comment on card {n}: ' in page
        assert f'<textarea id="{text(house, n)}"' in page


def test_a_blank_card_that_clashes_without_scripts_says_which_words_were_typed_just_now() -> None:
    house = make_house()
    client, place = client_of(house.ada), own_pack(house.ada).places[0].uid
    client.post(url(house), form(house, client, **{f"title-{place}": "First"}))
    late = form(house, client, **{f"title-{place}": "From the old tab"})
    client.post(url(house), form(house, client, **{f"title-{place}": "From the new tab"}))
    answer = client.post(url(house), late)
    assert answer.status_code == 409
    now = answer.content.decode()
    assert "From the old tab" in now
    assert "What you typed just now is kept here." in now
    assert "What you typed just now is kept here." not in read(house)


def test_a_form_that_arrives_after_the_close_is_409_and_shown_again() -> None:
    house = make_house()
    client = client_of(house.ada)
    sent = form(house, client, **{text(house): "Too late"})
    close_round(house.fay, house.pack)
    answer = client.post(url(house), sent)
    assert answer.status_code == 409
    assert "Too late" in answer.content.decode()
    assert not Remark.objects.filter(body="Too late").exists()


def test_a_comment_on_a_card_that_is_gone_is_shown_and_not_dropped() -> None:
    house = make_house()
    client = client_of(house.ada)
    sent = form(house, client, **{text(house): "About a card"})
    house.cards[0].delete()
    answer = client.post(url(house), sent)
    assert answer.status_code == 409
    assert "About a card" in answer.content.decode()


@pytest.mark.parametrize("broken", [{"rev": ["0"]}, {"box": ["nonsense"], "rev": ["0"]}, {"rev": ["x"] * 13}])
def test_a_broken_form_is_refused_whole(broken: dict[str, Any]) -> None:
    house = make_house()
    client = client_of(house.ada)
    answer = client.post(url(house), form(house, client, **{text(house): "One"}) | broken)
    assert answer.status_code == 422
    assert not Remark.objects.exists()


def test_going_on_to_check_and_finish_saves_what_was_typed_first() -> None:
    house = make_house()
    client = client_of(house.ada)
    answer = client.post(url(house), form(house, client, **{text(house): "One"}) | {"finish": ""})
    assert answer["Location"] == reverse("pack-finish", kwargs={"slug": house.workshop.slug})
    assert Remark.objects.get().body == "One"
    page = read(house)
    assert re.search(r'<button[^>]* without-js" name="finish"', page)
    assert re.search(r'<a class="[^"]* with-js" href="[^"]*/pack/finish/"', page)
