"""No page of an unlinked workshop promises more than is kept after its close, nor does the first text."""

import pytest
from django.urls import reverse

from tests.quoting import asked, spoken
from tests.support import House, client_of
from workshop.actions.packs import INFORMATION
from workshop.actions.workshops import close_workshop
from workshop.models import ConsentItem

pytestmark = pytest.mark.django_db


def said(house: House, name: str) -> str:
    """Return a page as Ada is sent it."""
    answer = client_of(house.ada).get(reverse(name, kwargs={"slug": house.workshop.slug}))
    return " ".join(answer.content.decode().split())


def test_the_first_information_promises_to_take_out_only_what_can_be_found() -> None:
    assert "as long as it can be told that it is yours" in str(INFORMATION)


def test_set_up_warns_of_information_that_promises_more_than_unlinked_keeps() -> None:
    house = spoken("named")
    page = client_of(house.fay).get(reverse("setup", kwargs={"slug": house.workshop.slug}))
    assert "information about taking part must not say" in " ".join(page.content.decode().split())


@pytest.mark.parametrize(("promise", "unlinked"), [("unlinked", True), ("hidden", False)])
def test_choices_and_quotes_say_what_the_close_ends(promise: str, unlinked: bool) -> None:
    house = spoken(promise)
    asked(house)
    for name in ("consent", "own-quotes"):
        page = said(house, name)
        assert ("a quote cannot be changed or refused by itself" in page) is unlinked


@pytest.mark.parametrize(("promise", "unlinked"), [("unlinked", True), ("hidden", False)])
def test_an_answer_to_a_quote_says_until_when_it_can_be_changed(promise: str, unlinked: bool) -> None:
    house = spoken(promise)
    quote = asked(house)
    place = reverse("quote-answer", kwargs={"slug": house.workshop.slug, "uid": quote.uid})
    sent = {"answer": "accepted", "rev": str(quote.rev)}
    page = client_of(house.ada).post(place, sent, follow=True).content.decode()
    assert ("until the workshop closes" in page, "here at any time" in page) == (unlinked, not unlinked)


@pytest.mark.parametrize(("promise", "unlinked"), [("unlinked", True), ("hidden", False)])
def test_a_changed_answer_is_not_said_to_hold_for_words_that_nobody_can_find(
    promise: str, unlinked: bool
) -> None:
    house = spoken(promise)
    close_workshop(house.fay)
    item = ConsentItem.objects.get(workshop=house.workshop, key="keep-for-reuse")
    place = reverse("consent-answer", kwargs={"slug": house.workshop.slug})
    page = client_of(house.ada).post(place, {str(item.uid): "no"}, follow=True).content.decode()
    assert ("takes no words out of files" in page) is unlinked
    assert ("in every file that is made.") in page or unlinked
