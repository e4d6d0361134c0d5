"""One copy of a letter: its words with everything filled in, for its two forms and for the preview."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from config.site import absolute
from workshop.analysis.web_addresses import Piece, pieces
from workshop.models import Letter, Seat
from workshop.models.letter_words import fill_body, left_out, subject_of, values_for
from workshop.models.no_letters import token_of

EXAMPLE = "this-is-only-an-example"


@dataclass(frozen=True)
class Copy:
    """A letter for one person. ``stop`` is where they ask for no more; ``note`` stands before all else.

    ``left_out``: lines that are not in it, as nobody knows yet what they tell.
    """

    subject: str
    body: str
    why: str
    stop: str
    note: str = ""
    left_out: tuple[str, ...] = ()

    @property
    def paragraphs(self) -> list[list[list[Piece]]]:
        """The body as paragraphs of lines, each of pieces: words, or an address that leads there."""
        parts = [part.strip("\n") for part in re.split(r"\n[ \t]*\n", self.body)]
        return [[list(pieces(line)) for line in part.split("\n")] for part in parts if part.strip()]

    @property
    def text(self) -> str:
        """All of it as plain text."""
        end = "\n".join(["--", self.why, _("No more letters about it: %(address)s") % {"address": self.stop}])
        return "\n\n".join(filter(None, [self.note, self.body, end])) + "\n"


def copy_of(letter: Letter, seat: Seat, by: Seat | None, secret: str) -> Copy:
    """Return the copy of a letter for one seat.

    Args:
        by: the facilitator who sends it.
        secret: of the personal link in it; empty for a letter without one.
    """
    return _copy(letter, seat, by, secret, "")


def example_copy(letter: Letter, seat: Seat, by: Seat, *, trial: bool = False) -> Copy:
    """Return the copy that a seat would get, but with a link that opens nothing.

    What is left in somebody's pack is told to them alone: here it is what is left in that of ``by``.

    Args:
        trial: whether it is sent to the facilitator who tries it, and says so.
    """
    note = _(
        "This is a trial copy for you alone. Its personal link opens nothing: each person gets one of their "
        "own."
    )
    return _copy(letter, seat, by, EXAMPLE, note if trial else "")


def _copy(letter: Letter, seat: Seat, by: Seat | None, secret: str, note: str) -> Copy:
    link, is_example = absolute("link", secret) if secret else "", secret == EXAMPLE
    values = values_for(letter, seat, by, link, left_for=by if is_example else seat)
    token = EXAMPLE if is_example else token_of(seat)
    says = _("You get this letter because you are invited to “%(title)s”.")
    return Copy(
        subject=subject_of(letter, values),
        body=fill_body(letter.body, values),
        why=says % {"title": letter.workshop.title},
        stop=absolute("no-letters", token),
        note=note,
        left_out=tuple(left_out(letter.body, values)),
    )
