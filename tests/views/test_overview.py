"""The overview: where the workshop stands, who is how far, what is written; never where a card was put."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.support import House, add_leader, agree, client_of, make_house
from workshop.actions.rounds import close_round
from workshop.actions.sort import place_card
from workshop.live.fragments import render
from workshop.models import Card, CardText, Person, Remark, Seat, Workshop
from workshop.models.audiences import FACILITATORS

pytestmark = pytest.mark.django_db
MOST = 30


def overview(house: House) -> str:
    """Return Fay's overview."""
    return client_of(house.fay).get(f"/w/{house.workshop.slug}/overview/").content.decode()


def write(house: House, seat: Seat, body: str, which: int = 0) -> None:
    """Write in one box of the pack."""
    prompt = house.workshop.prompts.all()[which]
    Remark.objects.create(workshop=house.workshop, seat=seat, prompt=prompt, body=body, rev=1)


def next_button(house: House) -> str:
    """Return the words of the main button."""
    return overview(house).split("button--main")[1].split(">")[1].split("<")[0]


def test_the_next_step_follows_the_workshop() -> None:
    house = make_house(leaders=1, pack_open=False)
    assert next_button(house) == "Open the pack"
    Seat.objects.filter(pk=house.ada.pk).update(removed_at=timezone.now())
    assert next_button(house) == "Invite people"
    house.workshop.cards.update(status="retired")
    assert next_button(house) == "Write the cards"
    Workshop.objects.filter(pk=house.workshop.pk).update(closed_at=timezone.now())
    assert next_button(house) == "See the results"


def test_comments_stand_under_their_card_with_names_and_the_other_box_at_the_end() -> None:
    house = make_house(leaders=2)
    write(house, house.ada, "About the second card <b>", 1)
    write(house, house.others[0], "Something else", 6)
    page = overview(house)
    second, other = page.index("About the second card &lt;b&gt;"), page.index("Something else")
    assert page.index("Power differences") < page.index("Ada</p>", page.index("box-2")) < second < other
    assert page.index("Any other comments") < other


def test_blank_cards_say_what_they_re_phrase() -> None:
    house = make_house(leaders=1)
    blank = Card.objects.create(
        workshop=house.workshop,
        status="proposed",
        proposer=house.ada,
        rephrases=house.cards[2],
        position=1,
        rev=1,
    )
    CardText.objects.create(card=blank, rev=1, title="Words that shut people out", seat=house.ada)
    page = overview(house)
    assert "Words that shut people out" in page
    assert "Re-phrases card 3" in page


def test_where_somebody_put_a_card_is_nowhere_on_the_page_not_even_as_a_count() -> None:
    house = make_house(leaders=5)
    plain = make_page_of_started(house, zone="unplaced")
    house.workshop.rounds.get(number=1).ballots.all().delete()
    assert make_page_of_started(house, zone="inner") == plain


def make_page_of_started(house: House, zone: str) -> str:
    """Return the pushed fragment after everybody placed two cards in a zone, with a canary for a reason."""
    for leader in house.leaders:
        for card in house.cards[:2]:
            place_card(leader, house.pack, card, zone, reason="CANARY reason")
    page = render(house.workshop.pk, {FACILITATORS: ["packs"]})[FACILITATORS]
    assert "5 started" in page
    assert "CANARY" not in page
    return page


def test_in_an_unlinked_workshop_nobody_is_named_once_it_is_closed() -> None:
    house = make_house(leaders=1, promise="unlinked")
    write(house, house.ada, "Ada wrote this")
    named = '<p class="small soft" dir="auto">Ada</p>'
    assert named in overview(house)
    Workshop.objects.filter(pk=house.workshop.pk).update(closed_at=timezone.now())
    assert named not in overview(house)


def test_the_page_holds_exactly_what_a_push_sends_and_the_push_no_form() -> None:
    house = make_house(leaders=2)
    write(house, house.ada, "Words")
    pushed = render(house.workshop.pk, {FACILITATORS: ["packs"]})[FACILITATORS]
    assert pushed.strip() in overview(house)
    assert not [word for word in ("<form", "<input", "csrf", "<button") if word in pushed]


def cost(house: House) -> int:
    """Return how many queries Fay's overview takes."""
    fay, path = client_of(house.fay), f"/w/{house.workshop.slug}/overview/"
    fay.get(path)
    with CaptureQueriesContext(connection) as taken:
        fay.get(path)
    return len(taken)


def test_a_small_and_a_large_group_cost_the_same() -> None:
    house = make_house(leaders=2)
    write(house, house.ada, "Words")
    small = cost(house)
    for n in range(30):
        leader = add_leader(house.fay, f"Guest{n}")
        agree(leader)
        for box in range(7):
            write(house, leader, f"Words {n}", box)
    assert cost(house) == small
    assert small <= MOST


def test_of_many_comments_the_newest_are_shown_and_all_are_a_tap_away() -> None:
    house = make_house(leaders=20)
    for n, leader in enumerate(house.leaders):
        write(house, leader, f"Words number {n:02}.")
    page = overview(house)
    assert page.count("Words number") == 12
    assert "All 20 comments" in page
    path = f"/w/{house.workshop.slug}/overview/comments/"
    assert client_of(house.fay).get(path).content.decode().count("Words number") == 20


def test_a_letter_goes_to_those_who_have_not_finished() -> None:
    house = make_house(leaders=2)
    Seat.objects.filter(pk=house.ada.pk).update(done_at=timezone.now())
    page = overview(house)
    assert "mailto:?bcc=ben@example.org&amp;subject=" in page
    assert "Write to the 1 who has not finished" in page
    close_round(house.fay, house.pack)
    assert "mailto:" not in overview(house)


def test_who_gets_no_letter_for_want_of_an_address_is_named_beside_it() -> None:
    house = make_house(leaders=9)
    path = f"/w/{house.workshop.slug}/overview/"
    assert "Write to the 9 who have not finished" in client_of(house.fay).get(path).text
    Person.objects.filter(seats__in=house.leaders[2:]).update(email="")
    page = client_of(house.fay).get(path).text
    assert "Write to 2 of the 9 who have not finished" in page
    assert "bcc=ada@example.org,ben@example.org&amp;" in page
    assert "No e-mail address is known, so tell them yourself:" in page
    assert "Cem, Dot, Eve, Leader6, Leader7</span> and 2 more." in page
