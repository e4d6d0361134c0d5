"""A file is noted before it is read: what went before its line is not in it, what goes after is told."""

import json
from contextlib import suppress

import pytest

from tests.quoting import spoken
from tests.races import under_way
from tests.support import House
from tests.withdrawing import WORD
from workshop.actions import exports
from workshop.actions.exports import export_workshop
from workshop.actions.full_data import give_full_data
from workshop.actions.withdrawing import withdraw
from workshop.actions.workshops import close_workshop
from workshop.exports import FORMATS
from workshop.exports.document import document_of
from workshop.exports.taking import Wanted, prepared
from workshop.models import Closed, Seat, Workshop
from workshop.models.taken_before import withdrew_from

pytestmark = pytest.mark.django_db(transaction=True)


def files_before(house: House) -> int:
    """Return how many files facilitators are told of, as taken before Ada withdrew."""
    [gone] = withdrew_from(Workshop.objects.get(pk=house.workshop.pk))
    return len(gone.files)


def test_facilitators_are_told_of_a_file_that_was_read_while_somebody_withdrew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house, files = spoken(body=WORD), list[bytes]()

    def take() -> None:
        files.append(export_workshop(house.workshop, "json", house.fay).content)

    with under_way(take, exports, "prepared", monkeypatch):
        withdraw(Seat.objects.get(pk=house.ada.pk))  # and it waits for no file
    assert WORD.encode() in files[0]
    assert files_before(house) == 1


def test_read_before_its_line_a_file_would_have_words_that_nobody_is_told_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = spoken(body=WORD)
    early = prepared(house.workshop, FORMATS["json"], Wanted())
    withdraw(Seat.objects.get(pk=house.ada.pk))
    monkeypatch.setattr(exports, "prepared", lambda *_: early)
    assert WORD.encode() in export_workshop(house.workshop, "json", house.fay).content
    assert files_before(house) == 0


def test_a_file_is_of_the_workshop_as_it_is_at_its_line_and_not_as_its_page_was() -> None:
    house = spoken(body=WORD)
    give_full_data(house.fay, house.fay, given=True)
    seat = Seat.objects.select_related("workshop").get(pk=house.fay.pk)
    give_full_data(house.fay, house.fay, given=False)
    assert b'"Ada"' not in export_workshop(seat.workshop, "json", seat).content
    Workshop.objects.filter(pk=house.workshop.pk).update(promise="hidden", title="Another title")
    for format in (None, seat):
        file = export_workshop(seat.workshop, "json", format).content
        assert b'"Ada"' not in file
        assert b"Another title" in file


def taken_while_it_closes(patch: pytest.MonkeyPatch, *, reuse: bool) -> tuple[House, list[bytes]]:
    """Take a file of an unlinked workshop that is closed once the file was read; return what was sent."""
    house, files = spoken("unlinked", body=WORD), list[bytes]()

    def take() -> None:
        with suppress(Closed):
            files.append(export_workshop(house.workshop, "json", house.fay, reuse=reuse).content)

    with under_way(take, exports, "prepared", patch):
        close_workshop(Seat.objects.select_related("workshop").get(pk=house.fay.pk))
    return house, files


def test_a_file_is_of_before_the_destruction_of_the_link_or_of_after_it_and_never_of_both(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house, [file] = taken_while_it_closes(monkeypatch, reuse=False)
    sent, after = json.loads(file), document_of(Workshop.objects.get(pk=house.workshop.pk))
    assert sent["workshop"] == after["workshop"]
    assert sent["workshop"]["unlinked_at"]
    assert WORD.encode() in file


def test_a_file_for_re_use_is_not_sent_once_nobody_knows_whose_the_words_in_it_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert taken_while_it_closes(monkeypatch, reuse=True)[1] == []
