"""One's own part of the room after a vote: the same for all who chose the same, so it is written once."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string

from workshop.live.now import look
from workshop.models import Ballot, Round
from workshop.models.asked import rounds_beside
from workshop.models.wording import in_words

from .mine import Typed, hidden_polls


@dataclass(frozen=True)
class Shared:
    """All that is shown of a workshop, and nothing of a person.

    ``cards`` are the uids and the labels of the cards that the poll asks about, in order; ``polls`` the
    numbers of the polls that are not revealed; ``chair`` the seat whose part shows more.
    """

    slug: str
    step_rev: int
    number: int
    cards: tuple[tuple[str, str], ...]
    polls: tuple[int, ...]
    chair: int | None


def shared_of(poll: Round) -> Shared | None:
    """Read the poll's workshop afresh, as a page is; ``None`` if each person's part is their own.

    That is so unless the poll is on the stage, still open, and nothing else is asked.
    """
    workshop = poll.workshop
    workshop.refresh_from_db()
    now = look(workshop)
    if now.round != poll or now.state != Round.State.OPEN or rounds_beside(workshop, now.round):
        return None
    asked = poll.round_cards.select_related("card")
    return Shared(
        workshop.slug,
        workshop.step_rev,
        poll.number,
        cards=tuple((str(row.card.uid), row.card.label) for row in asked),
        polls=tuple(each.number for each in hidden_polls(workshop)),
        chair=workshop.chair_id,
    )


@lru_cache(maxsize=512)
def cast_html(shared: Shared, chosen: frozenset[str]) -> str:
    """Return what `mine.own_part` answers somebody who has chosen these cards, or none."""
    return render_to_string("workshop/room/_mine.html", _context(shared, chosen))


def _context(shared: Shared, chosen: frozenset[str]) -> dict[str, Any]:
    cards = [(key, label) for key, label in shared.cards if key in chosen]
    return {
        "workshop": {"slug": shared.slug, "step_rev": shared.step_rev},
        "now": {"state": Round.State.OPEN, "round": {"number": shared.number}},
        "hidden_polls": [{"number": number} for number in shared.polls],
        "typed": Typed(),
        "shows": "ballot",
        "polling": {
            "chosen": [{"face": {"key": key}} for key, _label in cards],
            "state": Ballot.State.SENT if cards else Ballot.State.ABSTAINED,
        },
        "labels": [label for _key, label in cards],
        "chosen_words": in_words(len(cards)),
    }
