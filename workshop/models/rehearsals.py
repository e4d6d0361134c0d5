"""A rehearsal as its simulated leaders see it: who they are, and what is asked of them now."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from workshop.analysis.rehearsal import scene as parts
from workshop.analysis.rehearsal.scene import Opened, Scene

from .comments import Prompt
from .consents import need_consent
from .history import History, Job
from .people import Seat
from .proposals import Proposal
from .questions import text_of
from .rehearsed import BOX, box_name, done_in, words_in
from .rounds import Round
from .stage import Step
from .text import LIMITS
from .workshops import Workshop

MADE, OVER = "rehearsal_made", "rehearsal"  # the line in the history, the kind of job
KEPT = timedelta(days=7)  # after which it goes by itself
FEWEST, MOST = 5, 12  # simulated leaders
Cast = dict[int, Seat]


def cast_of(workshop: Workshop) -> Cast:
    """Return the seats of the simulated leaders who are there, by their numbers; none in a real workshop."""
    row = History.objects.filter(workshop=workshop, verb=MADE).first()
    uids = row.ids.get("seats", "").split() if row else []
    seats = {str(seat.uid): seat for seat in workshop.seats.answering().select_related("person")}
    cast = {n: seats[uid] for n, uid in enumerate(uids) if uid in seats}
    for seat in cast.values():
        seat.workshop = workshop
    return cast


def scene_of(workshop: Workshop, cast: Cast) -> Scene:
    """Return what the simulated leaders are asked now, and what they have done of it."""
    opened = tuple(_opened(workshop)) if not workshop.is_closed else ()
    wanting = need_consent(workshop.pk)
    agreed = frozenset(n for n, seat in cast.items() if seat.pk not in wanting)
    known = {seat.pk: n for n, seat in cast.items()}
    done = done_in(workshop, known, opened)
    return Scene(workshop.series_uid, tuple(cast), agreed, opened, done, words_in(workshop))


def _opened(workshop: Workshop) -> Iterator[Opened]:
    for round in workshop.rounds_in_order():
        if round.is_open:
            yield _round(workshop, round)
    for proposal in workshop.proposals.filter(state=Proposal.State.PUT):
        before = workshop.proposals.filter(pk__lt=proposal.pk).count()
        yield Opened(parts.PROPOSAL, str(proposal.uid), nth=before)
    if workshop.is_live:
        yield from _on_stage(workshop)


def _round(workshop: Workshop, round: Round) -> Opened:
    asked = round.round_cards.filter(card__number__isnull=False)
    numbers = _numbers(asked.values_list("card__number", flat=True))
    if round.is_pack:
        return Opened(parts.PACK, str(round.number), numbers, boxes=_boxes(workshop))
    return Opened(round.kind, str(round.number), numbers, round.k)


def _boxes(workshop: Workshop) -> tuple[str, ...]:
    """Return the boxes of the pack that are about no card."""
    kinds = (Prompt.Kind.ACCOUNT, Prompt.Kind.ANY_OTHER)
    return tuple(box_name(*row) for row in workshop.prompts.filter(kind__in=kinds).values_list(*BOX))


def _numbers(found: Iterable[int | None]) -> tuple[int, ...]:
    return tuple(number for number in found if number)


def _on_stage(workshop: Workshop) -> Iterator[Opened]:
    step = Step.objects.select_related("card", "prompt").get(pk=workshop.step_id or 0)
    about = str(step.uid)
    if step.kind == Step.Kind.WELCOME:
        rules = workshop.ground_rules.filter(withdrawn_at=None).count()
        yield Opened(parts.WELCOME, about, most=rules)
    elif step.card and step.card.number:
        yield Opened(parts.CARD, about, (step.card.number,), nth=_before(workshop, step))
    elif step.kind == Step.Kind.CHANGE:
        live = workshop.cards.filter(status="live", number__isnull=False).order_by("position", "pk")
        yield Opened(parts.CHANGE, about, _numbers(live.values_list("number", flat=True)))
    elif step.prompt:
        shown, nth = step.prompt.is_shown, _before(workshop, step)
        written = text_of(step.prompt).rev if shown else 0
        yield Opened(parts.TEXT if shown else parts.QUESTION, str(step.prompt.uid), most=written, nth=nth)


def _before(workshop: Workshop, step: Step) -> int:
    """Return how many steps of its kind were on the stage before one that is."""
    return workshop.steps.filter(kind=step.kind, started_at__lt=step.started_at).count()


def ends_at(workshop: Workshop) -> datetime:
    """Return when a rehearsal goes by itself."""
    job = Job.objects.filter(key=f"{OVER}:{workshop.slug}").first()
    return job.due_at if job else workshop.created_at + KEPT


def rehearsal_title(title: str) -> str:
    """Return a title that says that it is a rehearsal: it stands on each page, and first in each file."""
    bare = _("Rehearsal: %(title)s") % {"title": ""}
    return title if title.startswith(bare) else f"{bare}{title}"[: LIMITS["title"]]


def own_title(workshop: Workshop) -> str:
    """Return the title of a workshop without what says that it is a rehearsal."""
    bare = _("Rehearsal: %(title)s") % {"title": ""}
    return workshop.title.removeprefix(bare) if workshop.is_rehearsal else workshop.title
