"""The pages that hand out the pack as a file: whom they offer, what they send, what they refuse."""

import re

import pytest

from tests.opened import pdf_text
from tests.support import House, add_leader, client_of, make_house
from workshop.actions.people import remove_seat
from workshop.actions.workshops import close_workshop
from workshop.forms import pack_files
from workshop.models import Link, Seat

pytestmark = pytest.mark.django_db
ASKED = {"whom": "anybody", "file": "pdf", "size": "usual", "sheets": "cards"}


def address(house: House, own: str = "") -> str:
    return f"/w/{house.workshop.slug}/pack/files/{own}"


def test_anybody_everybody_and_each_person_are_offered() -> None:
    house = make_house(2)
    remove_seat(house.fay, add_leader(house.fay, "Gone"))
    text = client_of(house.fay).get(address(house), {"person": str(house.ada.uid)}).content.decode()
    assert 'value="anybody"' in text
    assert "a pack with their name for each" in text
    assert f'<option value="{house.ada.uid}" selected>Ada</option>' in text
    assert "Gone" not in text


def test_many_people_are_offered_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    house = make_house(5)
    monkeypatch.setattr(pack_files, "MOST", 2)
    fay = client_of(house.fay)
    text = fay.get(address(house)).content.decode()
    assert "Everybody, from 5 to 5 of 5" in text
    content = fay.post(address(house), ASKED | {"whom": "everybody-1", "sheets": "form"}).content
    told = pdf_text(content)
    assert [name in told for name in ("For Ada", "For Ben", "For Cem", "For Dot", "For Eve")] == [
        False, False, True, True, False,
    ]  # fmt: skip


def test_the_file_comes_as_one_to_keep_under_a_name_that_says_what_it_is() -> None:
    house = make_house(1)
    answer = client_of(house.fay).post(address(house), ASKED | {"whom": str(house.ada.uid), "size": "large"})
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="pack-{house.workshop.slug}-ada-large.pdf"'
    assert answer.content.startswith(b"%PDF")


@pytest.mark.parametrize("wrong", [{"whom": "nobody"}, {"size": "huge"}, {"sheets": ""}, {"file": "exe"}])
def test_what_is_not_offered_is_refused_with_the_page(wrong: dict[str, str]) -> None:
    house = make_house(1)
    answer = client_of(house.fay).post(address(house), ASKED | wrong)
    assert answer.status_code == 422
    assert b'role="alert"' in answer.content
    assert not Link.objects.filter(purpose="qr").exists()


def test_who_takes_part_prints_their_own_and_the_page_leads_there() -> None:
    house = make_house(1)
    ada = client_of(house.ada)
    assert address(house, "own/") in ada.get(f"/w/{house.workshop.slug}/pack/").content.decode()
    asked = {key: value for key, value in ASKED.items() if key != "whom"}
    told = pdf_text(ada.post(address(house, "own/"), asked | {"sheets": "form"}).content)
    assert "For Ada" in told
    assert ada.post(address(house, "own/"), asked | {"size": "huge"}).status_code == 422


def test_the_code_in_a_pack_shows_whose_it_is_and_takes_the_seat_at_a_press() -> None:
    house = make_house(1)
    content = client_of(house.fay).post(address(house), ASKED | {"whom": str(house.ada.uid)}).content
    [link] = set(re.findall(rb"/link/[\w-]{43}/", content))
    browser = client_of(None)
    assert b"Go on as Ada" in browser.get(link.decode()).content
    assert browser.get(f"/w/{house.workshop.slug}/pack/").status_code == 404
    assert browser.post(link.decode()).status_code == 302
    assert browser.get(f"/w/{house.workshop.slug}/pack/").status_code == 200


def test_after_the_close_no_pack_is_handed_out() -> None:
    house = make_house(1)
    close_workshop(house.fay)
    assert client_of(house.fay).get(address(house)).status_code == 409
    assert client_of(house.ada).get(address(house, "own/")).status_code == 409


@pytest.mark.parametrize(("promise", "offered"), [("named", False), ("hidden", True)])
def test_who_declined_is_left_out_only_where_that_may_be_known(promise: str, offered: bool) -> None:
    house = make_house(2, promise=promise)
    house.workshop.consent_items.get(key="take-part").answers.filter(seat=house.ada).update(answer=False)
    text = client_of(house.fay).get(address(house)).content.decode()
    assert (">Ada</option>" in text) is offered


@pytest.mark.parametrize(
    ("promise", "full", "says"),
    [
        ("named", True, "it has what the person wrote so far"),
        ("named", False, "because you take files without names"),
        ("hidden", True, "because names are hidden in this workshop"),
        ("unlinked", True, "because names are hidden in this workshop"),
    ],
)
def test_the_page_says_whether_words_stand_in_a_pack_with_a_name(promise: str, full: bool, says: str) -> None:
    house = make_house(1, promise=promise)
    Seat.objects.filter(pk=house.fay.pk).update(full_data=full)
    text = client_of(house.fay).get(address(house)).content.decode()
    assert says in text
    assert ("has what the person wrote" in text) is (promise == "named" and full)
