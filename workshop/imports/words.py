"""What is wrong with a file, in plain English, with the place."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.models import Invalid

from .kind_words import another_kind
from .schema import MOST
from .wrong import Path, Wrong

CELLS = 20  # that are named


def refusal(wrong: Wrong) -> Invalid:
    """Return the sentences for what is wrong, as a refusal."""
    every = (wrong, *wrong.also)
    says = [SENTENCES[each.code](place(each.path), each.said) for each in every]
    more = [_("There may be more.")] if len(every) >= MOST else []
    return Invalid(" ".join([*says, *more, _("Nothing was brought in.")]))


def place(path: Path) -> str:
    """Return a place in a file in words, from outside in: ``rounds, row 2, cards, row 1, text_rev``."""
    parts = [_("row %(n)s") % {"n": part + 1} if isinstance(part, int) else part for part in path]
    return ", ".join(parts)


def _at(sentence: str) -> str:
    return _("At %(where)s:") + " " + sentence


def _simply(says: Callable[[], str]) -> Callable[[str, dict[str, Any]], str]:
    return lambda where, said: says() % {"where": where, **said}


def _type(where: str, said: dict[str, Any]) -> str:
    names = {
        "object": _("a group of named values"),
        "array": _("a list"),
        "string": _("text"),
        "boolean": _("true or false"),
        "null": _("nothing"),
        "integer": _("a whole number"),
        "number": _("a number"),
    }
    wanted = _(" or ").join(names[name] for name in said["wanted"])
    return _at(_("it should be %(wanted)s.")) % {"where": where, "wanted": wanted}


def _choice(where: str, said: dict[str, Any]) -> str:
    wanted = ", ".join(map(str, said["wanted"]))
    return _at(_("it should be one of these: %(wanted)s.")) % {"where": where, "wanted": wanted}


def _no_result(_where: str, said: dict[str, Any]) -> str:
    cells = [_("row %(row)s, column %(column)s") % {"row": row, "column": at} for row, at in said["cells"]]
    more = len(cells) - CELLS
    named = _("; ").join([*cells[:CELLS], *([_("and %(n)s more") % {"n": more}] if more > 0 else [])])
    says = ngettext(
        "There is a formula in %(cells)s, and the file does not hold what it comes to. Put the words there, "
        "or open the file in a spreadsheet and save it.",
        "There are formulas in %(cells)s, and the file does not hold what they come to. Put the words there, "
        "or open the file in a spreadsheet and save it.",
        len(cells),
    )
    return says % {"cells": named}


SENTENCES: dict[str, Callable[[str, dict[str, Any]], str]] = {
    "too_many_bytes": _simply(lambda: _("The file is larger than %(most)s MB.")),
    "too_deep": _simply(lambda: _("The file is nested deeper than any that Roundel writes.")),
    "too_much": _simply(lambda: _("The file takes more memory or time to read than a workshop does.")),
    "nothing": _simply(lambda: _("The file is empty. Take it from Roundel once more.")),
    "another_kind": another_kind,
    "not_text": _simply(
        lambda: _("This is no file that Roundel wrote: it is a picture, a document or the like.")
    ),
    "not_json": _simply(
        lambda: _(
            "Roundel cannot read this file. It may be another one than you meant, or it was cut short or "
            "changed on its way (at line %(line)s). Ask for it once more, or take it from Roundel again."
        )
    ),
    "not_ours": _simply(lambda: _("This is a JSON file, and not one of a workshop from Roundel.")),
    "no_template": _simply(lambda: _("This is a JSON file, and not one of a template from Roundel.")),
    "empty": _simply(lambda: _at(_("it is empty, and something must stand there."))),
    "one_pole": _simply(lambda: _at(_("a spectrum has two ends. Name both, or neither."))),
    "no_key": _simply(lambda: _at(_("it should have letters from a to z, digits, - and _ alone."))),
    "other_version": _simply(
        lambda: _("The file is of version %(version)s. This Roundel reads version 1: use one that is newer.")
    ),
    "type": _type,
    "choice": _choice,
    "missing": _simply(lambda: _at(_("it is missing."))),
    "unknown": _simply(
        lambda: _at(_("Roundel does not know this. The file may be from one that is newer than this."))
    ),
    "date-time": _simply(lambda: _at(_("it should be a moment, such as 2026-03-05T10:00:00Z."))),
    "uuid": _simply(lambda: _at(_("it should be a uid: 32 digits and letters a to f, in five groups."))),
    "too_small": _simply(lambda: _at(_("it should be %(least)s or more."))),
    "too_large": _simply(lambda: _at(_("it should be %(most)s or less."))),
    "length": _simply(lambda: _at(_("it should have %(least)s to %(most)s rows."))),
    "too_many": _simply(lambda: _at(_("it has %(count)s rows, and %(most)s is the most."))),
    "too_long": _simply(lambda: _at(_("it is %(over)s characters over the limit of %(most)s."))),
    "twice": _simply(lambda: _at(_("“%(value)s” stands there a second time."))),
    "nowhere": _simply(lambda: _at(_("it speaks of “%(value)s”, which is not in the file."))),
    "no_table": _simply(lambda: _("This is no table: it is neither a CSV file nor an XLSX workbook.")),
    "no_workbook": _simply(
        lambda: _("The workbook cannot be read. Save it once more as XLSX, or as CSV, and send that.")
    ),
    "old_office": _simply(
        lambda: _("This workbook is of the old kind, or has a password. Save it as XLSX without one.")
    ),
    "table_too_much": _simply(lambda: _("The file takes more memory or time to read than a table does.")),
    "table_too_long": _simply(lambda: _("The table has more than %(most)s characters.")),
    "too_many_rows": _simply(lambda: _("The table goes on beyond row %(most)s.")),
    "too_many_columns": _simply(lambda: _("The table has more than %(most)s columns.")),
    "no_result": _no_result,
    "adds_up": _simply(lambda: _at(_("it does not agree with the rest of the file."))),
}
