"""What was stopped, refused or may have gone can be sent again, and says truly what became of it before."""

import uuid
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core.mail.message import EmailMultiAlternatives
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from tests.letters.desk import letter, press, states, work
from tests.letters.postbox import Postbox, no_server
from tests.support import House, client_of, make_house
from workshop.actions.letters import begin_letter
from workshop.actions.letters.sending import send_again, stop_letter
from workshop.models import Closed, Job, Link, Post
from workshop.views import letters

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=2)


def the_post() -> Post:
    """The one copy that there is."""
    return Post.objects.get()


def test_who_was_stopped_gets_the_letter_when_it_is_pressed_once_more(house: House, box: Postbox) -> None:
    written = letter(house)
    press(house, written)
    with no_server():
        work()
    assert stop_letter(house.fay, written) == 2
    work(timedelta(hours=1))
    assert press(house, written) == 2
    work(timedelta(hours=2))
    assert sorted(box.to) == ["ada@example.org", "ben@example.org"]


def test_what_may_have_gone_stays_so_when_its_second_sending_is_stopped(house: House, box: Postbox) -> None:
    written = letter(house)
    press(house, written, house.ada)
    with patch("smtplib.SMTP.data", side_effect=ConnectionResetError("reset")):
        work()
    assert send_again(house.fay, written, the_post().uid)
    assert stop_letter(house.fay, written) == 1
    assert states(written) == {"Ada": "uncertain"}
    assert press(house, written, house.ada) == 0
    other = letter(house)
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/letters/{other.uid}/sending/?whom=new")
    assert "Send this letter to 1 person?" in page.content.decode()


def test_a_letter_that_was_put_off_is_not_sent_once_it_is_stopped(house: House, box: Postbox) -> None:
    box.rcpt["ada@example.org"] = "451 later"
    written = letter(house)
    press(house, written, house.ada)
    work()
    stop_letter(house.fay, written)
    assert states(written) == {"Ada": "left"}


def test_refused_copies_go_again_with_one_press_and_not_to_who_has_it(house: House, box: Postbox) -> None:
    box.rcpt["ben@example.org"] = "550 gone"
    written = letter(house)
    press(house, written)
    work()
    box.rcpt.clear()
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/letters/{written.uid}/sending/?whom=everybody")
    assert "Send this letter to 1 person?" in page.content.decode()
    assert (press(house, written), press(house, written)) == (1, 0)
    work()
    assert box.to == ["ada@example.org", "ben@example.org"]
    assert set(states(written).values()) == {"sent"}


def test_a_server_that_refuses_the_sender_lets_letters_wait_and_gives_them_up_at_last(
    house: House, box: Postbox
) -> None:
    written = letter(house)
    press(house, written)
    with patch("smtplib.SMTP.mail", return_value=(553, b"sender not allowed")):
        work()
        assert set(states(written).values()) == {"waiting"}
        for day in range(1, 9):
            work(timedelta(days=2 * day))
    assert set(states(written).values()) == {"refused"}
    assert {post.said for post in Post.objects.all()} == {"553 sender not allowed"}
    assert box.to == []


def test_an_address_that_is_put_off_makes_no_job_look_given_up(house: House, box: Postbox) -> None:
    box.rcpt["ada@example.org"] = "451 greylisted"
    written = letter(house)
    press(house, written, house.ada)
    press(house, written, *house.others)
    for minutes in (0, 2, 5, 10, 20):
        work(timedelta(minutes=minutes))
    assert states(written) == {"Ada": "waiting", "Ben": "sent"}
    assert the_post_of("Ada").tries > 3
    assert set(Job.objects.filter(kind="post").values_list("tries", flat=True)) == {0}


def the_post_of(name: str) -> Post:
    """The copy of somebody."""
    return Post.objects.get(seat__person__name=name)


def test_a_letter_that_cannot_be_built_holds_up_no_other(house: House, box: Postbox) -> None:
    build, built = EmailMultiAlternatives.message, []

    def fail_once(mail: EmailMultiAlternatives) -> object:
        built.append(mail.to)
        if len(built) == 1:
            raise UnicodeEncodeError("ascii", "ü", 0, 1, "odd")
        return build(mail)

    written = letter(house)
    press(house, written)
    with patch.object(EmailMultiAlternatives, "message", fail_once):
        work()
    assert states(written) == {"Ada": "refused", "Ben": "sent"}
    assert box.to == ["ben@example.org"]


def test_the_link_of_a_printed_letter_ends_as_it_is_sent_again(house: House, box: Postbox) -> None:
    written = letter(house)
    press(house, written, house.ada)
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.console.EmailBackend"):
        work()
    printed = the_post().link
    assert printed is not None
    assert printed.is_valid
    send_again(house.fay, written, the_post().uid)
    work()
    assert not Link.objects.valid().filter(pk=printed.pk).exists()
    assert Link.objects.filter(purpose="mail", revoked_at=None).count() == 1


def test_each_offer_begins_a_letter_of_its_own_kind(house: House) -> None:
    one = begin_letter(house.fay, "invitation", uuid.uuid4())
    with pytest.raises(Closed):
        begin_letter(house.fay, "reminder", one.uid)
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/letters/").content.decode()
    uids = [part.split('"')[0] for part in page.split('name="uid" value="')[1:]]
    assert len(uids) == len(set(uids)) == 3


def test_odd_presses_are_answered_with_what_became_of_them(house: House, box: Postbox) -> None:
    written, fay = letter(house), client_of(house.fay)
    address = f"/w/{house.workshop.slug}/letters/{written.uid}/"
    two = f"{uuid.uuid4()} {uuid.uuid4()}"
    assert fay.post(f"{address}trial/", {"trial": two}).status_code == 302
    press(house, written, house.ada)
    work()
    copy = Post.objects.get(trial=None)
    page = fay.post(f"{address}again/", {"post": f"{copy.uid} {uuid.uuid4()}"}, follow=True).content.decode()
    assert "It is on its way already, or has gone." in page
    assert "once more" not in page
    page = fay.get(f"{address}sending/?whom=ticked&choosing=1", follow=True).content.decode()
    assert "Tick at least one person. Nothing was sent." in page
    assert "Nothing was sent." not in fay.get(f"{address}sending/?whom=ticked", follow=True).content.decode()


def test_the_log_stays_on_its_page_and_only_the_page_speaks(house: House, box: Postbox) -> None:
    written = letter(house)
    press(house, written)
    address = f"/w/{house.workshop.slug}/letters/{written.uid}/log/?page=2"
    with patch.object(letters, "LINES", 1):
        part = client_of(house.fay).get(address).content.decode()
    assert f'hx-get="{address}"' in part
    assert 'role="status"' not in part


def test_the_page_of_letters_asks_no_more_for_more_letters(house: House, box: Postbox) -> None:
    asked = []
    for _n in range(2):
        for kind in ("reminder", "thanks", "invitation"):
            press(house, letter(house, kind))
        fay = client_of(house.fay)
        with CaptureQueriesContext(connection) as queries:
            page = fay.get(f"/w/{house.workshop.slug}/letters/").content.decode()
        asked.append(len(queries))
    assert page.count("0 of 2 sent, 2 on the way.") == 6
    assert asked[0] == asked[1]
