"""The table of the ten promises in docs/promises.md, made from the promises and their last figures."""

from typing import Any

from .promise_figures import in_words
from .promises import PROMISES, Promise

BEGIN, END = "<!-- the ten promises: manage.py checkpromises --write -->\n", "<!-- the end of the ten -->\n"


def in_table(found: dict[str, Any]) -> str:
    """Return the promises as a Markdown table: what is promised, its tests, the figures, the command."""
    lines = ["| | Promise | Held by | Last figures | Print it afresh |", "|---|---|---|---|---|"]
    rows = found.get("promises", {})
    for n, promise in enumerate(PROMISES, start=1):
        lines.append(_line(n, promise, rows.get(str(n), {})))
    return "\n".join(lines) + "\n"


def put_table(page: str, found: dict[str, Any]) -> str:
    """Return a page with the table between its two marks made anew."""
    before, _begin, rest = page.partition(BEGIN)
    _old, _end, after = rest.partition(END)
    return f"{before}{BEGIN}\n{in_table(found)}\n{END}{after}"


def _line(n: int, promise: Promise, row: dict[str, Any]) -> str:
    tests = ", ".join(f"`{each}`" for each in promise.tests)
    says = f"**{promise.says}** {promise.means}"
    return f"| {n} | {says} | {tests} | {last(row)} | `manage.py checkpromises --only {n}` |"


def last(row: dict[str, Any]) -> str:
    """Return what was measured last, in words."""
    if not row:
        return "not measured yet"
    counts = f"{row['passed']} tests passed, {row['failed']} failed, {row['skipped']} skipped"
    figures = [f"{in_words(name)}: {value:,}" for name, value in row["figures"].items()]
    return "; ".join([f"{row['measured']}: {counts}", *figures])
