"""To whom a letter goes: those who are meant, less those who cannot, would not, or need not be written to."""

from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from .attendance import not_begun, not_finished
from .letters import Letter, Post
from .people import Seat, SeatQuerySet
from .taking_part import known_to_decline

NEW, NOT_BEGUN, NOT_FINISHED, EVERYBODY, TICKED = "new", "not-begun", "not-finished", "everybody", "ticked"
GROUPS = {
    NEW: _("Everybody who has had no such letter yet"),
    NOT_BEGUN: _("Those who have not begun their pack"),
    NOT_FINISHED: _("Those who have not finished their pack"),
    EVERYBODY: _("Everybody who takes part"),
    TICKED: _("People chosen by name"),
}
NO_ADDRESS, NO_LETTERS, HAS_IT = "no-address", "no-letters", "has-it"
WHY_NOT = {
    NO_ADDRESS: _("No e-mail address is known"),
    NO_LETTERS: _("Asked for no letters"),
    HAS_IT: _("Has this letter or may have it, or it waits already"),
}


@dataclass
class Recipients:
    """Who gets a letter, and who of those meant does not, by the reason (`WHY_NOT`)."""

    seats: list[Seat] = field(default_factory=list)
    left_out: dict[str, list[Seat]] = field(default_factory=dict)

    @property
    def reasons(self) -> list[tuple[str, list[Seat]]]:
        """Each reason in words, with those whom it is about."""
        return [(str(WHY_NOT[why]), seats) for why, seats in self.left_out.items()]


def groups_for(letter: Letter) -> dict[str, str]:
    """Return the groups that a letter can be meant for, each with its name; the first is the usual one."""
    if letter.kind == Letter.Kind.REMINDER:
        known = [] if letter.workshop.is_unlinked else [NOT_BEGUN, NOT_FINISHED]
    else:
        known = [NEW, EVERYBODY] if letter.kind == Letter.Kind.INVITATION else [EVERYBODY]
    return {name: str(GROUPS[name]) for name in (*known, TICKED)}


def meant(letter: Letter, whom: str, ticked: Collection[UUID] = ()) -> SeatQuerySet:
    """Return the participants whom a letter is meant for; nobody for a group that it has not."""
    workshop = letter.workshop
    everybody = Seat.objects.answering().filter(workshop=workshop)
    if whom not in groups_for(letter):
        return everybody.none()
    if whom == TICKED:
        return everybody.filter(uid__in=ticked)
    if whom in (NOT_BEGUN, NOT_FINISHED):
        return not_begun(workshop) if whom == NOT_BEGUN else not_finished(workshop)
    asked = everybody.exclude(pk__in=known_to_decline(workshop))
    return asked if whom == EVERYBODY else asked.exclude(pk__in=_had(letter))


def recipients_of(letter: Letter, seats: SeatQuerySet) -> Recipients:
    """Return who of those meant is written to, by name, and who is not, and why.

    Who did not get their copy, as it was refused or not sent, is written to again.
    """
    has_it = set(letter.posts.real().had().values_list("seat", flat=True))
    found = Recipients()
    for seat in seats.select_related("person").order_by(Lower("person__name"), "pk"):
        why = HAS_IT if seat.pk in has_it else why_not(seat)
        (found.left_out.setdefault(why, []) if why else found.seats).append(seat)
    return found


def why_not(seat: Seat) -> str:
    """Return why nobody can write to a seat (a key of `WHY_NOT`); empty if one can."""
    if not seat.person or not seat.person.email:
        return NO_ADDRESS
    return NO_LETTERS if seat.person.no_letters_at else ""


def _had(letter: Letter) -> list[int]:
    """Return the seats that have had a letter of this kind, or to which one is on its way."""
    posts = Post.objects.real().filter(letter__workshop=letter.workshop, letter__kind=letter.kind)
    return list(posts.had().values_list("seat", flat=True))
