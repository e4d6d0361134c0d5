"""How one is credited, on one's own page and on the facilitators' list."""

from typing import Any

import pytest

from tests.support import House, client_of, make_house
from workshop.actions.credits import save_credit
from workshop.models.credits import WantedCredit, credit_of

pytestmark = pytest.mark.django_db
FORM = {"kind": "named", "name": "Dr Ada Ash", "role": "", "roles": ["software"], "rev": "0"}


@pytest.fixture
def house() -> House:
    return make_house(leaders=2)


def send(house: House, **changed: Any) -> Any:
    return client_of(house.ada).post(f"/w/{house.workshop.slug}/credit/", FORM | changed, follow=True)


def test_people_set_it_themselves(house: House) -> None:
    page = send(house).text
    assert "Kept. You can change it at any time." in page
    assert 'value="Dr Ada Ash"' in page
    assert credit_of(house.ada).shown == "Dr Ada Ash"


def test_what_is_refused_stays_typed(house: House) -> None:
    refused = send(house, kind="role", name="Ada", role="")
    assert refused.status_code == 422
    assert 'value="software" id="id_roles_8" checked' in refused.text.replace(' aria-invalid="true"', "")
    assert refused.text.count("My description: The description is empty") == 1


def test_a_second_window_is_told_and_can_save_again(house: House) -> None:
    send(house)
    refused = send(house, kind="none")
    assert refused.status_code == 409
    assert 'name="rev" value="1"' in refused.text
    send(house, kind="none", rev="1")
    assert credit_of(house.ada).kind == "none"


def test_the_list_has_everybody_and_the_words_to_paste(house: House) -> None:
    save_credit(house.ada, WantedCredit("named", "Dr Ada Ash"), 0)
    save_credit(house.others[0], WantedCredit("role", "", "a leader"), 0, by=house.fay)
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/credits/").text
    assert "We thank Dr Ada Ash and a leader for taking part in the workshop." in page
    assert "Entered by Fay" in page
    assert page.count("Has not said: no credit") == 1  # Fay herself


def test_a_facilitator_cannot_write_over_what_somebody_said(house: House) -> None:
    send(house)
    address = f"/w/{house.workshop.slug}/people/{house.ada.uid}/credit/"
    fay = client_of(house.fay)
    assert "only they can change it" in fay.get(address).text
    assert fay.post(address, FORM | {"rev": "1", "kind": "none"}).status_code == 403
    assert credit_of(house.ada).shown == "Dr Ada Ash"
