"""What SQLite still holds, in its file and its log, of links that were destroyed: read byte by byte."""

from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection

from tests.support import make_house
from tests.views.results_world import begin, write
from workshop.actions import ending
from workshop.actions.discussion import post_remark
from workshop.actions.sort import place_card
from workshop.actions.workshops import close_workshop
from workshop.models import History, Remark

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]
REASON, WORDS = b"A reason like no other", b"Words like no others"


def stored() -> bytes:
    """Return all that SQLite keeps in its file and its log."""
    path = Path(str(connection.settings_dict["NAME"]))
    log = path.with_name(f"{path.name}-wal")
    return path.read_bytes() + (log.read_bytes() if log.exists() else b"")


def close_one() -> str:
    """Close a workshop in which Ada wrote, said and placed something; return the uid of what she said."""
    house = make_house(promise="unlinked")
    place_card(house.ada, house.pack, house.cards[0], "unplaced", reason=REASON.decode())
    write(house, house.ada, WORDS.decode())
    begin(house)
    house.ada.workshop.refresh_from_db()
    said = post_remark(house.ada, house.cards[0], "Said", uid=uuid4())
    close_workshop(house.fay)
    return str(said.uid)


def test_nothing_is_left_in_free_pages_or_in_the_log() -> None:
    uid = close_one()
    found = stored()
    assert REASON not in found
    assert uid.encode() not in found  # the history had it, with who said it and when
    assert found.count(WORDS) == 1  # the words themselves, once, without anybody
    assert Remark.objects.get(body=WORDS.decode()).seat is None
    assert History.objects.filter(verb="remark_posted", seat=None).exists()


def test_without_clearing_the_log_it_would_be(monkeypatch: pytest.MonkeyPatch) -> None:
    """The twin of the test above."""
    monkeypatch.setattr(ending, "wipe_leftovers", lambda: None)
    uid = close_one()
    assert REASON in stored()
    assert uid.encode() in stored()
