"""What was left behind in the room is sent from a line of its own, by the browser's module alone."""

import uuid

import pytest

from tests.stagecraft import JSON, bring, send
from tests.support import make_house
from workshop.models import Remark

pytestmark = pytest.mark.django_db


def test_a_change_sent_from_afar_is_answered_as_json_and_refused_in_one_sentence() -> None:
    house, uid = make_house(leaders=2), str(uuid.uuid4())
    bring(house)
    card = house.workshop.cards.get(number=2)
    send(house, house.ada, "discussion", {"body": "Said.", "uid": uid}, {"card": card.uid})
    place, sent = {"uid": uid}, {"body": "Said better.", "rev": "1"}
    assert send(house, house.ada, "remark", sent, place, JSON).json() == {"said": "Your comment is saved."}
    refused = send(house, house.ada, "remark", sent | {"body": "Worse."}, place, JSON)
    assert (refused.status_code, refused.json()["state"]) == (409, "stale")
    assert Remark.objects.get(uid=uid).body == "Said better."
