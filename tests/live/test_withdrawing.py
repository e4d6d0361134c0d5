"""A withdrawal is told to every open page, for each region may show a word or a name; its own lines end."""

from collections import defaultdict
from typing import Any

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from tests.support import make_house
from workshop.actions.links import find_link, mint_link, take_seat
from workshop.actions.withdrawing import withdraw
from workshop.live import pacing
from workshop.live.doors import expelled, place_at
from workshop.live.fragments import FRAGMENTS
from workshop.models.passes import pass_name, write_pass

pytestmark = pytest.mark.django_db


def test_each_region_of_each_audience_is_out_of_date(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    house, told = make_house(), defaultdict[str, set[str]](set)

    def mark(_workshop: int, audience: str, fragments: tuple[str, ...], **_more: Any) -> None:
        told[audience] |= set(fragments)

    monkeypatch.setattr(pacing, "mark", mark)
    monkeypatch.setattr("workshop.actions.withdrawing.wipe_leftovers", lambda: True)
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(house.ada)
    missing = {audience: set(names) - told[audience] for audience, names in FRAGMENTS.items()}
    assert not any(missing.values())


def test_their_open_line_is_cut_at_the_next_beat() -> None:
    house = make_house()
    link = find_link(mint_link(house.ada, house.ada))
    assert link is not None
    cookies = {pass_name(house.workshop.slug): write_pass(take_seat(link))}
    place = place_at("pack", house.workshop.slug, cookies, house.fay.person.user)  # type: ignore[arg-type, union-attr]  # a user, of no use here
    assert place is not None
    assert expelled(house.workshop.pk, [place]) == set()
    withdraw(house.ada)
    assert expelled(house.workshop.pk, [place]) == {place}
