"""Words and the stage when cards are merged: what was said shows under what stands now."""

import uuid

import pytest
from django.urls import reverse

from tests.stagecraft import bring, page, say, send
from tests.support import House, client_of, make_house
from tests.synthesis import MERGED, change, numbered, undo
from tests.views.results_world import write
from workshop.actions.discussion import post_remark
from workshop.actions.rounds import reveal_round
from workshop.actions.stage import bring_card
from workshop.live.fragments import regions
from workshop.models import Card, Change, Remark, Workshop
from workshop.models.audiences import AUDIENCES, PARTICIPANTS

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house()


def merge(house: House) -> Change:
    """Make one card, number 7, of the last three."""
    return change(house.fay, "merge", house.cards[3:6], titles=[MERGED])


def merged(house: House) -> Card:
    """The card that was made."""
    return numbered(house.workshop, 7)[0]


def front(house: House, number: int) -> None:
    """Bring a card to the front."""
    rev = Workshop.objects.get(pk=house.workshop.pk).step_rev
    bring_card(house.fay, numbered(house.workshop, number)[0], rev)


def fragment(house: House, name: str, audience: str = PARTICIPANTS) -> str:
    """Return a fragment as it is sent now."""
    house.workshop.refresh_from_db()
    return regions(house.workshop, audience, [name])[name]


def test_what_was_said_of_the_sources_shows_under_the_merged_card(house: House) -> None:
    write(house, house.ada, "Written in a pack of five.", 5)
    card = bring(house, 5)
    say(house, house.ada, card, "Said of five today.")
    merge(house)
    front(house, 7)

    text = fragment(house, "comments")

    under = text[text.index("About card 5, which it came from") :]
    assert "Written in a pack of five." in under
    assert "Said of five today." in under
    assert "About card 4," not in text
    assert f"#card-{merged(house).uid}" in text


def test_a_comment_on_a_card_merged_a_second_ago_is_kept_and_shown_under_its_successor(house: House) -> None:
    bring(house, 5)
    fifth = house.cards[4]
    merge(house)
    post_remark(house.ada, fifth, "Just too late?", uid=uuid.uuid4())
    front(house, 7)

    assert Remark.objects.get(body="Just too late?").card == fifth
    assert "Just too late?" in fragment(house, "comments")
    assert "Just too late?" in page(house, house.ada)


def test_a_reply_under_the_merged_card_belongs_to_the_comment_it_answers(house: House) -> None:
    fifth = bring(house, 5)
    first = say(house, house.ada, fifth, "Of five.")
    made = merge(house)
    seven = merged(house)

    reply = post_remark(house.others[0], seven, "And so?", uid=uuid.uuid4(), reply_to=first)
    undo(house.fay, made)
    late = post_remark(house.others[0], seven, "Late.", uid=uuid.uuid4(), reply_to=first)

    assert reply.card == late.card == fifth


def test_the_stage_says_what_became_of_the_card_in_front(house: House) -> None:
    bring(house, 5)
    merge(house)

    for audience in AUDIENCES:
        assert "Card 5 was merged into card 7." in fragment(house, "stage", audience)
    assert "Bring card 7 to the front" in fragment(house, "controls", "facilitators")
    assert "Bring card 7" not in page(house, house.ada)


def test_the_merged_card_comes_to_the_front_and_nothing_that_waits_is_skipped(house: House) -> None:
    bring(house, 4)
    merge(house)
    house.workshop.refresh_from_db()
    data = {"card": str(merged(house).uid), "step_rev": house.workshop.step_rev}

    for _twice in range(2):
        send(house, house.fay, "stage", data)

    house.workshop.refresh_from_db()
    assert house.workshop.steps.get(card__number=7) == house.workshop.step
    assert "Next: card 1" in fragment(house, "controls", "facilitators")


def test_a_leader_who_does_not_chair_brings_nothing_to_the_front(house: House) -> None:
    bring(house, 5)
    merge(house)
    address = reverse("stage", kwargs={"slug": house.workshop.slug})

    sent = client_of(house.ada).post(address, {"card": str(merged(house).uid)})

    assert sent.status_code == 403
    other = house.zoe.workshop.cards.all()[0]
    assert client_of(house.fay).post(address, {"card": str(other.uid)}).status_code == 404


def test_waiting_discussions_of_cards_that_are_gone_say_so_and_next_skips_them(house: House) -> None:
    bring(house, 2)
    merge(house)
    text = fragment(house, "agenda")

    assert text.count("agenda__gone") == 3
    assert text.count(">merged<") == 3
    assert "Next: card 4" not in fragment(house, "controls", "facilitators")
    assert "Next:" in fragment(house, "controls", "facilitators")


def test_the_results_show_words_once_under_the_card_that_stands(house: House) -> None:
    write(house, house.ada, "Of five.", 5)
    reveal_round(house.fay, house.pack)
    merge(house)

    text = page(house, house.fay, "results")

    assert text.count("Of five.") == 1
    assert text.index("About card 5, which it came from") < text.index("Of five.")
    assert "What was said about it stands under card 7." in text


def test_what_was_said_of_a_card_that_was_taken_back_shows_under_its_sources(house: House) -> None:
    bring(house, 2)
    made = merge(house)
    front(house, 7)
    say(house, house.ada, merged(house), "While it stood.")
    undo(house.fay, made)

    assert "Card 7 was taken back." in fragment(house, "stage")
    front(house, 5)
    text = fragment(house, "comments")
    assert "About card 7, which was made of it and taken back" in text
    assert "While it stood." in text
