"""Somebody takes no part any more: facilitators are told beside the person, where names are open."""

import pytest

from tests.exports.test_declined import decline
from tests.support import House, client_of, make_house
from workshop.actions.consent_items import change_item, item_print, retire_item
from workshop.models import Person
from workshop.models.agreed_to import agreed_in
from workshop.models.attendance import attendance_counts, late_people, not_begun
from workshop.models.progress import workshops_of
from workshop.models.taking_part import declining

pytestmark = pytest.mark.django_db
MARK = "Takes no part (any more)"
COUNTED = "1 person takes no part (any more)."


@pytest.fixture
def house() -> House:
    """A workshop of three, of whom Ada said no after she had agreed."""
    house = make_house(3)
    decline(house.ada)
    return house


def shown(house: House, page: str) -> str:
    return client_of(house.fay).get(f"/w/{house.workshop.slug}/{page}/").content.decode()


@pytest.mark.parametrize("page", ["people", "overview", "credits", "people/links"])
def test_the_mark_stands_beside_them_alone(house: House, page: str) -> None:
    text = shown(house, page)
    assert text.count(MARK) == 1
    start = text.index(">Ada<")
    assert MARK in text[start : text.index(">Ben<", start)]


def test_it_stands_on_their_own_page_and_goes_once_they_take_part_again(house: House) -> None:
    assert MARK in shown(house, f"people/{house.ada.uid}")
    assert MARK not in shown(house, f"people/{house.others[0].uid}")
    decline(house.ada, "nothing")
    assert MARK not in shown(house, f"people/{house.ada.uid}")


@pytest.mark.parametrize("page", ["people", "overview"])
def test_they_are_not_counted_as_taking_part(house: House, page: str) -> None:
    text = shown(house, page)
    assert "2 people take part: 2 not opened." in text
    assert COUNTED in text


def test_nobody_is_said_to_be_invited_only_if_nobody_is() -> None:
    house = make_house(1)
    decline(house.ada)
    for page in ("people", "overview"):
        assert "Nobody is invited yet" not in shown(house, page)


def test_nobody_writes_to_them_about_their_pack(house: House) -> None:
    late = late_people(house.workshop)
    assert late is not None
    assert "ada@example.org" not in late.addresses
    assert house.ada not in not_begun(house.workshop)


@pytest.mark.parametrize("promise", ["hidden", "unlinked"])
def test_where_names_are_hidden_it_is_a_count_and_nothing_says_who(promise: str) -> None:
    house = make_house(3, promise=promise)
    before = attendance_counts(house.workshop)
    decline(house.ada)
    after = attendance_counts(house.workshop)
    assert after == before | {"declined": 1, "among": 1}
    for page in ("people", "overview", "credits", f"people/{house.ada.uid}"):
        assert MARK not in shown(house, page)
    for page in ("people", "overview"):
        assert "3 people have a seat: 3 not opened. 1 of them takes no part (any more);" in shown(house, page)
        assert COUNTED not in shown(house, page)
    assert "taking part" not in shown(house, "audit")


@pytest.mark.parametrize("promise", ["hidden", "unlinked"])
def test_where_names_are_hidden_nobody_is_pressed_by_name_who_may_have_said_no(promise: str) -> None:
    house = make_house(3, promise=promise)
    Person.objects.filter(name__in=["Ada", "Ben"]).update(email="")
    named = 'tell them yourself: <span dir="auto">Ada, Ben</span>'
    assert named in shown(house, "overview")
    decline(house.ada)
    text = shown(house, "overview")
    assert "tell them yourself" not in text
    assert "write it as an offer to all alike, and press nobody" in text
    assert "2 who have not finished have no e-mail address, and are not named here" in text
    told = client_of(house.ada).get(f"/w/{house.workshop.slug}/pack/information/").text
    assert "and not that it was you" in told


def test_the_record_says_who_said_no_and_who_takes_part_again(house: House) -> None:
    said = [(line.verb, line.who) for line in house.workshop.audit.order_by("n")]
    assert said == [("part_declined", house.ada.uid.hex)]
    assert "said no to taking part" in shown(house, "audit")
    decline(house.ada)
    decline(house.ada, "nothing")
    decline(house.ada, "quote-named")
    verbs = [line.verb for line in house.workshop.audit.order_by("n") if line.verb != "seen"]
    assert verbs == ["part_declined", "part_resumed"]


def test_who_is_said_to_decline_is_whose_words_are_left_out_of_files(house: House) -> None:
    ben, cem = house.others
    decline(ben)
    decline(cem)
    decline(cem, "quote-named")

    def both() -> list[set[int]]:
        marked = set(declining(house.workshop).values_list("pk", flat=True))
        return [agreed_in(house.workshop).declined, marked]

    assert both() == [{house.ada.pk, ben.pk}] * 2
    item = house.workshop.consent_items.get(key="take-part")
    item = change_item(house.fay, item, seen=item_print(item), text="Another wording", required=True)
    decline(ben, "nothing")
    assert both() == [{house.ada.pk}] * 2
    retire_item(house.fay, item)
    assert both() == [set()] * 2


def test_the_list_of_workshops_counts_who_declines_by_the_same_rule(house: House) -> None:
    def both() -> list[int]:
        assert house.fay.person
        assert house.fay.person.user
        listed = workshops_of(house.fay.person.user).get(pk=house.workshop.pk)
        return [vars(listed)["declined"], declining(house.workshop).count()]

    assert both() == [1, 1]
    item = house.workshop.consent_items.get(key="take-part")
    change_item(house.fay, item, seen=item_print(item), text=item.text, required=False)
    assert both() == [0, 0]
