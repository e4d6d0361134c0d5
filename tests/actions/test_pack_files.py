"""Handing out the pack: to anybody, to some by name, to oneself; who took what of whom is noted."""

import io
import re
import zipfile

import pytest

from tests.exports.test_pack_content import filled_in, fresh
from tests.opened import pdf_text
from tests.support import House, make_house
from workshop.actions import pack_files
from workshop.actions.links import find_link, take_seat
from workshop.actions.pack_files import Wanted, take_blank_pack, take_own_pack, take_packs
from workshop.exports.packs import files
from workshop.exports.packs.looks import Look, Sheets
from workshop.models import Audit, Closed, History, Invalid, Link, Seat

pytestmark = pytest.mark.django_db
FORM = Wanted(look=Look(sheets=Sheets.FORM))
LEADS_TO = re.compile(rb"/link/([\w-]{43})/")


def secrets_in(content: bytes) -> list[str]:
    return [found.decode() for found in dict.fromkeys(LEADS_TO.findall(content))]


def with_right(promise: str = "named") -> House:
    """The workshop that Ada filled in, in which Fay may take files with names."""
    house = filled_in(promise)
    Seat.objects.filter(pk=house.fay.pk).update(full_data=True)
    return house


def lines(house: House) -> list[tuple[str, str]]:
    """What the audit says since the workshop was made: each verb with the format, if it has one."""
    rows = Audit.objects.filter(workshop=house.workshop).order_by("n")
    return [(row.verb, row.ids.get("format", "")) for row in rows]


def test_a_pack_for_anybody_leads_to_the_join_page_and_nothing_is_noted() -> None:
    house = filled_in()
    house.workshop.join_code = "KITE4827"
    house.workshop.save()
    before = Link.objects.count(), History.objects.count(), Audit.objects.count()
    content = take_blank_pack(fresh(house.fay), FORM).content
    assert b"/join/#KITE4827" in content
    assert "KITE 4827" in pdf_text(content)
    assert before == (Link.objects.count(), History.objects.count(), Audit.objects.count())


def test_a_pack_for_anybody_has_no_way_in_where_the_code_is_off() -> None:
    house = make_house(1, join_code=None)
    content = take_blank_pack(fresh(house.fay), FORM).content
    assert b"/join/" not in content
    assert b"/link/" not in content


def test_ones_own_pack_leads_back_to_ones_own_seat_and_earlier_links_stay() -> None:
    house = filled_in()
    first, again = (secrets_in(take_own_pack(fresh(house.ada), FORM).content) for _n in range(2))
    for [secret] in (first, again):
        link = find_link(secret)
        assert link is not None
        assert (take_seat(link).seat, link.purpose) == (house.ada, "qr")
    assert "True of us" in pdf_text(take_own_pack(fresh(house.ada), FORM).content)
    assert ("exported", "pack") not in lines(house)


def test_each_of_several_gets_their_own_way_back_and_it_is_noted_for_whom() -> None:
    house = with_right()
    taken = take_packs(fresh(house.fay), house.leaders, FORM)
    links = [link for secret in secrets_in(taken.content) if (link := find_link(secret))]
    assert [(link.seat, link.purpose) for link in links] == [(seat, "qr") for seat in house.leaders]
    line = Audit.objects.filter(workshop=house.workshop, verb="exported").get()
    assert set(line.ids["seats"].split()) == {str(seat.uid) for seat in house.leaders}
    assert lines(house)[-2:] == [("links_made", ""), ("exported", "pack-words")]


def test_who_may_take_no_names_gets_no_words_and_the_line_says_which() -> None:
    house = filled_in()
    text = pdf_text(take_packs(fresh(house.fay), [house.ada], FORM).content)
    assert "True of us" not in text
    assert "For Ada" in text
    assert lines(house)[-1] == ("exported", "pack")


@pytest.mark.parametrize("promise", ["hidden", "unlinked"])
def test_where_names_are_hidden_no_right_puts_words_beside_a_name(promise: str) -> None:
    house = with_right(promise)
    text = pdf_text(take_packs(fresh(house.fay), [house.ada], FORM).content)
    assert "For Ada" in text
    assert "True of us" not in text
    assert lines(house)[-1] == ("exported", "pack")
    assert "True of us" in pdf_text(take_own_pack(fresh(house.ada), FORM).content)


def test_who_declined_since_the_page_was_made_is_left_out_where_that_may_be_known() -> None:
    house = with_right()
    house.workshop.consent_items.get(key="take-part").answers.filter(seat=house.ada).update(answer=False)
    with pytest.raises(Invalid, match="Nobody is left"):
        take_packs(fresh(house.fay), [house.ada], FORM)
    text = pdf_text(take_packs(fresh(house.fay), house.leaders, FORM).content)
    assert ("For Ada" in text, "For Ben" in text) == (False, True)
    assert not Link.objects.filter(purpose="qr", seat=house.ada).exists()


def test_no_copy_that_a_facilitator_takes_says_where_a_card_lies() -> None:
    house = with_right()
    text = pdf_text(take_packs(fresh(house.fay), [house.ada], FORM).content)
    assert "True of us" in text
    assert "(so far)" not in text
    assert "Too wide" not in text


def test_a_seat_that_was_removed_or_is_elsewhere_gets_no_pack() -> None:
    house = make_house(1)
    with pytest.raises(Invalid, match="Nobody is left"):
        take_packs(fresh(house.fay), [house.zed], FORM)
    assert not Link.objects.filter(purpose="qr").exists()


def test_packs_that_are_too_much_for_one_file_come_as_a_file_each(monkeypatch: pytest.MonkeyPatch) -> None:
    house = with_right()
    monkeypatch.setattr(files, "FITS", 2 * files.BESIDE)
    taken = take_packs(fresh(house.fay), house.leaders, FORM)
    with zipfile.ZipFile(io.BytesIO(taken.content)) as folder:
        assert folder.namelist() == ["01-ada.pdf", "02-ben.pdf"]
        assert len(secrets_in(b"".join(map(folder.read, folder.namelist())))) == 2
    assert taken.filename.endswith(".zip")


def test_more_people_than_one_file_takes_are_refused_before_a_link_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = make_house(2)
    monkeypatch.setattr(pack_files, "MOST", 1)
    with pytest.raises(Invalid, match="more than 1 people"):
        take_packs(fresh(house.fay), house.leaders, FORM)
    assert not Link.objects.filter(purpose="qr").exists()


def test_links_for_a_file_that_cannot_be_made_open_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    house = with_right()

    def too_much(*_words: object) -> None:
        raise Closed("This file took more time or memory than one may.")

    monkeypatch.setattr(pack_files, "written", too_much)
    with pytest.raises(Closed):
        take_packs(fresh(house.fay), house.leaders, FORM)
    with pytest.raises(Closed):
        take_own_pack(fresh(house.ada), FORM)
    assert Link.objects.filter(purpose="qr").count() == 3
    assert not Link.objects.valid().filter(purpose="qr").exists()
