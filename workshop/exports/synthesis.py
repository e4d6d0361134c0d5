"""What became of the cards, as plain data: each change, each proposal with its answers, each lineage."""

from collections import defaultdict
from typing import Any

from django.db.models import Prefetch

from workshop.models import Change, ChangeCard, Proposal, ProposalCard, Stance, Workshop
from workshop.models.agreed_to import Agreed
from workshop.models.lineage import changes_of, lineage_of
from workshop.models.proposing import asked_about

from .moments import stamp
from .seats import known_seat

Data = dict[str, Any]
TEXT = "title short_title summary pole_a pole_b".split()
SHOWN = ("live", "nested", "retired")


def synthesis_of(workshop: Workshop, names: bool, agreed: Agreed) -> Data:
    """Return the changes in order, the proposals, and for each card in the end what it came from.

    Whoever changed or proposed is named by pseudonym where names are open; facilitators always. Of somebody
    who does not take part the answers, the words and the name are left out. Where names are hidden, the order
    of answers follows nobody, and only the words are left out: the page counts that answer, and what a file
    has less would be it. ``quote`` says how each reason may be quoted.
    """
    changes = changes_of(workshop)
    lineage = lineage_of(workshop, changes)
    cards = {card.pk: card for card in workshop.cards.all()}
    uids = {pk: str(card.uid) for pk, card in cards.items()}
    before = _before(workshop, uids)
    return {
        "changes": [
            _change(each, uids, names, agreed)
            | {"taken_back": each.n in lineage.taken_back, "before": before[each.pk]}
            for each in changes
        ],
        "proposals": _proposals(workshop, names, agreed),
        "lineage": [
            {
                "card": uids[pk],
                "came_from": [uids[each] for each in lineage.sources.get(pk, ())],
                "answers_for": [uids[each] for each in lineage.reach(pk)],
            }
            for pk, card in sorted(cards.items(), key=lambda item: uids[item[0]])
            if card.status in SHOWN and card.number
        ],
    }


def _before(workshop: Workshop, uids: dict[int, str]) -> dict[int, list[Data]]:
    """Return by change what each of its cards was before it; without a status for one that it made."""
    found = defaultdict[int, list[Data]](list)
    for row in ChangeCard.objects.filter(change__workshop=workshop).order_by("pk"):
        found[row.change_id].append(
            {
                "card": uids[row.card_id],
                "side": row.side,
                "status": row.before_status,
                "number": row.before_number,
                "position": row.before_position,
                "parent": uids[row.before_parent_id] if row.before_parent_id else None,
            }
        )
    return found


def _change(change: Change, uids: dict[int, str], names: bool, agreed: Agreed) -> Data:
    def on(side: str) -> list[str]:
        return [uids[row.card_id] for row in change.parts if row.side == side]

    author = change.proposal.seat_id if change.proposal else change.seat_id
    return {
        "n": change.n,
        "verb": change.verb,
        "undoes": change.undoes.n if change.undoes else None,
        "reason": agreed.words(author, change.reason),
        "quote": agreed.mark(change, author, names),
        "proposal": str(change.proposal.uid) if change.proposal else None,
        "seat": None if change.seat_id in agreed.declined else known_seat(change.seat, names),
        "at": stamp(change.at),
        "sources": on(ChangeCard.Side.SOURCE),
        "results": on(ChangeCard.Side.RESULT),
        "went_along": on(ChangeCard.Side.CARRIED),
    }


def _proposals(workshop: Workshop, names: bool, agreed: Agreed) -> list[Data]:
    rows = workshop.proposals.select_related("seat").prefetch_related(
        "cards__card", "texts", Prefetch("stances", Stance.objects.select_related("seat", "proxy"))
    )
    asked = asked_about(workshop, rows)
    return [_proposal(row, asked[row.pk], names, agreed) for row in rows]


def _proposal(row: Proposal, asked: int, names: bool, agreed: Agreed) -> Data:
    sides = ProposalCard.Side
    answers = [
        _stance(each, names, agreed)
        for each in row.stances.all()
        if not names or each.seat_id not in agreed.declined
    ]
    declined = row.seat_id in agreed.declined
    return {
        "uid": str(row.uid),
        "verb": row.verb,
        "state": row.state,
        "asked": asked if row.put_at else None,
        "reason": agreed.words(row.seat_id, row.reason),
        "quote": agreed.mark(row, row.seat_id, names),
        "seat": None if declined else known_seat(row.seat, names),
        "sources": [str(each.card.uid) for each in row.cards.all() if each.side == sides.SOURCE],
        "target": next((str(each.card.uid) for each in row.cards.all() if each.side == sides.TARGET), None),
        "texts": [{name: getattr(text, name) for name in TEXT} for text in row.texts.all() if not declined],
        "answers": sorted(answers, key=lambda each: (each["seat"] or "", each["answer"], each["why"])),
    }


def _stance(stance: Stance, names: bool, agreed: Agreed) -> Data:
    seat = stance.seat.pseudonym if stance.seat and names else None
    entered_by = stance.proxy.pseudonym if stance.proxy and names else None
    why, quote = agreed.words(stance.seat_id, stance.why), agreed.mark(stance, stance.seat_id, names)
    return {"answer": stance.answer, "why": why, "quote": quote, "seat": seat, "entered_by": entered_by}
