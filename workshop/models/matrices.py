"""Who placed which card where, on the page of results: for facilitators alone, where names are open.

It is of those alone whose single answers an export holds: who does not take part (any more) is not in it,
though the totals count them, and it says how many there are.
"""

from collections.abc import Iterator
from dataclasses import replace

from .agreed_to import Agreed
from .audiences import may_see_whole_sorts, require_revealed
from .counting import counted_marks
from .matrix import MOST_PEOPLE, Matrix, arranged
from .outcomes import Outcome
from .people import Seat
from .results import Results
from .reuse import agreed_for
from .rounds import Round
from .workshops import Workshop


def with_matrices(results: Results, workshop: Workshop, audience: str) -> Results:
    """Add its matrix to each revealed sort, where an audience may see whole sorts; few queries a round."""
    if not may_see_whole_sorts(workshop, audience) or not any(each.sort for each in results.outcomes):
        return results
    agreed = agreed_for(workshop, reuse=False)
    told = [replace(each, matrix=_matrix(each, agreed)) if each.sort else each for each in results.outcomes]
    return replace(results, outcomes=told)


def single_answers(round: Round, agreed: Agreed) -> Iterator[tuple[int, int, str, str]]:
    """Yield each placement of a revealed sort that an export holds as one person's.

    Yields:
        the key of the seat, the key and the uid of the card, and the zone.
    """
    require_revealed(round)
    marks = counted_marks(round.pk).values_list("ballot__seat_id", "card_id", "card__uid", "zone")
    for seat, card, uid, zone in marks:
        if seat is not None and seat not in agreed.declined:
            yield seat, card, str(uid), zone


def _matrix(outcome: Outcome, agreed: Agreed) -> Matrix | None:
    faces = [card for card, _tally in outcome.sort.rows] if outcome.sort else []
    if outcome.people > MOST_PEOPLE:
        return None
    asked, found = {face.key for face in faces}, dict[int, dict[str, str]]()
    for seat, _pk, card, zone in single_answers(outcome.round, agreed):
        if card in asked:
            found.setdefault(seat, {})[card] = zone
    seats = Seat.objects.filter(pk__in=found).select_related("person").order_by("pseudonym")
    called = {seat.pseudonym: seat.name for seat in seats}
    sorts = {seat.pseudonym: found[seat.pk] for seat in seats}
    return arranged(sorts, called, faces, outcome.people)
