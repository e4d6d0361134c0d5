"""The figures of one revealed sort, or of two, in long form: a row for each number, or why there is none."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from workshop.exports.document import Data

from .columns import OF_CARD
from .kit import Column, Kind, Row, Table

HEAD = ("round", "people")


def figure_rows(document: Data) -> Iterator[Row]:
    """Yield each number with the figure and, if it is of one, the card that it belongs to.

    Where a figure compares a sort with an earlier one, ``before`` is that round. ``part`` says which number
    of the figure it is, with dots between what lies within: ``interval.low``. How many people a comparison
    rests on is not the number of those who moved, so none stands beside it.
    """
    for each in document["figures"]:
        head = {key: each[key] for key in HEAD}
        for figure, found in each.items():
            if figure not in HEAD:
                yield from ({**head, "figure": figure, **row} for row in _flat(found, ""))
    for each in document["shifts"]:
        head = {"round": each["after"], "before": each["before"]}
        yield from ({**head, "figure": "tau_b", **row} for row in _flat(each["tau_b"], ""))


def _flat(found: Any, path: str) -> Iterator[dict[str, Any]]:
    if isinstance(found, dict):
        if "refused" in found:
            yield {"part": path, "refused": found["refused"]}
            return
        of = {"card": found["card"]} if "card" in found else {}
        for key, value in found.items():
            if key != "card":
                yield from ({**of, **row} for row in _flat(value, f"{path}.{key}" if path else key))
    elif isinstance(found, list):
        for each in found:
            yield from [{"part": path, "card": each}] if isinstance(each, str) else _flat(each, path)
    else:
        yield {"part": path, "value": found}


FIGURES = Table(
    _("Figures"),
    _("A row for each number of how far people agree in a revealed sort, unrounded, or why there is none."),
    (
        Column("round", _("Round"), Kind.NUMBER),
        Column("before", _("Compared with round"), Kind.NUMBER),
        Column("people", _("People"), Kind.NUMBER),
        Column("figure", _("Figure")),
        Column("part", _("Part")),
        *OF_CARD,
        Column("value", _("Value"), Kind.NUMBER),
        Column("refused", _("Refused because")),
    ),
    figure_rows,
)
