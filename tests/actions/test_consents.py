"""What people agree to."""

import pytest

from tests.support import agree, make_house
from workshop.actions.consents import answer_consents
from workshop.models import Consent, ConsentItem, Forbidden, Invalid, Seat
from workshop.models.consents import asked_of, has_declined, needs_consent

pytestmark = pytest.mark.django_db


def answers(seat: Seat, **given: bool) -> dict[str, bool]:
    """Return yes for each item, unless its key (with ``_`` for ``-``) says otherwise."""
    return {str(item.uid): given.get(item.key.replace("-", "_"), True) for item, _was in asked_of(seat)}


def test_nobody_is_asked_anything_before_they_agree() -> None:
    house = make_house(leaders=1, agreed=False)
    assert needs_consent(house.ada)
    agree(house.ada)
    assert not needs_consent(house.ada)


def test_a_no_that_is_allowed_lets_people_go_on() -> None:
    house = make_house(leaders=1, agreed=False)
    answer_consents(house.ada, answers(house.ada, quote_named=False, quote_unnamed=False))
    assert not needs_consent(house.ada)
    assert not has_declined(house.ada)


def test_a_no_to_taking_part_is_kept_and_stops_there() -> None:
    house = make_house(leaders=1, agreed=False)
    answer_consents(house.ada, answers(house.ada, take_part=False))
    assert needs_consent(house.ada)
    assert has_declined(house.ada)


def test_a_line_without_an_answer_is_refused_and_nothing_is_kept() -> None:
    house = make_house(leaders=1, agreed=False)
    some = dict(list(answers(house.ada).items())[:2])
    with pytest.raises(Invalid):
        answer_consents(house.ada, some)
    assert not Consent.objects.exists()


def test_answers_are_added_never_changed_and_the_newest_counts() -> None:
    house = make_house(leaders=1)
    before = list(Consent.objects.values())
    answer_consents(house.ada, answers(house.ada, quote_named=False))
    assert list(Consent.objects.values())[: len(before)] == before
    assert Consent.objects.count() == len(before) + 1
    assert {item.key: given for item, given in asked_of(house.ada)}["quote-named"] is False


def test_answering_the_same_twice_adds_nothing() -> None:
    house = make_house(leaders=1)
    before = Consent.objects.count()
    agree(house.ada)
    assert Consent.objects.count() == before


def test_a_new_version_asks_again_and_a_retired_item_asks_no_more() -> None:
    house = make_house(leaders=1)
    items = house.workshop.consent_items
    ConsentItem.objects.create(workshop=house.workshop, key="quote-named", version=2, text="New words")
    assert needs_consent(house.ada)
    assert [item.version for item, _given in asked_of(house.ada) if item.key == "quote-named"] == [2]
    items.filter(key="quote-named").update(retired_at=house.workshop.created_at)
    assert not needs_consent(house.ada)


def test_a_forged_item_of_another_workshop_is_left_alone() -> None:
    house = make_house(leaders=1, agreed=False)
    foreign = house.zoe.workshop.consent_items.first()
    assert foreign is not None
    answer_consents(house.ada, {**answers(house.ada), str(foreign.uid): True})
    assert not foreign.answers.exists()


def test_facilitators_are_not_asked_and_cannot_answer() -> None:
    house = make_house(leaders=1)
    assert not needs_consent(house.fay)
    with pytest.raises(Forbidden):
        answer_consents(house.fay, {})


def test_asking_costs_one_query(django_assert_num_queries: object) -> None:
    house = make_house(leaders=1)
    with django_assert_num_queries(1):  # type: ignore[operator]  # a fixture without a type
        needs_consent(house.ada)
