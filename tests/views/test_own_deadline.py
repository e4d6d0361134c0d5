"""Who was given more time reads the same moment everywhere: on the web, in files, and in letters."""

from datetime import UTC, datetime

import pytest

from tests.exports.test_pack_content import taken
from tests.support import House, client_of, make_house
from workshop.actions.extra_time import give_extra_time
from workshop.actions.rounds import close_round
from workshop.models import Letter, Round, Seat
from workshop.models.extra_time import until_for
from workshop.models.letter_words import fill, subject_values, values_for

pytestmark = pytest.mark.django_db
GENERAL = datetime(2100, 2, 4, 17, tzinfo=UTC)
OWN = datetime(2100, 2, 9, 12, tzinfo=UTC)
ALL, ADAS = "Thursday 4 February", "Tuesday 9 February"


@pytest.fixture
def house() -> House:
    made = make_house(leaders=2)
    Round.objects.filter(pk=made.pack.pk).update(closes_at=GENERAL)
    give_extra_time(made.fay, made.ada, OWN)
    for seat in (made.fay, *made.leaders):
        seat.refresh_from_db()
    return made


def in_letter(house: House, seat: Seat) -> str:
    written = Letter(workshop=house.fay.workshop, kind="reminder", body="Until {deadline}. {left}")
    return fill(written.body, values_for(written, seat, house.fay, "https://example.org"))


def test_the_web_their_own_file_the_facilitators_copy_and_a_letter_say_their_moment(house: House) -> None:
    web = client_of(house.ada).get(f"/w/{house.workshop.slug}/pack/").text
    own, theirs = taken(house.ada, house.ada).until, taken(house.fay, house.ada).until
    for says in (web, own, theirs, in_letter(house, house.ada)):
        assert ADAS in says
        assert ALL not in says


def test_everybody_else_reads_the_moment_of_all(house: House) -> None:
    ben = house.others[0]
    anybodys, bens = taken(house.fay).until, taken(house.fay, ben).until
    for says in (anybodys, bens, in_letter(house, ben), subject_values(house.fay.workshop, house.fay, None)):
        assert ALL in str(says)
        assert ADAS not in str(says)


def test_after_an_early_close_their_file_still_says_their_moment(house: House) -> None:
    close_round(house.fay, house.pack)
    assert ADAS in taken(house.ada, house.ada).until
    assert ADAS in in_letter(house, house.ada)


def test_time_given_before_the_pack_is_open_shortens_nothing() -> None:
    house = make_house(leaders=1, pack_open=False)
    give_extra_time(house.fay, house.ada, GENERAL)
    house.ada.refresh_from_db()
    pack = house.pack
    assert until_for(pack, house.ada) is None
    pack.closes_at = OWN
    assert until_for(pack, house.ada) == OWN
