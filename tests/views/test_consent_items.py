"""What people agree to, as facilitators write it: an answer keeps the words it was given to."""

from typing import Any

import pytest

from tests.setup import item_words
from tests.support import House, client_of, make_house
from workshop.actions.consent_items import item_print
from workshop.actions.workshops import close_workshop
from workshop.models import Consent, ConsentItem
from workshop.models.consents import needs_consent

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(agreed=False)


def send(house: House, *parts: object, **sent: Any) -> Any:
    address = "/".join([f"/w/{house.workshop.slug}/consents", *map(str, parts), ""])
    return client_of(house.fay).post(address, sent)


def first(house: House) -> ConsentItem:
    return house.workshop.consent_items.filter(retired_at=None)[0]


def answer(house: House) -> None:
    for item in house.workshop.consent_items.filter(retired_at=None):
        Consent.objects.create(seat=house.ada, item=item, answer=True)


def test_an_item_is_added_last_and_once(house: House) -> None:
    sent = item_words(house, required="on")
    assert [send(house, "new", **sent).status_code for _ in range(2)] == [302, 302]
    items = list(house.workshop.consent_items.all())
    assert [item.text for item in items].count("I agree to be recorded.") == 1
    assert (items[-1].key, items[-1].required, items[-1].version) == ("i-agree-to-be-recorded", True, 1)


def test_two_items_with_the_same_first_words_are_kept_apart(house: House) -> None:
    for _ in range(2):
        send(house, "new", **item_words(house))
    keys = house.workshop.consent_items.filter(text="I agree to be recorded.").values_list("key", flat=True)
    assert sorted(keys) == ["i-agree-to-be-recorded", "i-agree-to-be-recorded-2"]


def test_before_anybody_answers_the_words_are_simply_changed(house: House) -> None:
    item = first(house)
    assert send(house, item.uid, **item_words(house)).status_code == 302
    item.refresh_from_db()
    assert (item.text, item.required, item.version) == ("I agree to be recorded.", False, 1)


def test_once_somebody_answered_a_change_is_a_new_version_and_everybody_is_asked_again(house: House) -> None:
    answer(house)
    assert not needs_consent(house.ada)
    old = first(house)
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/consents/{old.uid}/")
    assert "it becomes a new version" in page.text
    send(house, old.uid, **item_words(house, required="on"))
    old.refresh_from_db()
    new = first(house)
    assert (new.key, new.version, new.text) == (old.key, 2, "I agree to be recorded.")
    assert old.text != new.text
    assert old.answers.get().answer is True
    assert needs_consent(house.ada)


def test_a_version_sent_twice_is_one_version(house: House) -> None:
    answer(house)
    old, sent = first(house), item_words(house)
    assert [send(house, old.uid, **sent).status_code for _ in range(2)] == [302, 302]
    assert house.workshop.consent_items.filter(key=old.key).count() == 2


def test_two_who_change_one_item_both_keep_their_words(house: House) -> None:
    item, sent = first(house), item_words(house, text="Mine")
    ConsentItem.objects.filter(pk=item.pk).update(text="Theirs")
    refused = send(house, item.uid, **sent)
    assert refused.status_code == 409
    assert "Theirs" in refused.text
    assert "Mine" in refused.text
    item.refresh_from_db()
    assert item.text == "Theirs"
    assert send(house, item.uid, **{**sent, "seen": item_print(item)}).status_code == 302


def test_a_retired_item_is_asked_no_more_in_any_version_and_its_answers_are_kept(house: House) -> None:
    answer(house)
    old = first(house)
    send(house, old.uid, **item_words(house))
    new = first(house)
    assert "Ask this no more?" in send(house, new.uid, "retirement").text
    assert first(house) == new
    for _ in range(2):
        assert send(house, new.uid, "retirement", confirmed="1").status_code == 302
    assert not house.workshop.consent_items.filter(key=old.key, retired_at=None).exists()
    assert old.answers.count() == 1


@pytest.mark.parametrize(
    ("text", "says"), [(" \x00 ", "This is empty"), ("x" * 2001, "1 character over the limit of 2,000")]
)
def test_words_that_cannot_be_asked_are_refused_and_kept(house: House, text: str, says: str) -> None:
    before = house.workshop.consent_items.count()
    refused = send(house, "new", **item_words(house, text=text, required="on"))
    assert refused.status_code == 422
    assert says in refused.text
    assert "checked" in refused.text
    assert house.workshop.consent_items.count() == before


def test_there_is_an_end_to_what_people_are_asked(house: House) -> None:
    for n in range(25):
        refused = send(house, "new", **item_words(house, text=f"Item {n}"))
    assert refused.status_code == 422
    assert house.workshop.consent_items.count() == 20


def test_a_closed_workshop_keeps_what_it_asked(house: House) -> None:
    item = first(house)
    close_workshop(house.fay)
    sent = item_words(house, text="Too late")
    answers = [
        send(house, "new", **sent),
        send(house, item.uid, **sent),
        send(house, item.uid, "retirement", confirmed="1"),
    ]
    assert [each.status_code for each in answers] == [409] * 3
    assert first(house).text == item.text


def test_an_item_of_another_workshop_is_not_found(house: House) -> None:
    theirs = house.zoe.workshop.consent_items.all()[0]
    assert send(house, theirs.uid, **item_words(house)).status_code == 404
    assert send(house, theirs.uid, "retirement", confirmed="1").status_code == 404
