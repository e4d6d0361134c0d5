"""What a look at disk and database tells; where we may not look, nothing is wrong as far as we know."""

import os
import shutil
import stat
from pathlib import Path

from django.db import connection

NETWORKED = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ceph", "fuse.glusterfs"}
MOUNTS = Path("/proc/mounts")
SAFE = ["fsync", "full_page_writes", "synchronous_commit"]  # of PostgreSQL's settings


def others_may_read(file: Path) -> bool:
    """Whether everybody on this machine may read a file; Windows has no such bits."""
    try:
        return os.name == "posix" and bool(file.stat().st_mode & stat.S_IROTH)
    except OSError:
        return False


def free_at(folder: Path, otherwise: int) -> int:
    """Return the bytes that are free where a folder is, or `otherwise` if there is none to look at."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return otherwise


def switched_off() -> list[str]:
    """Return by name what lets a commit outlast a power cut and is off in PostgreSQL."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM pg_settings WHERE setting = 'off' AND name = ANY(%s)", [SAFE])
        return sorted(name for (name,) in cursor.fetchall())


def network_of(place: Path) -> str:
    """Return the kind of network file system that a file lies on, or nothing."""
    if not MOUNTS.exists():
        return ""
    found: list[tuple[int, str]] = []
    for line in MOUNTS.read_text().splitlines():
        _device, folder, kind, *_rest = line.split()
        if place.is_relative_to(folder.replace("\\040", " ")):
            found.append((len(folder), kind))
    kind = max(found, default=(0, ""))[1]
    return kind if kind in NETWORKED else ""
