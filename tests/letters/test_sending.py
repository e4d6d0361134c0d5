"""Letters through a real mail server: to whom they go, what is in them, and what the server refuses."""

import re
from datetime import timedelta

import pytest
from django.test import override_settings

from tests.letters.desk import letter, press, states, work
from tests.letters.postbox import Postbox, no_server, postbox, text_of
from tests.support import House, client_of, make_house
from workshop.actions.letters import edit_letter
from workshop.actions.letters.no_letters import want_letters
from workshop.actions.letters.sending import send_again, send_trial, stop_letter
from workshop.actions.people import remove_seat
from workshop.models import Closed, Job, Letter, Link, Post, Stale, Workshop

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=4)


def test_each_gets_one_letter_with_a_link_that_takes_their_own_seat(house: House, box: Postbox) -> None:
    press(house, letter(house))
    work()
    assert sorted(box.to) == sorted(seat.person.email for seat in house.leaders if seat.person)
    assert box.lines == 1
    for mail, to in zip(box.mails, box.to, strict=True):
        (secret,) = set(re.findall(r"/link/([\w-]+)/", text_of(mail)))
        assert secret in text_of(mail, "html")
        link = Link.objects.get(digest=Link.digest_of(secret))
        assert link.seat.person is not None
        assert (link.seat.person.email, link.purpose, link.is_valid) == (to, "mail", True)


def test_nothing_goes_before_a_facilitator_presses_nor_twice_after(house: House, box: Postbox) -> None:
    written = letter(house)
    work()
    assert box.to == []
    assert press(house, written) == 4
    assert press(house, written) == 0
    work()
    assert press(house, written) == 0
    work()
    assert len(box.to) == 4
    assert Job.objects.filter(kind="post").exclude(state="done").count() == 0


def test_who_is_refused_is_shown_with_the_words_of_the_server_and_without_an_address(
    house: House, box: Postbox
) -> None:
    box.rcpt["ben@example.org"] = "550 5.1.1 <ben@example.org>: nobody of that name here"
    box.data["cem@example.org"] = "554 5.7.1 Looks like spam"
    written = letter(house)
    press(house, written)
    work()
    assert states(written) == {"Ada": "sent", "Ben": "refused", "Cem": "refused", "Dot": "sent"}
    ben, cem = Post.objects.filter(state="refused").order_by("seat__person__name")
    assert ben.said == "550 5.1.1 …: nobody of that name here"
    assert cem.said == "554 5.7.1 Looks like spam"
    assert ben.link is not None
    assert not ben.link.is_valid
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/letters/{written.uid}/").content.decode()
    assert "nobody of that name here" in page
    box.rcpt.clear()
    assert send_again(house.fay, written, ben.uid)
    assert not send_again(house.fay, written, ben.uid)
    work()
    assert states(written)["Ben"] == "sent"
    assert box.to.count("ben@example.org") == 1


def test_what_is_put_off_is_tried_again_later_by_itself(house: House, box: Postbox) -> None:
    box.rcpt["ben@example.org"] = "451 4.7.1 Greylisted, come back later"
    written = letter(house)
    press(house, written)
    work()
    assert states(written)["Ben"] == "waiting"
    assert (len(box.to), Post.objects.get(state="waiting").said[:3]) == (3, "451")
    box.rcpt.clear()
    work(timedelta(seconds=30))
    assert len(box.to) == 3
    work(timedelta(minutes=2))
    assert states(written)["Ben"] == "sent"
    ids = [mail["Message-ID"] for mail in box.mails]
    assert len(set(ids)) == 4
    assert Link.objects.filter(purpose="mail", revoked_at=None).count() == 4


def test_without_a_mail_server_letters_wait_and_are_given_to_the_facilitator_at_last(house: House) -> None:
    written = letter(house)
    press(house, written, house.ada)
    with no_server():
        for day in range(9):
            work(timedelta(days=2 * day))
    assert states(written) == {"Ada": "refused"}
    assert Link.objects.filter(purpose="mail").count() == 0
    assert Job.objects.get(kind="post").state == "done"


def test_who_asked_for_no_letters_has_no_address_or_has_gone_gets_none(house: House, box: Postbox) -> None:
    ada, (ben, cem, dot) = house.ada, house.others
    assert ben.person is not None
    written = letter(house)
    ben.person.email = ""
    ben.person.save()
    want_letters(cem, wanted=False)
    assert press(house, written) == 2
    remove_seat(house.fay, dot)
    want_letters(ada, wanted=False)
    work()
    assert box.to == []
    assert states(written) == {"Ada": "left", "Dot": "left"}


def test_words_that_went_to_somebody_stay_and_stale_ones_are_refused(house: House, box: Postbox) -> None:
    written = letter(house)
    edit_letter(house.fay, written, rev=1, subject="Come", body="Here: {link}")
    with pytest.raises(Stale):
        press(house, written)
    written.refresh_from_db()
    press(house, written, house.ada)
    with pytest.raises(Closed):
        edit_letter(house.fay, written, rev=2, subject="Go", body="Here: {link}")
    assert letter(house) != written
    assert Letter.objects.get(pk=written.pk).subject == "Come"


def test_waiting_letters_can_be_stopped(house: House, box: Postbox) -> None:
    written = letter(house)
    press(house, written)
    assert (stop_letter(house.fay, written), stop_letter(house.fay, written)) == (4, 0)
    work()
    assert box.to == []


def test_a_trial_copy_goes_to_its_facilitator_alone_and_lets_nobody_in(house: House, box: Postbox) -> None:
    written = letter(house)
    trial = written.uid
    send_trial(house.fay, written, trial)
    send_trial(house.fay, written, trial)
    work()
    assert box.to == ["fay@example.org"]
    assert "this-is-only-an-example" in text_of(box.mails[0])
    assert "List-Unsubscribe" not in box.mails[0]
    assert Link.objects.filter(purpose="mail").count() == 0
    assert Letter.objects.get(pk=written.pk).pressed_at is None


@pytest.mark.parametrize("purpose", ["rehearsal", "demo"])
def test_nothing_goes_from_a_workshop_that_is_not_real(house: House, box: Postbox, purpose: str) -> None:
    written = letter(house)
    Workshop.objects.filter(pk=house.workshop.pk).update(purpose=purpose)
    house.fay.workshop.refresh_from_db()
    with pytest.raises(Closed):
        press(house, written)
    with pytest.raises(Closed):
        send_trial(house.fay, written, written.uid)
    work()
    assert box.to == []


def test_what_is_only_printed_has_reached_nobody_and_can_be_sent_once_there_is_a_server(house: House) -> None:
    written = letter(house)
    press(house, written, house.ada)
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.console.EmailBackend"):
        work()
        page = client_of(house.fay).get(f"/w/{house.workshop.slug}/letters/").content.decode()
    assert "Letters do not leave this server yet" in page
    assert (states(written), Post.objects.get().said) == (
        {"Ada": "left"},
        "Only printed on the server’s console.",
    )
    with postbox() as box:
        send_again(house.fay, written, Post.objects.get().uid)
        work()
    assert box.to == ["ada@example.org"]


def test_history_and_audit_have_counts_and_ids_and_no_word_or_address(house: House, box: Postbox) -> None:
    written = letter(house)
    press(house, written)
    work()
    assert house.workshop.history.get(verb="letter_sent").ids == {
        "letter": str(written.uid),
        "kind": "invitation",
        "count": "4",
    }
    line = house.workshop.audit.get(verb="letter_sent")
    assert line.ids == {"letter": str(written.uid), "kind": "invitation", "count": "4"}
