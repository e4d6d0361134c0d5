"""Writing the cards: only before the pack opens. Later changes are lineage."""

from typing import NoReturn
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import (
    Card,
    CardText,
    Closed,
    Invalid,
    Prompt,
    Remark,
    Seat,
    Stale,
    Workshop,
)
from workshop.models.card_words import checked_words
from workshop.models.closing import require_going_on
from workshop.models.setup import editor_for

from .kit import done, locked

MOST_CARDS = 40


def require_editable(workshop: Workshop) -> None:
    """Raise Closed if people have been shown the cards, or the workshop is over: their words stay."""
    require_going_on(workshop, "cards")
    if any(not each.is_draft for each in workshop.rounds_in_order()):
        says = _("The pack has been opened: people may have read these cards, so their words stay.")
        raise Closed(f"{says} {how_to_go_back(workshop) or _('The group changes them under Synthesis.')}")


def how_to_go_back(workshop: Workshop) -> str:
    """Return how a pack that was opened can be changed after all; empty if it cannot."""
    pack = workshop.pack_round()
    if pack and pack.may_go_back:
        return _("While nobody has answered, you can take the pack back to change them.")
    return ""


def write_card(seat: Seat, *, uid: UUID | None = None, **words: str) -> Card:
    """Add a card at the end of the pack, with its own box for comments.

    Args:
        uid: its name, made with the form: sent twice, it makes one card.
        words: title, short_title, summary, notes.

    Raises:
        Invalid: the title is empty, one of the words is too long, or there are forty cards already.
        Closed: the pack has been opened.
        Stale: a card with this uid is there with other words.
    """
    words, uid = checked_words(**words), uid or uuid4()
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        if same := workshop.cards.filter(uid=uid).first():
            return _same_card(same, words)
        require_editable(workshop)
        card = _add(workshop, uid)
        CardText.objects.create(card=card, rev=1, seat=seat, **words)
        done(seat, "card_written", announce.cards_changed, card=card.uid)
    return card


def _add(workshop: Workshop, uid: UUID) -> Card:
    """Make a card after the last one, with its box for comments."""
    if workshop.cards.all().live().count() >= MOST_CARDS:
        raise Invalid(_("A pack holds at most 40 cards. Remove one, or put two into one."))
    last = workshop.cards.aggregate(number=Max("number"), position=Max("position"))
    number, position = (last["number"] or 0) + 1, (last["position"] or 0) + 1
    card = Card.objects.create(workshop=workshop, uid=uid, number=number, position=position, rev=1)
    Prompt.objects.create(workshop=workshop, card=card, kind=Prompt.Kind.CARD_COMMENT, position=position)
    return card


def _reads(card: Card, words: dict[str, str]) -> bool:
    return all(getattr(card.words, name) == value for name, value in words.items())


def _same_card(card: Card, words: dict[str, str]) -> Card:
    if _reads(card, words):
        return card
    raise Stale(_("This card was added a moment ago with other words. Change it in the list of cards."))


def edit_card(seat: Seat, card: Card, rev: int, **words: str) -> Card:
    """Change the words of a card.

    Args:
        rev: the rev that the new words are based on.
        words: title, short_title, summary, pole_a, pole_b, notes.

    Raises:
        Invalid: the title is empty, or one of the words is too long.
        Closed: the pack has been opened.
        Stale: somebody else changed the card first, whose title is then ``data["theirs"]``, or removed it.
    """
    new = checked_words(**words)
    with transaction.atomic():
        require_editable(locked(seat.workshop_id))
        card = Card.objects.select_for_update().filter(pk=card.pk).first() or _gone()
        if _reads(card, new):
            return card
        if card.rev != rev:
            says = _("%(who)s changed this card while you were writing. Both versions are below.")
            who = editor_for(seat, card.words.seat)
            raise Stale(says % {"who": who}, theirs=card.title)
        _reword(card, seat, new)
        done(seat, "card_edited", announce.cards_changed, card=card.uid)
    return card


def _reword(card: Card, seat: Seat, words: dict[str, str]) -> None:
    card.rev += 1
    card.save(update_fields=["rev"])
    CardText.objects.create(card=card, rev=card.rev, seat=seat, **words)


def _gone() -> NoReturn:
    raise Stale(_("This card was removed a moment ago. Nothing was changed."))


def place_card(seat: Seat, card: Card, position: int) -> None:
    """Put a card at a place among the others, counted from 1. Doing it twice changes nothing.

    Raises:
        Closed: the pack has been opened.
    """
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        require_editable(workshop)
        cards = list(workshop.cards.all().live())
        others = [each for each in cards if each.pk != card.pk]
        if len(others) == len(cards):
            _gone()
        others.insert(max(position, 1) - 1, card)
        if others != cards:
            _number(workshop, others)
            done(seat, "card_placed", announce.cards_changed, card=card.uid)


def remove_card(seat: Seat, card: Card) -> None:
    """Take a card out of the pack before anybody was asked; the others close up. Twice changes nothing.

    Raises:
        Closed: the pack has been opened, or somebody has written about the card.
    """
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        require_editable(workshop)
        if Remark.objects.filter(Q(card=card) | Q(prompt__card=card)).exists():
            raise Closed(_("Somebody has written about this card, so it stays. You can change its words."))
        if workshop.cards.filter(pk=card.pk).delete()[0]:
            _number(workshop, list(workshop.cards.all().live()))
            done(seat, "card_removed", announce.cards_changed, card=card.uid)


def _number(workshop: Workshop, cards: list[Card]) -> None:
    """Number the cards in this order. Nobody has been shown the old numbers yet, so no number is reused."""
    workshop.cards.filter(pk__in=[card.pk for card in cards]).update(number=None)
    for number, card in enumerate(cards, start=1):
        card.number = card.position = number
    Card.objects.bulk_update(cards, ["number", "position"])
    boxes = list(Prompt.objects.filter(card__in=cards, kind=Prompt.Kind.CARD_COMMENT))
    places = {card.pk: card.position for card in cards}
    for box in boxes:
        box.position = places.get(box.card_id or 0, box.position)
    Prompt.objects.bulk_update(boxes, ["position"])
