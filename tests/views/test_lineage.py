"""Why each card is what it is, and the workshop step by step."""

import re
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.support import House, client_of, make_house
from tests.synthesis import MERGED, blank_of, change, numbered, paper_synthesis, undo
from workshop.actions.remarks import save_remark
from workshop.actions.rounds import reveal_round
from workshop.actions.sort import place_card
from workshop.actions.stage import move_stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house()


def page(client: Client, house: House, n: int | None = None) -> str:
    """Return the lineage, or one moment of it."""
    parts = {"slug": house.workshop.slug} | ({} if n is None else {"n": n})
    return client.get(reverse("lineage" if n is None else "lineage-moment", kwargs=parts)).content.decode()


def branch(text: str, card: object) -> str:
    """Return what the list says of a card, from its own entry to the end of the page."""
    return text[text.index(f'id="card-{card}"') :]


def test_the_papers_lineage_is_told_in_numbers_picture_and_list(house: House) -> None:
    paper_synthesis(house.fay, blank_of(house.ada))

    text = page(client_of(house.fay), house)

    assert "6 → 7 → 5 → 4" in text
    assert (
        "Six cards became four, in three steps. No longer on their own: cards 4 (Non-research activities),"
        in text
    )
    assert "on its own: card 7 (Motivation vs lack of skills: a sub-theme of 3)." in text
    (merged,) = numbered(house.workshop, 8)
    assert "Cards 4, 5 and 6 merged into card 8" in branch(text, merged.uid)
    assert text.count('class="lineage__slip"') == 12
    for card in house.workshop.cards.all():
        assert f'id="card-{card.uid}"' in text


def test_what_was_said_and_chosen_of_each_source_stands_with_it(house: House) -> None:
    fifth = house.cards[4]
    save_remark(house.ada, house.workshop.prompts.get(card=fifth), "This is the knot", 0)
    place_card(house.ada, house.pack, fifth, "inner")
    reveal_round(house.fay, house.pack)
    change(house.fay, "merge", house.cards[3:6], titles=[MERGED])

    text = page(client_of(house.fay), house)

    under = branch(text, fifth.uid)
    assert "This is the knot" in under
    assert "1 of 1 placed it inner" in under


def test_words_on_a_card_that_was_taken_back_are_found_under_its_sources(house: House) -> None:
    from workshop.actions.discussion import post_remark

    merged = change(house.fay, "merge", house.cards[3:6], titles=[MERGED])
    move_stage(house.fay, house.workshop.steps.all()[0], 0)
    post_remark(house.ada, numbered(house.workshop, 7)[0], "It stood for ten minutes", uid=uuid.uuid4())
    undo(house.fay, merged)

    text = page(client_of(house.ada), house)

    assert "Made of it and taken back" in text
    assert "It stood for ten minutes" in text


def test_before_the_group_meets_a_leader_reads_nobodys_words(house: House) -> None:
    save_remark(house.others[0], house.workshop.prompts.get(card=house.cards[0]), "A canary", 0)
    change(house.fay, "retire", [house.cards[5]])

    assert "A canary" not in page(client_of(house.ada), house)


def test_where_names_are_hidden_the_lineage_names_no_leader() -> None:
    house = make_house(promise="hidden")
    save_remark(house.others[0], house.workshop.prompts.get(card=house.cards[0]), "Well put", 0)
    move_stage(house.fay, house.workshop.steps.all()[0], 0)
    paper_synthesis(house.fay, blank_of(house.others[0]))

    text = page(client_of(house.ada), house)

    assert "Well put" in text
    assert "Written as a blank card" not in text
    assert not re.search(r"\bBen\b", text)


def test_people_are_named_where_the_promise_says_so(house: House) -> None:
    paper_synthesis(house.fay, blank_of(house.others[0]))

    assert "Written as a blank card by Ben." in page(client_of(house.ada), house)


def test_a_card_that_was_split_is_told_once_and_pointed_at_from_the_other_part(house: House) -> None:
    first = house.cards[0]
    save_remark(house.ada, house.workshop.prompts.get(card=first), "Two things in one", 0)
    change(house.fay, "split", [first], titles=["One", "Other"])

    text = page(client_of(house.fay), house)

    assert text.count(f'id="card-{first.uid}"') == 1
    assert text.count("Two things in one") == 1
    assert text.count(f'href="#card-{first.uid}"') == 1


def test_many_comments_are_folded_and_each_card_opens_its_own(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop.views.lineage.MOST_COMMENTS", 1)
    first, second = house.cards[:2]
    for card in [first, second]:
        save_remark(house.ada, house.workshop.prompts.get(card=card), f"Said of {card.number}", 0)
    fay, address = client_of(house.fay), reverse("lineage", kwargs={"slug": house.workshop.slug})

    folded, opened = [fay.get(address + more).content.decode() for more in ["", f"?said={first.uid}"]]

    assert "Said of" not in folded
    assert f'href="?said={first.uid}#card-{first.uid}"' in folded
    assert "Said of 1" in opened
    assert "Said of 2" not in opened


def test_each_step_shows_the_table_as_it_was(house: House) -> None:
    paper_synthesis(house.fay, blank_of(house.ada))
    fay = client_of(house.fay)

    counts = [len(re.findall(r'card__number">', page(fay, house, n))) for n in range(4)]

    assert counts == [6, 7, 5, 5]  # the last with a sub-theme
    assert "4 cards on the table then" in page(fay, house, 3)
    assert "The cards as everybody got them" in page(fay, house, 0)


def test_a_step_that_was_taken_back_and_made_again_is_still_told(house: House) -> None:
    retired = change(house.fay, "retire", house.cards[:1])
    undo(house.fay, retired)
    undo(house.fay, retired)
    fay = client_of(house.fay)

    assert "5 cards on the table then" in page(fay, house, 1)
    assert "Step 1 was taken back" in page(fay, house, 2)
    assert "Step 1 was made again" in page(fay, house, 3)
    missing = reverse("lineage-moment", kwargs={"slug": house.workshop.slug, "n": 4})
    assert fay.get(missing).status_code == 404


def test_the_page_costs_no_more_queries_with_more_cards(house: House) -> None:
    paper_synthesis(house.fay, blank_of(house.ada))
    fay = client_of(house.fay)

    def cost() -> int:
        with CaptureQueriesContext(connection) as seen:
            page(fay, house)
        return len(seen)

    cost()  # the first look of a day is noted
    few = cost()
    change(house.fay, "split", numbered(house.workshop, 1), titles=[f"Part {n}" for n in range(6)])
    change(house.fay, "retire", numbered(house.workshop, 2))

    assert cost() == few
