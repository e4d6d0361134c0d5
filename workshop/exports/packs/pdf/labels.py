"""The words of the printed form that are the same in every pack: headings, labels and how to cut."""

from typing import Any

from django.utils.translation import gettext as _


def labels() -> dict[str, Any]:
    """Return the labels by the names that the template knows them under."""
    return {**_of_cover(), **_of_form(), **_to_cut_out()}


def _of_cover() -> dict[str, Any]:
    return {
        "for_whom": _("For"),
        "name": _("Name:"),
        "meet": _("We meet on"),
        "where": _("Where we meet:"),
        "until": _("Please finish by"),
        "todo": _("What to do"),
        "promise": _("Who can see what"),
        "code": _("Pack"),
        "missing": _("□ stands for a character that the fonts of this file do not have."),
    }


def _of_form() -> dict[str, Any]:
    inner, outer, unplaced = _("Inner circle"), _("Outer circle"), _("Not placed")
    return {
        "cards": _("Comment on each card"),
        "head": [_("The card, and where it belongs"), _("What comes to mind")],
        "belongs": _("Where does it belong? Tick one."),
        "zones": [("inner", inner), ("outer", outer), ("unplaced", unplaced)],
        "zones_short": [("inner", _("Inner")), ("outer", _("Outer")), ("unplaced", _("Not placed"))],
        "number": _("Its place, if you rank them (1 is first):"),
        "why": _("If it is not placed, why?"),
        "so_far": _("so far"),
        "other": _("Any other comments?"),
        "consent": _("What you agree to"),
        "required": _("Taking part needs a yes here."),
        "sign": [_("Name"), _("Signature"), _("Date")],
    }


def _to_cut_out() -> dict[str, Any]:
    return {
        "cut": _("Cards to cut out"),
        "cut_how": _("Cut along the dashed lines."),
        "blanks": _("Blank cards"),
        "blanks_how": _("For a card said differently, or one that is missing. Cut out those you use."),
        "slips": _("Slips for the circles"),
        "slips_how": _("Cut these out too. They are small enough to lie in the circles on the next sheet."),
        "circles": _("The two circles"),
        "circles_how": _(
            "Lay each card in the inner circle if it matters most, in the outer circle if it matters least, "
            "or beside them if you cannot place it. Then tick in the form where each one lies."
        ),
        "circles_alt": _("Two circles, one inside the other: the inner one for what matters most."),
        "inner": _("Inner circle"),
        "outer": _("Outer circle"),
        "weighed": [_("most important and/or relevant"), _("least important and/or relevant")],
        "weighed_by_question": [_("most, by the question above"), _("least, by the question above")],
    }
