"""What was found in a file, in the words of its page."""

from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from workshop.exports.disclosure import Data, Place
from workshop.exports.small import alone_in, few_in, holds_totals, lonely_roles
from workshop.models import Seat, Workshop
from workshop.models.cards import every_card

REASONS = {
    "other": _("Leave it: it means something or somebody else"),
    "agreed": _("Leave it: the person agreed"),
    "public": _("Leave it: it is public already"),
}
KINDS = {
    "name": _("a name"),
    "e-mail": _("an e-mail address"),
    "address": _("a web address"),
    "phone": _("a telephone number"),
}
PARTS = {
    "workshop": _("The set-up"),
    "information_sheets": _("The information"),
    "consent_items": _("What people agree to"),
    "cards": _("A card"),
    "prompts": _("A box of the pack"),
    "remarks": _("A comment"),
    "rounds": _("A reason"),
    "questions": _("A question or an answer"),
    "ground_rules": _("A ground rule"),
    "suggestions": _("A suggestion for the agenda"),
    "quotes": _("A quote"),
    "credits": _("A description in the credit"),
    "changes": _("A change of cards"),
    "proposals": _("A proposed change"),
    "preparation_notes": _("A note of the preparation"),
    "reflections": _("A facilitator's note"),
    "transcripts": _("The file name of a transcript"),
    "ties": _("A link between cards"),
}
MEASURES = {
    "inner": _("inner"),
    "outer": _("outer"),
    "unplaced": _("not placed"),
    "nominated": _("nominated"),
    "passed_over": _("not nominated"),
    "towards_first": _("moved towards the first pole"),
    "towards_second": _("moved towards the second pole"),
    "stay": _("stayed"),
    **{f"now_{n}": format_lazy(_("where we are in band {n} of 5"), n=n) for n in range(1, 6)},
    **{f"want_{n}": format_lazy(_("where we want to be in band {n} of 5"), n=n) for n in range(1, 6)},
}


def found_rows(workshop: Workshop, places: list[Place]) -> list[dict[str, Any]]:
    """Return each place with what was found and where it stands, in words."""
    return [
        {"place": each, "kind": KINDS[each.kind], "where": PARTS.get(each.part, each.part.replace("_", " "))}
        for each in places
    ]


def small_facts(workshop: Workshop, part: Data) -> dict[str, Any]:
    """Return what of a file tells of one or two people, and of which kinds there is anything in it at all."""
    return {
        "roles": [dict(Seat.Role.choices).get(role, role) for role in lonely_roles(part)],
        "has_roles": bool(part.get("seats")),
        "has_totals": holds_totals(part),
        "has_rounds": "rounds" in part,
        "few": [{"round": number, "n": answered} for number, answered in few_in(part)],
        "alone": _alone_rows(workshop, part),
    }


def _alone_rows(workshop: Workshop, part: Data) -> list[dict[str, Any]]:
    """Return where one person stands alone, with the labels of the cards."""
    labels = {str(card.uid): card.label for card in every_card(workshop)}
    return [
        {"round": number, "card": labels.get(card, ""), "one": MEASURES[one], "others": MEASURES[others]}
        for number, card, one, others in alone_in(part)
    ]
