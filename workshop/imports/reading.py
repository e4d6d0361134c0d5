"""The bytes of a file, read as the document of a workshop and checked: what the child process runs."""

import json
from pathlib import Path
from typing import Any

from . import limits
from .kinds import kind_of
from .pointing import check_pointing
from .schema import check
from .wrong import Wrong

SCHEMA = Path(__file__).parent.parent / "exports" / "schema" / "workshop-1.schema.json"
FORMAT, VERSION = "roundel-workshop", 1
RECKONED = ("figures",)  # from all else, afresh: what a file says there counts for nothing


def read_document(content: bytes) -> dict[str, Any]:
    """Return the document in a file that Roundel wrote.

    Raises:
        Wrong: it is too large, or no such file, or does not keep to the published schema or to itself.
    """
    document = parsed(content, "workshop")
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Wrong("not_ours")
    if document.get("version") != VERSION:
        raise Wrong("other_version", version=str(document.get("version"))[:20])
    document |= {part: [] for part in RECKONED if part in document}
    limits.check_sizes(document)
    check(document, json.loads(SCHEMA.read_text("utf-8")))
    check_pointing(document)
    return document


def parsed(content: bytes, wanted: str) -> Any:
    """Return what the JSON in a file says.

    Args:
        wanted: what the file should be of: "workshop" or "template".

    Raises:
        Wrong: it is too large, too deep, or no JSON.
    """
    if len(content) > limits.BYTES:
        raise Wrong("too_many_bytes", most=limits.BYTES // 1024 // 1024)
    if kind := kind_of(content):
        raise Wrong("nothing") if kind == "empty" else Wrong("another_kind", kind=kind, wanted=wanted)
    try:
        text = content.decode("utf-8-sig")
        limits.check_depth(content)
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise Wrong("not_json", line=error.lineno, column=error.colno) from error
    except ValueError as error:  # no UTF-8, or a number that is none
        raise Wrong("not_text") from error


def _no_number(name: str) -> Any:
    raise ValueError(name)
