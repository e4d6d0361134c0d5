"""New personal links: each page says whether earlier ones still work, and ends them at one press."""

import re
from typing import Any

import pytest

from tests.support import House, client_of, make_house
from tests.views.results_world import write
from workshop.actions.links import find_link, mint_link
from workshop.actions.workshops import close_workshop
from workshop.models import Link

pytestmark = pytest.mark.django_db
ADDRESS = re.compile(r"http://127\.0\.0\.1:8000/link/([\w-]+)/")


@pytest.fixture
def house() -> House:
    return make_house(leaders=4)


def post(house: House, path: str, **sent: Any) -> tuple[int, str]:
    answer = client_of(house.fay).post(f"/w/{house.workshop.slug}/people/{path}", sent)
    return answer.status_code, answer.content.decode()


def secrets_of(page: str) -> list[str]:
    return list(dict.fromkeys(ADDRESS.findall(page)))


def works(secret: str) -> bool:
    link = find_link(secret)
    return link is not None and link.is_valid


def test_a_new_link_says_how_many_earlier_ones_still_work_and_ends_them_at_one_press(house: House) -> None:
    _status, page = post(house, f"{house.ada.uid}/link/")
    assert "earlier link" not in page
    old = [*secrets_of(page), mint_link(house.fay, house.ada)]
    bens = mint_link(house.fay, house.others[0])
    _status, page = post(house, f"{house.ada.uid}/link/")
    (new,) = secrets_of(page)
    assert "2 earlier links still work" in page
    status, page = post(house, "links/earlier/", shown=new)
    assert (status, secrets_of(page)) == (200, [new])
    assert "2 earlier links have ended." in page
    assert "still work" not in page
    assert [works(each) for each in (*old, new, bens)] == [False, False, True, True]


def test_a_link_that_was_made_later_than_the_page_is_not_ended_by_it(house: House) -> None:
    shown, later = mint_link(house.fay, house.ada), mint_link(house.fay, house.ada)
    assert "No earlier link worked any more." in post(house, "links/earlier/", shown=shown)[1]
    assert works(later)


def test_a_page_whose_own_links_have_ended_ends_no_others(house: House) -> None:
    before, shown = mint_link(house.fay, house.ada), mint_link(house.fay, house.ada)
    Link.objects.filter(digest=Link.digest_of(shown)).update(revoked_at="2026-01-01T00:00Z")
    assert post(house, "links/earlier/", shown=shown)[0] == 409
    assert post(house, "links/earlier/", shown=mint_link(house.zoe, house.zed))[0] == 409
    assert works(before)


def test_everybody_who_has_not_begun_gets_a_new_link_on_one_page(house: House) -> None:
    write(house, house.ada, "I have begun")
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/people/links/").text
    assert "New links for the 3 who have not begun" in page
    status, page = post(house, "links/", whom="not-begun")
    given = [find_link(secret) for secret in secrets_of(page)]
    assert status == 200
    assert [link.seat for link in given if link] == house.others
    assert "Ben, ben@example.org, http://127.0.0.1:8000/link/" in page
    assert "New links for 3 people" in page


def test_those_who_are_ticked_get_new_links_and_their_earlier_ones_can_be_ended(house: House) -> None:
    old = [mint_link(house.fay, each) for each in house.leaders]
    ben, cem = house.others[:2]
    status, page = post(house, "links/", person=[ben.uid, cem.uid, house.zed.uid, house.fay.uid, "nonsense"])
    new = secrets_of(page)
    assert (status, len(new)) == (200, 2)
    assert "2 earlier links still work" in page
    _status, page = post(house, "links/earlier/", shown=" ".join(new))
    assert secrets_of(page) == new
    assert [works(each) for each in old] == [True, False, False, True]


def test_a_press_with_nobody_ticked_makes_no_link_and_says_so(house: House) -> None:
    status, page = post(house, "links/")
    assert status == 422
    assert "Tick at least one person. No link was made." in page
    assert not Link.objects.exists()


def test_a_press_for_all_who_have_not_begun_is_told_that_everybody_has_meanwhile(house: House) -> None:
    before = client_of(house.fay).get(f"/w/{house.workshop.slug}/people/links/").text
    assert "Or tick them one by one" in before
    for seat in house.leaders:
        write(house, seat, "I have begun")
    status, page = post(house, "links/", whom="not-begun")
    assert status == 422
    assert "Nobody is left who has not begun. No link was made." in page
    assert "Tick at least one" not in page
    assert "Or tick" not in page
    assert "Tick whom to make links for" in page


def test_after_an_unlinked_close_nobody_is_told_apart_by_having_begun() -> None:
    house = make_house(leaders=3, promise="unlinked")
    close_workshop(house.fay)
    assert "not begun" not in client_of(house.fay).get(f"/w/{house.workshop.slug}/people/links/").text
    status, page = post(house, "links/", whom="not-begun")
    assert status == 422
    assert "Nobody knows any more who has begun. Tick those who need a link. No link was made." in page


def test_an_invitation_sent_again_offers_to_end_the_links_of_the_first_page(house: House) -> None:
    form = {"guests": "Ivo, ivo@example.org", "uid": "6b1f0a52-6f0e-4f0e-9a55-0d9b54d6a0aa"}
    assert "still works" not in post(house, "invitations/", **form)[1]
    assert "1 earlier link still works" in post(house, "invitations/", **form)[1]
