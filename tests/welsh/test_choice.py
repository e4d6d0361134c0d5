"""Each person reads in the language that they chose, on every device; facilitators read in English."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.stagecraft import put
from tests.support import House, client_of, make_house
from workshop.actions.links import mint_link
from workshop.models import Seat
from workshop.models.languages import COOKIE, ENGLISH, WELSH
from workshop.models.no_letters import token_of

pytestmark = pytest.mark.django_db
WELSH_PAGE, ENGLISH_PAGE = '<html lang="cy">', '<html lang="en-gb">'


@pytest.fixture
def house(settings: Any) -> House:
    settings.WELSH = True
    return make_house(leaders=2)


def address(house: House, name: str) -> str:
    """Return a page of the workshop."""
    return reverse(name, kwargs={"slug": house.workshop.slug})


def choose(browser: Client, where: str, page: str, language: str = WELSH) -> Any:
    """Press the button of the other language on a page."""
    return browser.post(where, {"language": language, "next": page})


def kept(house: House) -> str:
    """Return what Ada's seat keeps."""
    return Seat.objects.get(pk=house.ada.pk).language


def test_nothing_is_offered_or_spoken_until_the_host_turns_it_on(settings: Any) -> None:
    assert settings.WELSH is False
    house = make_house(leaders=2)
    browser = client_of(house.ada)
    choose(browser, address(house, "own-language"), "/")
    browser.cookies[COOKIE] = WELSH
    for page in ("/", "/help/", address(house, "room")):
        said = browser.get(page).content.decode()
        assert ENGLISH_PAGE in said
        assert "Cymraeg" not in said
    assert kept(house) == ""


def test_one_press_keeps_the_page_and_changes_its_language_and_back(house: House) -> None:
    browser, room = client_of(house.ada), address(house, "room")
    assert 'lang="cy">Cymraeg</button>' in browser.get(room).content.decode()
    answer = choose(browser, address(house, "own-language"), room)
    assert (answer.status_code, answer.headers["Location"]) == (302, room)
    said = browser.get(room).content.decode()
    assert WELSH_PAGE in said
    assert 'lang="en">English</button>' in said
    choose(browser, address(house, "own-language"), room, ENGLISH)
    assert ENGLISH_PAGE in browser.get(room).content.decode()
    assert kept(house) == ENGLISH


def test_a_choice_on_the_way_in_goes_to_the_seat_and_from_there_to_another_device(house: House) -> None:
    phone, laptop = Client(), Client()
    link = reverse("link", kwargs={"secret": mint_link(house.fay, house.ada)})
    choose(phone, reverse("language"), link)
    assert WELSH_PAGE in phone.get(link).content.decode()
    phone.post(link)
    assert kept(house) == WELSH
    assert ENGLISH_PAGE in laptop.get(link).content.decode()
    laptop.post(link)
    assert WELSH_PAGE in laptop.get(address(house, "room")).content.decode()


def test_who_joins_by_code_keeps_the_language_of_the_way_in(house: House) -> None:
    browser = Client()
    choose(browser, reverse("language"), "/join/")
    said = {"code": house.workshop.join_code, "name": "Gwen"}
    token = browser.get("/join/").context["form"]["token"].value()
    browser.post("/join/", said | {"token": token})
    assert Seat.objects.get(person__name="Gwen").language == WELSH


def test_pages_of_facilitators_stay_english_and_offer_nothing(house: House) -> None:
    browser = client_of(house.fay)
    browser.cookies[COOKIE] = WELSH
    for page in (
        "/",
        "/accounts/password/",
        *(address(house, name) for name in ("overview", "desk", "room")),
    ):
        said = browser.get(page).content.decode()
        assert ENGLISH_PAGE in said, page
        assert "data-language" not in said, page


@pytest.mark.parametrize("page", ["https://evil.example/", "//evil.example/", "javascript:x", "help/", ""])
def test_nobody_is_led_away(house: House, page: str) -> None:
    assert choose(Client(), reverse("language"), page).headers["Location"] == "/"


def test_an_unknown_language_changes_nothing(house: House) -> None:
    browser = client_of(house.ada)
    answer = choose(browser, address(house, "own-language"), "/help/", "xx")
    assert answer.headers["Location"] == "/help/"
    assert COOKIE not in answer.cookies
    assert kept(house) == ""


def test_regions_that_are_kept_for_many_are_kept_for_each_language(house: House) -> None:
    put(house, "poll")
    ada, ben = client_of(house.ada), client_of(house.others[0])
    ada.cookies[COOKIE] = WELSH
    regions = address(house, "room-regions")
    said = [browser.get(regions).content.decode() for browser in (ben, ada, ben)]
    assert said[0] == said[2] != said[1]


def test_the_answer_to_a_form_offers_no_way_back_to_where_nothing_can_be_read(house: House) -> None:
    browser = client_of(house.ada)
    assert "data-language" in browser.get(address(house, "needs")).text
    assert "data-language" not in browser.post(address(house, "needs"), {"rev": "no"}).text


def test_whoever_asked_for_no_letters_can_still_change_the_language(house: House) -> None:
    path = f"/no-letters/{token_of(house.ada)}/"
    for answer in (Client().get(path), Client().post(path)):
        said = answer.content.decode()
        assert 'lang="cy">Cymraeg</button>' in said
        assert f'name="next" value="{path}"' in said


def test_a_page_says_that_a_file_is_in_english_before_it_is_taken(house: House) -> None:
    browser = client_of(house.ada)
    browser.cookies[COOKIE] = WELSH
    for name in ("own-pack-file", "my-data"):
        said = browser.get(address(house, name)).content.decode()
        assert 0 < said.index("Mae’r ffeil yn Saesneg.") < said.index("#i-get")


def test_a_welsh_page_about_letters_says_that_they_are_in_english(house: House) -> None:
    path = f"/no-letters/{token_of(house.ada)}/"
    assert "in English." not in Client().get(path).content.decode()
    browser = Client()
    browser.cookies[COOKIE] = WELSH
    assert "Mae’r llythyrau yn Saesneg." in browser.get(path).content.decode()
    assert "Mae’r llythyrau e-bost" in browser.get("/accessibility/").content.decode()
