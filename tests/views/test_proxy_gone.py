"""The paper form of somebody whose blank cards changed meanwhile: nothing typed on it vanishes."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.rounds import asked
from tests.stagecraft import send
from tests.support import House, make_house
from tests.synthesis import change
from tests.views.test_proxy_blanks import HIDDEN, shown, typed
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import remove_blank, save_blank
from workshop.models import Card, CardText, Seat, Workshop
from workshop.models.pack import own_pack

pytestmark = pytest.mark.django_db
COPY = "What you had typed, to copy:"


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def own_card(house: House) -> Card:
    """Return a blank card that Ada filled in herself."""
    return save_blank(house.ada, own_pack(house.ada).places[0].uid, 0, BlankWords("Skills"))


def form_of(house: House) -> dict[str, str]:
    """Return the hidden fields of the pack's form, as Fay's page for Ada has them now."""
    return dict(HIDDEN.findall(shown(house)))


def save(house: House, form: dict[str, str]) -> Any:
    return send(house, house.fay, "proxy-pack", form, {"uid": house.ada.uid})


def words(uid: UUID, title: str, **more: str) -> dict[str, str]:
    fields = {"title": title, "summary": "", "rephrases": "", **more}
    return {f"{name}-{uid}": value for name, value in fields.items()}


def places_of(house: House) -> list[UUID]:
    seat = Seat.objects.get(pk=house.ada.pk)
    return [place.uid for place in own_pack(seat).places]


@pytest.mark.parametrize("how", ["removed", "taken up"])
def test_words_for_a_blank_card_that_left_the_pack_come_back_to_be_copied(house: House, how: str) -> None:
    card = own_card(house)
    form = form_of(house) | words(card.uid, "Typed by Fay", summary="On paper", zone="inner")
    if how == "removed":
        remove_blank(house.ada, card)
    else:
        change(house.fay, "adopt", [card])
    refused = save(house, form)
    html = refused.content.decode()
    assert refused.status_code == 409
    assert ("They removed this card" in html, "taken this card up" in html) == (
        how == "removed",
        how != "removed",
    )
    for each in (COPY, "Typed by Fay", "On paper"):
        assert each in html
    assert not CardText.objects.filter(title="Typed by Fay").exists()


def test_words_for_a_place_that_has_gone_go_to_one_that_is_left_or_come_back(house: House) -> None:
    last = places_of(house)[-1]
    form = form_of(house) | words(last, "From paper", zone="outer")
    Workshop.objects.filter(pk=house.workshop.pk).update(blank_cards=0)
    refused = save(house, form)
    assert refused.status_code == 422
    assert COPY in refused.content.decode()
    assert "From paper" in refused.content.decode()
    Workshop.objects.filter(pk=house.workshop.pk).update(blank_cards=2)
    assert save(house, form).status_code == 302
    card = Card.objects.get(proposer=house.ada)
    assert (card.title, card.position, card.marks.get().zone) == ("From paper", 1, "outer")


def test_a_removed_card_that_nobody_touched_on_the_form_stays_removed_and_unsaid(house: House) -> None:
    card = own_card(house)
    form = form_of(house) | words(card.uid, "Skills") | typed(house, title="y" * 201)
    remove_blank(house.ada, card)
    refused = save(house, form).content.decode()
    assert "They removed" not in refused
    assert COPY not in refused


def test_words_on_a_card_of_somebody_else_are_written_nowhere(house: House) -> None:
    bens = save_blank(house.others[0], own_pack(house.others[0]).places[0].uid, 0, BlankWords("Bens"))
    assert save(house, form_of(house) | words(bens.uid, "Typed", rev="0")).status_code == 404
    assert save(house, form_of(house) | {"title-nothing": "Typed"}).status_code == 404
    assert Card.objects.get(pk=bens.pk).title == "Bens"


@pytest.mark.parametrize("pack", [True, False])
def test_a_place_for_a_card_that_left_is_not_called_saved(house: House, pack: bool) -> None:
    card = own_card(house)
    name, number = ("proxy-pack", {}) if pack else ("proxy-ballot", {"number": asked(house).number})
    chosen = {f"zone-{card.uid}": "unplaced", f"was-{card.uid}": "", f"reason-{card.uid}": "Too wide"}
    one = {f"zone-{house.cards[0].uid}": "inner"}
    remove_blank(house.ada, card)
    refused = send(house, house.fay, name, chosen | one, {"uid": house.ada.uid, **number})
    html = refused.content.decode()
    assert refused.status_code == 409
    assert "not in this sort any more" in html
    assert "Too wide" in html
    gone = {f"zone-{uuid4()}": ""}
    again = send(
        house,
        house.fay,
        name,
        {f"zone-{house.cards[1].uid}": "inner"} | gone,
        {"uid": house.ada.uid, **number},
    )
    assert again.status_code == 302
