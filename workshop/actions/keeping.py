"""Figures that are kept because they cannot, or must not, be counted afresh later."""

from workshop.models import Ballot, Kept, KeptShift, Mark, Prompt, Proposal, Round, Workshop
from workshop.models.asked_of import seats_asked
from workshop.models.audiences import may_see_people_rows
from workshop.models.counting import answered
from workshop.models.ground_rules import entered_of, ground_of
from workshop.models.progress import took_part
from workshop.models.proposing import asked_about
from workshop.models.question_counts import counted
from workshop.models.shifts import Moves, moves_between, pairs_of
from workshop.models.tying import starting


def keep_asked(round: Round) -> None:
    """Keep of a round that is revealed how many were asked, where names are hidden; inside a transaction."""
    if not may_see_people_rows(round.workshop):
        round.asked = seats_asked(round)
        round.save(update_fields=["asked"])


def keep_asked_about(proposal: Proposal) -> None:
    """Keep of a proposal that is decided how many were asked, where names are hidden; as `keep_asked` does.

    Counted afresh it would stay as it was when somebody who had answered is removed, and else fall.
    """
    if not may_see_people_rows(proposal.workshop):
        proposal.asked = asked_about(proposal.workshop, [proposal])[proposal.pk]
        proposal.save(update_fields=["asked"])


def keep_figures(workshop: Workshop) -> None:
    """Keep all that pages and files count by person, before nobody can; inside the close's transaction."""
    ground = ground_of(workshop)
    Kept.objects.create(
        workshop=workshop,
        took_part=took_part(workshop),
        agree=ground.agree,
        earlier=ground.earlier,
        entered=entered_of(workshop, ground),
        starting=starting(workshop),
    )
    rounds = [each for each in workshop.rounds.order_by("number") if not each.is_draft]
    for round in rounds:
        round.workshop = workshop
        _keep_round(round)
    _keep_of_questions(workshop)
    sorts = [each for each in rounds if each.is_revealed and each.kind == Round.Kind.SORT]
    for before, after in pairs_of(sorts):
        _keep_moves(before, after, moves_between(before, after))


def _keep_of_questions(workshop: Workshop) -> None:
    """Keep of each question, and of each change that was proposed, how many were asked."""
    for prompt in workshop.prompts.filter(kind=Prompt.Kind.OPEN):
        found = counted(prompt)
        prompt.asked, prompt.answered = found.seats, found.count
        prompt.save(update_fields=["asked", "answered"])
    proposals = list(workshop.proposals.all())
    asked = asked_about(workshop, proposals)
    for proposal in proposals:
        proposal.asked = asked[proposal.pk]
        proposal.save(update_fields=["asked"])


def _keep_round(round: Round) -> None:
    round.asked = seats_asked(round)
    round.entered, round.answered = _entered(round), answered(round).count
    round.save(update_fields=["asked", "answered", "entered"])


def _entered(round: Round) -> int:
    """Count the answers that a facilitator entered as results do: of a sort and a line by what was asked."""
    if round.kind == Round.Kind.POLL:
        rows = Ballot.objects.filter(round=round, proxy__isnull=False)
        return rows.exclude(state=Ballot.State.STARTED).count()
    asked = round.round_cards.values("card")
    marks = Mark.objects.filter(ballot__round=round, proxy__isnull=False, card__in=asked)
    if round.kind == Round.Kind.SORT:
        marks = marks.exclude(zone="")
    return marks.values("ballot").distinct().count()


def _keep_moves(before: Round, after: Round, moves: Moves) -> None:
    KeptShift.objects.create(before=before, after=after, people=moves.people)
    KeptShift.objects.bulk_create(
        KeptShift(
            before=before,
            after=after,
            card_id=card,
            moved_in=each.moved_in,
            moved_out=each.moved_out,
            stayed=each.stayed,
            other=each.other,
            is_withheld=each.is_withheld,
        )
        for card, each in moves.cards.items()
    )
