"""The pack as the bytes of a Word file: the same for the same pack, without a name of the machine."""

from collections.abc import Sequence
from datetime import UTC, datetime

from workshop.exports.packs.content import Pack
from workshop.exports.packs.looks import Look, Size
from workshop.exports.word.file import bytes_of, new_document

from .body import Body
from .looks import dress_pack

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def write_word(packs: Sequence[Pack], look: Look) -> bytes:
    """Return the first of some packs as a Word file: one cannot hold several. It has no sheets to cut out."""
    return pack_docx(packs[0], large=look.size == Size.LARGE)


def pack_docx(pack: Pack, *, large: bool = False) -> bytes:
    """Return a pack as a Word file with a field for each answer; ``large`` for large print."""
    document = new_document(pack.title, pack.name, pack.language, EPOCH)
    dress_pack(document, pack.language, large=large)
    last = document.element.body[-1]  # the properties of its section
    for each in Body(pack, large=large).elements():
        last.addprevious(each)
    return bytes_of(document)
