"""Several devices of one leader write in the same moment, on whichever database this run uses."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from django.db import connection

from tests.support import make_house
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import save_blank
from workshop.actions.remarks import save_remark
from workshop.models import Card, Remark, Seat, Stale, Version
from workshop.models.pack import own_pack

pytestmark = pytest.mark.django_db(transaction=True)
DEVICES = ["One", "Two", "Three", "Four", "Five"]


def at_once(save: Callable[[Seat, str], object], seat: Seat) -> None:
    """Let each device save its own words; all start together."""
    start = threading.Barrier(len(DEVICES))

    def device(words: str) -> None:
        mine = Seat.objects.get(pk=seat.pk)
        start.wait(timeout=20)
        with suppress(Stale):
            save(mine, words)
        connection.close()

    with ThreadPoolExecutor(len(DEVICES)) as pool:
        list(pool.map(device, DEVICES))


def test_five_devices_at_once_make_one_comment_and_lose_no_word() -> None:
    house = make_house()
    prompt = house.workshop.prompts.get(card__number=1)
    at_once(lambda seat, words: save_remark(seat, prompt, words, 0), house.ada)
    kept = Version.objects.filter(conflict_open=True).values_list("body", flat=True)
    assert sorted([Remark.objects.get().body, *kept]) == sorted(DEVICES)


def test_five_devices_at_once_make_one_blank_card_and_lose_no_word() -> None:
    house = make_house()
    place = own_pack(house.ada).places[0].uid
    at_once(lambda seat, words: save_blank(seat, place, 0, BlankWords(words)), house.ada)
    cards = Card.objects.filter(proposer=house.ada)
    assert cards.get(status=Card.Status.PROPOSED).uid == place
    assert sorted(card.title for card in cards) == sorted(DEVICES)
