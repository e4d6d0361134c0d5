"""Whether data keeps to a JSON schema: as much of the language as Roundel's own schema speaks, and no more.

A validator for all of JSON Schema is ten packages; ours needs a dozen words of it, and says where it hurts in
the words of a file. The tests hold both against each other.
"""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from .wrong import Path, Wrong

Schema = dict[str, Any]
MOST = 10  # that are named, so that a file is mended at one go and not by one place after the other
IGNORED = frozenset(["$schema", "$id", "title", "description"])
TYPES: dict[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "integer": lambda value: type(value) is int,
    "number": lambda value: type(value) in (int, float),
}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)")
UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def check(value: Any, schema: Schema, path: Path = ()) -> None:
    """Raise Wrong at the first place where a value does not keep to a schema; it has the next ones beside it.

    Raises:
        KeyError: the schema has a word that is not known here: a fault of the program.
    """
    words = [(word, wanted) for word, wanted in schema.items() if word not in IGNORED]
    _gather(partial(CHECKS[word], value, wanted, schema, path) for word, wanted in words)


def _gather(checks: Iterable[Callable[[], None]]) -> None:
    found: list[Wrong] = []
    for each in checks:
        try:
            each()
        except Wrong as wrong:
            found += [wrong, *wrong.also]
            wrong.also = ()
        if len(found) >= MOST:
            break
    if found:
        found[0].also = tuple(found[1:MOST])
        raise found[0]


def _type(value: Any, wanted: str | list[str], _schema: Schema, path: Path) -> None:
    names = [wanted] if isinstance(wanted, str) else wanted
    if not any(TYPES[name](value) for name in names):
        raise Wrong("type", path, wanted=names)


def _enum(value: Any, wanted: list[Any], _schema: Schema, path: Path) -> None:
    if not any(value == each and type(value) is type(each) for each in wanted):
        raise Wrong("choice", path, wanted=[each for each in wanted if each])


def _required(value: Any, wanted: list[str], _schema: Schema, path: Path) -> None:
    missing = [key for key in wanted if key not in value] if isinstance(value, dict) else []
    _gather(partial(_refuse, "missing", (*path, key)) for key in missing)


def _properties(value: Any, wanted: dict[str, Schema], _schema: Schema, path: Path) -> None:
    inside = wanted if isinstance(value, dict) else {}
    _gather(partial(check, value[key], inside[key], (*path, key)) for key in inside if key in value)


def _additional(value: Any, wanted: bool | Schema, schema: Schema, path: Path) -> None:
    known, inside = schema.get("properties", {}), value if isinstance(value, dict) else {}
    places = [(key, (*path, key)) for key in inside if key not in known]
    if isinstance(wanted, dict):
        _gather(partial(check, inside[key], wanted, place) for key, place in places)
    else:
        _gather(partial(_refuse, "unknown", place) for _key, place in places)


def _items(value: Any, wanted: Schema, _schema: Schema, path: Path) -> None:
    rows = value if isinstance(value, list) else []
    _gather(partial(check, each, wanted, (*path, n)) for n, each in enumerate(rows))


def _refuse(code: str, path: Path) -> None:
    raise Wrong(code, path)


def _any_of(value: Any, wanted: list[Schema], _schema: Schema, path: Path) -> None:
    """Raise what is wrong by the choice that comes nearest: the one that is wrong deepest inside."""
    found: list[Wrong] = []
    for each in wanted:
        try:
            check(value, each, path)
        except Wrong as wrong:
            found.append(wrong)
        else:
            return
    raise max(found, key=lambda wrong: len(wrong.path))


def _format(value: Any, wanted: str, _schema: Schema, path: Path) -> None:
    if isinstance(value, str) and not FORMATS[wanted](value):
        raise Wrong(wanted, path)


def _is_moment(value: str) -> bool:
    try:
        return bool(MOMENT.fullmatch(value)) and datetime.fromisoformat(value).year not in (1, 9999)
    except ValueError:
        return False


def _is_uid(value: str) -> bool:
    return bool(UID.fullmatch(value)) and bool(UUID(value))


def _minimum(value: Any, wanted: int, _schema: Schema, path: Path) -> None:
    if type(value) in (int, float) and value < wanted:
        raise Wrong("too_small", path, least=wanted)


def _length(value: Any, wanted: int, schema: Schema, path: Path) -> None:
    least, most = schema.get("minItems", 0), schema.get("maxItems", wanted)
    if isinstance(value, list) and not least <= len(value) <= most:
        raise Wrong("length", path, least=least, most=most)


FORMATS = {"date-time": _is_moment, "uuid": _is_uid}
CHECKS: dict[str, Callable[[Any, Any, Schema, Path], None]] = {
    "type": _type,
    "const": lambda value, wanted, schema, path: _enum(value, [wanted], schema, path),
    "enum": _enum,
    "required": _required,
    "properties": _properties,
    "additionalProperties": _additional,
    "items": _items,
    "anyOf": _any_of,
    "format": _format,
    "minimum": _minimum,
    "minItems": _length,
    "maxItems": _length,
}
