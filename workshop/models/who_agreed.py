"""Who agreed to what, as facilitators may know it: person by person where names are open, else in counts.

Where names are hidden a count of one or two would say who, so such counts are not told.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef

from .audiences import LEAST, may_see_people_rows
from .brought import came_unsigned
from .consents import Consent, ConsentItem, current_items, newest_items
from .people import Seat, SeatQuerySet
from .taking_part import declining
from .workshops import Workshop


def is_safe(*counts: int) -> bool:
    """Whether counts of who said what tell of nobody where names are hidden: each of none, or of three."""
    return all(n == 0 or n >= LEAST for n in counts)


@dataclass(frozen=True)
class Given:
    """One person's answer to one item; ``answer`` is ``None`` where there is none to how it stands now.

    ``before`` is what they said to an earlier version, ``sheet`` the version of the information that they had
    before them, ``recorded`` whether a facilitator recorded it.
    """

    answer: bool | None = None
    before: bool | None = None
    sheet: int = 0
    recorded: bool = False

    @property
    def is_asked_again(self) -> bool:
        """Whether they answered before, and not since it was changed."""
        return self.answer is None and self.before is not None


@dataclass(frozen=True)
class PersonAgreed:
    """One person with an answer for each item, in their order."""

    seat: Seat
    given: list[Given]
    takes_no_part: bool

    @property
    def read(self) -> int:
        """The newest version of the information that they said they read, or answered to; 0 for none."""
        return max(self.seat.sheet, *(each.sheet for each in self.given), 0)


@dataclass
class ItemAgreed:
    """One item with how many said what: ``open`` have not answered, and ``again`` of these had before.

    ``untold``: the file that the workshop came in does not tell how many said yes or no.
    """

    item: ConsentItem
    yes: int = 0
    no: int = 0
    open: int = 0
    again: int = 0
    untold: bool = False

    @property
    def is_safe(self) -> bool:
        """Whether its counts tell of nobody where names are hidden."""
        return not self.untold and is_safe(self.yes, self.no)

    @property
    def is_mixed(self) -> bool:
        """Whether somebody said yes and somebody no."""
        return bool(self.yes and self.no)


@dataclass
class WhoAgreed:
    """What everybody was asked and said; ``people`` is empty where nobody may know who said what."""

    items: list[ItemAgreed]
    people: list[PersonAgreed] = field(default_factory=list)
    is_named: bool = False


def who_agreed(workshop: Workshop) -> WhoAgreed:
    """Return who agreed to what among those who sit there now, in five queries however many they are."""
    items = current_items(workshop.pk)
    seats = list(Seat.objects.answering().filter(workshop=workshop).select_related("person").order_by("pk"))
    no_part = set(declining(workshop).values_list("pk", flat=True))
    said = _said(workshop, items)
    rows = [
        PersonAgreed(seat, [_given(said, seat, item) for item in items], seat.pk in no_part) for seat in seats
    ]
    named, brought = may_see_people_rows(workshop), came_unsigned(workshop)
    counted = [_count(item, (row.given[n] for row in rows), brought) for n, item in enumerate(items)]
    return WhoAgreed(counted, rows if named else [], named)


def _said(workshop: Workshop, items: list[ConsentItem]) -> dict[tuple[int, str], Consent]:
    keys = {item.key for item in items}
    rows = Consent.objects.filter(seat__workshop=workshop, item__key__in=keys).select_related("item")
    return {(row.seat_id, row.item.key): row for row in rows.order_by("at", "pk")}


def _given(said: dict[tuple[int, str], Consent], seat: Seat, item: ConsentItem) -> Given:
    newest = said.get((seat.pk, item.key))
    if newest is None:
        return Given()
    recorded = newest.proxy_id is not None
    if newest.item_id != item.pk:
        return Given(None, newest.answer, newest.sheet, recorded)
    return Given(newest.answer, None, newest.sheet, recorded)


def _count(item: ConsentItem, given: Iterable[Given], brought: bool) -> ItemAgreed:
    counted, rows = ItemAgreed(item), list(given)
    if all(each.answer is None for each in rows):  # what a file brought stands until somebody answers anew
        counted.yes, counted.no = item.brought_yes or 0, item.brought_no or 0
        counted.untold = brought and item.brought_yes is None
    for each in rows:
        counted.yes += each.answer is True
        counted.no += each.answer is False
        counted.open += each.answer is None
        counted.again += each.is_asked_again
    return counted


def asked_again(workshop: Workshop) -> SeatQuerySet:
    """Return who answered before, is asked something since, and has not answered it: no query of its own.

    Who takes no part is not waited for.
    """
    mine = Consent.objects.filter(seat=OuterRef(OuterRef("pk")), item=OuterRef("pk"))
    waits = newest_items().filter(~Exists(mine), workshop=workshop)
    answered = Consent.objects.filter(seat=OuterRef("pk"))
    seats = Seat.objects.answering().filter(Exists(answered), Exists(waits), workshop=workshop)
    return seats.exclude(pk__in=declining(workshop).values("pk"))
