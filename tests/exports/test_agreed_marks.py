"""What files say of consents where names are hidden: how many, and never whose words are whose."""

from typing import Any

import pytest

from tests.actions.test_quotes import say
from tests.rounds import exported
from tests.support import House, client_of, make_house
from workshop.models import Audit, Remark
from workshop.models.reuse import may_leave_out

pytestmark = pytest.mark.django_db
NOT_QUOTED = {"quote_named": False, "quote_unnamed": False}


def house_of(promise: str, leaders: int) -> House:
    """A workshop in which everybody said something."""
    house = make_house(leaders, promise=promise)
    for seat in house.leaders:
        Remark.objects.create(workshop=house.workshop, seat=seat, card=house.cards[0], body=seat.name, rev=1)
    return house


def marks(house: House) -> dict[str, str]:
    house.workshop.refresh_from_db()
    return {each["body"]: each["quote"] for each in exported(house)["remarks"]}


def answers_by_seat(house: House) -> list[dict[str, Any]]:
    return [
        {key: value for key, value in each.items() if "consent" in key} for each in exported(house)["seats"]
    ]


def test_where_names_are_hidden_consents_are_counts_and_stand_beside_nobody() -> None:
    house = house_of("hidden", 6)
    for seat in house.leaders[:3]:
        say(seat, **NOT_QUOTED)
    assert not any(answers_by_seat(house))
    counts = {each["key"]: (each["yes"], each["no"]) for each in exported(house)["consent_items"]}
    assert (counts["take-part"], counts["quote-unnamed"]) == ((6, 0), (3, 3))


@pytest.mark.parametrize(("leaders", "noes"), [(3, 1), (5, 2), (5, 4), (2, 1)])
def test_what_fewer_than_three_answered_alike_marks_no_words(leaders: int, noes: int) -> None:
    house = house_of("hidden", leaders)
    for seat in house.leaders[:noes]:
        say(seat, **NOT_QUOTED)
    assert set(marks(house).values()) == {"none"}


def test_words_are_marked_where_names_are_open() -> None:
    house = house_of("named", 2)
    say(house.ada, **NOT_QUOTED)
    assert marks(house) == {"Ada": "none", "Ben": "named"}
    assert any(answers_by_seat(house))


def test_words_are_marked_where_enough_agree_alike() -> None:
    house = house_of("hidden", 6)
    for seat in house.leaders[:3]:
        say(seat, **NOT_QUOTED)
    assert sorted(marks(house).values()) == ["none"] * 3 + ["unnamed"] * 3


def test_who_wrote_nothing_hides_nobody_in_their_group() -> None:
    house = house_of("hidden", 6)
    for seat in house.leaders[:3]:
        say(seat, **NOT_QUOTED)
    Remark.objects.filter(seat=house.ada).delete()
    assert set(marks(house).values()) == {"none"}


def test_a_file_for_re_use_beside_the_other_does_not_tell_which_words_are_one_persons() -> None:
    house = house_of("hidden", 6)
    assert may_leave_out(house.workshop)
    for seat in house.leaders[:3]:
        say(seat, keep_for_reuse=False)
        assert may_leave_out(house.workshop) is (seat == house.leaders[2])
    for seat in house.leaders[2:5]:  # three are not quoted, but only one of them is left out as well
        say(seat, keep_for_reuse=seat != house.leaders[2], **NOT_QUOTED)
    assert not may_leave_out(house.workshop)


def test_where_none_for_re_use_can_be_made_no_other_file_is_sent_in_its_place() -> None:
    house = house_of("hidden", 3)
    say(house.ada, keep_for_reuse=False)
    path = f"/w/{house.workshop.slug}/exports/json/"
    assert "A file for re-use cannot be made as the answers are now" in client_of(house.fay).get(path).text
    answer = client_of(house.fay).post(path, {"checked": "1", "reuse": "1"})
    assert answer.status_code == 409
    assert not Audit.objects.filter(verb="exported").exists()
