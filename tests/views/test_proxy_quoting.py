"""What people are asked to agree to is one question about quoting on every page, as it is for themselves."""

import pytest

from tests.stagecraft import send
from tests.support import House, add_leader, client_of, make_house
from workshop.actions.consents import answer_consents
from workshop.models import Consent, ConsentItem, Seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=1)


def items(house: House) -> dict[str, ConsentItem]:
    return {item.key: item for item in house.workshop.consent_items.all()}


def shown(house: House, other: Seat) -> str:
    answer = client_of(house.fay).get(f"/w/{house.workshop.slug}/people/{other.uid}/proxy/")
    return " ".join(answer.text.split())


def test_who_enters_for_somebody_answers_the_one_question(house: House) -> None:
    gil, asked = add_leader(house.fay, "Gil"), items(house)
    text = shown(house, gil)
    assert text.count("May your words be quoted?") == 1
    assert all(f'name="{asked[key].uid}"' not in text for key in ("quote-named", "quote-unnamed"))
    said = {str(asked["take-part"].uid): "yes", str(asked["keep-for-reuse"].uid): "no", "quote": "unnamed"}
    assert send(house, house.fay, "proxy-consent", said, {"uid": gil.uid}).status_code == 302
    given = {each.item.key: each.answer for each in Consent.objects.filter(seat=gil)}
    assert (given["quote-named"], given["quote-unnamed"]) == (False, True)
    assert 'value="unnamed" checked' in shown(house, gil)


def test_without_an_answer_to_it_nothing_is_recorded(house: House) -> None:
    gil, asked = add_leader(house.fay, "Gil"), items(house)
    said = {str(asked["take-part"].uid): "yes", str(asked["keep-for-reuse"].uid): "no"}
    refused = send(house, house.fay, "proxy-consent", said, {"uid": gil.uid})
    assert (refused.status_code, Consent.objects.filter(seat=gil).exists()) == (422, False)


def test_what_they_answered_themselves_is_said_in_the_words_of_their_answer(house: House) -> None:
    gil, asked = add_leader(house.fay, "Gil"), items(house)
    own = {str(item.uid): item.key != "quote-named" for item in asked.values()}
    answer_consents(gil, own)
    text = shown(house, gil)
    assert "May your words be quoted? <strong>My words may be quoted in reports and papers without" in text
    assert 'name="quote"' not in text


def test_the_preview_of_a_template_asks_it_once(house: House) -> None:
    text = " ".join(client_of(house.fay).get("/templates/six-tensions/").text.split())
    assert text.count("May your words be quoted?") == 1
    assert "My words may not be quoted." in text
