"""Cards, boxes and remarks as plain data."""

from typing import Any

from django.db.models import Exists, OuterRef, Q

from workshop.models import Card, CardText, ChangeCard, Parking, Remark, RoundCard, Version, Workshop
from workshop.models.agreed_to import Agreed
from workshop.models.comments import PACK_KINDS
from workshop.models.questions import waiting

from .moments import moments, stamp
from .seats import known_seat

Data = dict[str, Any]
TEXT = "rev title short_title summary pole_a pole_b notes".split()


def cards_of(workshop: Workshop, names: bool, agreed: Agreed) -> list[Data]:
    """Return all cards with all their words; the proposer only where names are open.

    Blank cards are among them once they have a title: those that are in a pack, and those that the group took
    up and took back, also if their author has put them away since: changes and rounds speak of them. Those of
    somebody who does not take part are not, but for what a round asked about: that is the group's.
    """
    rows = Card.objects.filter(workshop=workshop).select_related("parent", "rephrases", "proposer")
    taken_up = ChangeCard.objects.filter(change__workshop=workshop).values("card")
    known_once = Q(status=Card.Status.PROPOSED) | Q(pk__in=taken_up)
    asked = set(RoundCard.objects.filter(round__workshop=workshop).values_list("card", flat=True))
    proposals = rows.filter(known_once | Q(pk__in=asked), number__isnull=True)
    proposals = proposals.exclude(Q(proposer__in=agreed.declined) & ~Q(pk__in=asked))
    known = [*rows.filter(number__isnull=False).prefetch_related("texts__proxy")]
    told = proposals.prefetch_related("texts__proxy", "round_cards")
    known += [card for card in told if card.title or card.pk in asked]
    cards = [_card(card, names, agreed) for card in known]
    return sorted(cards, key=lambda card: (card["number"] is None, card["number"] or 0, card["uid"]))


def _card(card: Card, names: bool, agreed: Agreed) -> Data:
    return {
        "uid": str(card.uid),
        "identity_uid": str(card.identity_uid),
        "number": card.number,
        "position": card.position if card.number or names else None,
        "status": card.status,
        "parent": str(card.parent.uid) if card.parent else None,
        "rephrases": str(card.rephrases.uid) if card.rephrases else None,
        "proposer": _proposer(card, names, agreed),
        "quote": agreed.mark(card, card.proposer_id, names),
        "texts": [
            {**{name: getattr(text, name) for name in TEXT}, "entered_by": _entered_by(text, names)}
            for text in _texts(card, agreed)
        ],
    }


def _texts(card: Card, agreed: Agreed) -> list[CardText]:
    """Return all words of a card; of one that is its author's again, and that they took out, the group's.

    They are what it said when the group took it up first, and up to when a round last asked about it.
    """
    texts = sorted(card.texts.all(), key=lambda text: text.rev)
    taken_out = card.status == Card.Status.RETIRED or card.proposer_id in agreed.declined
    if card.number is not None or not taken_out:
        return texts
    last = max((each.text_rev for each in card.round_cards.all()), default=0)
    return [text for text in texts if text.rev <= last] or texts[:1]


def _entered_by(text: CardText, names: bool) -> str | None:
    return text.proxy.pseudonym if text.proxy and names else None


def _proposer(card: Card, names: bool, agreed: Agreed) -> str | None:
    known = names and card.proposer_id not in agreed.declined
    return card.proposer.pseudonym if card.proposer and known else None


def prompts_of(workshop: Workshop) -> list[Data]:
    """Return the boxes of the pack that ask for words; questions stand by themselves."""
    rows = workshop.prompts.filter(kind__in=PACK_KINDS).select_related("card").order_by("position", "pk")
    return [
        {
            "uid": str(row.uid),
            "kind": row.kind,
            "card": str(row.card.uid) if row.card else None,
            "heading": row.heading,
            "text": row.text,
            "hints": row.hints,
            "private": row.is_private,
        }
        for row in rows
    ]


def remarks_of(workshop: Workshop, names: bool, agreed: Agreed) -> list[Data]:
    """Return what was said; authors and times only where names are open.

    An emptied comment is among them while another version of it waits for its author to decide. Withdrawn
    words are left out, and those of somebody who does not take part. ``quote`` says how words may be quoted.

    In a hidden mode the order is that of the random uids, so that neither order nor time tells who wrote.
    """
    undecided = Version.objects.filter(remark=OuterRef("pk"), conflict_open=True)
    rows = (
        Remark.objects.besides_questions()
        .filter(~Q(body="") | Exists(undecided), workshop=workshop, withdrawn_at=None)
        .select_related("seat", "card", "prompt__card", "reply_to", "proxy")
    )
    rows = rows.exclude(seat__in=agreed.declined).prefetch_related(
        "versions", "parkings__card", "parkings__seat"
    )
    remarks = [{**_remark(row, names), "quote": agreed.mark(row, row.seat_id, names)} for row in rows]
    return sorted(remarks, key=lambda row: (row["created_at"] or "", row["uid"]))


def _remark(row: Remark, names: bool) -> Data:
    card = row.card or (row.prompt.card if row.prompt else None)
    return {
        "uid": str(row.uid),
        "from_pack": row.is_from_pack,
        "prompt": str(row.prompt.uid) if row.prompt else None,
        "card": str(card.uid) if card else None,
        "reply_to": str(row.reply_to.uid) if row.reply_to else None,
        "kind": row.kind,
        "visibility": row.visibility,
        "body": row.body,
        "seat": row.seat.pseudonym if row.seat and names else None,
        "entered_by": row.proxy.pseudonym if row.proxy and names else None,
        "created_at": stamp(row.created_at) if names else None,
        "other_versions": [each.body for each in waiting(row)],
        "parkings": [_parking(each, names) for each in row.parkings.all()],
    }


def _parking(row: Parking, names: bool) -> Data:
    """Return where a comment was shown besides its own card; when, only where times tell of nobody."""
    ended = row.ended_at is not None
    when = moments(row, ["at", "ended_at"]) if names else {"at": None, "ended_at": None}
    return {"card": str(row.card.uid), "seat": known_seat(row.seat, names), "ended": ended, **when}
