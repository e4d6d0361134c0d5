"""Rows dealt anew, like cards: the same rows under each other's keys, stored in the order that this gives.

Neither a primary key nor the place of a row in its table then keeps the order in which people wrote or
answered.
"""

import random
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import BigIntegerField, Case, ExpressionWrapper, F, QuerySet, Value, When

Shuffle = Callable[[list[int]], None]
MANY = 200  # rows in one statement


def shuffle(keys: list[int]) -> None:
    """Put keys in an order that nobody can foretell."""
    random.SystemRandom().shuffle(keys)


def deal(rows: QuerySet[Any], mix: Shuffle = shuffle, within: str = "") -> None:
    """Deal rows anew, inside a transaction; whatever points at one of them points at the same one after.

    Foreign keys are checked at the end of the transaction, so rows may be away for a moment.

    Args:
        mix: puts a list of primary keys into another order.
        within: a field; rows that are equal in it keep their order among themselves.
    """
    found = list(rows.order_by("pk"))
    if not found:
        return
    new = _new_keys(found, mix, within)
    model = rows.model
    for some in _parts([*new]):
        stored = model._base_manager.filter(pk__in=some)
        stored._raw_delete(stored.db)
    pointing = [each.field for each in model._meta.get_fields(include_hidden=True) if _points_here(each)]
    for field in pointing:  # before the rows are back, which are told by hand
        _repoint(field, new)
    for row in found:
        _follow(row, new)
        row.pk = new[row.pk]
    model._base_manager.bulk_create(sorted(found, key=lambda row: row.pk), batch_size=MANY)


def _parts(keys: list[int]) -> Iterable[list[int]]:
    return (keys[at : at + MANY] for at in range(0, len(keys), MANY))


def _points_here(relation: Any) -> bool:
    """Whether it is how rows of some table point at this one."""
    return relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one)


def _new_keys(rows: list[Any], mix: Shuffle, within: str) -> dict[int, int]:
    old = [row.pk for row in rows]
    given = list(old)
    mix(given)
    if within:
        by_group: dict[object, list[int]] = {}
        for row, key in zip(rows, given, strict=True):
            by_group.setdefault(getattr(row, within), []).append(key)
        each = {group: iter(sorted(keys)) for group, keys in by_group.items()}
        given = [next(each[getattr(row, within)]) for row in rows]
    return dict(zip(old, given, strict=True))


def _follow(row: Any, new: dict[int, int]) -> None:
    """Let rows that point at one another, as a reply does, go on doing so."""
    for field in row._meta.concrete_fields:
        if field.related_model is type(row):
            key = getattr(row, field.attname)
            setattr(row, field.attname, new.get(key, key))


def _repoint(field: Any, new: dict[int, int]) -> None:
    """Let the rows of another table that point at old keys point at the new ones: away first, then there."""
    rows, name = field.model._base_manager, field.name
    for some in _parts([*new]):
        away = Case(*(When(**{name: old}, then=Value(-new[old])) for old in some))
        rows.filter(**{f"{name}__in": some}).update(**{name: away})
    there = ExpressionWrapper(-1 * F(name), output_field=BigIntegerField())
    rows.filter(**{f"{name}__lt": 0}).update(**{name: there})
