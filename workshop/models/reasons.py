"""The reasons that people gave for a place, as they may be read: once the round is revealed."""

from django.db.models import QuerySet

from .audiences import may_see_people_rows
from .ballots import Mark
from .rounds import Round
from .workshops import Workshop


def reasons_of(workshop: Workshop) -> QuerySet[Mark]:
    """Return the marks that have a reason, card by card; none where names are hidden, and no query yet."""
    if not may_see_people_rows(workshop):
        return Mark.objects.none()
    rows = Mark.objects.filter(ballot__round__workshop=workshop, ballot__round__state=Round.State.REVEALED)
    return rows.exclude(reason="").order_by("card__position", "pk")
