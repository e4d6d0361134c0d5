"""After an unlinked close no key tells in which order people wrote: nor of taken-up cards and proposals."""

import uuid

import pytest
from django.db import transaction
from django.utils import timezone

from tests.support import House
from tests.synthesis import wanted
from tests.unlinked import full_house
from workshop.actions.proposals import propose_change
from workshop.actions.unlinking import unlink
from workshop.models import CardText, ProposalCard, ProposalText, Workshop

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    """Everything was written, and two more propose other words."""
    house = full_house()
    for n, seat in enumerate(house.leaders[:2]):
        change = wanted(house.workshop, "rephrase", house.cards[n : n + 1], titles=[f"Words {n}"])
        propose_change(seat, change, uid=uuid.uuid4())
    return house


def unlinked(house: House) -> None:
    """Unlink it, with each pile turned over in place of shuffled."""
    with transaction.atomic():
        unlink(Workshop.objects.get(pk=house.workshop.pk), timezone.now(), lambda keys: keys.reverse())


def test_a_taken_up_card_is_dealt_with_the_blank_ones(house: House) -> None:
    def keys() -> dict[str, int]:
        return dict(
            CardText.objects.filter(title__in=("Taken up", "Mine alone")).values_list("title", "card")
        )

    before = keys()
    unlinked(house)
    after = keys()
    assert before["Mine alone"] < before["Taken up"]
    assert after["Taken up"] < after["Mine alone"]


@pytest.mark.parametrize("model", [ProposalText, ProposalCard])
def test_what_was_proposed_keeps_no_order_of_keys(
    house: House, model: type[ProposalText] | type[ProposalCard]
) -> None:
    rows = model._base_manager.filter(proposal__workshop=house.workshop)
    before = [row.proposal.uid for row in rows.order_by("pk").select_related("proposal")]
    unlinked(house)
    after = [row.proposal.uid for row in rows.order_by("pk").select_related("proposal")]
    assert len(set(before)) > 2
    assert after == before[::-1]
