"""What people agreed to, as exports obey it."""

from dataclasses import dataclass, field

from workshop.models import Workshop

NONE, UNNAMED, NAMED = "none", "unnamed", "named"


@dataclass
class Agreed:
    """The newest answers of everybody, by the key of a seat and of an item."""

    answers: dict[int, dict[str, bool]] = field(default_factory=dict)
    declined: set[int] = field(default_factory=set)

    def quote(self, seat: int | None, names: bool) -> str:
        """Return how the words of a seat may be quoted: ``none``, ``unnamed`` or ``named``.

        Words without a known author, and words of somebody who was not asked, may not be quoted.
        """
        given = self.answers.get(seat or 0, {})
        if given.get("quote-named") and names:
            return NAMED
        return UNNAMED if given.get("quote-unnamed") or given.get("quote-named") else NONE


def agreed_in(workshop: Workshop) -> Agreed:
    """Read all answers of a workshop in one query; ``declined`` are those who do not take part (any more)."""
    agreed, required = Agreed(), set()
    rows = workshop.seats.filter(consents__isnull=False).order_by("consents__at", "consents__pk")
    facts = ("pk", "consents__item__key", "consents__answer", "consents__item__required")
    for seat, key, answer, is_required in rows.values_list(*facts):
        agreed.answers.setdefault(seat, {})[key] = answer
        if is_required:
            required.add(key)
    for seat, given in agreed.answers.items():
        if any(given.get(key) is False for key in required):
            agreed.declined.add(seat)
    return agreed
