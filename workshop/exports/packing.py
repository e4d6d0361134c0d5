"""A zip that depends on what is in it alone: a fixed order, no times, no owner."""

import io
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST = (1980, 1, 1, 0, 0, 0)  # what a zip can say
PLAIN_FILE = 0o100644 << 16


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return files, by name and content, as a zip: two of the same files are the same bytes."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files:
            info = ZipInfo(name, EARLIEST)
            info.external_attr, info.compress_type, info.create_system = PLAIN_FILE, ZIP_DEFLATED, 3
            archive.writestr(info, content)
    return out.getvalue()
