"""The code of a whole file: whose it is and what it asked, in twelve letters that give no right to anything.

Eight letters are made of the workshop and the seat under the server's key: nobody can make them for somebody
else, or learn from them who it is, but this server. Four are a print of what was asked. It is not a secret:
whoever brings a file back needs a seat, as for everything else.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.crypto import salted_hmac

from workshop.analysis.anchors import plain_code, print_of_parts, spelled
from workshop.models import Seat, Workshop

SCHEME = 1  # rises when the anchors come to mean something else
WHOSE, ASKED = 8, 4


@dataclass(frozen=True)
class Known:
    """What a code says: the seat whose file it is, ``None`` for anybody's, and what it asked."""

    seat: Seat | None
    asked: str

    def asked_as(self, code: str) -> bool:
        """Whether a pack with this code asks the same as the file did."""
        return plain_code(code)[WHOSE:] == self.asked


def code_of(workshop: Workshop, seat: Seat | None, asked: Iterable[object]) -> str:
    """Return the code of a pack, such as ``7KQ2-MXR4-W3HD``.

    Args:
        seat: whose it is; ``None`` for anybody's.
        asked: what a change of must show: the revs of the cards, the questions.
    """
    letters = _whose(workshop, seat) + spelled(print_of_parts(SCHEME, *asked), ASKED)
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))


class Codes:
    """The codes of a workshop: whose each is, also of who was removed from it. Costs one query."""

    def __init__(self, workshop: Workshop) -> None:
        seats: list[Seat | None] = [*Seat.objects.filter(workshop=workshop), None]
        self._seats = {_whose(workshop, seat): seat for seat in seats}

    def read(self, text: str) -> Known | None:
        """Return what a code says, however retyped; ``None`` if it was not made for this workshop."""
        plain = plain_code(text)
        if len(plain) != WHOSE + ASKED or plain[:WHOSE] not in self._seats:
            return None
        return Known(self._seats[plain[:WHOSE]], plain[WHOSE:])


def _whose(workshop: Workshop, seat: Seat | None) -> str:
    words = f"{workshop.slug} {seat.uid if seat else ''}"
    return spelled(salted_hmac("workshop.pack", words, algorithm="sha256").digest(), WHOSE)
