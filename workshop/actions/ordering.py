"""The discussions that wait, put in order at one press: by nominations or by split; and taken back."""

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Closed, History, Invalid, Seat, Step, Workshop
from workshop.models.agenda import ORDERED, TAKEN_BACK
from workshop.models.ordering import most_divided, revealed_poll

from .agenda import number_steps, open_agenda, past_breaks, past_the_stage
from .kit import done

Order = Workshop.Order


def order_discussions(seat: Seat, by: str) -> None:
    """Put the discussions that have not begun in order; what else is on the agenda keeps its place.

    By split, each card of the sort that is on the table and has no discussion gets one, as at a reveal.
    If that changes nothing (a second press), what can be taken back stays as it is.

    Args:
        by: ``nominations`` or ``split``.

    Raises:
        Forbidden: the seat does not lead. Invalid: no such order.
        Closed: no poll, or no card sort, is revealed; or the workshop is closed.
    """
    if by not in (Order.NOMINATIONS, Order.SPLIT):
        raise Invalid(_("Choose to order by nominations or by split."))
    with transaction.atomic():
        workshop = open_agenda(seat)
        before, was = _uids(workshop), workshop.ordered_by
        made = _by_split(workshop) if by == Order.SPLIT else _by_nominations(workshop)
        if (_uids(workshop), by) == (before, was):
            return
        _set(workshop, by)
        facts = {"by": by, "was": was, "before": " ".join(before), "made": " ".join(made)}
        done(seat, ORDERED, announce.stage_moved, **facts)


def _uids(workshop: Workshop) -> list[str]:
    return [str(step.uid) for step in workshop.steps.all()]


def _set(workshop: Workshop, by: str) -> None:
    workshop.ordered_by = by
    workshop.save(update_fields=["ordered_by"])


def _by_nominations(workshop: Workshop) -> list[str]:
    from .stage import votes_of

    poll = revealed_poll(workshop)
    if poll is None:
        raise Closed(_("No poll is revealed yet. Reveal one, then order by it."))
    place_waiting(workshop, list(votes_of(poll)))
    return []


def _by_split(workshop: Workshop) -> list[str]:
    order = divided_cards(workshop)
    known = set(workshop.steps.filter(card__isnull=False).values_list("card_id", flat=True))
    kind = Step.Kind.CARD
    unknown = [card for card in order if card not in known]
    fresh = [Step(workshop=workshop, kind=kind, card_id=card, position=0) for card in unknown]
    steps = list(workshop.steps.all())
    after = [n for n, step in enumerate(steps, start=1) if step.kind in (kind, Step.Kind.POLL)]
    first = after[-1] if after else min(1, len(steps))
    at = past_breaks(steps, max(first, past_the_stage(workshop, steps)))
    number_steps([*steps[:at], *Step.objects.bulk_create(fresh), *steps[at:]])
    place_waiting(workshop, order)
    return [str(step.uid) for step in fresh]


def divided_cards(workshop: Workshop) -> list[int]:
    """Return the cards on the table by how divided the sort was about them, as primary keys.

    Raises:
        Closed: no card sort is revealed.
    """
    cards = {str(card.uid): card.pk for card in workshop.cards.all().live()}
    return [cards[key] for key in most_divided(workshop) if key in cards]


def place_waiting(workshop: Workshop, order: list[int]) -> None:
    """Let discussions that wait change places among themselves, by the order of their cards; others last."""
    rank = {card: n for n, card in enumerate(order)}
    steps = list(workshop.steps.all())
    waiting = [step for step in steps if _is_waiting_card(step)]
    sorted_ = iter(sorted(waiting, key=lambda step: rank.get(step.card_id or 0, len(rank))))
    number_steps([next(sorted_) if step in waiting else step for step in steps])


def _is_waiting_card(step: Step) -> bool:
    return step.kind == Step.Kind.CARD and step.started_at is None


def last_ordering(workshop: Workshop) -> History | None:
    """Return the ordering that can be taken back: the newest, if it was not taken back."""
    row = workshop.history.filter(verb__in=[ORDERED, TAKEN_BACK]).order_by("-n").first()
    return row if row and row.verb == ORDERED else None


def take_back_order(seat: Seat) -> None:
    """Put discussions that wait back as they were before the newest ordering, without what it added.

    What else is on the agenda stays where it is; so does what came after that ordering, or was suggested.

    Raises:
        Forbidden: the seat does not lead. Closed: there is nothing to take back, or the workshop is closed.
    """
    with transaction.atomic():
        workshop = open_agenda(seat)
        row = last_ordering(workshop)
        if row is None:
            raise Closed(_("The order was taken back already, or nothing was ordered. Nothing was changed."))
        made = str(row.ids["made"]).split()
        workshop.steps.filter(uid__in=made, started_at=None, suggestions=None).delete()
        rank = {uid: n for n, uid in enumerate(str(row.ids["before"]).split())}
        steps = list(workshop.steps.all())
        known = [step for step in steps if _is_waiting_card(step) and str(step.uid) in rank]
        back = iter(sorted(known, key=lambda step: rank[str(step.uid)]))
        number_steps([next(back) if step in known else step for step in steps])
        _set(workshop, str(row.ids["was"]))
        done(seat, TAKEN_BACK, announce.stage_moved)
