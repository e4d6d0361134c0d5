"""My data: what a workshop holds about a person, taken along whole, taken back when asked twice."""

import io
import json
import zipfile
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.support import House, client_of, make_house
from tests.withdrawing import EMAIL, NAME, WORD, full_house, holding, sure
from workshop.actions.agreed import say_assent
from workshop.actions.consents import answer_consents
from workshop.actions.workshops import close_workshop
from workshop.models import Audit, Consent, Remark, Seat
from workshop.models.consents import asked_of

pytestmark = pytest.mark.django_db


def at(house: House, name: str = "my-data") -> str:
    """Return an address of the workshop."""
    return reverse(name, kwargs={"slug": house.workshop.slug})


def says(answer: Any) -> str:
    """Return the words of a page, on one line."""
    return " ".join(answer.content.decode().split())


def test_the_page_counts_what_there_is() -> None:
    house = full_house("hidden")
    page = says(client_of(house.ada).get(at(house)))
    for line in (NAME, EMAIL, "<b>3</b> comments in your pack", "<b>1</b> round in which you placed"):
        assert line in page
    assert f"Pack {WORD}" in page  # the words themselves stand below, each with the way to take it back


def test_the_page_says_when_a_browser_last_came_in_by_a_link() -> None:
    house = make_house(leaders=1)
    browser = client_of(house.ada)
    used = house.workshop.local(house.ada.links.latest("pk").used_at)
    page = says(browser.get(at(house)))
    assert used is not None
    assert "A browser last came in by a link of yours on <time" in page
    assert f"{used:%A %-d %B}, {used:%H:%M}" in page
    assert "If that was not you, ask your facilitators for a new link" in page


def taken(browser: Client, house: House) -> tuple[str, dict[str, Any]]:
    """Return the page and the data in the file."""
    answer = browser.post(at(house, "my-data-file"))
    with zipfile.ZipFile(io.BytesIO(answer.content)) as folder:
        return folder.read("my-data.html").decode(), json.loads(folder.read("my-data.json"))


def test_the_file_has_every_word_of_theirs_and_none_of_others() -> None:
    house = full_house()
    page, data = taken(client_of(house.ada), house)
    kept = json.dumps(data)
    marks = (
        "Pack",
        "Copy",
        "Other",
        "Second",
        "Reason",
        "Edited",
        "Said",
        "Rule",
        "Ask",
        "Because",
        "Answer",
    )
    more = ("Credit", "Text", "Beside", "Since", "Change", "Made", "Open", "Stance", "New", "Tie")
    for mark in (*marks, *more):
        assert f"{mark} {WORD}" in kept
        assert f"{mark} {WORD}" in page
    for others in ("Ben", "ben@example.org", "Fay", "fay@example.org"):
        assert others not in kept
        assert others not in page


def test_the_file_is_noted_without_words() -> None:
    house = full_house()
    taken(client_of(house.ada), house)
    line = Audit.objects.get(verb="own_data_taken")
    assert (line.seat, line.ids) == (house.ada, {})


@pytest.mark.parametrize(
    ("promise", "line"),
    [("hidden", "<b>1</b> round keeps its totals"), ("named", "<b>1</b> round loses your answers")],
)
def test_what_goes_and_what_stays_is_said_before_anything_is_erased(promise: str, line: str) -> None:
    house = full_house(promise)
    page = says(client_of(house.ada).get(at(house, "withdrawal")))
    assert line in page
    assert "<b>2</b> replies by others" in page
    assert holding(WORD)


def test_what_becomes_of_the_text_of_the_group_is_said_as_it_is_here() -> None:
    house = full_house()
    back, stays = "What you wrote last on <b>1</b> text of the group", "<b>1</b> text that the group wrote"
    page = says(client_of(house.ada).get(at(house, "withdrawal")))
    assert (back in page, stays in page) == (True, False)
    text = Remark.objects.get(prompt__kind="agreed")
    question = house.workshop.prompts.get(kind="open")
    say_assent(house.others[0], question, "agree", "", text.rev)
    page = says(client_of(house.ada).get(at(house, "withdrawal")))
    assert (back in page, stays in page) == (False, True)
    cem = says(client_of(house.others[1]).get(at(house, "withdrawal")))
    assert (back in cem, stays in cem) == (False, False)


def test_it_is_asked_twice_and_done_once() -> None:
    house = full_house()
    browser, address = client_of(house.ada), at(house, "withdrawal")
    assert browser.post(address).status_code == 422  # no tick
    last = says(browser.post(address, {"sure": "on"}))
    assert "Withdraw, for good?" in last
    assert Seat.objects.filter(pk=house.ada.pk).exists()
    done = browser.post(address, sure(house), follow=True)
    assert "You have withdrawn" in says(done)
    assert f"left-{house.ada.uid}" in browser.cookies  # the browser forgets what it kept for that seat
    assert holding(WORD) == []


def test_who_presses_twice_is_told_that_it_is_done() -> None:
    house = full_house()
    browser, address = client_of(house.ada), at(house, "withdrawal")
    before = browser.cookies.output()
    sent = sure(house) | {"left": str(house.ada.uid)}
    browser.post(address, sent)
    browser.cookies.load(before.replace("Set-Cookie: ", ""))
    again = browser.post(address, sent)
    assert f"left-{house.ada.uid}" in again.cookies  # the first answer may not have been heard
    assert (again.status_code, again.headers["Location"]) == (302, reverse("withdrawn"))
    assert browser.get(at(house)).status_code == 404


def test_no_other_cookie_can_be_made_by_the_form() -> None:
    house = full_house()
    browser, address = client_of(house.ada), at(house, "withdrawal")
    before = browser.cookies.output()
    browser.post(address, sure(house))
    browser.cookies.load(before.replace("Set-Cookie: ", ""))
    again = browser.post(address, sure(house) | {"left": "x; path=/"})
    assert [name for name in again.cookies if name.startswith("left-")] == []


@pytest.mark.parametrize("closed", [False, True])
def test_it_is_reached_after_the_close_and_by_who_declined_or_has_not_answered(closed: bool) -> None:
    house = make_house()
    items = [str(item.uid) for item, _given in asked_of(house.ada)]
    answer_consents(house.ada, dict.fromkeys(items, False))
    Consent.objects.filter(seat=house.others[0]).delete()
    if closed:
        close_workshop(house.fay)
    for seat in (house.ada, house.others[0]):
        browser = client_of(seat)
        assert at(house) in says(browser.get(at(house, "consent")))
        assert browser.get(at(house)).status_code == 200
        browser.post(at(house, "withdrawal"), sure(house))
        assert Seat.objects.get(uid=seat.uid).withdrawn_at


def test_the_way_there_is_on_the_pages_of_those_who_take_part() -> None:
    house = full_house()
    browser = client_of(house.ada)
    for name in ("pack", "room", "results", "consent"):
        assert at(house) in says(browser.get(at(house, name)))


def test_a_facilitator_is_told_why_not() -> None:
    house = make_house()
    browser = client_of(house.fay)
    assert "deleting the workshop erases everything" in says(browser.get(at(house)))
    assert browser.post(at(house, "withdrawal"), sure(house)).status_code == 403
    assert Seat.objects.get(pk=house.fay.pk).person


def test_after_the_link_was_destroyed_the_page_says_so_and_what_has_a_name_still_goes() -> None:
    house = full_house("unlinked")
    close_workshop(house.fay)
    browser = client_of(house.ada)
    for name in ("my-data", "withdrawal"):
        assert "the link between people and what they answered was destroyed" in says(
            browser.get(at(house, name))
        )
    data = taken(browser, house)[1]
    assert (data["comments_and_answers"], data["rounds"], data["cards"]) == (
        [],
        [],
        [],
    )  # whose, nobody knows
    browser.post(at(house, "withdrawal"), sure(house))
    assert [holding(NAME), holding(EMAIL), holding(f"Credit {WORD}")] == [[], [], []]
