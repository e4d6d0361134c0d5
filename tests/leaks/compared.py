"""What was found, compared with what may be read."""

from tests.leaks.recorder import Record
from tests.leaks.told import COLUMNS, LETTERS, LOG, is_due, table, window


def leaks(record: Record, promise: str) -> list[str]:
    """Return, a line each, what somebody read who may not, or too early, or after it was taken back."""
    rows = table(promise)
    found = []
    for (who, moment), labels in record.found.items():
        for label, place in labels.items():
            if is_own(who, label) or (who == "log" and label in LOG) or label in LETTERS.get(who, ()):
                continue
            if moment not in window(rows.get(label, {}).get(who, "-")):
                found.append(f"{who} read {label} at {moment}: {place}")
    return sorted(found)


def is_own(who: str, label: str) -> bool:
    """Whether a canary is the reader's own name, which their pages say to them."""
    who = who.removeprefix("letter-")
    return label.startswith(f"{who}-") and label.split("-")[1] in ("name", "address", "seat")


def missing(record: Record, promise: str) -> list[str]:
    """Return what a reader should have been found to read and was not: then the recorder is deaf."""
    found = []
    for label, cells in table(promise).items():
        for who in COLUMNS:
            seen = any(label in record.found[who, moment] for moment in window(cells[who]))
            if is_due(cells[who]) and not seen:
                found.append(f"{who} never read {label}")
    for who, labels in LETTERS.items():
        come = {
            label for (reader, _moment), known in record.found.items() if reader == who for label in known
        }
        found += [f"{who} never read {label}" for label in sorted(labels - come)]
    return found
