"""What is taken out of a file for who does not hold the right to full data, and the note that says so."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

Data = dict[str, Any]


def approved_in(document: Data) -> frozenset[str]:
    """Return the uids of the quotes that stand in every file as their speakers approved them.

    Where the promise hides names none does, nor where a speaker took the name back since: a name in their
    words is looked for like any other.
    """
    if _hides_names(document):
        return frozenset()
    stands = [each for each in document["quotes"] if each["checked"] and not each["attribution_changed"]]
    return frozenset(each["uid"] for each in stands)


def without_names(document: Data, approved: frozenset[str] = frozenset()) -> Data:
    """Return a document in which people are known by their pseudonyms alone, but for quotes they approved.

    Another name that was agreed to be printed goes too: beside the same words it would tell whose pseudonym
    it is. So would when each came, but for those who joined with the code: the history has that.
    """
    by_code = {row["seat"] for row in document.get("history", []) if row["verb"] == "joined_by_code"}
    seats = [_without_name(seat, seat["pseudonym"] in by_code) for seat in document["seats"]]
    credits = [{**each, "name": removed_name() if each["name"] else ""} for each in document["credits"]]
    quotes = [each if each["uid"] in approved else _unsigned(each) for each in document["quotes"]]
    return {**document, "seats": seats, "credits": credits, "quotes": quotes}


def _unsigned(quote: Data) -> Data:
    return {**quote, "attribution": removed_name(), "named": False} if quote["named"] else quote


def _without_name(seat: Data, by_code: bool) -> Data:
    gone = ("name",) if by_code else ("name", "joined_at")
    return {key: value for key, value in seat.items() if key not in gone}


def removed_name() -> str:
    """Return what stands in the place of a name."""
    return _("[name removed]")


def is_altered(text: str) -> bool:
    """Whether something was taken out of a text that its author wrote."""
    return any(each in text for each in (removed_name(), *removed_others().values()))


def removed_others() -> dict[str, str]:
    """Return what stands in the place of what else is looked for, by its kind."""
    return {
        "e-mail": _("[e-mail address removed]"),
        "address": _("[address removed]"),
        "phone": _("[number removed]"),
    }


def notes_of(
    document: Data, *, full: bool, reuse: bool, removed: int, left: int, approved: int = 0
) -> list[str]:
    """Return, in sentences, what the promise and whoever took the file left out of it.

    Args:
        approved: how many quotes with a name in them stand in it as their speakers approved them.
        removed, left: how many names, addresses and numbers that were found in free text were replaced, and
            how many were left.
    """
    notes = [*_in_every_file(document), _whose_names(full, _hides_names(document))]
    if approved:
        notes.append(_as_approved(approved))
    if reuse:
        notes.append(_left_out_for_reuse())
    notes += answers_left_out(document, reuse)
    found = {"removed": removed, "left": left}
    notes.append(
        _("Names, addresses and numbers found in free text: %(removed)s replaced, %(left)s left.") % found
    )
    notes.append(
        _("Only the workshop's own names, and what looks like an address or a number, were looked for.")
    )
    return notes


def _in_every_file(document: Data) -> list[str]:
    """Return what is said of a file whoever takes it: that nobody in it is real, and what it never holds."""
    notes = [_("Of a round that is not revealed it holds only how many answered. No e-mail address or link.")]
    if document["workshop"]["purpose"] == "rehearsal":
        notes.insert(0, no_real_workshop())
    if document["workshop"]["purpose"] == "demo":
        notes.insert(0, _("Demonstration, not a real workshop: the people it began with are invented."))
    if _hides_names(document):
        notes.append(_("Names are hidden in this workshop: nothing says who chose or wrote what."))
        notes.append(
            _("Where fewer than three agree alike, no words are marked as those that may be quoted.")
        )
    return notes


def _hides_names(document: Data) -> bool:
    return bool(document["workshop"]["promise"] != "named")


def no_real_workshop() -> str:
    """Return what stands first in each file of a rehearsal."""
    return _(
        "Rehearsal, not a real workshop. Simulated leaders answered; whoever rehearsed, and people who "
        "joined, may have added answers of their own."
    )


def left_out_of(document: Data) -> list[str]:
    """Return the note of a file; of a document that nobody has taken yet, what no file of it holds."""
    note: list[str] | None = document.get("note")
    return note or [*_in_every_file(document), *answers_left_out(document, reuse=False)]


def _whose_names(full: bool, hidden: bool) -> str:
    if not full:
        return _("De-identified: people are pseudonyms of this workshop, without their names.")
    if not hidden:
        return _("It was taken with the right to full data: names are in it where the promise allows.")
    return _(
        "It was taken with the right to full data, which adds only the names by which people asked to be "
        "credited."
    )


def _as_approved(n: int) -> str:
    says = ngettext(
        "%(n)s quote with a name in it stands as its speaker approved it for print.",
        "%(n)s quotes with names in them stand as their speakers approved them for print.",
        n,
    )
    return says % {"n": n}


def _left_out_for_reuse() -> str:
    return _(
        "For re-use: without the words and the single answers of those who did not agree that theirs are "
        "kept, but for cards that the group took up and for the text that it agreed on."
    )


def answers_left_out(document: Data, reuse: bool) -> list[str]:
    """Return how many single answers are in the totals alone, and why; nothing if there are none."""
    count = {"n": sum(each["ballots_left_out"] or 0 for each in document["rounds"])}
    if not count["n"]:
        return []
    if reuse:
        return [
            _(
                "Single answers of people who take no part (any more), or did not agree to re-use: %(n)s "
                "left out. They stay in the totals."
            )
            % count
        ]
    return [
        _("Single answers of people who take no part (any more): %(n)s left out. They stay in the totals.")
        % count
    ]
