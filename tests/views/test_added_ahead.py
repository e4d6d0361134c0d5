"""What is added to the agenda comes ahead of the group, never behind the stage, and the desk says where."""

import uuid
from typing import Any

import pytest
from django.urls import reverse

from tests.stagecraft import bring, put
from tests.support import House, client_of, make_house
from workshop.models import Workshop

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    """A workshop whose poll is revealed, so that each card has its discussion."""
    made = make_house(leaders=4)
    bring(made)
    return made


def add(house: House, **sent: Any) -> str:
    """Add something at the desk; return what the desk says next."""
    address = reverse("questions" if "text" in sent else "steps", kwargs={"slug": house.workshop.slug})
    answer = client_of(house.fay).post(address, {"uid": uuid.uuid4(), **sent}, follow=True)
    return " ".join(answer.content.decode().split())


def ahead(house: House) -> list[str]:
    """The kinds of what comes after the stage."""
    workshop = Workshop.objects.get(pk=house.workshop.pk)
    steps = list(workshop.steps.all())
    at = next(n for n, step in enumerate(steps) if step.pk == workshop.step_id)
    return [step.kind for step in steps[at + 1 :]]


@pytest.mark.parametrize(
    ("sent", "kind", "says"),
    [
        ({"kind": "poll"}, "poll", "One more poll is on the agenda, to come next."),
        ({"kind": "change"}, "change", "“Change of cards” is on the agenda, to come next."),
        ({"text": "Who is missing?"}, "question", "The question is on the agenda, to come next."),
        ({"kind": "break", "minutes": "5"}, "break", "A break comes next."),
    ],
)
@pytest.mark.parametrize("on", ["results", "close"])
def test_at_an_end_what_is_added_comes_next(
    house: House, on: str, sent: dict[str, str], kind: str, says: str
) -> None:
    put(house, "results")
    put(house, on)
    assert says in add(house, **sent)
    assert ahead(house)[0] == kind


def test_a_card_that_waits_behind_the_stage_is_brought_ahead_of_it(house: House) -> None:
    put(house, "results")
    waits = house.workshop.steps.filter(kind="card", started_at=None).first()
    assert waits is not None
    assert waits.card is not None
    says = f"“{waits.card.title}” is on the agenda, to come next."
    for _twice in range(2):
        assert says in add(house, card=waits.card.uid)
        assert ahead(house) == ["card", "close"]
    assert house.workshop.steps.filter(card=waits.card).count() == 1


def test_what_comes_later_says_after_what(house: House) -> None:
    last = house.workshop.steps.filter(kind="card").last()
    assert last is not None
    assert last.card is not None
    name = last.card.short_title or last.card.title
    assert f"The question is on the agenda, after “{name}”." in add(house, text="Who is missing?")
    assert "The question is on the agenda, after “Who is missing?”." in add(house, text="And who else?")
