"""The byte recorder: a whole workshop is lived, and nobody is sent what is not theirs to read."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.leaks import hour
from tests.leaks.acts import ACTS
from tests.leaks.addresses import addresses
from tests.leaks.cast import Cast, gather
from tests.leaks.compared import leaks, missing
from tests.leaks.ears import hear, listen
from tests.leaks.post import invited
from tests.leaks.recorder import Record, listening, read_letters, read_pages, take_files, whole
from tests.leaks.told import MOMENTS, TABLES, table
from tests.live.conftest import hub  # noqa: F401 - a fixture
from workshop.exports.letters import copies
from workshop.live.hub import Hub
from workshop.live.reading import in_thread
from workshop.models import Round, voices
from workshop.models.letter_words import values_for

pytestmark = pytest.mark.django_db(transaction=True)


def read_all(record: Record, moment: str) -> None:
    """Read all that can be asked for at a moment."""
    read_pages(record, moment)
    take_files(record, moment)
    read_letters(record, moment)


async def lived(hub: Hub, promise: str) -> Record:  # noqa: F811 - the fixture
    """Live a workshop under a promise, and return what everybody was sent."""
    lines: list[str] = []
    with listening(lines):
        cast: Cast = await in_thread(gather, promise)
        record = Record(cast)
        wires = await listen(hub, cast)
        for moment, act in ACTS.items():
            await in_thread(act, cast)
            await hear(hub, wires, record, moment)
            await in_thread(read_all, record, moment)
    record.hear("log", MOMENTS[-1], "the log", "\n".join(lines))
    return record


@pytest.mark.parametrize("promise", TABLES)
async def test_nobody_is_sent_what_is_not_theirs_to_read(
    hub: Hub,  # noqa: F811 - the fixture
    promise: str,
    record_property: Callable[[str, Any], None],
    transactional_db: None,
) -> None:
    record = await lived(hub, promise)
    found, deaf = leaks(record, promise), missing(record, promise)
    record_property("canaries planted", len(record.cast.canaries.planted))
    record_property("answers and frames read", record.answers)
    record_property("bytes read", record.read)
    record_property("leaks found", len(found))
    assert found == []
    assert deaf == []


def read_once(promise: str, who: str, moment: str, unguard: Callable[[], object] = bool) -> list[str]:
    """Live a workshop until a moment, take a guard out, read all that one may ask for; return the leaks."""
    cast = gather(promise)
    for name in MOMENTS[: MOMENTS.index(moment) + 1]:
        ACTS[name](cast)
    unguard()
    record = Record(cast)
    for address in addresses(cast, who):
        record.hear(who, moment, address, whole(cast.browsers[who].get(address)))
    take_files(record, moment)
    return leaks(record, promise)


def test_the_recorder_hears_names_where_they_are_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """A twin with its guard removed: the names beside comments are told to everybody."""

    def unguard() -> None:
        monkeypatch.setattr(voices, "byline", lambda remark, audience: remark.seat.name)

    found = read_once("hidden", "ada", "polled", unguard)
    assert [line for line in found if line.startswith("ada read ben-name")]


def test_the_recorder_hears_what_is_not_revealed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A twin with its guard removed: every round counts as revealed."""

    def unguard() -> None:
        monkeypatch.setattr(Round, "is_revealed", property(lambda round: True))

    found = read_once("named", "ada", "packs", unguard)
    assert [line for line in found if line.startswith("file read sort-reason")]


def test_the_recorder_hears_a_comment_that_was_not_erased(monkeypatch: pytest.MonkeyPatch) -> None:
    """A twin with its guard removed: a comment that is taken back stays where it was."""
    monkeypatch.setattr(hour, "withdraw_remark", lambda seat, remark: None)
    assert [line for line in read_once("named", "ada", "asked") if "remark-taken-back" in line]


def test_the_recorder_hears_the_name_of_somebody_else_in_a_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    """A twin whose letters greet everybody as Ada."""
    cast = gather("hidden")
    name = {"name": cast.seat("ada").name}
    monkeypatch.setattr(copies, "values_for", lambda *given, **more: values_for(*given, **more) | name)
    invited(cast)
    record = Record(cast)
    read_letters(record, "packs")
    found = leaks(record, "hidden")
    assert "letter-ben read ada-name at packs: a letter" in found
    assert not [line for line in found if line.startswith("letter-ada")]


@pytest.mark.parametrize("promise", TABLES)
def test_each_row_has_its_canary_and_each_moment_its_act(promise: str) -> None:
    assert tuple(ACTS) == MOMENTS
    rows = table(promise)
    cast = gather(promise)
    for act in ACTS.values():
        act(cast)
    others = {label for label in cast.canaries.planted if label.partition("-")[0] in ("zoe", "zed")}
    never = {"gone-address", "observer-address", "ben-secret"}
    assert set(cast.canaries.planted) - others - never == set(rows)
