"""What goes is what stands in the boxes: each button beside them saves first, and shows it before it goes."""

import uuid

import pytest
from django.test import Client

from tests.letters.desk import letter, press, work
from tests.letters.postbox import Postbox, text_of
from tests.support import House, client_of, make_house
from workshop.actions.letters import edit_letter
from workshop.actions.remarks import save_remark
from workshop.models import Letter, Post

pytestmark = pytest.mark.django_db
WORDS = {"subject": "Come to {workshop}", "body": "Hello {name}, bring cake.\n\n{link}", "rev": "1"}


@pytest.fixture
def house() -> House:
    return make_house(leaders=2)


@pytest.fixture
def fay(house: House) -> Client:
    return client_of(house.fay)


def address(written: Letter) -> str:
    return f"/w/{written.workshop.slug}/letters/{written.uid}/"


def form_of(written: Letter, **more: str) -> dict[str, str]:
    return {"subject": written.subject, "body": written.body, "rev": str(written.rev)} | more


def test_who_looks_at_who_gets_it_has_saved_what_was_typed_and_sees_it(
    house: House, fay: Client, box: Postbox
) -> None:
    written = letter(house)
    page = fay.post(address(written), WORDS | {"then": "people", "whom": "everybody"}, follow=True)
    text = page.content.decode()
    assert "Send this letter to 2 people?" in text
    assert "As Ada gets it" in text
    assert f"Come to {house.workshop.title}" in text
    assert "Hello Ada, bring cake." in text
    assert f"Come to {house.workshop.title}" in text
    people = " ".join(seat.uid.hex for seat in house.leaders)
    fay.post(f"{address(written)}sending/?whom=everybody", {"rev": "2", "people": people})
    work()
    assert ["bring cake" in text_of(mail) for mail in box.mails] == [True, True]


def test_a_trial_copy_says_what_stands_in_the_boxes_and_twice_is_once(
    house: House, fay: Client, box: Postbox
) -> None:
    written, once = letter(house), {"then": "trial", "trial": str(uuid.uuid4())}
    for _n in range(2):
        assert fay.post(address(written), WORDS | once).status_code == 302
    work()
    assert box.to == ["fay@example.org"]
    assert "Hello Fay, bring cake." in text_of(box.mails[0])


@pytest.mark.parametrize("then", ["trial", "people", ""])
def test_words_that_are_refused_stay_in_their_boxes_and_nothing_goes_on(
    house: House, fay: Client, then: str
) -> None:
    written = letter(house)
    sent = {**WORDS, "body": "Dear {nmae}, {link}", "then": then, "whom": "everybody"}
    answer = fay.post(address(written), sent)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Dear {nmae}, {link}" in text
    assert 'value="everybody" form="letter-form" data-beside checked' in text
    assert Letter.objects.get(pk=written.pk).rev == 1
    assert not Post.objects.exists()


@pytest.mark.parametrize("then", ["trial", "people", ""])
def test_of_two_who_write_at_once_each_sees_both_versions_and_nothing_goes(
    house: House, fay: Client, then: str
) -> None:
    written = letter(house)
    edit_letter(house.fay, written, rev=1, subject="Theirs", body="Their words: {link}")
    answer = fay.post(address(written), WORDS | {"then": then, "whom": "everybody"})
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Hello {name}, bring cake." in text
    assert "Their words: {link}" in text
    assert "See who gets it" not in text
    fay.post(address(written), WORDS | {"rev": "2", "keep": "both"})
    kept = Letter.objects.get(pk=written.pk).body
    assert ("bring cake" in kept, "Their words" in kept) == (True, True)


def test_a_refusal_of_one_s_own_words_takes_no_other_s_for_seen(house: House, fay: Client) -> None:
    written = letter(house)
    edit_letter(house.fay, written, rev=1, subject="Theirs", body="Their words: {link}")
    wrong = fay.post(address(written), WORDS | {"body": "Hello {nmae} {link}"})
    assert wrong.status_code == 422
    assert 'name="rev" value="1"' in wrong.text
    assert fay.post(address(written), WORDS).status_code == 409
    assert Letter.objects.get(pk=written.pk).subject == "Theirs"


def test_words_for_a_letter_that_went_meanwhile_are_shown_to_be_copied(
    house: House, fay: Client, box: Postbox
) -> None:
    written = letter(house)
    press(house, written)
    answer = fay.post(address(written), WORDS)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "so its words stay" in text
    assert ("Come to {workshop}" in text, "bring cake" in text) == (True, True)


def test_a_letter_that_was_changed_since_it_was_shown_is_shown_anew_and_not_sent(
    house: House, fay: Client, box: Postbox
) -> None:
    written = letter(house)
    edit_letter(house.fay, written, rev=1, subject="Theirs", body="Their words: {link}")
    sent = {"rev": "1", "people": house.ada.uid.hex}
    answer = fay.post(f"{address(written)}sending/?whom=everybody", sent)
    text = answer.content.decode()
    assert (answer.status_code, Post.objects.count()) == (409, 0)
    assert ("Their words:" in text, 'name="rev" value="2"' in text) == (True, True)


def test_what_is_left_in_somebody_s_pack_is_not_shown_to_who_sends(house: House, fay: Client) -> None:
    save_remark(house.ada, house.workshop.prompts.get(card__number=1), "Mine", 0)
    written = letter(house, "reminder")
    text = fay.post(
        address(written), form_of(written, then="people", whom="not-finished"), follow=True
    ).content.decode()
    assert "As Ada gets it" in text
    assert "Comments on 1 of 6 cards so far" not in text
    assert "6 cards to comment on" in text
    assert "told to its owner alone" in text
