"""Nothing is sent twice: not after a crash, not by two workers, not by five presses, not after a restore."""

import threading
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from tests.letters.desk import letter, press, states, work
from tests.letters.postbox import Postbox
from tests.races import PATIENCE
from tests.support import House, client_of, make_house
from workshop.actions.auditing import audit_host
from workshop.actions.letters import handing
from workshop.actions.letters.sending import send_again
from workshop.actions.letters.server import Server
from workshop.models import Job, Letter, Link, Post
from workshop.models.audit_lines import RESTORED


class Killed(BaseException):
    """The worker ends here, as by a plug that is pulled: no line of it comes after."""


@pytest.fixture
def house(db: None) -> House:
    return make_house(leaders=3)


def after_sending(server: Server, mail: Any) -> None:
    """Hand a letter over, and end before anybody writes it down."""
    HAND(server, mail)
    raise Killed


def before_sending(server: Server, mail: Any) -> None:
    """End before the mail server hears of a letter."""
    raise Killed


HAND = Server.hand
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(("seam", "gone"), [(after_sending, 1), (before_sending, 0)])
def test_a_letter_over_which_the_worker_died_is_left_to_the_facilitator(
    house: House, box: Postbox, seam: Any, gone: int
) -> None:
    written = letter(house)
    press(house, written)
    with patch.object(Server, "hand", seam), pytest.raises(Killed):
        work()
    assert len(box.to) == gone
    work(HOUR)
    assert sorted(states(written).values()) == ["handing", "sent", "sent"]
    assert len(box.to) == gone + 2
    assert len(set(box.to)) == len(box.to)
    post = Post.objects.get(state="handing")
    Post.objects.filter(pk=post.pk).update(at=timezone.now() - HOUR)
    page = client_of(house.fay).get(f"/w/{house.workshop.slug}/letters/{written.uid}/").content.decode()
    assert "May have gone: nobody knows" in page
    assert send_again(house.fay, written, post.uid)
    work()
    assert set(states(written).values()) == {"sent"}
    assert len(box.to) == gone + 3
    assert Link.objects.filter(purpose="mail", revoked_at=None).count() == 4


def test_a_line_that_breaks_while_the_server_has_a_letter_leaves_it_uncertain(
    house: House, box: Postbox
) -> None:
    box.data["ada@example.org"] = "421 closing the line"
    written = letter(house)
    press(house, written, house.ada)
    with patch("smtplib.SMTP.data", side_effect=ConnectionResetError("reset")):
        work()
    work(HOUR)
    assert states(written) == {"Ada": "uncertain"}
    assert box.to == []


def test_what_waited_in_a_backup_is_held_when_it_is_put_back(house: House, box: Postbox) -> None:
    written = letter(house)
    press(house, written)
    audit_host(RESTORED, file="yesterday")
    work()
    assert box.to == []
    assert set(states(written).values()) == {"uncertain"}
    for post in Post.objects.all():
        send_again(house.fay, written, post.uid)
    work()
    assert len(box.to) == 3


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_hand_each_letter_over_once(box: Postbox) -> None:
    house = make_house(leaders=5)
    written = letter(house)
    press(house, written, house.ada, *house.others[:2])
    press(house, written, *house.others[2:])
    assert Job.objects.filter(kind="post").count() == 2
    meet = threading.Barrier(2)
    hand = handing._hand_lot

    def together(*words: Any) -> None:
        meet.wait(timeout=PATIENCE)
        hand(*words)

    def worker() -> None:
        work()
        connection.close()

    with patch.object(handing, "_hand_lot", together):
        workers = [threading.Thread(target=worker) for _n in range(2)]
        for each in workers:
            each.start()
        for each in workers:
            each.join(timeout=PATIENCE)
    assert sorted(box.to) == sorted(seat.person.email for seat in house.leaders if seat.person)
    assert set(states(written).values()) == {"sent"}


@pytest.mark.django_db(transaction=True)
def test_five_presses_at_once_send_one_letter_to_each(box: Postbox) -> None:
    house = make_house(leaders=4)
    written = letter(house)
    cookies = client_of(house.fay).cookies
    people = " ".join(seat.uid.hex for seat in house.leaders)
    start = threading.Barrier(5)
    answers = []

    def window() -> None:
        browser = Client()
        browser.cookies = cookies
        start.wait(timeout=PATIENCE)
        address = f"/w/{house.workshop.slug}/letters/{written.uid}/sending/"
        answers.append(browser.post(address, {"rev": "1", "people": people}).status_code)
        connection.close()

    windows = [threading.Thread(target=window) for _n in range(5)]
    for each in windows:
        each.start()
    for each in windows:
        each.join(timeout=PATIENCE)
    work()
    assert answers == [302] * 5
    assert len(box.to) == len(set(box.to)) == 4
    assert house.workshop.history.filter(verb="letter_sent").count() == 1
    assert Letter.objects.get(pk=written.pk).is_sent
