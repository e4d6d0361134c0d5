"""The pack of somebody without a device, as a form: only what was changed on it is saved."""

import re
from typing import Any

import pytest

from tests.stagecraft import send
from tests.support import House, client_of, make_house
from workshop.actions.people import remove_seat
from workshop.actions.proxy import write_for
from workshop.actions.remarks import save_remark
from workshop.actions.sort import place_card
from workshop.models import Mark, Prompt, Remark, Version

pytestmark = pytest.mark.django_db
HIDDEN = re.compile(r'<input type="hidden" name="((?:rev|seen|was)-[^"]+)" value="([^"]*)"')
AREA = re.compile(r'<textarea id="[^"]+" name="(text-[^"]+)"[^>]*>\n(.*?)</textarea>', re.DOTALL)


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def form_of(html: str) -> dict[str, str]:
    """Return what a browser sends of the pack's form, but for places: line ends are CRLF."""
    area = {name: text.replace("\n", "\r\n") for name, text in AREA.findall(html)}
    return dict(HIDDEN.findall(html)) | area


def look(house: House) -> dict[str, str]:
    """Return the form as Fay's page for Ada has it now."""
    answer = client_of(house.fay).get(f"/w/{house.workshop.slug}/people/{house.ada.uid}/proxy/")
    return form_of(answer.content.decode())


def save(house: House, form: dict[str, str]) -> Any:
    return send(house, house.fay, "proxy-pack", form, {"uid": house.ada.uid})


def box(house: House, number: int = 1) -> Prompt:
    return house.workshop.prompts.get(card__number=number)


def test_a_box_that_nobody_touched_is_left_alone_though_it_changed_meanwhile(house: House) -> None:
    save_remark(house.ada, box(house), "one\ntwo", 0)
    form = look(house)
    save_remark(house.ada, box(house), "one\ntwo\nthree", 1)
    assert save(house, form).status_code == 302
    assert Remark.objects.get().body == "one\ntwo\nthree"
    assert not Version.objects.filter(conflict_open=True).exists()


def test_a_refused_form_shows_untouched_boxes_as_they_are_by_then(house: House) -> None:
    save_remark(house.ada, box(house), "First", 0)
    form = look(house) | {f"text-{box(house, 2).uid}": "y" * 4001}
    save_remark(house.ada, box(house), "Second", 1)
    again = form_of(save(house, form).content.decode())
    assert again[f"text-{box(house).uid}"] == "Second"
    assert save(house, again | {f"text-{box(house, 2).uid}": "Shorter"}).status_code == 302
    assert [each.body for each in Remark.objects.order_by("prompt__card__number")] == ["Second", "Shorter"]


def test_words_that_were_refused_still_build_on_what_their_page_showed(house: House) -> None:
    form = look(house) | {f"text-{box(house).uid}": "y" * 4001}
    save_remark(house.ada, box(house), "My own words", 0)
    again = form_of(save(house, form).content.decode())
    assert save(house, again | {f"text-{box(house).uid}": "Shorter"}).status_code == 409
    assert Remark.objects.get().body == "My own words"
    assert Version.objects.get(conflict_open=True).body == "Shorter"


def test_a_place_of_their_own_is_replaced_only_once_it_was_asked_for(house: House) -> None:
    card = house.cards[0]
    form = look(house) | {f"zone-{card.uid}": "outer"}
    place_card(house.ada, house.pack, card, "inner")
    for _twice in range(2):
        refused = save(house, form)
        assert refused.status_code == 422
        html = refused.content.decode()
        assert f'name="replaces-{card.uid}"' in html
        assert f'name="zone-{card.uid}" value="outer" checked' in html
        form = form_of(html) | {f"zone-{card.uid}": "outer"}
    assert (Mark.objects.get().zone, Mark.objects.get().proxy) == ("inner", None)
    assert save(house, form | {f"replaces-{card.uid}": "yes"}).status_code == 302
    assert (Mark.objects.get().zone, Mark.objects.get().proxy) == ("outer", house.fay)


def test_a_pack_for_a_seat_that_was_removed_meanwhile_comes_back_to_be_copied(house: House) -> None:
    form = look(house) | {f"text-{box(house).uid}": "From paper", f"reason-{house.cards[0].uid}": "Too wide"}
    remove_seat(house.fay, house.ada)
    refused = save(house, form)
    assert refused.status_code == 409
    for words in ("This seat was removed", "From paper", "Too wide"):
        assert words in refused.content.decode()


def test_a_reason_without_a_place_is_refused_and_stays_typed(house: House) -> None:
    refused = save(house, look(house) | {f"reason-{house.cards[1].uid}": "because of money"})
    assert refused.status_code == 422
    assert 'value="because of money"' in refused.content.decode()
    assert "The reason for card 2 is not saved yet" in refused.content.decode()


def test_all_that_was_refused_is_said(house: House) -> None:
    write_for(house.fay, house.ada, box(house), "From paper", 0)
    reason, long = {f"reason-{house.cards[1].uid}": "money"}, {f"text-{box(house).uid}": "y" * 4001}
    html = save(house, look(house) | reason | long).content.decode()
    assert "over the limit" in html
    assert "The reason for card 2" in html


def test_a_place_that_one_entered_oneself_is_corrected_and_a_reason_is_not_sent_back(house: House) -> None:
    card = house.cards[0]
    chosen = {f"zone-{card.uid}": "unplaced", f"reason-{card.uid}": "A canary reason"}
    assert save(house, look(house) | chosen).status_code == 302
    form = look(house)
    assert form[f"was-{card.uid}"] == "unplaced"
    assert "canary" not in str(form)
    assert save(house, form | {f"zone-{card.uid}": "inner"}).status_code == 302
    assert Mark.objects.get().zone == "inner"
