"""How a workshop, its method and its software are cited."""

from django.utils.translation import gettext as _

from config.version import VERSION
from workshop.exports.document import Data

METHOD = (
    "Van der Graaf, P., Kislov, R., Smith, H., Langley, J., Hamer, N., Cheetham, M., Wolstenholme, D., "
    "Cooke, J. and Mawson, S. (2023). Leading co-production in five UK collaborative research partnerships "
    "(2008-2018): responses to four tensions from senior leaders using auto-ethnography. Implementation "
    "Science Communications, 4, 12. https://doi.org/10.1186/s43058-022-00385-0"
)


def citations(document: Data) -> list[str]:
    """Return a line each for the workshop, whose authors a person fills in, the method and the software."""
    workshop = document["workshop"]
    year = (workshop["starts_at"] or workshop["created_at"])[:4]
    facts = {"year": year, "title": workshop["title"], "code": workshop["slug"]}
    return [
        _("The workshop: [authors] (%(year)s). %(title)s [data of a workshop, %(code)s].") % facts,
        _("The method: %(citation)s") % {"citation": METHOD},
        _("The software: The Roundel contributors. Roundel, version %(version)s.") % {"version": VERSION},
    ]
