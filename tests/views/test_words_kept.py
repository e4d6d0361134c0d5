"""What was written in packs stays with the facilitators until the group has met."""

import pytest
from django.urls import reverse

from tests.support import client_of, make_house
from workshop.actions.remarks import save_remark
from workshop.actions.stage import move_stage
from workshop.actions.workshops import close_workshop

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("met", [True, False])
def test_a_workshop_that_closed_before_it_met_shows_no_pack_to_the_group(met: bool) -> None:
    house = make_house()
    save_remark(house.ada, house.workshop.prompts.get(card__number=1), "CANARY words", 0)
    if met:
        move_stage(house.fay, house.workshop.steps.all()[0], 0)
    close_workshop(house.fay)
    results = reverse("results", kwargs={"slug": house.workshop.slug})
    assert ("CANARY" in client_of(house.others[0]).get(results).content.decode()) is met
    assert "CANARY" in client_of(house.fay).get(results).content.decode()
