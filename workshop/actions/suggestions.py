"""What anyone in the room suggests for the agenda; who leads accepts it, or puts it away and back."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import (
    LIMITS,
    Card,
    Closed,
    Forbidden,
    Invalid,
    Seat,
    Stale,
    Step,
    Suggestion,
    checked_text,
)
from workshop.models.agenda import REMOVED
from workshop.models.audiences import FACILITATORS
from workshop.models.closing import require_going_on

from .agenda import add_discussion, open_agenda
from .kit import done, lock_promise, locked
from .questions import add_question
from .removal import restore_step

State = Suggestion.State


def suggest_item(
    seat: Seat, *, uid: UUID, card: Card | None = None, question: str = "", why: str = ""
) -> Suggestion:
    """Suggest a card to discuss, or a question. The same uid again changes nothing.

    Raises:
        Invalid: neither or both, too long, or the card is not on the table. Forbidden: not a participant.
        Closed: the workshop has not begun, or is closed. Stale: the uid was used for something else.
        Suggestion.DoesNotExist: the uid is another seat's.
    """
    if not seat.is_participant:
        raise Forbidden(_("Only participants suggest items. Your seat prepares or watches the workshop."))
    question = checked_text(question, limit=LIMITS["summary"], name=_("The question"))
    why = checked_text(why, limit=LIMITS["reason"], name=_("Your word of why"))
    if bool(card) == bool(question):
        raise Invalid(_("Choose a card to discuss, or write a question: one of the two."))
    if card and card.status != Card.Status.LIVE:
        raise Invalid(_("This card is not on the table, so it cannot go on the agenda."))
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        if same := workshop.suggestions.filter(uid=uid).first():
            return _same(seat, same, card, question)
        require_going_on(workshop, "agenda")
        if not workshop.is_live:
            raise Closed(_("The workshop has not begun yet. Send this once it has."))
        lock_promise(workshop.pk)
        made = {"seat": seat, "card": card, "question": question, "why": why}
        suggestion = Suggestion.objects.create(workshop=workshop, uid=uid, **made)
        done(seat, "item_suggested", announce.agenda_changed, [FACILITATORS], suggestion=uid)
    return suggestion


def _same(seat: Seat, known: Suggestion, card: Card | None, question: str) -> Suggestion:
    if known.seat_id != seat.pk:
        raise Suggestion.DoesNotExist
    if (known.card, known.question) != (card, question):
        raise Stale(_("This form was sent before, with something else. Load the page again to suggest more."))
    return known


def accept_suggestion(seat: Seat, suggestion: Suggestion) -> Suggestion:
    """Put what was suggested on the agenda, to be moved by hand from there. Twice changes nothing.

    Raises:
        Forbidden: the seat does not lead. Invalid: the card is no longer on the table.
        Closed: the workshop is closed.
    """
    with transaction.atomic():
        suggestion = _current(seat, suggestion)
        if suggestion.state == State.ACCEPTED:
            return suggestion
        if suggestion.card:
            suggestion.step = add_discussion(seat, suggestion.card)
        else:
            suggestion.step = _question(seat, suggestion)
        return _settle(seat, suggestion, State.ACCEPTED, "suggestion_accepted")


def _question(seat: Seat, suggestion: Suggestion) -> Step:
    """Return the step of a question that was accepted before and taken off since, put back, or a new one."""
    removed = suggestion.workshop.history.filter(verb=REMOVED, ids__question=str(suggestion.uid))
    if row := removed.order_by("-n").first():
        restore_step(seat, UUID(row.ids["step"]))
    return add_question(seat, suggestion.question, uid=suggestion.uid)


def put_suggestion_away(seat: Seat, suggestion: Suggestion, away: bool = True) -> Suggestion:
    """Put a suggestion away, or back among those that wait. Twice changes nothing.

    Raises:
        Forbidden: the seat does not lead. Closed: it is on the agenda already, or the workshop is closed.
    """
    with transaction.atomic():
        suggestion = _current(seat, suggestion)
        if suggestion.state == State.ACCEPTED:
            raise Closed(_("This is on the agenda already. Nothing was changed."))
        if (suggestion.state == State.AWAY) == away:
            return suggestion
        verb = "suggestion_put_away" if away else "suggestion_put_back"
        return _settle(seat, suggestion, State.AWAY if away else State.OPEN, verb)


def _current(seat: Seat, suggestion: Suggestion) -> Suggestion:
    workshop = open_agenda(seat)
    found = Suggestion.objects.select_related("card").get(pk=suggestion.pk)
    found.workshop = workshop
    return found


def _settle(seat: Seat, suggestion: Suggestion, state: str, verb: str) -> Suggestion:
    suggestion.state = state
    suggestion.settled_at = None if state == State.OPEN else timezone.now()
    suggestion.save(update_fields=["state", "settled_at", "step"])
    done(seat, verb, announce.agenda_changed, announce.ROOM, suggestion=suggestion.uid)
    return suggestion
