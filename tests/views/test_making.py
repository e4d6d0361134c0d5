"""A change that was proposed is made after a pause for thought, with scripts and without."""

import re

import pytest

from tests.support import client_of, make_house
from tests.views.rows_synthesis import NAMED, put
from tests.views.test_synthesis import at
from workshop.actions.stances import take_stance
from workshop.actions.workshops import close_workshop
from workshop.models import Change, Proposal

pytestmark = pytest.mark.django_db


def test_without_scripts_the_change_is_made_only_after_a_pause_for_thought() -> None:
    house = make_house()
    fay = client_of(house.fay)
    put(house)
    take_stance(house.ada, Proposal.objects.get(), "no", "Not like this")
    desk = f"/w/{house.workshop.slug}/desk/"
    asks = fay.post(at(house, "proposal-making", uid=NAMED), {"next": desk}).content.decode()
    assert "Make this change now?" in asks
    assert "1 of 5 have answered." in asks
    assert "Not like this" not in asks
    assert not Change.objects.exists()
    sent = dict(re.findall(r'type="hidden" name="(next|confirmed)" value="([^"]*)"', asks))
    assert fay.post(at(house, "proposal-making", uid=NAMED), sent)["Location"] == desk
    assert Change.objects.exists()


def test_after_the_close_the_synthesis_page_offers_no_decision() -> None:
    house = make_house()
    put(house)
    fay = client_of(house.fay)
    assert at(house, "proposal-making", uid=NAMED) in fay.get(at(house, "synthesis")).content.decode()
    close_workshop(house.fay)
    closed = fay.get(at(house, "synthesis")).content.decode()
    assert 'id="put-title"' in closed
    assert not any(at(house, f"proposal-{each}", uid=NAMED) in closed for each in ("making", "dropping"))
