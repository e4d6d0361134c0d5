"""The whole workshop as plain data, as its promise allows: what every export is written from.

Nothing of a round that is not revealed is in it but how many answered. Where names are hidden, no row tells
what one person chose or who wrote a remark: totals, and words without their author.
"""

from typing import Any

from workshop.models import Link, Seat, Workshop
from workshop.models.agreed_to import Agreed
from workshop.models.audiences import may_see_people_rows
from workshop.models.reuse import agreed_for

from .answers import rounds_of
from .consenting import asked_data, consents_data
from .course import course_of
from .figures import figures_data
from .ground_rules import ground_rules_of
from .kept import kept_data
from .moments import moments, stamp
from .preparation import preparation_of
from .questions import questions_of
from .quotes import quotes_of
from .replay import reflections_of, transcripts_of
from .suggestions import suggestions_of
from .synthesis import synthesis_of
from .ties import starts_of, ties_of
from .words import cards_of, prompts_of, remarks_of

Data = dict[str, Any]
FORMAT, VERSION = "roundel-workshop", 1
PLAIN = (
    "slug series_uid title question instructions account_title reading_title reading information citation "
    "venue zone purpose promise ordered_by blank_cards nominations"
).split()
MOMENTS = "created_at starts_at ends_at promise_locked_at closed_at unlinked_at".split()


def document_of(workshop: Workshop, *, reuse: bool = False) -> Data:
    """Return the workshop as lists and dictionaries in one canonical order.

    Two exports of the same state are equal. Primary keys, e-mail addresses and links are never in it.

    Args:
        reuse: whether it is kept for re-use, without the words of those who did not agree to that.
    """
    names, agreed = may_see_people_rows(workshop), agreed_for(workshop, reuse)
    return {
        "workshop": facts_of(workshop) | ({"venue": ""} if reuse else {}),  # a door may still open there
        "seats": seats_of(workshop, names),
        **asked_data(workshop),
        "cards": cards_of(workshop, names, agreed),
        "prompts": prompts_of(workshop),
        "remarks": remarks_of(workshop, names, agreed),
        **_rounds(workshop, names, agreed),
        "questions": questions_of(workshop, names, agreed),
        "ground_rules": ground_rules_of(workshop, names, agreed),
        "suggestions": suggestions_of(workshop, names, agreed),
        "quotes": quotes_of(workshop),
        **course_of(workshop, names),
        **synthesis_of(workshop, names, agreed),
        "preparation_notes": preparation_of(workshop),
        "reflections": reflections_of(workshop),
        "transcripts": transcripts_of(workshop),
        "ties": ties_of(workshop, names, agreed),
        "starts": starts_of(workshop),
    }


def facts_of(workshop: Workshop) -> Data:
    """Return what the workshop says of itself."""
    return {
        **{key: str_or_number(getattr(workshop, key)) for key in PLAIN},
        **moments(workshop, MOMENTS),
    }


def str_or_number(value: object) -> object:
    """Return numbers, truth values and nothing as they are, all else as text."""
    return value if value is None or isinstance(value, int | float) else str(value)


def _rounds(workshop: Workshop, names: bool, agreed: Agreed) -> Data:
    answers = {"rounds": rounds_of(workshop, names, agreed), "figures": figures_data(workshop)}
    return {**answers, **kept_data(workshop, names, agreed)}


def seats_of(workshop: Workshop, names: bool) -> list[Data]:
    """Return who sits there; since when, what they are called and agreed to, only where names are open.

    The wall screen has a seat, and is nobody.
    """
    walls = Link.objects.filter(seat__workshop=workshop, purpose=Link.Purpose.SCREEN)
    rows = (
        workshop.seats.exclude(role=Seat.Role.OBSERVER, pk__in=walls.values("seat"))
        .select_related("person")
        .prefetch_related("consents__item", "consents__proxy")
        .order_by("pseudonym")
    )
    seats = []
    for seat in rows:
        data: Data = {"pseudonym": seat.pseudonym, "role": seat.role, "removed": seat.removed_at is not None}
        data["withdrawn"] = seat.withdrawn_at is not None
        if names:
            data |= {"name": seat.name, **consents_data(seat)}
            data |= {} if seat.withdrawn_at else {"joined_at": stamp(seat.created_at)}
        seats.append(data)
    return seats


def told_apart(document: Data) -> dict[str, str]:
    """Return by uid what cards without a number are called that share their title with others: "Trust (2)".

    Their order is that of the document, which follows nobody.
    """
    titles: dict[str, list[str]] = {}
    for card in document["cards"]:
        if card["number"] is None:
            titles.setdefault(title_of(card), []).append(card["uid"])
    return {
        uid: f"{title} ({n})"
        for title, uids in titles.items()
        if len(uids) > 1
        for n, uid in enumerate(uids, start=1)
    }


def title_of(card: Data) -> str:
    """Return the newest title of a card of a document; empty for one without words."""
    return str(card["texts"][-1]["title"]) if card["texts"] else ""
