"""Files that are no filled pack, old, hostile or huge: refused in plain words, by a child with limits."""

import zlib
from io import BytesIO
from threading import BoundedSemaphore
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.utils import timezone

from tests.filling import filled, pack_of, plain_pack
from tests.support import make_house
from workshop.exports.packs.reading import Copy, read_pack
from workshop.imports import apart
from workshop.imports.filled import door
from workshop.imports.filled.door import Whose, filled_of_file
from workshop.imports.filled.package import BYTES, PARTS, UNPACKED
from workshop.imports.filled.word import read_word
from workshop.imports.wrong import Wrong
from workshop.models import Closed, Invalid, Seat

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELS = '<R><r Type="x/officeDocument" Target="word/document.xml"/></R>'
LAUGHS = '<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def zipped(**parts: str | bytes) -> bytes:
    """Return a zip with a main document, and other parts by name, with ``__`` for a stroke."""
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as made:
        for name, content in {"_rels/.rels": RELS, **parts}.items():
            made.writestr(name, content)
    return kept.getvalue()


def with_document(xml: str) -> bytes:
    return zipped(**{"word/document.xml": xml})


def refused_as(content: bytes) -> str:
    with pytest.raises(Wrong) as wrong:
        read_word(content)
    return wrong.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7 x", "filled_pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "filled_old"),
        (b"{\\rtf1 x}", "filled_other"),
        (b"", "filled_other"),
        (b"Dear all", "filled_other"),
        (b"PK\x03\x04 and no more", "filled_other"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text", **{"content.xml": "<d/>"}), "filled_odt"),
        (zipped(**{"_rels/.rels": "<R/>", "xl/workbook.xml": "<w/>"}), "filled_other"),
        (zipped(**{"word/document.xml": "<sheet/>"}), "filled_other"),
        (with_document("<document>"), "filled_broken"),
        (with_document(f"{LAUGHS}<document>&b;</document>"), "filled_broken"),
        (with_document(f"{OUTSIDE}<document>&a;</document>"), "filled_broken"),
        (with_document("\x00\x01"), "filled_broken"),
    ],
)
def test_what_is_no_word_file_is_refused_as_what_it_is(content: bytes, code: str) -> None:
    assert refused_as(content) == code


def test_a_pages_file_is_refused_as_one() -> None:
    kept = BytesIO()
    with ZipFile(kept, "w") as made:
        made.writestr("Index/Document.iwa", b"x")
    assert refused_as(kept.getvalue()) == "filled_pages"


def test_bombs_are_refused_before_they_are_unpacked() -> None:
    assert refused_as(with_document(" " * (UNPACKED // 20))) == "filled_too_much"
    assert refused_as(zipped(**{f"x{n}": "" for n in range(PARTS)})) == "filled_too_much"


def test_a_part_that_is_damaged_is_said_to_be() -> None:
    content = bytearray(filled(plain_pack(), {}))
    with ZipFile(BytesIO(bytes(content))) as parts:
        at = parts.getinfo("word/document.xml").header_offset + 60
    content[at : at + 40] = bytes(40)
    assert refused_as(bytes(content)) == "filled_broken"
    assert issubclass(zlib.error, Exception)


def test_what_a_file_says_of_its_program_may_be_damaged() -> None:
    document = f'<document xmlns="{W}"><p><r><t>one</t></r></p></document>'
    about = "<Properties>LibreOffice</Properties>"
    content = zipped(**{"word/document.xml": document, "docProps/app.xml": about})
    with ZipFile(BytesIO(content)) as parts:
        at = parts.getinfo("docProps/app.xml").header_offset + 46
    broken = content[:at] + bytes(8) + content[at + 8 :]
    for each in (content, broken):
        assert read_word(each)["lines"][0]["pieces"][0]["text"] == "one"


def test_filled_packs_wait_for_no_other_files_and_take_less_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "PATIENCE", 0)
    monkeypatch.setattr(apart, "_AT_ONCE", BoundedSemaphore(1))
    content = with_document(f'<document xmlns="{W}"><p/></document>')
    with apart._AT_ONCE:
        assert apart.read_apart("filled.word", content)["lines"]
        with pytest.raises(Closed):
            apart.read_apart("child", b"{}")
    monkeypatch.setattr(apart, "PACK_SECONDS", 0)
    with pytest.raises(Wrong) as wrong:
        apart.read_apart("filled.word", content)
    assert wrong.value.code == "too_much"


def test_paragraphs_within_paragraphs_without_end_take_no_server_down() -> None:
    deep = "<p>" * 20_000 + "</p>" * 20_000
    with pytest.raises((Wrong, RecursionError)):
        read_word(with_document(f'<document xmlns="{W}">{deep}</document>'))


def test_too_many_words_or_lines_are_refused() -> None:
    text = f'<document xmlns="{W}"><p><r><t>{"ab " * 200_000}</t></r></p></document>'
    assert refused_as(with_document(text)) == "filled_too_long"
    assert (
        refused_as(with_document(f'<document xmlns="{W}">{"<p/>" * 20_001}</document>')) == "filled_too_long"
    )


@pytest.mark.django_db
def test_the_door_says_what_is_wrong_and_whose_a_file_is(monkeypatch: pytest.MonkeyPatch) -> None:
    house = make_house(agreed=False)
    ada, ben = pack_of(house.ada), pack_of(house.others[0])
    with pytest.raises(Invalid, match="larger than 10 MB"):
        filled_of_file(b"x" * (BYTES + 1), house.ada, ada)
    with pytest.raises(Invalid, match="This is a PDF"):
        filled_of_file(b"%PDF-", house.ada, ada)
    read = filled_of_file(filled(ada, {"C1": "one"}), house.ada, ada)
    assert (read.filled.answers, read.whose, read.is_newest) == ({"C1": "one"}, Whose.THEIRS, True)
    monkeypatch.setattr(door, "read_apart", lambda _module, content: read_word(content))
    assert filled_of_file(filled(ben, {}), house.ada, ada).whose == Whose.OTHERS
    Seat.objects.filter(pk=house.others[0].pk).update(removed_at=timezone.now())
    assert filled_of_file(filled(ben, {}), house.ada, ada).whose == Whose.OTHERS
    assert filled_of_file(filled(pack_of(house.zed), {}), house.ada, ada).whose == Whose.ELSEWHERE
    anybodys = filled(read_pack(Copy(house.fay)), {})
    assert filled_of_file(anybodys, house.ada, ada).whose == Whose.THEIRS
    house.workshop.consent_items.update(text="Asked in other words")
    newest = pack_of(house.ada)
    assert not filled_of_file(anybodys, house.ada, newest).is_newest
