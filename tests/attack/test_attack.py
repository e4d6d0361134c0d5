"""What an attacker who watches can work out where names are hidden: what the totals say, and no more.

`bin/attack` plays more of these workshops and prints the table of `docs/attack.md`.
"""

from collections.abc import Callable

import pytest

from tests.attack.scene import Share, attack, play
from workshop.models import Round, erasing

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("people", "promise"),
    [(5, "hidden"), (8, "unlinked"), (30, "unlinked")],
)
def test_all_that_was_seen_tells_no_more_than_the_totals_do(
    people: int, promise: str, record_property: Callable[[str, object], None]
) -> None:
    scene = play(people, 1, promise)
    shares = [attack(scene, role) for role in ("ada", "fay")]
    record_property("answers attacked", sum(share.of for share in shares))
    record_property("answers told beyond totals", sum(share.seen - share.totals for share in shares))
    assert all(share.of for share in shares)
    assert [share.seen for share in shares] == [share.totals for share in shares]


def test_a_tally_that_ticks_would_give_every_answer_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """The twin: a round counts as revealed as soon as it is open, so each answer moves its totals."""
    monkeypatch.setattr(Round, "is_revealed", property(lambda round: not round.is_draft))
    share = attack(play(5, 1, "hidden"), "fay")
    assert share.seen == share.of
    assert share.totals < share.of / 2


def test_totals_that_lose_whoever_withdraws_would_give_them_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """The twin of counts that stay: the ballot of whoever withdraws goes, and the difference is theirs."""
    monkeypatch.setattr(erasing, "keeps_count", lambda ballot: False)
    share: Share = attack(play(5, 1, "hidden"), "ada")
    assert share.seen > share.totals
