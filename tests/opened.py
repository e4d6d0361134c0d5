"""A file as its reader sees it: what is packed is unpacked, so that tests of what is not in it look in."""

import io
import re
import zipfile

from pypdf import PdfReader

PICTURES = (".png", ".jpeg")
FONT = re.compile(rb'url\("data:font/woff2;base64,[^"]+"\)')


def opened(content: bytes) -> bytes:
    """Return all that a file holds, the names in it too: of a zip each of its files, opened in turn.

    Of a PDF it is the text, of a picture or a font nothing.
    """
    if content.startswith(b"%PDF"):
        return pdf_text(content).encode()
    content = FONT.sub(b"", content)
    if not content.startswith(b"PK\x03\x04"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = [(name.encode(), opened(packed.read(name))) for name in _read_in(packed)]
    return b"\n".join(part for each in parts for part in each)


def pdf_text(content: bytes) -> str:
    """Return the text of a PDF, page by page, each line as it is set."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def _read_in(packed: zipfile.ZipFile) -> list[str]:
    return [name for name in packed.namelist() if not name.endswith(PICTURES)]
