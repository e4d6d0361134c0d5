"""The live regions over HTTP: what a push sends, under the number that was read first."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from tests.support import House, client_of, make_house
from workshop.actions.kit import take_numbers
from workshop.actions.links import mint_link, revoke_links
from workshop.actions.rounds import Vote, cast_ballots, open_round, reveal_round
from workshop.actions.stage import move_stage
from workshop.live import fragments
from workshop.live.doors import audience_at
from workshop.live.numbers import seq_of
from workshop.models import Link, Seat, Workshop
from workshop.models.audiences import AUDIENCES, FACILITATORS, PARTICIPANTS, SCREEN
from workshop.views import regions as view

pytestmark = pytest.mark.django_db
DOORS = {"room": PARTICIPANTS, "desk": FACILITATORS, "screen": SCREEN}
MOMENTS = ["before", "poll", "revealed", "card"]


def house_at(moment: str) -> House:
    """Return Fay's workshop at a moment of its agenda."""
    house = make_house(3)
    if moment == "before":
        return house
    open_round(house.fay, house.poll)
    to(house, "poll")
    cast_ballots(house.poll, [Vote(house.ada, frozenset([str(house.cards[0].uid)]))])
    if moment != "poll":
        reveal_round(house.fay, house.poll)
    if moment == "card":
        to(house, "card")
    return house


def to(house: House, kind: str) -> None:
    """Put the first step of a kind on the stage."""
    house.workshop.refresh_from_db()
    step = house.workshop.steps.filter(kind=kind).first()
    assert step is not None
    move_stage(house.fay, step, house.workshop.step_rev)


def push_of(house: House, audience: str, *names: str) -> str:
    """Return what a push of fragments sends to an audience, while it sends all to everybody else."""
    wanted = dict(fragments.FRAGMENTS) | {audience: names}
    return fragments.render(house.workshop.pk, wanted)[audience]


def address(house: House, door: str) -> str:
    """Return the address of a door's regions."""
    return f"/w/{house.workshop.slug}/{door}/regions/"


def roots(html: str) -> dict[str, str]:
    """Return the live fragments of a page by id, each with what stands in it up to the next."""
    parts = re.split(r'(?=<\w+[^>]*\bid="live-)', html)[1:]
    return {re.search(r'id="(live-\w+)"', part)[1]: part for part in parts}  # type: ignore[index]  # just split at it


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("door", DOORS)
def test_the_regions_are_what_a_push_of_all_fragments_sends(door: str, moment: str) -> None:
    house = house_at(moment)
    audience = DOORS[door]
    answer = client_of(house.fay).get(address(house, door))
    pushed = push_of(house, audience, *fragments.FRAGMENTS[audience])
    assert answer.content.decode() == pushed
    assert answer["X-Roundel-Seq"] == str(seq_of(house.workshop.pk, audience))
    assert set(roots(pushed)) == {f"live-{name}" for name in fragments.FRAGMENTS[audience]}


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("door", DOORS)
def test_a_page_shows_each_fragment_exactly_as_a_push_sends_it(door: str, moment: str) -> None:
    house = house_at(moment)
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/{door}/").content.decode()
    shown = [name for name in fragments.FRAGMENTS[DOORS[door]] if f'id="live-{name}"' in page]
    assert "stage" in shown
    for name in shown:
        assert push_of(house, DOORS[door], name).strip() in page


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("page", ["pack/", "pack/finish/", "rounds/1/sort/"])
def test_a_page_beside_the_room_shows_the_way_to_it_as_a_push_does(page: str, moment: str) -> None:
    house = house_at(moment)
    browser = client_of(house.ada)
    way = push_of(house, PARTICIPANTS, *fragments.BESIDE)
    shown = browser.get(f"/w/{house.workshop.slug}/{page}").content.decode()
    assert way.strip() in shown
    assert 'id="live-stage"' not in shown
    assert browser.get(address(house, "pack")).content.decode() == way
    assert ("The workshop has begun." in way) == (moment != "before")


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_fragment_has_one_root_no_input_and_no_token(audience: str, moment: str) -> None:
    house = house_at(moment)
    for name in fragments.FRAGMENTS[audience]:
        html = push_of(house, audience, name)
        assert html.count(f'id="live-{name}"') == 1
        assert not re.search(r"<(input|textarea|select|form|script|style)\b|csrf", html)


def test_a_page_that_holds_the_newest_number_is_told_so_and_no_more() -> None:
    house = make_house(1)
    seq = seq_of(house.workshop.pk, PARTICIPANTS)
    browser = client_of(house.ada)
    same = browser.get(address(house, "room"), {"seq": seq})
    assert (same.status_code, same.content, same["X-Roundel-Seq"]) == (204, b"", str(seq))
    for other in ("", "0", "nonsense", str(seq + 1)):
        assert browser.get(address(house, "room"), {"seq": other}).status_code == 200


def test_the_number_is_read_before_the_regions(monkeypatch: pytest.MonkeyPatch) -> None:
    house = make_house(1)
    before = seq_of(house.workshop.pk, PARTICIPANTS)

    def change_meanwhile(workshop_id: int, wanted: dict[str, object]) -> dict[str, str]:
        take_numbers(workshop_id, list(wanted))
        return dict.fromkeys(wanted, "")

    monkeypatch.setattr(view, "render", change_meanwhile)
    answer = client_of(house.ada).get(address(house, "room"))
    assert answer["X-Roundel-Seq"] == str(before)


def test_regions_are_in_no_cache() -> None:
    house = make_house(1)
    assert client_of(house.ada).get(address(house, "room"))["Cache-Control"] == "no-store"


def test_a_chair_who_takes_part_gets_nothing_of_the_desk() -> None:
    house = make_house(1)
    Workshop.objects.filter(pk=house.workshop.pk).update(chair=house.ada)
    assert client_of(house.ada).get(address(house, "desk")).status_code == 403


@pytest.mark.parametrize(
    ("door", "who", "audience"),
    [
        ("room", "fay", PARTICIPANTS),
        ("desk", "fay", FACILITATORS),
        ("desk", "ada", None),
        ("screen", "ada", SCREEN),
    ],
)
def test_the_door_decides_what_a_seat_hears(door: str, who: str, audience: str | None) -> None:
    house = make_house(1)
    seat: Seat = getattr(house, who)
    assert audience_at(door, seat) == audience


def test_the_wall_screens_link_shows_its_regions_until_it_is_revoked() -> None:
    house = make_house(1)
    secret = mint_link(house.fay, house.fay, Link.Purpose.SCREEN)
    path = f"/screen/{secret}/regions/"
    assert Client().get(path).status_code == 200
    revoke_links(house.fay, house.fay)
    assert Client().get(path).status_code == 404


def test_a_personal_link_and_an_old_one_show_no_wall_screen() -> None:
    house = make_house(1)
    personal = mint_link(house.ada, house.ada)
    spent = mint_link(house.fay, house.fay, Link.Purpose.SCREEN)
    Link.objects.filter(digest=Link.digest_of(spent)).update(expires_at=timezone.now())
    for secret in (personal, spent, "nonsense"):
        assert Client().get(f"/screen/{secret}/regions/").status_code == 404
