"""Words of those who do not take part, at the close of an unlinked workshop: erased, while they are known.

No file has them. Once nobody knows whose they are, none could leave them out; so they go, as far as files
leave them out. What they chose stays in the totals, and so does a blank card that the group took up.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from workshop.models import (
    Assent,
    Card,
    Change,
    ChangeCard,
    GroundRule,
    ProposalText,
    Quote,
    Remark,
    Stance,
    Suggestion,
    Tie,
    Version,
    Workshop,
)
from workshop.models.agreed_to import agreed_in


def erase_declined(workshop: Workshop, at: datetime, more: Iterable[int] = ()) -> None:
    """Erase the words of those who declined, inside the transaction of the close; replies to them stay.

    Args:
        at: the moment of the close.
        more: the keys of further seats whose words go alike.
    """
    gone = agreed_in(workshop).declined | set(more)
    if not gone:
        return
    erase_remarks(Remark.objects.filter(workshop=workshop, seat__in=gone), at)
    _erase_versions(workshop, gone)
    _erase_blanks(workshop, gone)
    GroundRule.objects.filter(workshop=workshop, seat__in=gone).delete()
    Suggestion.objects.filter(workshop=workshop, seat__in=gone).delete()
    Stance.objects.filter(proposal__workshop=workshop, seat__in=gone).update(why="")
    Assent.objects.filter(prompt__workshop=workshop, seat__in=gone).update(why="")
    Tie.objects.filter(workshop=workshop, seat__in=gone).update(reason="")
    _erase_proposals(workshop, gone)


def erase_remarks(remarks: QuerySet[Remark], at: datetime) -> None:
    """Erase comments that were taken back, with their versions and quotes; replies to them stay."""
    Version.objects.filter(remark__in=remarks).delete()
    Quote.objects.filter(remark__in=remarks).delete()
    remarks.update(body="", withdrawn_at=at)


def _erase_versions(workshop: Workshop, gone: set[int]) -> None:
    """Erase what they wrote of an agreed text, but for what was the text: that is the group's."""
    first: dict[tuple[int, int], int] = {}
    rows = Version.objects.filter(remark__workshop=workshop, remark__seat=None).order_by("pk")
    for row in rows:
        # What lost to a text carries its rev, and came after it.
        first.setdefault((row.remark_id, row.rev), row.pk)
    lost = rows.filter(seat__in=gone).exclude(pk__in=first.values(), rev__gt=0, conflict_open=False)
    lost.delete()


def _erase_blanks(workshop: Workshop, gone: set[int]) -> None:
    taken_up = ChangeCard.objects.filter(change__workshop=workshop).values("card")
    blanks = Card.objects.filter(workshop=workshop, proposer__in=gone, number=None)
    blanks.exclude(pk__in=taken_up).delete()


def _erase_proposals(workshop: Workshop, gone: set[int]) -> None:
    proposed = workshop.proposals.filter(seat__in=gone)
    ProposalText.objects.filter(proposal__in=proposed).delete()
    theirs = Q(proposal__in=proposed) | Q(proposal=None, seat__in=gone)
    Change.objects.filter(theirs, workshop=workshop).update(reason="")
    proposed.update(reason="")
