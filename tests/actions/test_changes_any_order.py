"""Any sequence of changes and undoings: nothing said is out of reach, and taking back restores."""

import uuid
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.support import House, make_house
from tests.synthesis import blank_of, change, table, undo
from workshop.models import Change, ChangeCard, Refusal, Seat, Workshop
from workshop.models.changing import VERBS
from workshop.models.lineage import lineage_of
from workshop.models.synthesis import synthesis_of

STEP = st.tuples(
    st.sampled_from([*VERBS, "undo", "undo"]), st.lists(st.integers(0, 11), min_size=1, max_size=3)
)
SETTINGS = settings(
    max_examples=20, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
TITLES = {"merge": ["M"], "rephrase": ["R"], "split": ["S", "T"]}


def furnished() -> House:
    """Make a workshop with two blank cards in it, one of which re-phrases a card."""
    house = make_house(1)
    blank_of(house.ada)
    blank_of(house.ada, "Second thoughts", house.cards[0])
    return house


def take(fay: Seat, verb: str, picks: list[int]) -> None:
    """Do something with some of the cards; what the rules refuse is left undone."""
    workshop = Workshop.objects.get(pk=fay.workshop_id)
    cards = list(workshop.cards.order_by("pk").with_words())
    made = list(Change.objects.filter(workshop=workshop, undoes=None).order_by("n"))
    chosen = list({cards[pick % len(cards)].pk: cards[pick % len(cards)] for pick in picks}.values())
    with suppress(Refusal):
        if verb == "undo" and made:
            undo(fay, made[picks[0] % len(made)])
        elif verb in VERBS:
            target = chosen.pop() if verb == "nest" and len(chosen) > 1 else None
            change(fay, verb, chosen, target, TITLES.get(verb, []))


def shown_with(fay: Seat) -> dict[int, set[int]]:
    """Return for each card the cards that the page shows under which its words are read."""
    lineage = lineage_of(fay.workshop)
    found: dict[int, set[int]] = {}
    for shown in synthesis_of(fay).choosable:
        for reached in lineage.reach(shown.card.pk):
            found.setdefault(reached, set()).add(shown.card.pk)
    return found


def kin_of(card: int) -> set[int]:
    """Return every card that any change ever tied to a card, walked one change at a time."""
    rows = list(ChangeCard.objects.exclude(side="carried").values_list("change_id", "card_id"))
    known: set[int] = {card}
    before: set[int] = set()
    while known != before:
        before = set(known)
        changes = {change for change, each in rows if each in known}
        known |= {each for change, each in rows if change in changes}
    return known


class Synthesis(TestCase):
    """Whatever a group does to its cards."""

    @given(st.lists(STEP, max_size=14))
    @SETTINGS
    def test_every_card_can_be_reached_and_none_from_where_it_does_not_belong(self, steps: list) -> None:
        house = furnished()
        for verb, picks in steps:
            take(house.fay, verb, picks)

        lineage, under = lineage_of(house.workshop), shown_with(house.fay)
        for card in house.workshop.cards.all():
            assert under.get(card.pk), f"card {card.pk} ({card.status}) is out of reach"
            assert card.pk not in lineage.origins(card.pk)
            assert under[card.pk] <= kin_of(card.pk)

    @given(st.lists(STEP, max_size=10))
    @SETTINGS
    def test_taking_everything_back_restores_the_table_and_making_it_again_as_well(self, steps: list) -> None:
        house = furnished()
        workshop, fay = house.workshop, house.fay
        before = table(workshop)
        for verb, picks in steps:
            take(fay, verb, picks)
        after = table(workshop)
        standing = [turn.n for turn in lineage_of(workshop).standing]

        for n in reversed(standing):
            undo(fay, workshop.changes.get(n=n))
        assert table(workshop) == before
        for n in standing:
            undo(fay, workshop.changes.get(n=n))
        assert table(workshop) == after


@pytest.mark.django_db
def test_two_cards_never_share_a_number_however_often_a_group_changes_its_mind() -> None:
    house = make_house(2)
    for n in range(3):
        adopted = change(house.fay, "adopt", [blank_of(house.ada, f"Idea {n} {uuid.uuid4()}")])
        merged = change(house.fay, "merge", house.cards[:2], titles=[f"Merged {n}"])
        undo(house.fay, merged)
        undo(house.fay, adopted)
    given = [number for number in house.workshop.cards.values_list("number", flat=True) if number]
    remembered = ChangeCard.objects.exclude(before_number=None).values_list("card_id", "before_number")

    assert len(set(given)) == len(given)
    assert len({number for _card, number in remembered}) == len({card for card, _number in remembered})
