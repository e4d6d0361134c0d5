"""Before an unlinked close everybody is told, in time, what can be done no more after it."""

import pytest
from django.test import TestCase
from django.urls import reverse

from tests.quoting import asked, marked, spoken
from tests.stagecraft import page, put, send
from tests.support import House
from workshop.actions.quotes import answer_quote, remove_quote
from workshop.actions.taking_back import withdraw_remark
from workshop.live import pacing
from workshop.live.fragments import regions
from workshop.models import Workshop
from workshop.models.audiences import FACILITATORS, PARTICIPANTS

pytestmark = pytest.mark.django_db
WARNS = "The close destroys the link between you and what you wrote and chose, for good."
NO_ANSWER = "no answer from whoever said"


def controls(house: House) -> str:
    """Return what is pushed to the desk for its controls."""
    return regions(Workshop.objects.get(pk=house.workshop.pk), FACILITATORS)["controls"]


@pytest.mark.parametrize(("promise", "unlinked"), [("unlinked", True), ("hidden", False), ("named", False)])
def test_the_last_step_warns_who_takes_part_and_says_where_to_act(promise: str, unlinked: bool) -> None:
    house = spoken(promise)
    put(house, "close")
    pushed = regions(Workshop.objects.get(pk=house.workshop.pk), PARTICIPANTS)["stage"]
    assert (WARNS in page(house, house.ada), WARNS in pushed) == (unlinked, unlinked)
    for name in ("my-data", "own-quotes", "consent"):
        place = reverse(name, kwargs={"slug": house.workshop.slug})
        assert (f'href="{place}">' in pushed) is unlinked


@pytest.mark.parametrize(("promise", "unlinked"), [("unlinked", True), ("hidden", False), ("named", False)])
def test_whoever_closes_is_told_how_many_quotes_nobody_can_answer_after_it(
    promise: str, unlinked: bool
) -> None:
    house = spoken(promise)
    put(house, "close")
    answer_quote(house.ada, asked(house), state="refused", words="", rev=2)
    remove_quote(house.fay, asked(house))
    for said in (controls(house), send(house, house.fay, "workshop-closing", {}).content.decode()):
        assert NO_ANSWER not in said
    asked(house)
    marked(house)
    for said in (controls(house), send(house, house.fay, "workshop-closing", {}).content.decode()):
        assert ("2 quotes have no answer from whoever said them yet" in said) is unlinked


def test_the_desk_hears_of_every_change_of_quotes(monkeypatch: pytest.MonkeyPatch) -> None:
    house = spoken("unlinked")
    told: list[object] = []
    monkeypatch.setattr(pacing, "mark", lambda _id, audience, names, **more: told.append((audience, names)))
    with TestCase.captureOnCommitCallbacks(execute=True):
        quote = asked(house)
        answer_quote(house.ada, quote, state="accepted", words="", rev=quote.rev)
        remove_quote(house.fay, quote)
    assert told == [(FACILITATORS, ("controls",))] * 4


@pytest.mark.parametrize("quoted", [True, False])
def test_the_desk_hears_of_quotes_that_go_with_a_comment(
    monkeypatch: pytest.MonkeyPatch, quoted: bool
) -> None:
    house = spoken("unlinked")
    if quoted:
        asked(house)
    told: list[object] = []
    monkeypatch.setattr(pacing, "mark", lambda _id, audience, names, **more: told.append((audience, names)))
    with TestCase.captureOnCommitCallbacks(execute=True):
        withdraw_remark(house.ada, house.ada.remarks.get())
    assert ((FACILITATORS, ("controls",)) in told) is quoted
