"""Who agreed that their words are kept after the study and used again."""

from .consents import Agreed, ConsentItem, agreed_in
from .people import Seat
from .workshops import Workshop

KEY = "keep-for-reuse"


def agreed_for(workshop: Workshop, reuse: bool) -> Agreed:
    """Return what everybody agreed to; for re-use, who did not agree to that counts as who takes no part."""
    agreed = agreed_in(workshop)
    if reuse:
        people = Seat.objects.filter(workshop=workshop, role=Seat.Role.PARTICIPANT)
        agreed.declined |= {
            pk for pk in people.values_list("pk", flat=True) if not agreed.answers.get(pk, {}).get(KEY)
        }
    return agreed


def may_leave_out(workshop: Workshop) -> bool:
    """Whether a file for re-use can be made: people were asked, and it is known whose the words are."""
    asked = ConsentItem.objects.filter(workshop=workshop, key=KEY, retired_at=None).exists()
    return asked and not (workshop.promise == Workshop.Promise.UNLINKED and workshop.is_closed)
