"""What a process has used, read from Linux's /proc, and plain figures."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median

TICK = os.sysconf("SC_CLK_TCK")
LISTENS = "0A"  # in /proc/net/tcp


def family(pid: int) -> list[int]:
    """Return a process and all that descend from it."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in family(int(child)))]


def cpu_seconds(pid: int, reaped: bool = False) -> float:
    """Return the seconds of processor time that a process and its family have used.

    Args:
        reaped: whether to count those of its children that have ended, as PostgreSQL's do.
    """
    used = 0
    for one in family(pid):
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        used += sum(int(field) for field in fields[11 : 15 if reaped else 13])
    return used / TICK


def listener(port: int) -> int:
    """Return the process that listens on a port of this machine."""
    lines = Path("/proc/net/tcp").read_text().splitlines()[1:]
    rows = [line.split() for line in lines]
    inodes = {row[9] for row in rows if row[3] == LISTENS and int(row[1].rpartition(":")[2], 16) == port}
    for link in Path("/proc").glob("[0-9]*/fd/*"):
        with suppress(OSError):  # it has ended, or is not ours
            if link.readlink().name in {f"socket:[{inode}]" for inode in inodes}:
                return int(link.parts[2])
    raise LookupError(f"nobody listens on port {port}")


def memory_kb(pid: int) -> int:
    """Return the resident memory of a process and its family."""
    lines = [line for one in family(pid) for line in Path(f"/proc/{one}/status").read_text().splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


def percentile(values: Sequence[float], part: float) -> float:
    """Return the value below which a part (0 to 1) of the values lies, without interpolation."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def thousandths(seconds: float) -> float:
    """Return milliseconds with one decimal."""
    return round(seconds * 1000, 1)


def middle(values: Sequence[float]) -> float:
    """Return the median in milliseconds."""
    return thousandths(median(values))
