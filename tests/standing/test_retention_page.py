"""The page of how long a workshop is kept: it says what fails, and what stays of the workshop."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.support import House, client_of, make_house
from workshop.actions.retention import set_retention
from workshop.models import Job

pytestmark = pytest.mark.django_db
DAY = timezone.localdate() + timedelta(days=400)


@pytest.fixture
def house() -> House:
    return make_house(leaders=1)


def test_the_page_says_that_an_erasure_fails_and_is_tried_again(house: House) -> None:
    set_retention(house.fay, DAY)
    page = reverse("retention", kwargs={"slug": house.workshop.slug})
    assert "could not be erased" not in client_of(house.fay).get(page).text
    Job.objects.filter(kind="erase").update(tries=1)
    assert "could not be erased" in client_of(house.fay).get(page).text


def test_the_page_says_what_the_record_keeps(house: House) -> None:
    page = client_of(house.fay).get(reverse("retention", kwargs={"slug": house.workshop.slug})).text
    assert "when each seat did something that is on record" in page
