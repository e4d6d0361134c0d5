"""What somebody who withdraws leaves of cards and proposed changes: what the group took up, and no more."""

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from .ballots import Mark
from .cards import Card
from .languages import in_english
from .lineage import Change
from .people import Seat
from .proposals import Proposal, ProposalText
from .rounds import RoundCard

State = Proposal.State
WORDS = {"short_title": "", "summary": "", "pole_a": "", "pole_b": "", "notes": ""}


def erase_cards(seat: Seat) -> None:
    """Erase a seat's blank cards, but for what the group took up; inside the erasing transaction.

    A card on the table, or that a round asked about, is the group's by then, in the words that it took up.
    One that was taken up and taken back keeps its place in the lineage, without its words.
    """
    for card in Card.objects.filter(proposer=seat):
        if not is_kept(card):
            erase_blank(card)
        elif card.number is None:
            _forget_newest(card)


def erase_blank(card: Card) -> None:
    """Erase a blank card that the group has not in use, with its quotes and with where its author put it.

    One that was taken up and taken back again keeps its place in the lineage; a proposal to take it up falls.
    """
    _drop(Proposal.objects.filter(workshop=card.workshop_id, cards__card=card))
    if card.was_taken_up:
        _leave_place(card)
        return
    Card.objects.filter(pk=card.pk).delete()


def is_kept(card: Card) -> bool:
    """Whether a card keeps the words that the group took up."""
    return card.number is not None or RoundCard.objects.filter(card=card).exists()


def is_erased(card: Card) -> bool:
    """Whether only the place of a blank card is left."""
    return card.was_taken_up and card.title == _left()


def _left() -> str:
    with in_english():  # it is stored, and known again by its words
        return _("Taken back by its author")


def _leave_place(card: Card) -> None:
    card.quotes.all().delete()
    card.texts.update(title=_left(), **WORDS)
    if card.proposer_id:  # without an author, marks without a seat are anybody's
        own = Mark.objects.filter(card=card, ballot__seat=card.proposer_id)
        own.exclude(ballot__round__round_cards__card=card).delete()
    Card.objects.filter(pk=card.pk).update(status=Card.Status.RETIRED)


def _forget_newest(card: Card) -> None:
    """Erase what its author wrote on a card after the group took it back; nobody else worked with that."""
    taken_up = card.changes.filter(before_status=Card.Status.PROPOSED).count()
    newest = card.texts.order_by("-rev").first()
    if newest and card.texts.count() > taken_up:
        newest.delete()
    Card.objects.filter(pk=card.pk).update(status=Card.Status.RETIRED)


def drop_proposals(seat: Seat) -> None:
    """Erase a seat's reasons and what it proposed and was not made; what was made is the group's.

    Where others said something to a proposal, their words stay, and so does its place.
    """
    own = Proposal.objects.filter(seat=seat)
    Change.objects.filter(proposal__in=own).update(reason="")
    own.filter(~Q(state=State.MADE), stances=None).delete()
    own.update(reason="")
    _drop(own)


def _drop(proposals: QuerySet[Proposal]) -> None:
    left = Proposal.objects.filter(
        pk__in=list(proposals.exclude(state=State.MADE).values_list("pk", flat=True))
    )
    ProposalText.objects.filter(proposal__in=left).delete()
    left.exclude(state=State.DROPPED).update(state=State.DROPPED, settled_at=timezone.now())
