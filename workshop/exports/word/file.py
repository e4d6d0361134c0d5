"""The report as the bytes of a Word file: the same for the same state, without a name of the machine."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from docx import Document
from docx.document import Document as Made
from docx.shared import Mm

from workshop.exports.formats import Format, Use
from workshop.exports.material import Material
from workshop.exports.packing import packed
from workshop.exports.report.blocks import Report
from workshop.exports.report.report import HOLDS, report_of

from .body import Body
from .elements import field, paragraph, run
from .styles import dress

SIDE, TOP = Mm(22.5), Mm(24)
DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def write_docx(material: Material) -> bytes:
    """Return the report of a workshop as a Word file."""
    return docx_of(report_of(material), _written_at(material))


def docx_of(report: Report, at: datetime) -> bytes:
    """Return a report as a Word file, which says that it was made ``at``."""
    document = new_document(report.title, report.subtitle, report.language, at)
    dress(document, report.language)
    Body(document).write(report)
    return bytes_of(document)


def new_document(title: str, subject: str, language: str, at: datetime) -> Made:
    """Return an empty A4 document with page numbers and what its properties say; nothing of a template."""
    document = Document()
    _without_thumbnail(document)
    _page(document, title)
    _properties(document, title, subject, language, at)
    return document


def bytes_of(document: Made) -> bytes:
    """Return a document as a file."""
    kept = BytesIO()
    document.save(kept)
    with ZipFile(kept) as parts:  # packed anew, without the time at which each part was written
        return packed((name, parts.read(name)) for name in parts.namelist())


def _without_thumbnail(document: Made) -> None:
    """Take out the small picture of the template, which is of another document."""
    package = document.part.package
    for name, each in list(package.rels.items()):
        if each.reltype.endswith("/thumbnail"):
            package.rels.pop(name)


def _page(document: Made, title: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = SIDE
    section.top_margin = section.bottom_margin = TOP
    foot = section.footer._element
    for old in list(foot):
        foot.remove(old)
    words = _("%(title)s, page") % {"title": title}
    foot.append(paragraph("Footer", run(f"{words} "), field("PAGE", "1")))


def _properties(document: Made, title: str, subject: str, language: str, at: datetime) -> None:
    known = document.core_properties
    known.title, known.subject, known.language = title[:255], subject[:255], language
    known.author = known.last_modified_by = known.comments = known.keywords = ""
    known.created = known.modified = at.astimezone(UTC).replace(tzinfo=None)  # Word takes it for UTC
    known.revision = 1


def _written_at(material: Material) -> datetime:
    """Return when something was last done in the workshop: not now, so that equal states make equal files."""
    history = material.document["history"]
    stamp = history[-1]["at"] if history else material.document["workshop"]["created_at"]
    return datetime.fromisoformat(stamp)


DOCX = Format(
    "docx",
    gettext_lazy("Draft of the results (Word)"),
    gettext_lazy(
        "Method, results with tables and pictures, comments, what became of the cards and the ACCORD "
        "checklist, to write on and send to a co-author."
    ),
    Use.PAPER,
    DOCX_TYPE,
    write_docx,
    HOLDS,
    ending="docx",
)
