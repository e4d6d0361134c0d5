"""What is sent before an open question is answered is not lost: it waits to be sent again."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from tests.actions.test_sheets import inform
from tests.support import House, agree, client_of, make_house
from tests.views.test_pack import url
from tests.views.test_pack_form import form, text
from workshop.models import Remark

pytestmark = pytest.mark.django_db
TYPED = "Half a thought\r\n<b> & the rest"


def refused(house: House, client: Client) -> str:
    """Let Ada type, and send it after the information was changed so that it matters."""
    sent = form(house, client, **{text(house): TYPED, text(house, 2): "Two"})
    inform(house, "Recorded, too", matters=True)
    answer = client.post(url(house), sent | {"stay": ""})
    assert answer.status_code == 403
    return answer.content.decode()


def fields(page: str) -> dict[str, list[str]]:
    """Return what the form of the page sends, but for its token."""
    main = page[page.index("<main") : page.index("</main>")]
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', main)
    boxes = re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>\r?\n(.*?)</textarea>', main, re.DOTALL)
    data: dict[str, list[str]] = {}
    for name, value in [*hidden, *boxes]:
        data.setdefault(name, []).append(unescape(value))
    data.pop("csrfmiddlewaretoken", None)
    return data


def test_a_refusal_leads_to_the_page_that_is_to_be_read_and_keeps_the_words_in_boxes() -> None:
    house = make_house(1)
    page = refused(house, client_of(house.ada))
    assert f'href="{reverse("consent", kwargs={"slug": house.workshop.slug})}" target="_blank"' in page
    assert "What you wrote is not saved yet. It waits in the boxes below" in page
    sent = fields(page)
    assert [sent[text(house)], sent[text(house, 2)]] == [[TYPED], ["Two"]]


def test_sent_again_once_the_question_is_answered_all_of_it_is_saved() -> None:
    house = make_house(1)
    client = client_of(house.ada)
    page = refused(house, client)
    page = client.post(url(house), fields(page)).content.decode()  # too early: it waits still
    agree(house.ada)
    answer = client.post(url(house), fields(page))
    assert answer["Location"] == url(house)
    assert set(Remark.objects.values_list("body", flat=True)) == {TYPED.replace("\r", ""), "Two"}


def test_a_box_that_saves_by_itself_is_told_where_to_read() -> None:
    house = make_house(1)
    client = client_of(house.ada)
    inform(house, "Recorded, too", matters=True)
    answer = client.post(url(house), {}, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["state"]) == (403, "forbidden")
    assert "Your words are kept on this device." in answer.json()["unsaved"]
    assert answer.json()["page"] == reverse("consent", kwargs={"slug": house.workshop.slug})
