"""The information page, and the doors behind it."""

from typing import Any

import pytest

from tests.support import agree, client_of, make_house
from workshop.models import Consent, Round

pytestmark = pytest.mark.django_db


def yes(house: Any, **other: str) -> dict[str, str]:
    """Return yes for each item, unless its key (with ``_`` for ``-``) says otherwise."""
    items = house.workshop.consent_items.all()
    return {str(item.uid): other.get(item.key.replace("-", "_"), "yes") for item in items}


def test_a_page_that_needs_consent_leads_there_and_back() -> None:
    house = make_house(leaders=1, agreed=False)
    ada, pack = client_of(house.ada), f"/w/{house.workshop.slug}/rounds/1/sort/"
    answer = ada.get(pack)
    assert answer.status_code == 302
    page = answer.headers["Location"]
    assert page.startswith(f"/w/{house.workshop.slug}/pack/information/?next=")
    text = ada.get(page).content.decode()
    assert "You are invited to take part" in text
    assert "Until we meet, only the facilitators can read what you write." in text
    answered = ada.post(page, {**yes(house), "next": pack})
    assert answered.headers["Location"] == pack
    assert ada.get(pack).content.decode().count("Your answers are kept.") == 1
    assert ada.get(pack).status_code == 200


def test_nothing_is_taken_from_somebody_who_has_not_agreed() -> None:
    house = make_house(leaders=1, agreed=False)
    ada = client_of(house.ada)
    answer = ada.post(f"/w/{house.workshop.slug}/pack/finish/")
    assert answer.status_code == 403
    assert "read the information about taking part" in answer.content.decode()


def test_a_line_left_out_is_named_and_the_answers_given_stay() -> None:
    house = make_house(leaders=1, agreed=False)
    form = yes(house, quote_named="no")
    left_out = next(iter(form))
    answer = client_of(house.ada).post(
        f"/w/{house.workshop.slug}/pack/information/", form | {left_out: "perhaps"}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("Choose one of the answers.") == 1
    assert page.count(" checked") == 2
    assert not Consent.objects.exists()


def test_a_no_to_taking_part_is_accepted_kindly_and_nothing_else_is_asked() -> None:
    house = make_house(leaders=1, agreed=False)
    ada, page = client_of(house.ada), f"/w/{house.workshop.slug}/pack/information/"
    answer = ada.post(page, yes(house, take_part="no"), follow=True)
    assert answer.redirect_chain == [(page, 302)]
    assert "You said that you would rather not take part." in answer.content.decode()
    assert ada.get(f"/w/{house.workshop.slug}/pack/").status_code == 302


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example/", "/w/other/pack/", "javascript:x", "/\\evil"]
)
def test_it_leads_nowhere_outside_the_workshop(target: str) -> None:
    house = make_house(leaders=1)
    page = f"/w/{house.workshop.slug}/pack/information/"
    answer = client_of(house.ada).post(page, {**yes(house), "next": target})
    assert answer.headers["Location"] == f"/w/{house.workshop.slug}/"


def test_an_answer_can_be_changed_later_even_after_the_pack_is_closed() -> None:
    house = make_house(leaders=1)
    agree(house.ada)
    Round.objects.filter(workshop=house.workshop).update(state="closed")
    page = f"/w/{house.workshop.slug}/pack/information/"
    assert client_of(house.ada).post(page, yes(house, quote_named="no")).status_code == 302
    assert [each.answer for each in Consent.objects.filter(item__key="quote-named")] == [True, False]


def test_markup_in_the_information_is_shown_as_text() -> None:
    house = make_house(leaders=1, agreed=False, information="<script>alert(1)</script>")
    page = client_of(house.ada).get(f"/w/{house.workshop.slug}/pack/information/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
