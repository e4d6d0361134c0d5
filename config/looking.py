"""What a look at the disk tells; where we may not look, nothing is wrong as far as we know."""

import os
import shutil
import stat
from pathlib import Path


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
