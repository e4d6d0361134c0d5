"""Rounds and what was answered in them, as plain data."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from django.db.models import Prefetch

from workshop.analysis.spectrum import Spread, bands
from workshop.models import Ballot, Mark, Round, Workshop
from workshop.models.agreed_to import Agreed
from workshop.models.asked_of import seats_asked
from workshop.models.brought import BroughtRound, brought_round, totals_in
from workshop.models.counting import PollResult, SortResult, poll_result, sort_result
from workshop.models.entered import told
from workshop.models.ruling import Ruling, verdicts
from workshop.models.spectrum import Poles, SpectrumResult, spectrum_result

from .moments import moments, stamp
from .seats import known_seat

Data = dict[str, Any]
Result = PollResult | SortResult | SpectrumResult
RESULTS: dict[str, Callable[[Round], Result]] = {
    Round.Kind.POLL: poll_result,
    Round.Kind.SORT: sort_result,
    Round.Kind.SPECTRUM: spectrum_result,
}
PLAIN = "number series kind when k state".split()
MOMENTS = "opened_at closes_at closed_at revealed_at".split()
COUNTED = "inner outer unplaced nominated".split()
COUNTS: dict[str, tuple[str, ...]] = {
    Round.Kind.SORT: ("inner", "outer", "unplaced"),
    Round.Kind.POLL: ("nominated",),
}  # what each asks
HIDDEN = "not revealed"
NAMES_HIDDEN = "names are hidden in this workshop"


def rounds_of(workshop: Workshop, names: bool, agreed: Agreed) -> list[Data]:
    """Return the rounds: how many answered; totals once revealed; single ballots where names are open.

    Of somebody who does not take part there is no ballot: it is in the totals, and counted as left out.
    """
    rows = workshop.rounds.order_by("number").prefetch_related(
        "round_cards__card",
        "rules__seat",
        # Joined, not read ahead: SQLite refuses to look up a thousand seats at once as Django asks for them.
        Prefetch("ballots", Ballot.objects.select_related("seat", "proxy").order_by("pk")),
        "ballots__marks__card",  # read ahead: every mark with a card of its own would fill the memory
        "ballots__marks__proxy",
    )
    return [_round(row, names, agreed) for row in rows]


def _round(row: Round, names: bool, agreed: Agreed) -> Data:
    ballots = [ballot for ballot in row.ballots.all() if ballot.seat_id is None or ballot.seat]
    result: Result | None = RESULTS[row.kind](row) if row.is_revealed else None
    single = sorted((ballot for ballot in ballots if ballot.seat_id not in agreed.declined), key=_whose)
    reason = HIDDEN if not row.is_revealed else None if names else NAMES_HIDDEN
    brought = brought_round(row)
    return {
        **{name: getattr(row, name) for name in PLAIN},
        **moments(row, MOMENTS),
        "cards": [{"card": str(each.card.uid), "text_rev": each.text_rev} for each in row.round_cards.all()],
        "asked": seats_asked(row) if result else None,
        "answered": result.answered if result else _begun(ballots, brought),
        "abstained": _abstained(ballots, brought) if result else None,
        "entered": _entered(result, names) if result else None,
        "totals": _totals(row, ballots, result, brought) if result else None,
        "rules": _rules(row, names),
        "meets_rule": _meets(row, result),
        "ballots": [_ballot(ballot, agreed) for ballot in single] if reason is None else None,
        "ballots_withheld": reason,
        "ballots_left_out": _left_out(len(ballots) - len(single), brought) if reason is None else None,
    }


def _left_out(count: int, brought: BroughtRound | None) -> int:
    return count + (brought.left_out or 0 if brought else 0)


def _whose(ballot: Ballot) -> tuple[bool, str]:
    """Return where a ballot stands among others: by pseudonym, those of nobody last, in each database."""
    return ballot.seat is None, ballot.seat.pseudonym if ballot.seat else ""


def _begun(ballots: list[Ballot], brought: BroughtRound | None) -> int:
    """Return how many answered before the reveal; what a file said stands until somebody answers anew."""
    return len(ballots) or (brought.answered if brought else 0)


def _abstained(ballots: list[Ballot], brought: BroughtRound | None) -> int:
    if brought and brought.has_totals:
        return brought.abstained
    return sum(ballot.state == Ballot.State.ABSTAINED for ballot in ballots)


def _entered(result: Result, names: bool) -> int | None:
    """Return how many answers a facilitator entered; where names are hidden only if that tells of nobody.

    Of those that the page counts, no more: the difference would tell of one person.
    """
    return result.entered if names else told(result.entered, result.answered)


def _totals(row: Round, ballots: list[Ballot], result: Result, brought: BroughtRound | None) -> list[Data]:
    if isinstance(result, SpectrumResult):
        return [_line(card, line) for card, line in result.rows]
    if brought and brought.has_totals:
        counts = totals_in(brought)
    else:
        counts = Counter(_counted(mark) for ballot in ballots for mark in ballot.marks.all())
    return [
        {
            "card": str(each.card.uid),
            **{name: counts[each.card_id, name] if name in COUNTS[row.kind] else None for name in COUNTED},
        }
        for each in row.round_cards.all()
    ]


def _line(card: Poles, line: Spread) -> Data:
    """Return the marks of a card in five bands, and the moves; nothing of them where too few marked it."""
    known = {"now": [*bands(line.now)], "want": [*bands(line.want)]}
    moves = {"towards_first": line.to_a, "stay": line.stay, "towards_second": line.to_b}
    return {"card": card.key, "withheld": line.is_withheld, **known, **moves}


def _rules(row: Round, names: bool) -> list[Data]:
    """Return every consensus rule of a round, oldest first: the last one holds."""
    return [
        {
            "least": rule.least,
            "of": rule.of,
            "zone": rule.zone,
            "at": stamp(rule.at),
            "hash": rule.hash,
            "after_reveal": row.revealed_at is not None and rule.at >= row.revealed_at,
            "seat": known_seat(rule.seat, names),
        }
        for rule in row.rules.all()
    ]


def _meets(row: Round, result: Result | None) -> list[str] | None:
    """Return the cards that meet the rule that holds; ``None`` before the reveal, and without a rule."""
    rules = list(row.rules.all())
    if not rules or result is None or isinstance(result, SpectrumResult):
        return None
    judged = verdicts(Ruling(row, rules[-1], []), result)
    return sorted(each.card.key for each in judged if each.is_met)


def _counted(mark: Mark) -> tuple[int, str]:
    return mark.card_id, "nominated" if mark.nominated else mark.zone


def _ballot(ballot: Ballot, agreed: Agreed) -> Data:
    return {
        "seat": ballot.seat.pseudonym if ballot.seat else None,
        "state": ballot.state,
        "by_proxy": bool(ballot.proxy or any(mark.proxy for mark in ballot.marks.all())),
        "entered_by": ballot.proxy.pseudonym if ballot.proxy else None,
        "quote": agreed.mark(ballot, ballot.seat_id, names=True),
        "marks": [
            {
                "card": str(mark.card.uid),
                "zone": mark.zone,
                "place": mark.place,
                "reason": mark.reason,
                "nominated": mark.nominated,
                "now": mark.now,
                "want": mark.want,
                "entered_by": mark.proxy.pseudonym if mark.proxy else None,
            }
            for mark in sorted(ballot.marks.all(), key=lambda mark: str(mark.card.uid))
        ],
    }
