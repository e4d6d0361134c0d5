"""Look-ups whose words are made once: Django takes longer to make the words of a query than to ask it.

A look-up stands where the same query is asked for each page. It leans on parts of Django that are not
documented, its compiler of queries, so Django is pinned, and a test asks it the same.
"""

import uuid
from collections.abc import Callable, Collection
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model, QuerySet, prefetch_related_objects

Row = TypeVar("Row")
Value = int | str | uuid.UUID
Sent = Value | Collection[int] | Collection[uuid.UUID]
KEPT = "look_ups"
STAND_IN = 2_147_480_000  # the largest numbers that every column takes; no query of ours names one


class LookUp(Generic[Row]):
    """A query that is asked again and again, each time with other values.

    Args:
        build: returns the queryset for some values. It runs once for each connection, with values that stand
            in for those to come, so it hands each to a filter as it is, and decides nothing by it.
        known: the relation by which a row leads to the first value, a model that every row then shares.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Row]], known: str = "") -> None:
        self.build, self.known = build, known

    def __call__(self, *values: Sent | Model) -> list[Row]:
        """Return the rows for these values, in one query.

        Args:
            values: of a model that is stored its primary key counts; several keys or uids are for ``__in``.

        Raises:
            ValueError: the queryset does not ask for each value as it was given.
        """
        sent = [_plain(value) for value in values]
        shape = self, *(len(value) if isinstance(value, list) else 0 for value in sent)
        kept = vars(connections[DEFAULT_DB_ALIAS]).setdefault(KEPT, {})
        if shape not in kept:
            kept[shape] = _Words(self.build, sent)
        rows: list[Row] = kept[shape].ask(_flat(sent))
        for row in rows if self.known else ():
            setattr(row, self.known, values[0])
        return rows


class _Words:
    """The words of a query for one connection, and where the values stand in them."""

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], like: list[Value | list[Value]]) -> None:
        count, own = 0, []
        for value in like:
            own.append(_stand_ins(count, value))
            count += len(value) if isinstance(value, list) else 1
        stand_ins = _flat(own)
        self.rows: Any = build(*own)
        self.compiler = self.rows.query.get_compiler(DEFAULT_DB_ALIAS)
        self.sql, given = self.compiler.as_sql()
        self.given = [(one, _place(one, stand_ins)) for one in given]
        if {n for _one, n in self.given} - {None} != {*range(count)}:
            raise ValueError("A look-up must hand each of its values to a filter as it is.")
        read = self.compiler.get_converters(
            [one[0] for one in self.compiler.select[: self.compiler.col_count]]
        )
        vars(self.compiler)["get_converters"] = lambda _columns: read
        vars(self.rows.query)["get_compiler"] = lambda *_one, **_using: self.compiler

    def ask(self, values: list[Value]) -> list[Any]:
        """Return the rows for these values."""
        sent = tuple(one if n is None else _as_sent(values[n], one) for one, n in self.given)
        vars(self.compiler)["as_sql"] = lambda: (self.sql, sent)
        rows = [*self.rows._iterable_class(self.rows)]
        if rows and self.rows._prefetch_related_lookups:
            prefetch_related_objects(rows, *self.rows._prefetch_related_lookups)
        return rows


def _plain(value: Sent | Model) -> Value | list[Value]:
    """Return what is sent of a value; several keys in a few lengths, for each length has its own words."""
    if isinstance(value, Model):
        key: int = value.pk
        return key
    if isinstance(value, int | str | uuid.UUID):
        return value
    keys: list[Value] = [*value] or [0]  # no row has it
    return keys + keys[:1] * ((1 << (len(keys) - 1).bit_length()) - len(keys))


def _flat(values: list[Any]) -> list[Value]:
    return [one for value in values for one in (value if isinstance(value, list) else [value])]


def _stand_ins(n: int, value: Value | list[Value]) -> Value | list[Value]:
    if isinstance(value, list):
        return [_stand_in(n + more, one) for more, one in enumerate(value)]
    return _stand_in(n, value)


def _stand_in(n: int, value: Value) -> Value:
    number = STAND_IN + n
    if isinstance(value, int):
        return number
    return uuid.UUID(int=number) if isinstance(value, uuid.UUID) else f"look-up {number}"


def _place(one: object, stand_ins: list[Value]) -> int | None:
    """Return which value stands here; none where the query itself says what is asked."""
    known = (n for n, value in enumerate(stand_ins) if one in (value, getattr(value, "hex", value)))
    return next(known, None)


def _as_sent(value: Value, like: object) -> object:
    """Return a value as Django would send it: SQLite has no uid of its own."""
    return value.hex if isinstance(value, uuid.UUID) and isinstance(like, str) else value
