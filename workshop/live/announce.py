"""Facts that happened, told after commit: what changed, and which fragments of which audience show it.

Nothing here writes. A rollback announces nothing, and a channel layer that is down never fails a write.
"""

from collections.abc import Callable, Iterable
from functools import partial

from django.db import transaction

from workshop.models.audiences import AUDIENCES, FACILITATORS, PARTICIPANTS

from . import pacing

Seqs = dict[str, int]
Number = Callable[[int, Iterable[str]], Seqs]

EVERYBODY = AUDIENCES
ROOM = (FACILITATORS, PARTICIPANTS)
WHO_ASKS = ("gestures", "hands")  # on the desk
SHOWN = ("hands", "gestures", "timer", "here")  # what the stage and its step end or rename


def stage_moved(workshop_id: int, seqs: Seqs) -> None:
    """Another step is on the stage, or the agenda changed: every region may look different."""
    _tell(workshop_id, ("stage", "controls", "agenda", "tally", "comments", "begun", "where", *SHOWN), seqs)


def chair_moved(workshop_id: int, seqs: Seqs) -> None:
    """Somebody else is in the chair, or has it for longer or shorter."""
    _tell(workshop_id, ("chair", "people"), seqs)


def stage_and_chair_moved(workshop_id: int, seqs: Seqs) -> None:
    """Another step is on the stage, and by that somebody else in the chair."""
    stage_moved(workshop_id, seqs)
    chair_moved(workshop_id, seqs)


def workshop_closed(workshop_id: int, seqs: Seqs) -> None:
    """The workshop is over: the stage and the chair are as after a move, and nothing is decided any more."""
    stage_and_chair_moved(workshop_id, seqs)
    proposal_changed(workshop_id, seqs)


def round_changed(workshop_id: int, seqs: Seqs) -> None:
    """A round was opened, closed, re-opened or revealed."""
    _tell(workshop_id, ("stage", "controls", "agenda", "tally", "begun", "where"), seqs)


def time_given(workshop_id: int, seqs: Seqs) -> None:
    """Somebody has more time for the pack, or no longer: a close or a reveal is asked about by that."""
    _tell(workshop_id, ("controls", "tally"), seqs)


def cards_changed(workshop_id: int, seqs: Seqs) -> None:
    """The words, the order or the set of cards changed; comments show under what replaced their card."""
    _tell(workshop_id, ("stage", "controls", "agenda", "tally", "comments", "changes"), seqs)


def ties_changed(workshop_id: int, seqs: Seqs) -> None:
    """Cards were linked, or a link was taken away or put back."""
    _tell(workshop_id, ("changes",), seqs)


def start_marked(workshop_id: int, number: Number) -> None:
    """Somebody said where they would start, or took it back."""
    _pace(workshop_id, dict.fromkeys(ROOM, ("changes",)), number)


def proposal_changed(workshop_id: int, seqs: Seqs) -> None:
    """A change of cards was proposed, put to the group, made or put away."""
    _tell(workshop_id, ("proposal",), seqs)


def stance_taken(workshop_id: int, number: Number) -> None:
    """Somebody answered what is before the group."""
    _pace(workshop_id, dict.fromkeys(EVERYBODY, ("proposal",)), number)


def remark_changed(workshop_id: int, seqs: Seqs) -> None:
    """A comment in the discussion was posted, edited or withdrawn."""
    _tell(workshop_id, ("comments",), seqs)


def words_taken_back(workshop_id: int, seqs: Seqs) -> None:
    """Somebody took words of their own back, which stood in a pack, an answer or on a blank card."""
    _tell(workshop_id, ("comments", "tally", "packs", "proposal", "changes"), seqs)


def question_changed(workshop_id: int, seqs: Seqs) -> None:
    """After the answers were shown: the agreed text was written, or an answer came late."""
    _tell(workshop_id, ("tally", "comments"), seqs)


def agenda_changed(workshop_id: int, seqs: Seqs) -> None:
    """Something was suggested for the agenda, or decided on; whoever suggested it looks what became of it."""
    _tell(workshop_id, ("agenda", *WHO_ASKS), seqs)


def ground_rules_changed(workshop_id: int, seqs: Seqs) -> None:
    """A ground rule was added, put in other words, taken back or put back."""
    _tell(workshop_id, ("stage",), seqs)


def ground_rules_agreed(workshop_id: int, number: Number) -> None:
    """Somebody agreed to the ground rules."""
    _pace(workshop_id, dict.fromkeys(EVERYBODY, ("stage",)), number)


def assent_said(workshop_id: int, number: Number) -> None:
    """Somebody agreed to the text, or dissented."""
    _pace(workshop_id, dict.fromkeys(EVERYBODY, ("tally",)), number)


def people_changed(workshop_id: int, seqs: Seqs) -> None:
    """Somebody was invited, joined, renamed or removed: facilitators see it, and how many are asked."""
    _tell(workshop_id, ("people", "packs", "controls", "tally", *WHO_ASKS), seqs)


def person_withdrew(workshop_id: int, seqs: Seqs) -> None:
    """Somebody withdrew: their words are gone from whatever shows any, and their name from every list."""
    stage_and_chair_moved(workshop_id, seqs)
    _tell(workshop_id, ("packs", "proposal", "changes", *WHO_ASKS), seqs)


def ballot_cast(workshop_id: int, number: Number) -> None:
    """An answer came in. The paced tally takes its number when it is sent, not here."""
    counts: dict[str, tuple[str, ...]] = dict.fromkeys(EVERYBODY, ("tally",))
    _pace(workshop_id, {**counts, FACILITATORS: ("controls", "tally")}, number)


def pack_touched(workshop_id: int, number: Number) -> None:
    """Somebody wrote or sorted in a pack: facilitators see who has begun and what was written."""
    _pace(workshop_id, {FACILITATORS: ("controls", "packs", "comments")}, number)


def quotes_changed(workshop_id: int, number: Number) -> None:
    """A quote was made, sent, answered or taken back: who closes the workshop is told how many wait."""
    _pace(workshop_id, {FACILITATORS: ("controls",)}, number)


def hand_moved(workshop_id: int, number: Number) -> None:
    """A hand went up or down, or somebody is ready, or no longer."""
    everybody: dict[str, tuple[str, ...]] = dict.fromkeys(EVERYBODY, ("hands",))
    _pace(workshop_id, {**everybody, FACILITATORS: WHO_ASKS}, number)


def signal_given(workshop_id: int, number: Number) -> None:
    """Somebody gave a private signal to who leads, or it was heard: told to facilitators alone."""
    _pace(workshop_id, {FACILITATORS: WHO_ASKS}, number)


def timer_changed(workshop_id: int, seqs: Seqs) -> None:
    """The timer of the step was started, extended or stopped."""
    _tell(workshop_id, ("timer",), seqs)


def _tell(workshop_id: int, fragments: tuple[str, ...], seqs: Seqs) -> None:
    for audience, seq in seqs.items():
        mark = partial(pacing.mark, workshop_id, audience, fragments, seq=seq)
        transaction.on_commit(mark, robust=True)


def _pace(workshop_id: int, fragments: dict[str, tuple[str, ...]], number: Number) -> None:
    for audience, names in fragments.items():
        mark = partial(pacing.mark, workshop_id, audience, names, number=number)
        transaction.on_commit(mark, robust=True)
