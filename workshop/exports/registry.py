"""The formats, by the name that the command and the address use: each says itself what it is."""

from .bundle import BUNDLE
from .csv_codebook import CODEBOOK
from .csv_credits import CREDITS
from .csv_long import LONG
from .csv_quotes import QUOTES
from .csv_wide import WIDE
from .formats import Format, Use
from .json_whole import JSON
from .pdf.file import PDF
from .qdpx import QDPX
from .story.file import STORY
from .word.file import DOCX
from .xlsx import XLSX

# In the order of the results page: within each use the one that most will want comes first.
FORMATS = {
    each.name: each
    for each in (
        DOCX,
        PDF,
        QUOTES,
        CREDITS,
        BUNDLE,
        XLSX,
        LONG,
        WIDE,
        CODEBOOK,
        QDPX,
        STORY,
        JSON,
    )
}


def by_use() -> list[tuple[Use, list[Format]]]:
    """Return the formats under what they are for, in the order of the page."""
    return [(use, [each for each in FORMATS.values() if each.use is use]) for use in Use]
