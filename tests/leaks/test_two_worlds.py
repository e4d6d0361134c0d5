"""Two worlds: whatever the hidden answer is, all but its author are sent the same bytes for the same work."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.http import HttpResponse

from config import headers
from tests.leaks import flips
from tests.leaks.cast import Cast
from tests.leaks.flips import Flip
from tests.leaks.worlds import live_until, sent_to, told_apart
from workshop.actions.rounds import close_round, reveal_round
from workshop.models import Mark

pytestmark = pytest.mark.django_db
ALL = ("fay", "ada", "chair", "wall", "file")
GROUP = ("ada", "observer", "wall")


@dataclass(frozen=True)
class Worlds:
    """A moment, and how further worlds differ from the first: each with those from whom it is hidden."""

    promise: str
    moment: str
    flips: tuple[tuple[Flip, tuple[str, ...]], ...]
    first: Flip = bool

    def __str__(self) -> str:
        return "-".join([self.promise, self.moment, *(flip.__name__ for flip, _readers in self.flips)])


def close_poll(cast: Cast) -> None:
    """Close the poll without revealing it."""
    close_round(cast.fay, cast.house.poll)


def reveal_poll(cast: Cast) -> None:
    """Reveal the poll."""
    reveal_round(cast.fay, cast.house.poll)


WORLDS = [
    Worlds("named", "packs", ((flips.other_zone, ALL), (flips.other_private_words, GROUP))),
    Worlds("named", "begun", ((flips.other_suggestion, GROUP),)),
    Worlds("named", "voted", ((flips.other_choice, ALL),)),
    Worlds("named", "voted", ((flips.other_choice, ("fay", "ada", "wall", "file")),), close_poll),
    Worlds("named", "voted", ((flips.other_voter, ("fay", "wall", "file")),), flips.cem_has_not_voted),
    Worlds("named", "asked", ((flips.other_answer, ALL), (flips.other_stance, GROUP))),
    Worlds("named", "resorted", ((flips.other_sort_and_marks, ALL),)),
    Worlds("hidden", "sorted", ((flips.other_author, ("ada", "wall", "file")),)),
    Worlds("hidden", "closed", ((flips.other_author, (*GROUP, "file")), (flips.other_private_words, GROUP))),
]


def differing(worlds: Worlds) -> list[str]:
    """Live until the moment and look; make each further world, look again, return what tells them apart."""
    cast = live_until(worlds.promise, worlds.moment)
    worlds.first(cast)
    readers = {who for _flip, hidden_from in worlds.flips for who in hidden_from}
    before, found = sent_to(cast, readers), []
    for flip, hidden_from in worlds.flips:
        flip(cast)
        after = sent_to(cast, hidden_from)
        found += told_apart({key: text for key, text in before.items() if key[0] in hidden_from}, after)
    return found


@pytest.mark.parametrize("worlds", WORLDS, ids=str)
def test_worlds_that_differ_in_what_is_hidden_look_the_same(
    worlds: Worlds, record_property: Callable[..., None]
) -> None:
    found = differing(worlds)
    record_property("leaks found", len(found))
    assert found == []


def test_what_is_revealed_tells_two_worlds_apart() -> None:
    """A twin with the guard removed, as the reveal removes it: it could fail."""
    everybody = ("fay", "ada", "wall", "file")
    found = differing(Worlds("hidden", "voted", ((flips.other_choice, everybody),), reveal_poll))
    assert {line.split()[0] for line in found} == set(everybody)


def test_where_names_are_open_authors_tell_two_worlds_apart() -> None:
    """The same of who wrote what."""
    found = differing(Worlds("named", "shown", ((flips.other_author, ("ada", "file")),)))
    assert {line.split()[0] for line in found} == {"ada", "file"}


def test_a_header_that_tells_a_hidden_choice_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """A twin with a leak in a header alone: an ETag made of what was nominated."""

    def marked(response: HttpResponse) -> HttpResponse:
        chosen = Mark.objects.filter(nominated=True).values_list("card__number", flat=True)
        response.headers["ETag"] = f'"{sum(number or 0 for number in chosen)}"'
        return response

    monkeypatch.setattr(headers, "_marked", marked)
    found = differing(Worlds("named", "voted", ((flips.other_choice, ("wall",)),)))
    assert found


def test_a_look_up_more_for_a_hidden_choice_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """A twin that says nothing, and takes longer: with one more question for each who nominated card 6."""

    def marked(response: HttpResponse) -> HttpResponse:
        for mark in Mark.objects.filter(nominated=True, card__number=6):
            mark.refresh_from_db()
        return response

    monkeypatch.setattr(headers, "_marked", marked)
    assert differing(Worlds("named", "voted", ((flips.other_choice, ("wall",)),)))
