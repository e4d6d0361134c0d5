"""What was sent stays as it was sent, whatever is changed afterwards; and no copy is kept that nobody got."""

from datetime import timedelta
from unittest.mock import patch

import pytest

from tests.letters.desk import letter, press, work
from tests.letters.postbox import Postbox, text_of
from tests.letters.test_what_they_say import STARTS, move_date
from tests.support import House, client_of, make_house
from workshop.actions.letters import edit_letter
from workshop.actions.letters.sending import send_again
from workshop.actions.remarks import save_remark
from workshop.actions.setup import edit_setup
from workshop.actions.withdrawing import withdraw
from workshop.exports.own_data import own_document
from workshop.models import Letter, Post
from workshop.models.posted import wordings_of
from workshop.models.setup import print_of

pytestmark = pytest.mark.django_db
OLD, NEW = "Tuesday 30 March 2027", "Tuesday 6 April 2027"


@pytest.fixture
def house() -> House:
    return make_house(leaders=2, starts_at=STARTS, ends_at=STARTS + timedelta(hours=2), title="Before")


def page(house: House, written: Letter | None = None) -> str:
    """What Fay reads of one letter, or of all."""
    address = f"/w/{house.workshop.slug}/letters/" + (f"{written.uid}/" if written else "")
    return client_of(house.fay).get(address).content.decode()


def change(house: House) -> None:
    """Move the date, and give the workshop another title."""
    move_date(house.fay, 7)
    edit_setup(house.fay, {"title": "After"}, {"title": print_of("Before")})
    house.fay.workshop.refresh_from_db()


def test_a_letter_that_was_sent_says_what_it_said_whatever_is_changed_since(
    house: House, box: Postbox
) -> None:
    written = letter(house)
    press(house, written)
    work()
    change(house)
    one = page(house, written)
    assert (OLD in one, NEW in one, "“Before”" in one, "“After”" in one) == (True, False, True, False)
    assert ("Invitation: Before" in page(house), "Invitation: After" in page(house)) == (True, False)


def test_who_got_it_after_the_change_got_other_words_and_both_are_shown(house: House, box: Postbox) -> None:
    written = letter(house)
    press(house, written, house.ada)
    work()
    change(house)
    press(house, written, house.others[0])
    work()
    assert [(OLD in each.body, NEW in each.body, each.copies) for each in wordings_of(written)] == [
        (True, False, 1),
        (False, True, 1),
    ]
    one = page(house, written)
    assert (OLD in one, NEW in one, "1 copy, " in one) == (True, True, True)
    assert "Invitation: After" in page(house)


def test_what_waits_is_shown_as_it_would_go(house: House, box: Postbox) -> None:
    written = letter(house)
    press(house, written)
    change(house)
    assert NEW in page(house, written)
    assert "Invitation: After" in page(house)


def test_what_is_kept_names_nobody_and_opens_nothing(house: House, box: Postbox) -> None:
    save_remark(house.ada, house.workshop.prompts.get(card__number=1), "Mine", 0)
    written = letter(house, "reminder")
    edit_letter(house.fay, written, rev=1, subject="For {name}", body="{name}: {left} {link}")
    written.refresh_from_db()
    press(house, written, house.ada)
    work()
    assert "Comments on 1 of 6 cards" in text_of(box.mails[0])
    kept = Post.objects.get()
    assert kept.subject == "For (their name)"
    assert not any(word in kept.body for word in ("Ada", "1 of 6", "/link/"))
    assert kept.body.startswith("(their name): (how far they are in their pack) https://… (their own)")


def test_no_words_are_kept_of_a_copy_that_was_refused_but_of_one_that_may_have_gone(
    house: House, box: Postbox
) -> None:
    box.rcpt["ben@example.org"] = "550 gone"
    written = letter(house)
    press(house, written, house.others[0])
    work()
    assert Post.objects.get().body == ""
    assert (OLD in page(house, written), "before anything was filled in" in page(house, written)) == (
        False,
        True,
    )
    press(house, written, house.ada)
    with patch("smtplib.SMTP.data", side_effect=ConnectionResetError("reset")):
        work()
    box.rcpt["ada@example.org"] = "550 gone"
    post = Post.objects.get(seat=house.ada)
    send_again(house.fay, written, post.uid)
    work()
    post.refresh_from_db()
    assert (post.state, OLD in post.body) == ("refused", True)


def test_whoever_withdraws_takes_what_was_written_to_them_along_and_it_is_gone(
    house: House, box: Postbox
) -> None:
    written = letter(house)
    press(house, written, house.ada)
    work()
    (own,) = own_document(house.ada)["letters"]
    assert (own["subject"], OLD in own["words"]) == ("Invitation: Before", True)
    withdraw(house.ada)
    assert not Post.objects.exists()
    assert OLD not in page(house, written)
