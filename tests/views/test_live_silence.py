"""What nobody may hear: a hidden count, by card or by person; and on the wall no name, ever."""

import re

import pytest
from django.urls import reverse

from tests.stagecraft import bring, page, put, say, uids, vote
from tests.support import House, client_of, make_house
from tests.views.results_world import propose, write
from workshop.actions.rounds import close_round, reveal_round
from workshop.actions.screens import screen_link
from workshop.actions.sort import place_card
from workshop.live.fragments import regions
from workshop.live.lately import lately
from workshop.models import Person, Workshop
from workshop.models.audiences import AUDIENCES

pytestmark = pytest.mark.django_db
# What two looks at a page may differ in though nothing was told: tokens, the names of new forms, the moment,
# and the minute a link was used.
TOKENS = re.compile(
    r"csrfmiddlewaretoken\S* value=\S+|X-CSRFToken[^}]*|Link used [^<]*|name=\"uid\" value=\S+|data-now=\S+"
)


@pytest.fixture
def house() -> House:
    return make_house(leaders=4)


def everything(house: House) -> dict[str, str]:
    """Return all that anybody but Ada is sent while the poll is on the stage."""
    lately.loaded.clear()  # who looked before is here: two looks are told of the same people
    ben = house.others[0]
    pages = {"room": ben, "room-mine": ben, "screen": ben, "desk": house.fay}
    found = {name: TOKENS.sub("", page(house, seat, name)) for name, seat in pages.items()}
    workshop = Workshop.objects.get(pk=house.workshop.pk)
    for audience in AUDIENCES:
        sent = regions(workshop, audience).items()
        found |= {f"{audience} {name}": TOKENS.sub("", html) for name, html in sent}
    return found


@pytest.mark.parametrize("closed", [False, True])
def test_a_hidden_tally_is_sent_to_nobody(house: House, closed: bool) -> None:
    """Whatever Ada chose, everybody else is sent the very same bytes."""
    put(house, "poll")
    vote(house, house.others[0], 5)
    vote(house, house.ada, 2)
    if closed:
        close_round(house.fay, house.poll)
    first = everything(house)
    marks = house.poll.ballots.get(seat=house.ada).marks
    marks.all().delete()
    marks.create(card=house.cards[2], nominated=True)
    assert everything(house) == first


def test_a_revealed_tally_is_not_silent(house: House) -> None:
    """The twin of the test above: it could fail."""
    put(house, "poll")
    vote(house, house.ada, 2)
    reveal_round(house.fay, house.poll)
    first = everything(house)
    mark = house.poll.ballots.get(seat=house.ada).marks
    mark.create(card=house.cards[3], nominated=True)
    assert everything(house) != first


def test_while_a_poll_is_open_everybody_sees_how_many_have_answered(house: House) -> None:
    put(house, "poll")
    vote(house, house.ada, 2)
    vote(house, house.others[0])
    for name, html in everything(house).items():
        if name.endswith(" tally"):
            assert "2 of 4 have answered" in html, name


def test_a_sort_that_is_not_revealed_shows_no_count_at_the_results(house: House) -> None:
    put(house, "results")
    place_card(house.ada, house.pack, house.cards[0], "inner")
    first = everything(house)
    place_card(house.ada, house.pack, house.cards[0], "outer")
    assert everything(house) == first
    assert ": hidden until the chair reveals it." in first["room"]


def test_only_the_cards_order_is_on_the_agenda_before_the_reveal(house: House) -> None:
    put(house, "poll")
    vote(house, house.ada, 6)
    assert house.workshop.steps.filter(kind="card").count() == 0


@pytest.mark.parametrize("kind", ["", "welcome", "poll", "card", "results", "close"])
def test_no_name_and_no_words_of_anybody_reach_the_wall(house: House, kind: str) -> None:
    for n, person in enumerate(Person.objects.filter(workshop=house.workshop)):
        Person.objects.filter(pk=person.pk).update(name=f"CANARY{n}")
    write(house, house.ada, "CANARYPACK", 2)
    propose(house, house.ada, "CANARYBLANK", rephrases=house.cards[1])
    if kind == "card":
        say(house, house.ada, bring(house), "CANARYSAID")
    elif kind:
        put(house, kind)
    wall = (
        client_of(None)
        .get(reverse("screen-link", kwargs={"secret": screen_link(house.fay)}))
        .content.decode()
    )
    assert "CANARY" not in wall
    assert "CANARY" not in page(house, house.fay, "screen")
    assert "CANARY" in page(house, house.fay, "desk")


def test_the_room_of_one_shows_no_choice_of_another(house: House) -> None:
    put(house, "poll")
    vote(house, house.ada, 2)
    reveal_round(house.fay, house.poll)
    shown = page(house, house.others[0], "room-mine")
    assert not any(uid in shown for uid in uids(house, 1, 2, 3, 4, 5, 6))
