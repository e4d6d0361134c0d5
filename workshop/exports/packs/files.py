"""The kinds of file that a pack can be: each says itself what it is, and how packs are written in it."""

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from workshop.exports.word.file import DOCX_TYPE

from .content import Pack
from .file_names import in_file_name
from .looks import Look
from .pdf.file import write_pdf
from .word.file import write_word

ZIP = "application/zip"
FITS = 4_000_000  # characters of the packs in one file, with what each takes beside them: 400 MB
BESIDE = 120_000  # a pack takes as much memory as so many characters, before what is written in it
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP file knows: the same packs make the same bytes


@dataclass(frozen=True)
class PackFile:
    """One kind: its name in forms, what a person calls it, and the function that writes the bytes.

    ``joins``: whether the packs of several people can be one file, while it holds them; else each is a file
    in a ZIP.
    ``ending`` is that of the file's name.
    """

    name: str
    label: Promise
    content_type: str
    ending: str
    write: Callable[[Sequence[Pack], Look], bytes]
    joins: bool = False


PDF = PackFile(
    "pdf",
    _("PDF, to print"),
    "application/pdf",
    "pdf",
    write_pdf,
    joins=True,
)
WORD = PackFile(
    "word",
    _("Word, to fill in on a computer and send back"),
    DOCX_TYPE,
    "docx",
    write_word,
)
# In the order in which they are offered.
PACK_FILES = {each.name: each for each in (PDF, WORD)}


def weight_of(pack: Pack) -> int:
    """Return how much memory a pack takes while it is set, in characters."""
    written = [pack.other, *(card.comment for card in pack.cards), *pack.prompts]
    written += [box for each in pack.blanks for box in (each.title, each.meaning, each.rephrases)]
    return BESIDE + sum(len(box.text) + len(box.asks) for box in written if box)


@dataclass(frozen=True)
class Written:
    """A file that was written: its bytes, its type and the ending of its name."""

    content: bytes
    content_type: str
    ending: str


def written(packs: Sequence[Pack], chosen: PackFile, look: Look) -> Written:
    """Return packs as one file, as a ZIP with a file for each where one cannot hold them all."""
    if len(packs) == 1 or (chosen.joins and sum(map(weight_of, packs)) <= FITS):
        return Written(chosen.write(packs, look), chosen.content_type, chosen.ending)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as folder:
        for n, pack in enumerate(packs, start=1):
            name = f"{n:02}-{in_file_name(pack.name) or 'pack'}.{chosen.ending}"
            folder.writestr(zipfile.ZipInfo(name, EARLIEST), chosen.write([pack], look))
    return Written(out.getvalue(), ZIP, "zip")
