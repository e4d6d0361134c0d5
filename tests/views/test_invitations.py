"""Inviting by pasted lines."""

import re

import pytest
from django.utils import timezone

from tests.support import House, client_of, make_house
from workshop.actions.links import mint_link
from workshop.forms.people import read_guests
from workshop.models import Seat, Workshop

GOOD = {
    "Ann Smith, ann@example.org": ("Ann Smith", "ann@example.org"),
    "Ann Smith <Ann@Example.org>": ("Ann Smith", "ann@example.org"),
    '"Smith, Ann" <ann@example.org>;': ("Smith, Ann", "ann@example.org"),
    "Ann Smith\tann@example.org": ("Ann Smith", "ann@example.org"),
    "Ann\tSmith\tann@example.org": ("Ann Smith", "ann@example.org"),
    "ann@example.org; Ann Smith": ("Ann Smith", "ann@example.org"),
    "Ann Smith ann@example.org": ("Ann Smith", "ann@example.org"),
    "ann.smith@example.org": ("Ann Smith", "ann.smith@example.org"),
    "Walt Paper": ("Walt Paper", ""),
    '"Walt Paper",,': ("Walt Paper", ""),
    "Dr. W. Paper": ("Dr. W. Paper", ""),
    "  Zoë\u00a0Ó Brien ,  z@example.org ": ("Zoë Ó Brien", "z@example.org"),
}
BAD = {
    "Walt Paper, Ann Smith": "There is no e-mail address.",
    "Ann Smith <>": "write their name alone",
    "ann.example.org": "write their name alone",
    "0117 496 0000": "write their name alone",
    "Ann, ann@example": "“ann@example” is not an e-mail address.",
    "Ann, ann@@example.org": "“ann@@example.org” is not an e-mail address.",
    "Ann, ann@example.org ben@example.org": "more than one e-mail address",
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
    text = "Gil, gil@example.org\nHal, Moss\nAda, ada@example.org"
    answer = client_of(house.fay).post(f"/w/{house.workshop.slug}/people/invitations/", {"guests": text})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.count("http://127.0.0.1:8000/link/") == 2
    assert "Line 2: There is no e-mail address." in page
    assert "Line 3:" in page
    assert ">Hal, Moss</textarea>" in page
    assert Seat.objects.filter(workshop=house.workshop, person__name="Gil").count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", "   \n ", "Hal, Moss", "Ada, ada@example.org", "\x00\ud800"])
def test_a_paste_without_a_new_guest_is_refused_and_kept(text: str) -> None:
    house = make_house(leaders=1)
    before = Seat.objects.count()
    sent = {"guests": text.encode("utf-8", "replace").decode()}
    answer = client_of(house.fay).post(f"/w/{house.workshop.slug}/people/invitations/", sent)
    assert answer.status_code == 422
    assert "notice--wrong" in answer.content.decode()
    assert Seat.objects.count() == before


def invite(house: House, text: str, shown: str = "") -> tuple[int, str, str]:
    """Paste lines as Fay; return the status, the page and the secrets that it would send again."""
    sent = {"guests": text, "shown": shown}
    answer = client_of(house.fay).post(f"/w/{house.workshop.slug}/people/invitations/", sent)
    page = answer.content.decode()
    found = re.search(r'name="shown" value="([^"]*)"', page)
    return answer.status_code, page, found[1] if found else ""


@pytest.mark.django_db
def test_links_that_are_shown_once_stay_while_the_bad_lines_are_corrected() -> None:
    house = make_house(leaders=1)
    _status, _page, shown = invite(house, "Gil, gil@example.org\nHal, Moss")
    status, page, again = invite(house, "Hal Moss, hal@", shown)
    assert (status, again) == (422, shown)
    assert f"/link/{shown}/" in page
    status, page, both = invite(house, "Hal Moss, hal@example.org", shown)
    assert status == 200
    assert f"/link/{shown}/" in page
    assert page.count("/link/") == 4  # each by itself, and all together
    assert "1 more person is invited." in page
    assert both == ""


@pytest.mark.django_db
def test_corrected_lines_sent_twice_show_the_links_of_those_they_invited() -> None:
    house = make_house(leaders=1)
    path = f"/w/{house.workshop.slug}/people/invitations/"
    _status, page, shown = invite(house, "Gil, gil@example.org\nHal, Moss")
    uid = re.findall(r'name="uid" value="([^"]+)"', page)[0]
    corrected = {"guests": "Hal Moss, hal@example.org", "shown": shown, "uid": uid}
    for _time in range(2):
        answer = client_of(house.fay).post(path, corrected)
        assert (answer.status_code, answer.content.decode().count("/link/")) == (200, 4)
    assert Seat.objects.filter(workshop=house.workshop, person__name="Hal Moss").count() == 1


@pytest.mark.django_db
def test_a_close_in_between_keeps_the_lines_and_the_links_that_were_shown() -> None:
    house = make_house(leaders=1)
    _status, _page, shown = invite(house, "Gil, gil@example.org\nHal, Moss")
    Workshop.objects.filter(pk=house.workshop.pk).update(closed_at=timezone.now())
    status, page, again = invite(house, "Hal Moss, hal@example.org", shown)
    assert (status, again) == (422, shown)
    assert ">Hal Moss, hal@example.org</textarea>" in page
    assert "closed" in page
    assert not Seat.objects.filter(workshop=house.workshop, person__name="Hal Moss").exists()


@pytest.mark.django_db
def test_only_working_links_of_this_workshop_come_back() -> None:
    house = make_house(leaders=1)
    _status, _page, shown = invite(house, "Gil, gil@example.org\nHal, Moss")
    foreign = mint_link(house.zoe, house.zed)
    status, page, again = invite(house, "Hal, Moss", f"{shown} {foreign} nonsense")
    assert (status, again) == (422, shown)
    assert foreign not in page
    Seat.objects.filter(person__name="Gil").update(removed_at=timezone.now())
    assert shown not in invite(house, "Hal, Moss", shown)[1]


def test_a_name_pasted_twice_without_an_address_is_taken_once() -> None:
    pasted = read_guests("Walt Paper\nWALT PAPER\nWalt Paper, walt@example.org")
    assert [(guest.name, guest.email) for guest in pasted.guests] == [
        ("Walt Paper", ""),
        ("Walt Paper", "walt@example.org"),
    ]
    assert "This name is on line 1 already. Add what tells the two apart" in pasted.bad[0][2]


@pytest.mark.django_db
def test_who_has_no_address_is_seated_by_name_and_gets_a_link_to_be_handed() -> None:
    house = make_house(leaders=1)
    people = f"/w/{house.workshop.slug}/people/"
    fay = client_of(house.fay)
    assert "“Walt Paper” alone" in fay.get(people).content.decode()
    page = fay.post(f"{people}invitations/", {"guests": "Walt Paper\nada"}).content.decode()
    assert page.count("http://127.0.0.1:8000/link/") == 2
    assert "hand them their link, on paper too" in page
    assert "These have a seat already" in page
    seat = Seat.objects.get(workshop=house.workshop, person__name="Walt Paper")
    assert seat.is_participant
    assert fay.get(f"{people}{seat.uid}/proxy/").status_code in (200, 302)
    assert Seat.objects.filter(workshop=house.workshop, person__name__iexact="ada").count() == 1
