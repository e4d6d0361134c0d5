"""A real workshop that starts from a rehearsal: with its words, and with nobody whom Roundel invented."""

import uuid
from dataclasses import replace

import pytest
from django.urls import reverse

from tests.support import House, client_of, make_house
from tests.views.test_templates import make, words
from workshop.actions.copying import copy_workshop
from workshop.actions.packs.taken import pack_of
from workshop.actions.rehearsals import rehearse
from workshop.models import Workshop

pytestmark = pytest.mark.django_db


def rehearsed() -> House:
    """A house that a facilitator rehearses: its workshop is the rehearsal, with invented leaders."""
    house = make_house(2)
    seat = rehearse(house.fay, uid=uuid.uuid4())
    return replace(house, workshop=seat.workshop, fay=seat)


def test_no_invented_leader_gets_a_seat_in_a_real_workshop() -> None:
    house = rehearsed()
    ref = f"workshop-{house.workshop.slug}"
    fay = client_of(house.fay)
    assert "Give seats to the same people" not in words(fay.get(f"/templates/{ref}/"))
    assert "Give seats to the same people" not in words(fay.get(reverse("workshop-new"), {"template": ref}))
    made = make(fay, ref, people="on")
    assert (made.purpose, made.seats.count()) == ("real", 1)
    Workshop.objects.filter(pk=house.workshop.pk).update(purpose="demo", pace="")
    assert "Give seats to the same people" not in words(fay.get(f"/templates/{ref}/"))
    old = Workshop.objects.get(pk=house.workshop.pk)
    user = house.fay.person.user  # type: ignore[union-attr]  # who signs in
    again = copy_workshop(user, old, pack_of(old), uid=uuid.uuid4(), zone="Europe/London", people=True)  # type: ignore[arg-type]
    assert again.workshop.seats.count() == 1


def test_what_starts_from_a_rehearsal_is_not_called_one() -> None:
    house = rehearsed()
    assert house.workshop.title.startswith("Rehearsal: Six")
    fay = client_of(house.fay)
    assert make(fay, f"workshop-{house.workshop.slug}").title.startswith("Six tensions")
    kept = fay.get(reverse("template-kept", kwargs={"slug": house.workshop.slug}))
    assert 'value="Rehearsal' not in words(kept)
    assert str(pack_of(house.workshop).title).startswith("Six tensions")
