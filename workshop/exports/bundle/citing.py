"""How a workshop, its method and its software are cited."""

from django.utils.translation import gettext as _

from config.version import VERSION
from workshop.exports.document import Data
from workshop.exports.moments import held_at
from workshop.models.paper import CITATION


def citations(document: Data) -> list[str]:
    """Return a line each for the workshop, whose authors a person fills in, the method and the software."""
    workshop = document["workshop"]
    year = (held_at(document) or workshop["created_at"])[:4]
    facts = {"year": year, "title": workshop["title"], "code": workshop["slug"]}
    return [
        _("The workshop: [authors] (%(year)s). %(title)s [data of a workshop, %(code)s].") % facts,
        _("The method: %(citation)s") % {"citation": CITATION},
        _("The software: The Roundel contributors. Roundel, version %(version)s.") % {"version": VERSION},
    ]
