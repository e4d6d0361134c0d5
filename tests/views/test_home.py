"""The first page: what Roundel is, or the workshops of whoever signed in."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format
from pytest_django import DjangoAssertNumQueries

from tests.support import House, add_leader, agree, client_of, make_house
from workshop.actions.consents import answer_consents
from workshop.actions.packs import NOTHING
from workshop.actions.packs import PACKS as TEMPLATES
from workshop.actions.stage import move_stage
from workshop.actions.workshops import close_workshop, create_workshop
from workshop.models import Person, Seat, User, Workshop
from workshop.models.consents import asked_of
from workshop.models.progress import LIVE, PACKS, RESULTS, SETUP, stage_of

pytestmark = pytest.mark.django_db


def page(house: House) -> str:
    return str(client_of(house.fay).get("/").text)


def finish(*seats: Seat) -> None:
    Seat.objects.filter(pk__in=[seat.pk for seat in seats]).update(done_at=timezone.now())


def discuss(house: House) -> None:
    house.workshop.refresh_from_db()
    card = house.workshop.steps.create(kind="card", card=house.cards[5], position=250)
    move_stage(house.fay, card, house.workshop.step_rev)


def test_the_logo_leads_a_leader_to_the_workshop_and_a_facilitator_to_the_list() -> None:
    house = make_house(leaders=1)
    address = f"/w/{house.workshop.slug}/"
    for name in ("pack/", "room/", "rounds/1/sort/", "pack/information/"):
        assert f'class="mark" href="{address}"' in client_of(house.ada).get(address + name).text
    assert 'class="mark" href="/"' in client_of(house.fay).get(f"{address}overview/").text
    assert 'class="mark" href="/"' in Client().get("/join/").text


def test_a_stranger_reads_what_this_is_and_finds_both_ways_in() -> None:
    text = Client().get("/").text
    assert "Roundel runs online workshops" in text
    assert 'action="/join/"' in text
    assert 'href="/accounts/sign-in/"' in text


def test_a_facilitator_sees_their_own_workshops_alone() -> None:
    house = make_house()
    Workshop.objects.filter(pk=house.zoe.workshop_id).update(title="Zoe's own")
    assert "Zoe" not in page(house)
    Seat.objects.filter(pk=house.fay.pk).update(removed_at=timezone.now())
    assert "The table is set. Nobody is here yet." in page(house)


def test_before_the_first_workshop_the_templates_are_offered() -> None:
    client = Client()
    client.force_login(User.objects.create_user("new@example.org"))
    text = client.get("/").text
    for key in TEMPLATES:
        assert f'href="/templates/{key}/"' in text


def test_the_stage_follows_the_workshop_from_set_up_to_results() -> None:
    house = make_house(pack_open=False)
    stages = [stage_of(house.workshop)]
    house.pack.open()
    house.workshop.refresh_from_db()
    stages.append(stage_of(house.workshop))
    discuss(house)
    house.workshop.refresh_from_db()
    stages.append(stage_of(house.workshop))
    close_workshop(house.fay)
    house.workshop.refresh_from_db()
    assert [*stages, stage_of(house.workshop)] == [SETUP, PACKS, LIVE, RESULTS]


def test_each_line_says_what_is_next() -> None:
    house = make_house(pack_open=False)
    assert "6 cards written, 5 people have a seat. Next: open the pack." in page(house)
    house.pack.open()
    finish(house.ada, house.others[0])
    Seat.objects.filter(pk=house.others[1].pk).update(read_at=timezone.now())
    assert "2 of 5 packs are in. 2 people have not opened theirs." in page(house)
    house.pack.close()
    assert "2 of 5 packs are in. The pack is closed. Next: the workshop." in page(house)
    discuss(house)
    assert "Card 6 is on the stage." in page(house)
    close_workshop(house.fay)
    Workshop.objects.update(retain_until=date(2031, 11, 16))
    assert "2 of 5 took part. Erased on 16 November 2031 unless you keep it longer." in page(house)


@pytest.mark.parametrize("promise", ["hidden", "unlinked"])
@pytest.mark.parametrize(("answered", "says"), [(5, "5 of 5"), (4, "4 of 5")])
def test_a_later_no_does_not_tell_whether_they_had_answered(promise: str, answered: int, says: str) -> None:
    house = make_house(promise=promise)
    finish(*house.leaders[-answered:])
    if promise == "hidden":
        close_workshop(house.fay)
    answer_consents(house.ada, dict.fromkeys((str(item.uid) for item, _given in asked_of(house.ada)), False))
    if promise == "unlinked":
        close_workshop(house.fay)
    assert f"{says} took part." in page(house)


def test_who_said_no_since_is_not_told_as_having_taken_part() -> None:
    house = make_house()
    finish(house.ada, house.others[0])
    answer_consents(house.ada, dict.fromkeys((str(item.uid) for item, _given in asked_of(house.ada)), False))
    close_workshop(house.fay)
    assert "1 of 4 took part." in page(house)
    agree(house.ada)
    assert "2 of 5 took part." in page(house)


@pytest.mark.parametrize(("promise", "says"), [("named", "1 of 4"), ("hidden", "2 of 5")])
def test_packs_of_who_said_no_count_only_where_a_fall_would_tell_of_them(promise: str, says: str) -> None:
    house = make_house(promise=promise)
    finish(house.ada, house.others[0])
    answer_consents(house.ada, dict.fromkeys((str(item.uid) for item, _given in asked_of(house.ada)), False))
    assert f"{says} packs are in" in page(house)


def test_a_workshop_held_before_its_day_has_the_day_it_was_held_on_every_page() -> None:
    house = make_house(1, starts_at=datetime(2087, 7, 9, 9, tzinfo=UTC))
    assert "9 July 2087" in client_of(house.fay).get(f"/w/{house.workshop.slug}/overview/").text
    close_workshop(house.fay)
    house.workshop.refresh_from_db()
    held = date_format(house.workshop.local(timezone.now()) or "", "j F Y")
    for who, name in ((house.fay, "overview"), (house.ada, "results"), (house.ada, "pack"), (house.fay, "")):
        text = client_of(who).get(f"/w/{house.workshop.slug}/{name}/" if name else "/").text
        assert held in text, name
        assert "2087" not in text, name


def test_an_empty_workshop_says_where_to_begin() -> None:
    house = make_house()
    create_workshop(User.objects.get(email="fay@example.org"), NOTHING, title="Bare")
    assert "No cards yet. Next: write the first." in page(house)
    assert "Nobody is invited yet" in page(house)


def test_a_line_says_when_it_is_by_the_clocks_of_its_own_place_and_who_facilitates() -> None:
    house = make_house(
        starts_at=datetime(2027, 7, 9, 9, tzinfo=UTC), ends_at=datetime(2027, 7, 9, 11, tzinfo=UTC)
    )
    lee = Person.objects.create(workshop=house.workshop, name="Lee", email="lee@example.org")
    Seat.objects.create(workshop=house.workshop, person=lee, pseudonym="F9", role="facilitator")
    text = " ".join(page(house).split())
    shown = 'Friday 9 July 2027, 10:00 to 12:00 <span class="soft">(London time)</span></time>'
    assert f"{shown}. You and Lee facilitate" in text


def test_a_workshop_that_was_closed_before_its_day_was_held_when_it_was_closed() -> None:
    house = make_house(starts_at=datetime(2027, 7, 9, 9, tzinfo=UTC))
    close_workshop(house.fay)
    now = timezone.localtime()
    assert f"{now:%A} {now.day} {now:%B %Y}</time>" in page(house)
    Workshop.objects.update(closed_at=datetime(2027, 7, 10, 9, tzinfo=UTC))
    assert "Friday 9 July 2027</time>" in page(house)


def test_what_runs_now_stands_first_and_says_so() -> None:
    house = make_house(title="Running")
    user = User.objects.get(email="fay@example.org")
    create_workshop(user, NOTHING, title="Earlier by date")
    Workshop.objects.filter(title="Earlier by date").update(starts_at=datetime(2026, 1, 1, tzinfo=UTC))
    discuss(house)
    text = page(house)
    assert text.index("Running") < text.index("Earlier by date")
    assert text.count("Live now") == 1


def test_the_page_costs_the_same_however_much_there_is(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    house = make_house(leaders=2)
    client = client_of(house.fay)
    with django_assert_num_queries(5):
        client.get("/")
    user = User.objects.get(email="fay@example.org")
    for n in range(6):
        seat = create_workshop(user, NOTHING, title=f"Workshop {n}")
        for name in ("Kim", "Lou", "Max"):
            add_leader(seat, name)
    with django_assert_num_queries(5):
        client.get("/")
