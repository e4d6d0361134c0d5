"""Inviting by pasted lines."""

import pytest

from tests.support import client_of, make_house
from workshop.forms.people import read_guests
from workshop.models import Seat

GOOD = {
    "Ann Smith, ann@example.org": ("Ann Smith", "ann@example.org"),
    "Ann Smith <Ann@Example.org>": ("Ann Smith", "ann@example.org"),
    '"Smith, Ann" <ann@example.org>;': ("Smith, Ann", "ann@example.org"),
    "Ann Smith\tann@example.org": ("Ann Smith", "ann@example.org"),
    "Ann\tSmith\tann@example.org": ("Ann Smith", "ann@example.org"),
    "ann@example.org; Ann Smith": ("Ann Smith", "ann@example.org"),
    "Ann Smith ann@example.org": ("Ann Smith", "ann@example.org"),
    "ann.smith@example.org": ("Ann Smith", "ann.smith@example.org"),
    "  Zoë\u00a0Ó Brien ,  z@example.org ": ("Zoë Ó Brien", "z@example.org"),
}
BAD = {
    "Ann Smith": "There is no e-mail address.",
    "Ann, ann@example": "“ann@example” is not an e-mail address.",
    "Ann, ann@@example.org": "more than one e-mail address",
    "Ann, ann@example.org, ben@example.org": "more than one e-mail address",
    "x" * 121 + ", ann@example.org": "The name has more than 120 characters.",
}


@pytest.mark.parametrize("line", GOOD)
def test_a_line_is_read_in_each_usual_form(line: str) -> None:
    pasted = read_guests(line)
    assert [(guest.name, guest.email) for guest in pasted.guests] == [GOOD[line]]
    assert pasted.bad == []


@pytest.mark.parametrize("line", BAD)
def test_a_bad_line_is_named_with_its_reason(line: str) -> None:
    pasted = read_guests(f"\n{line}\nBen, ben@example.org")
    assert [guest.name for guest in pasted.guests] == ["Ben"]
    assert [(number, text) for number, text, _reason in pasted.bad] == [(2, line)]
    assert BAD[line] in pasted.bad[0][2]


@pytest.mark.parametrize("heading", ["Name, E-mail", "name\temail", "E-mail address", "Name;Mail"])
def test_a_line_of_headings_is_passed_over(heading: str) -> None:
    pasted = read_guests(f"{heading}\r\nAnn, ann@example.org\r\n\r\n")
    assert [guest.line for guest in pasted.guests] == [2]
    assert pasted.bad == []


def test_an_address_pasted_twice_is_taken_once() -> None:
    pasted = read_guests("Ann, ann@example.org\nAnne, ANN@example.org")
    assert [guest.name for guest in pasted.guests] == ["Ann"]
    assert "is on line 1 already" in pasted.bad[0][2]


def test_a_thousand_are_read_and_the_rest_stay_in_the_box() -> None:
    pasted = read_guests("\n".join(f"N{n}, n{n}@example.org" for n in range(1002)))
    assert len(pasted.guests) == 1000
    assert pasted.left == "N1000, n1000@example.org\nN1001, n1001@example.org"


@pytest.mark.django_db
def test_good_lines_are_kept_and_their_links_shown_while_bad_ones_stay_in_the_box() -> None:
    house = make_house(leaders=1)
    text = "Gil, gil@example.org\nHal Moss\nAda, ada@example.org"
    answer = client_of(house.fay).post(f"/w/{house.workshop.slug}/people/invitations/", {"guests": text})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.count("http://127.0.0.1:8000/link/") == 2
    assert "Line 2: There is no e-mail address." in page
    assert "Line 3:" in page
    assert ">Hal Moss</textarea>" in page
    assert Seat.objects.filter(workshop=house.workshop, person__name="Gil").count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", "   \n ", "Hal Moss", "Ada, ada@example.org", "\x00\ud800"])
def test_a_paste_without_a_new_guest_is_refused_and_kept(text: str) -> None:
    house = make_house(leaders=1)
    before = Seat.objects.count()
    sent = {"guests": text.encode("utf-8", "replace").decode()}
    answer = client_of(house.fay).post(f"/w/{house.workshop.slug}/people/invitations/", sent)
    assert answer.status_code == 422
    assert "notice--wrong" in answer.content.decode()
    assert Seat.objects.count() == before
