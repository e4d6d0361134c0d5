"""What a file says and leaves out by what people agreed to: quoting, and keeping words for re-use."""

from collections import Counter
from collections.abc import Hashable, Iterable

from django.utils.translation import gettext as _

from .agreed_to import Agreed, agreed_in
from .audiences import may_see_people_rows
from .authors import authors_of
from .consents import ConsentItem
from .people import Seat
from .refusals import Closed
from .workshops import Workshop

KEY = "keep-for-reuse"
LEAST = 3


def agreed_for(workshop: Workshop, reuse: bool) -> Agreed:
    """Return what everybody agreed to, as a file may tell it.

    For re-use, who did not agree to that counts as who takes no part. Where names are hidden, and only one or
    two of those who wrote may be quoted, or may not, no words are marked as quotable: else the mark would say
    which words are one person's.
    """
    agreed = agreed_in(workshop)
    if not may_see_people_rows(workshop):
        agreed.marks = not _small(agreed.allows(each) for each in _wrote(workshop, agreed))
    if reuse:
        people = Seat.objects.filter(workshop=workshop, role=Seat.Role.PARTICIPANT)
        agreed.declined |= {pk for pk in people.values_list("pk", flat=True) if not _keeps(agreed, pk)}
    return agreed


def may_leave_out(workshop: Workshop) -> bool:
    """Whether a file for re-use can be made: people were asked, and it is known whose the words are.

    Where names are hidden, what it leaves out must be the words of nobody, or of at least three who may all
    be quoted alike; else this file beside the other would tell which are one person's.
    """
    if not asks_for_reuse(workshop):
        return False
    if may_see_people_rows(workshop):
        return True
    if workshop.is_unlinked:
        return False
    agreed = agreed_for(workshop, reuse=False)
    wrote = _wrote(workshop, agreed)
    return not _small((_keeps(agreed, each), agreed.marks and agreed.allows(each)) for each in wrote)


def require_reuse(workshop: Workshop) -> None:
    """Raise Closed if a file for re-use that was offered cannot be made any more."""
    if not may_leave_out(workshop):
        raise Closed(_("This file cannot be made for re-use any more. Nothing was taken."))


def why_no_reuse(workshop: Workshop) -> str:
    """Return, in a sentence, why a file for re-use cannot be made where `may_leave_out` says no."""
    if workshop.is_unlinked:
        return _(
            "A file for re-use cannot be made any more: since the close, nobody knows whose the words are, "
            "so those of people who did not agree could not be left out."
        )
    return _(
        "A file for re-use cannot be made as the answers are now: what it left out would tell which words "
        "are those of one or two people."
    )


def reuse_note(workshop: Workshop) -> str:
    """Return, for who decides what is asked, when a file for re-use can be made; empty if it always can."""
    if may_see_people_rows(workshop) or not asks_for_reuse(workshop):
        return ""
    small = _(
        "Where names are hidden, a file for re-use can be made only if what it leaves out is the words of "
        "nobody, or of at least three people."
    )
    if workshop.promise != Workshop.Promise.UNLINKED:
        return small
    before = _("Take it before the close: after it, none can be made. If you will not, retire that question.")
    return f"{small} {before}"


def reuse_hint(workshop: Workshop) -> str:
    """Return, for who answers, until when their answer about re-use can do anything; empty if always."""
    if workshop.promise != Workshop.Promise.UNLINKED:
        return ""
    if workshop.is_unlinked:
        return _(
            "This answer changes nothing any more: since the close nobody can tell whose the words are, so "
            "no file for re-use can be made."
        )
    return _("A file for re-use can be made only until the workshop closes.")


def asks_for_reuse(workshop: Workshop) -> bool:
    """Whether people are asked if their words may be kept for re-use."""
    return ConsentItem.objects.filter(workshop=workshop, key=KEY, retired_at=None).exists()


def _wrote(workshop: Workshop, agreed: Agreed) -> set[int]:
    return authors_of(workshop) - agreed.declined


def _keeps(agreed: Agreed, seat: int) -> bool:
    return agreed.answers.get(seat, {}).get(KEY, False)


def _small(groups: Iterable[Hashable]) -> bool:
    """Whether one of several groups has fewer than three people; a single one tells nothing."""
    sizes = Counter(groups).values()
    return len(sizes) > 1 and min(sizes) < LEAST
