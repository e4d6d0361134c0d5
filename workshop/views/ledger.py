"""What the list of workshops says of each: where it stands, and what is next."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from workshop.models import Seat, Step, User, Workshop
from workshop.models.audiences import may_see_people_rows
from workshop.models.progress import LIVE, PACKS, RESULTS, SETUP, STAGES, stage_of
from workshop.templatetags.naming import and_list
from workshop.templatetags.retention import erased_soon

ORDER = (LIVE, PACKS, SETUP, RESULTS)
NAMES = {
    SETUP: gettext_lazy("Set up"),
    PACKS: gettext_lazy("Packs"),
    LIVE: gettext_lazy("Workshop"),
    RESULTS: gettext_lazy("Results"),
}


@dataclass(frozen=True)
class Line:
    """One line of the ledger, in words; ``taken`` of ``seats`` chairs of its sign are filled."""

    workshop: Workshop
    stage: str
    who: str
    says: str
    taken: int
    seats: int
    sign: str
    steps: list[dict[str, str]]
    is_erased_soon: bool = False


def lines_of(user: User, workshops: list[Workshop]) -> list[Line]:
    """Return a line for each workshop: those that run now first, then in the order given."""
    lines = [_line(user, workshop) for workshop in workshops]
    return sorted(lines, key=lambda line: ORDER.index(line.stage))


def _line(user: User, workshop: Any) -> Line:
    stage = stage_of(workshop)
    taken, seats = counted_packs(workshop)
    sign = packs_in(taken, seats)
    if stage == RESULTS:
        taken, seats = counted_people(workshop)
        sign = took_part(taken, seats)
    who = who_facilitates(user, workshop.facilitators)
    says, soon = SAYS[stage](workshop), erased_soon(workshop)
    return Line(workshop, stage, who, says, taken, seats, sign, steps_to(stage), soon)


def steps_to(stage: str) -> list[dict[str, str]]:
    """Return the four stages, each with its name and its state, for the line of progress."""
    now = STAGES.index(stage)
    states = ["done" if n < now else "now" if n == now else "to_come" for n in range(len(STAGES))]
    return [{"name": str(NAMES[each]), "state": state} for each, state in zip(STAGES, states, strict=True)]


def who_facilitates(user: User, seats: list[Seat]) -> str:
    """Return who facilitates, where it is not this user alone; else nothing."""
    others = [seat.name for seat in seats if not (seat.person and seat.person.user_id == user.pk)]
    return _("%(names)s facilitate") % {"names": and_list([_("You"), *others])} if others else ""


def counted_packs(workshop: Any) -> tuple[int, int]:
    """Return how many packs are in, of how many, as the overview counts: without who is known to decline.

    Where names are hidden they stay among both: a count that fell would tell that they had finished.
    """
    if not may_see_people_rows(workshop):
        return workshop.packs_in, workshop.seats_asked
    return workshop.packs_in - workshop.declined_in, workshop.seats_asked - workshop.declined


def counted_people(workshop: Any) -> tuple[int, int]:
    """Return how many took part, of how many who were invited; without who is known to have said no.

    Where names are hidden they stay among both, as in `counted_packs`.
    """
    declined = workshop.declined if may_see_people_rows(workshop) else 0
    return workshop.took_part, max(workshop.took_part, workshop.seats_asked - declined)


def packs_in(done: int, seats: int) -> str:
    """Say how many packs are in."""
    if not seats:
        return _("Nobody is invited yet")
    return ngettext("%(done)s of %(seats)s pack is in", "%(done)s of %(seats)s packs are in", seats) % {
        "done": done,
        "seats": seats,
    }


def took_part(people: int, seats: int) -> str:
    """Say how many of those invited took part."""
    return _("%(people)s of %(seats)s took part") % {"people": people, "seats": seats}


def _say_setup(workshop: Any) -> str:
    if n := workshop.cards_unwritten:
        return ngettext(
            "%(n)s card is still to be written. Next: write it.",
            "%(n)s cards are still to be written. Next: write them.",
            n,
        ) % {"n": n}
    cards = _asked(workshop)
    if not cards:
        return _("No cards yet. Next: write the first.")
    if not workshop.seats_asked:
        return _("%(cards)s. Next: invite people.") % {"cards": cards}
    people = ngettext("%(n)s person has a seat", "%(n)s people have a seat", workshop.seats_asked)
    people %= {"n": workshop.seats_asked}
    return _("%(cards)s, %(people)s. Next: open the pack.") % {"cards": cards, "people": people}


def _asked(workshop: Any) -> str:
    """Say what the pack asks about; nothing if that is nothing yet."""
    if n := workshop.cards_written:
        return ngettext("%(n)s card written", "%(n)s cards written", n) % {"n": n}
    if n := workshop.prompts_written:
        return ngettext("%(n)s open prompt and no cards", "%(n)s open prompts and no cards", n) % {"n": n}
    return ""


def _say_packs(workshop: Any) -> str:
    says = packs_in(*counted_packs(workshop)) + "."
    pack = workshop.pack_round()
    if pack and pack.is_over:
        return _("%(packs)s The pack is closed. Next: the workshop.") % {"packs": says}
    if not workshop.unopened:
        return says
    late = ngettext(
        "%(n)s person has not opened theirs.", "%(n)s people have not opened theirs.", workshop.unopened
    )
    return f"{says} {late % {'n': workshop.unopened}}"


def _say_live(workshop: Any) -> str:
    step: Step = workshop.step
    if step.card and step.card.number:
        return _("Card %(number)s is on the stage.") % {"number": step.card.number}
    return _("On the stage: %(step)s.") % {"step": step.get_kind_display()}


def _say_results(workshop: Any) -> str:
    says = took_part(*counted_people(workshop)) + "."
    if not workshop.retain_until:
        return says
    day = date_format(workshop.retain_until, "j F Y")
    return _("%(says)s Erased on %(day)s unless you keep it longer.") % {"says": says, "day": day}


SAYS: dict[str, Callable[[Any], str]] = {
    SETUP: _say_setup,
    PACKS: _say_packs,
    LIVE: _say_live,
    RESULTS: _say_results,
}
