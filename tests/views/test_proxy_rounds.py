"""Rounds beside the pack, on the page for somebody without a device: shown blind, entered, refused whole."""

import re
from typing import Any

import pytest

from tests.rounds import asked, give_poles, lay, mark
from tests.stagecraft import page, put, send, vote
from tests.support import House, client_of, make_house
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import save_blank
from workshop.actions.rounds import close_round
from workshop.models import Ballot, Mark, Round
from workshop.models.pack import own_pack

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    house = make_house(leaders=3)
    give_poles(house, 1, 2)
    return house


def shown(house: House) -> str:
    """Return the page on which Fay enters for Ada, without what differs at each look."""
    answer = client_of(house.fay).get(f"/w/{house.workshop.slug}/people/{house.ada.uid}/proxy/")
    text = " ".join(answer.content.decode().split())
    return re.sub(r'(csrfmiddlewaretoken|uid)" value="[^"]+"|CSRFToken": "[^"]+"', "", text)


def enter(house: House, round: Round, data: dict[str, Any]) -> Any:
    """Send the form of a round, as Fay for Ada."""
    return send(house, house.fay, "proxy-ballot", data, {"uid": house.ada.uid, "number": round.number})


def marks(round: Round) -> list[tuple[str, int | None, int | None, bool]]:
    found = Mark.objects.filter(ballot__round=round).order_by("card__number")
    return [(each.zone, each.now, each.want, each.proxy_id is not None) for each in found]


def test_a_later_card_sort_is_entered_and_shown_again_and_its_person_is_told(house: House) -> None:
    round, (one, two, *_rest) = asked(house), house.cards
    lay(house, house.ada, round, {2: "outer"})
    before = shown(house)
    assert f'id="sort-{round.number}"' in before
    assert f'name="zone-{one.uid}" value="inner" checked' not in before
    assert enter(house, round, {f"zone-{one.uid}": "inner", f"was-{one.uid}": ""}).status_code == 302
    assert marks(round) == [("inner", None, None, True), ("outer", None, None, False)]
    assert f'name="zone-{one.uid}" value="inner" checked' in shown(house)
    assert f'name="zone-{two.uid}" value="outer" checked' not in shown(house)
    address = f"/w/{house.workshop.slug}/rounds/{round.number}/sort/"
    assert "A facilitator entered these for you: 1." in client_of(house.ada).get(address).content.decode()


def test_a_later_card_sort_takes_their_own_blank_card_and_an_order(house: House) -> None:
    own = save_blank(house.ada, own_pack(house.ada).places[0].uid, 0, BlankWords("Skills"))
    round, one = asked(house), house.cards[0]
    form = {f"zone-{card.uid}": "inner" for card in (one, own)}
    form |= {f"place-{one.uid}": "2", f"place-{own.uid}": "1"}
    for _twice in range(2):
        assert enter(house, round, form).status_code == 302
    found = Mark.objects.filter(ballot__round=round).order_by("place")
    assert [(each.card, each.place, each.proxy) for each in found] == [
        (own, 1, house.fay),
        (one, 2, house.fay),
    ]
    entered = house.workshop.history.filter(verb="sort_entered").count()
    assert entered == 2  # the places, and the order; the second time nothing
    assert f'name="place-{own.uid}" value="1"' in shown(house)


def test_a_spectrum_is_entered_and_shown_again_and_its_person_is_told(house: House) -> None:
    round = asked(house, "spectrum")
    key = f"{round.number}-{house.cards[0].uid}"
    assert f'name="now-{key}"' in shown(house)
    data = {f"now-on-{key}": 1, f"now-{key}": 25, f"want-{key}": 50, f"seen-{key}": ":"}
    assert enter(house, round, data).status_code == 302
    assert marks(round) == [("", 25, None, True)]
    assert f'name="seen-{key}" value="25:"' in shown(house)
    address = f"/w/{house.workshop.slug}/rounds/{round.number}/spectrum/"
    assert "A facilitator entered these for you: 1." in client_of(house.ada).get(address).content.decode()


def test_of_what_they_chose_themselves_nothing_is_shown_in_any_round(house: House) -> None:
    sort, spectrum = asked(house), asked(house, "spectrum")
    before = shown(house)
    lay(house, house.ada, sort, {1: "inner"})
    mark(house, house.ada, spectrum, 1, 30, 40)
    assert shown(house) == before


def test_marks_that_are_refused_keep_their_place_and_ask(house: House) -> None:
    round, card = asked(house, "spectrum"), house.cards[0]
    mark(house, house.ada, round, 1, 30, None)
    key = f"{round.number}-{card.uid}"
    data = {f"want-on-{key}": 1, f"want-{key}": 75, f"seen-{key}": ":"}
    refused = enter(house, round, data)
    assert refused.status_code == 422
    html = " ".join(refused.content.decode().split())
    assert f'name="replaces-{card.uid}"' in html
    assert f'name="want-{key}" min="0" max="100" step="5" value="75"' in html
    assert marks(round) == [("", 30, None, False)]
    assert enter(house, round, {**data, f"replaces-{card.uid}": "yes"}).status_code == 302
    assert marks(round) == [("", None, 75, True)]


def test_what_closed_meanwhile_is_said_and_what_was_typed_comes_back(house: House) -> None:
    round, card = asked(house), house.cards[0]
    close_round(house.fay, round)
    data = {f"zone-{card.uid}": "unplaced", f"reason-{card.uid}": "Too wide for me"}
    refused = enter(house, round, data)
    assert refused.status_code == 409
    html = refused.content.decode()
    assert 'role="alert"' in html
    assert "Too wide for me" in html


@pytest.mark.parametrize("kind", ["sort", "spectrum"])
def test_of_a_form_that_says_nothing_it_is_not_told_that_an_answer_is_in(house: House, kind: str) -> None:
    round = asked(house, kind)
    refused = enter(house, round, {})
    assert (refused.status_code, "Nothing was entered" in refused.content.decode()) == (422, True)
    assert not Ballot.objects.filter(round=round).exists()


def test_what_the_group_is_at_stands_first(house: House) -> None:
    put(house, "poll")
    html = shown(house)
    assert html.index('id="poll-2"') < html.index('id="pack"') < html.index('id="consent"')


def test_the_pack_is_not_entered_by_the_form_of_a_round(house: House) -> None:
    put(house, "poll")
    assert enter(house, house.pack, {}).status_code == 404
    vote(house, house.ada, 1)
    assert Ballot.objects.filter(round=house.pack).count() == 0
    assert "Entered for you" not in page(house, house.ada)
