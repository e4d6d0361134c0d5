"""What a pack asks people to agree to: the questions of the web page, with its answers."""

from collections.abc import Sequence

from workshop.analysis.anchors import Anchor, What
from workshop.models import Workshop
from workshop.models.consent_lines import QUOTE, Line, lines_offered
from workshop.models.consents import QUOTING, Asked

from .content import Agreement


def agreements(workshop: Workshop, asked: Sequence[Asked], *, given: bool) -> list[Agreement]:
    """Return the questions in order, with the answers only if they are ``given`` to their person."""
    rows = list(asked)
    places = {str(item.uid): item.position + 1 for item, _was in rows}
    places[QUOTE] = min((item.position + 1 for item, _was in rows if item.key in QUOTING), default=0)
    return [_agreement(line, places[line.name], given) for line in lines_offered(workshop, rows)]


def _agreement(line: Line, number: int, given: bool) -> Agreement:
    code, answer = Anchor(What.CONSENT, number), line.answer if given else ""
    return Agreement(code, line.name, line.text, line.options, line.required, line.hint, answer)
