"""A person takes everything back: what is erased, what stays as the group's, and what tells of nobody.

`tests/erasing_rules.py` has a line for each field that holds words or knows a seat; a test walks all models.
"""

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from .assents import Assent
from .audiences import may_see_people_rows
from .ballots import Ballot, Mark
from .brought import forget_brought_words
from .comments import Remark
from .consents import Consent
from .credits import Credit
from .erased_cards import drop_proposals, erase_cards
from .erased_text import erase_words, give_back_texts
from .gestures import Gesture
from .ground_rules import GroundRule
from .kept import stop_quoting
from .letters import Post
from .lineage import Change
from .links import Link
from .needs import Need
from .notes import Note
from .people import Person, Seat
from .proposals import Proposal, Stance
from .quoted import erase_quotes
from .suggestions import Suggestion
from .ties import Start, Tie

WHOLE = (
    Assent,
    Consent,
    Credit,
    Gesture,
    GroundRule,
    Link,
    Need,
    Note,
    Post,
    Stance,
    Start,
    Suggestion,
)  # nothing of it stays


def erase(seat: Seat) -> Seat:
    """Erase what a person wrote and who they are, and return the shell that is left of their seat.

    Call it inside the transaction that locked the workshop. The shell has another primary key: whatever a
    late save of theirs would write names a seat that is gone, and the database refuses it. It keeps the uid
    and the pseudonym, by which the audit says whose a line is and nobody gets the same pseudonym again.
    """
    stop_quoting(seat.workshop)
    forget_brought_words(seat.workshop, seat.name)
    erase_quotes(seat)
    _erase_remarks(seat)
    give_back_texts(seat)
    _erase_ballots(seat)
    erase_cards(seat)
    drop_proposals(seat)
    Change.objects.filter(seat=seat, proposal=None).update(reason="")
    Tie.objects.filter(seat=seat).update(reason="")
    _leave_counts(seat)
    for model in WHOLE:
        model._base_manager.filter(seat=seat).delete()
    return _leave_shell(seat)


def _leave_counts(seat: Seat) -> None:
    """Leave, as nobody's and without a word, what counts have shown where names are hidden.

    A count that falls by one would tell what this person answered, and where they would start. What nobody
    has seen goes: the answers to a proposal that is not decided.
    """
    if may_see_people_rows(seat.workshop):
        return
    settled = (Proposal.State.MADE, Proposal.State.DROPPED)
    decided = Stance.objects.filter(seat=seat, proposal__state__in=settled)
    decided.update(seat=None, why="", proxy=None)
    Assent.objects.filter(seat=seat).update(seat=None, why="", proxy=None)
    Start.objects.filter(seat=seat).update(seat=None)


def answered_to(seat: Seat) -> QuerySet[Remark]:
    """Return what a seat wrote that others replied to: its place stays, so that the replies keep theirs."""
    replies = Remark.objects.filter(reply_to=OuterRef("pk")).exclude(seat=seat)
    return Remark.objects.filter(Exists(replies), seat=seat)


def _erase_remarks(seat: Seat) -> None:
    for remark in answered_to(seat):
        erase_words(remark)
        Remark.objects.filter(pk=remark.pk).update(kind="", seat=None)
    Remark.objects.filter(seat=seat).delete()


def keeps_count(ballot: Ballot) -> bool:
    """Whether a ballot stays in the totals, as nobody's, when its person withdraws.

    The totals of a revealed round stay as the group saw them, for what they lost would tell what one person
    chose. Where each person's answers are shown they go: the totals less the others' rows would tell it. They
    go, too, where the person alone answered, and before the reveal, when nobody has seen anything.
    """
    round = ballot.round
    if not round.is_revealed or may_see_people_rows(round.workshop):
        return False
    return round.ballots.exclude(pk=ballot.pk).exists()


def _erase_ballots(seat: Seat) -> None:
    for ballot in Ballot.objects.filter(seat=seat).select_related("round__workshop"):
        if keeps_count(ballot):
            Mark.objects.filter(ballot=ballot).update(reason="")
            Ballot.objects.filter(pk=ballot.pk).update(seat=None)
        else:
            ballot.delete()


def _leave_shell(seat: Seat) -> Seat:
    now, person = timezone.now(), seat.person_id
    kept = {"workshop_id": seat.workshop_id, "uid": seat.uid, "pseudonym": seat.pseudonym, "role": seat.role}
    Seat.objects.filter(pk=seat.pk).delete()
    shell = Seat.objects.create(**kept, removed_at=now, withdrawn_at=now)
    Person.objects.filter(pk=person or 0, seats=None).delete()
    return shell
