"""The autosave of the pack's boxes: what the browser's module sends and hears."""

import json
import re
import uuid
from typing import Any

import pytest
from django.urls import reverse

from tests.support import House, client_of, make_house
from workshop.actions.remarks import save_remark
from workshop.actions.rounds import close_round
from workshop.models import Prompt, Remark

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}


def box(house: House, n: int = 1) -> Prompt:
    return house.workshop.prompts.get(card__number=n)


def send(house: House, text: str, rev: Any = 0, **more: Any) -> Any:
    """Save Ada's comment on card 1 as the browser's module does."""
    uid = more.pop("uid", None) or box(house).uid
    url = reverse("pack-remark", kwargs={"slug": house.workshop.slug, "prompt": uid})
    return client_of(house.ada).post(url, {f"text-{uid}": text, "rev": rev}, headers=JSON, **more)


def said(answer: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(answer.content)
    return found


def test_a_save_answers_with_the_rev_and_the_moment() -> None:
    house = make_house()
    answer = said(send(house, "True for us"))
    assert answer == {"rev": 1, "saved_at": Remark.objects.get().saved_at.isoformat()}


def test_words_on_an_old_rev_are_answered_with_both_and_where_to_choose() -> None:
    house = make_house()
    send(house, "One")
    answer = send(house, "Two")
    facts = said(answer)
    assert answer.status_code == 409
    assert (facts["state"], facts["theirs"], facts["mine"], facts["rev"]) == ("conflict", "One", "Two", 1)
    chosen = client_of(house.ada).post(facts["resolve"], {"keep": "mine", "rev": 1}, headers=JSON)
    assert (said(chosen)["text"], said(chosen)["rev"]) == ("Two", 2)


def test_a_choice_on_an_old_rev_is_answered_with_both_again_and_where_to_choose() -> None:
    house = make_house()
    send(house, "One")
    resolve = said(send(house, "Two"))["resolve"]
    send(house, "One, and more", 1)
    answer = client_of(house.ada).post(resolve, {"keep": "mine", "rev": 1}, headers=JSON)
    facts = said(answer)
    assert (answer.status_code, facts["state"]) == (409, "conflict")
    assert (facts["theirs"], facts["mine"], facts["resolve"]) == ("One, and more", "Two", resolve)
    assert client_of(house.ada).post(resolve, {"keep": "mine"}, headers=JSON).status_code == 422


@pytest.mark.parametrize("keep", ["", "ours"])
def test_no_other_choice_is_taken(keep: str) -> None:
    house = make_house()
    send(house, "One")
    resolve = said(send(house, "Two"))["resolve"]
    assert client_of(house.ada).post(resolve, {"keep": keep, "rev": 1}, headers=JSON).status_code == 422
    assert (
        client_of(house.ada).post(resolve.replace("/1/", "/2/"), {"keep": "mine", "rev": 1}).status_code
        == 404
    )


def test_words_over_the_limit_are_422_and_change_nothing() -> None:
    house = make_house()
    answer = send(house, "x" * 4001)
    assert (answer.status_code, said(answer)["state"]) == (422, "invalid")
    assert "1 character over the limit of 4,000" in said(answer)["message"]
    assert not Remark.objects.exists()


@pytest.mark.parametrize("rev", ["", "-1", "one", "1.5", "١", "9" * 40])
def test_a_broken_rev_is_422(rev: str) -> None:
    house = make_house()
    assert send(house, "One", rev).status_code == 422
    assert not Remark.objects.exists()


def test_a_rev_from_the_future_is_a_conflict_and_not_an_overwrite() -> None:
    house = make_house()
    send(house, "One")
    assert send(house, "Two", 99).status_code == 409
    assert Remark.objects.get().body == "One"


def test_characters_that_could_harm_never_reach_the_database() -> None:
    house = make_house()
    raw = f"text-{box(house).uid}=a%00b%07c%ED%A0%80d%E2%80%AEe&rev=0"
    url = reverse("pack-remark", kwargs={"slug": house.workshop.slug, "prompt": box(house).uid})
    form = "application/x-www-form-urlencoded"
    assert client_of(house.ada).post(url, raw, content_type=form, headers=JSON).status_code == 200
    body = Remark.objects.get().body
    assert body.replace("\ufffd", "") == "abcde"


def test_another_workshops_box_and_one_that_is_gone_are_404() -> None:
    house = make_house()
    theirs = house.zed.workshop.prompts.first()
    assert theirs
    for uid in (theirs.uid, uuid.uuid4()):
        assert send(house, "Hello", uid=uid).status_code == 404
    assert not Remark.objects.exists()


def test_a_save_after_the_close_is_told_so() -> None:
    house = make_house()
    close_round(house.fay, house.pack)
    answer = send(house, "Late")
    assert (answer.status_code, said(answer)["state"]) == (409, "closed")
    assert "The pack closed on" in said(answer)["message"]


def test_without_scripts_a_choice_leads_back_to_its_box() -> None:
    house = make_house()
    save_remark(house.ada, box(house), "One", 0)
    resolve, client = said(send(house, "Two"))["resolve"], client_of(house.ada)
    page = client.get(reverse("pack", kwargs={"slug": house.workshop.slug})).text
    carried = re.search(r'form="choice-[^"]+" name="rev" value="([^"]+)"', page)
    assert carried is not None
    answer = client.post(resolve, {"keep": "both", "rev": carried[1]})
    assert answer.status_code == 302
    assert answer["Location"].endswith(f"/pack/#box-{box(house).uid}")
    assert Remark.objects.get().body == "One\n\nTwo"
