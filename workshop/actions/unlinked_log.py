"""The history of an unlinked workshop: it keeps how the hour was led, and nobody's answers.

A row that says who wrote or answered which thing would be the link again. So of all but what is named here
the row stays, without its seat, its ids and its time.
"""

from datetime import datetime

from workshop.models import History, Seat, Workshop

# How the hour was led and prepared: what it was done to stays, and the seat of a facilitator.
LED = (
    "agenda_order_taken_back agenda_ordered answers_shown break_added break_prolonged card_edited "
    "card_made_of_notes card_placed card_removed card_written cards_changed cards_tied change_undone "
    "code_changed code_ended consent_item_changed consent_item_retired consent_item_written "
    "earlier_links_ended extra_time_ended extra_time_given "
    "information_changed facilitator_added letter_begun letter_edited letter_removed "
    "letter_sent letter_sent_again letter_stopped link_made links_made links_revoked links_unprinted "
    "needs_ticked_for notes_shared notes_taken_back people_invited person_edited "
    "prompt_edited prompt_placed prompt_removed "
    "prompt_written proposal_dropped proposal_put "
    "question_added retention_seen retention_set reflection_shared reflection_taken_back round_added "
    "round_closed "
    "round_opened round_put_back round_removed round_revealed round_taken_back rule_set seat_removed "
    "seat_restored stage_moved stage_went_back step_added step_moved step_removed step_restored "
    "step_unmade template_kept tie_removed tie_restored transcript_added transcript_removed workshop_closed "
    "workshop_created workshop_edited workshop_repeated"
).split()
# What is no answer, and stays with the person: who led, who came, who agreed to take part, whose pack is in.
THEIRS = (
    "chair_handed chair_lent chair_returned consent_given credit_said information_read "
    "joined_by_code letters_declined letters_wanted pack_finished pack_finished_for pack_reopened_for "
    "retention_read seat_withdrawn"
).split()


def unsign_history(workshop: Workshop, at: datetime) -> None:
    """Take out of the history who wrote or answered what, inside the transaction of the close.

    Args:
        at: the moment of the close.
    """
    rows = History.objects.filter(workshop=workshop)
    rows.exclude(verb__in=[*LED, *THEIRS]).update(seat=None, ids={}, at=at)
    led = rows.filter(verb__in=LED, seat__isnull=False)
    led.exclude(seat__role=Seat.Role.FACILITATOR).update(seat=None)
