"""The research bundle: everything that an analysis begins with, in one zip."""

from django.utils.translation import gettext_lazy as _

from workshop.exports.formats import Format, Use
from workshop.exports.material import Material
from workshop.exports.packing import packed

from .citing import citations
from .files import files_of
from .readme import readme


def bundle_of(material: Material) -> bytes:
    """Return the bundle: the readme first, which has the SHA-256 of all other files."""
    document = material.document
    cite = "\n".join([*citations(document), ""]).encode()
    files = [("CITATION", cite), *files_of(material)]
    return packed([("README.txt", readme(document, files)), *files])


BUNDLE = Format(
    "bundle",
    _("Research bundle (ZIP)"),
    _(
        "All that an analysis begins with: answers and codebook, figures and pictures, consents, the JSON, a "
        "readme, and a script that reads them."
    ),
    Use.ANALYSIS,
    "application/zip",
    bundle_of,
    may_be_kept=True,
    ending="zip",
)
