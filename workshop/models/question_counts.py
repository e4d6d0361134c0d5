"""How many were asked a question and answered it, also once its answers are shown and others have come."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Count, QuerySet

from .assents import Assent
from .audiences import may_see_people_rows
from .comments import Prompt, Remark
from .consents import asked_in_rounds
from .counting import Answered
from .people import Seat


def counted(prompt: Prompt) -> Answered:
    """Count who has answered, of those who sit there now. Two queries."""
    return counts_of([prompt])[prompt.pk]


def counts_of(prompts: Sequence[Prompt]) -> dict[int, Answered]:
    """Count the same of several questions of one workshop, in a fixed number of queries."""
    if prompts[0].asked is not None and prompts[0].workshop.is_closed:  # of one that is kept, all are
        return {prompt.pk: Answered(prompt.answered or 0, prompt.asked or 0) for prompt in prompts}
    asked = asked_in_rounds(prompts[0].workshop_id)
    said = Remark.objects.said().filter(prompt__in=prompts, seat__in=asked).order_by()
    counts, seats = dict(said.values_list("prompt").annotate(Count("pk"))), asked.count()
    late = _late(prompts, asked, said)
    return {
        row.pk: Answered(max(counts.get(row.pk, 0), row.answered or 0), seats - late[row.pk])
        for row in prompts
    }


def _late(prompts: Sequence[Prompt], asked: QuerySet[Seat], said: QuerySet[Remark]) -> Counter[int]:
    """Count, by question, who came after its answers were shown and gave none. One query, two if any came."""
    shown = [row.shown_at for row in prompts if row.shown_at]
    newest = asked.filter(created_at__gt=min(shown)) if shown else asked.none()
    came = dict(newest.values_list("pk", "created_at"))
    answered = set(said.filter(seat__in=newest).values_list("prompt", "seat")) if came else set()
    late = ((row.pk, seat) for row in prompts for seat, at in came.items() if came_late(row, at))
    return Counter(prompt for prompt, seat in late if (prompt, seat) not in answered)


def came_late(prompt: Prompt, at: datetime) -> bool:
    """Whether who came at a moment came after the answers were shown, and counts only if they say something.

    Never where names are hidden: a count that rose with one answer would tell that a newcomer gave it.
    """
    shown = prompt.shown_at
    return shown is not None and at > shown and may_see_people_rows(prompt.workshop)


def newcomers(prompt: Prompt, answers: Iterable[Remark], assents: Iterable[Assent]) -> int:
    """Count who said what they think of the text, came after the answers were shown and gave none."""
    answered = {each.seat_id for each in answers}
    said = [each.seat for each in assents if each.seat and each.seat_id not in answered]
    return sum(came_late(prompt, seat.created_at) for seat in said)
