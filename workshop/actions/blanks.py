"""Blank cards: a participant's own proposals, saved as they are typed; removed and put back."""

import uuid

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.live import announce
from workshop.models import Card, Closed, Invalid, Seat, Stale
from workshop.models.blanks import free_places, own_blanks

from .blank_words import BlankWords, read_blank, words_of, write_blank
from .copies import keep_copy, put_away
from .kit import note, take_numbers
from .pack import open_pack
from .proxy_rights import require_proxy_now
from .versions import both_kept


def save_blank(seat: Seat, uid: uuid.UUID, rev: int, words: BlankWords, by: Seat | None = None) -> Card:
    """Save a blank card and return it; the first words make it. The same words again change nothing.

    Args:
        uid: the card's own, which the page gave to the place for it.
        rev: the rev that the words are based on; 0 while nothing was saved.
        by: the facilitator who enters it for the seat, if anybody does. What the person wrote themselves is
            kept among their removed cards.

    Raises:
        Card.DoesNotExist: the uid is somebody else's card.
        Invalid: words too long, a card to re-phrase that is gone, or no blank card left.
        Closed: removed or taken up meanwhile, or the pack cannot be written in now.
        Forbidden, Closed: as for ``require_proxy`` too, where somebody enters it for the seat.
        Stale: changed elsewhere. The words are kept as a removed copy: ``data`` has ``mine``, ``theirs``,
            the current ``rev`` and ``copy``, its uid.
    """
    words = words.checked()
    with transaction.atomic():
        open_pack(seat)
        if by:
            require_proxy_now(by, seat)
        card = _own_card(seat, uid, by)
        if card is None:
            return _fill_place(seat, uid, words, by)
        copy = _rewrite(seat, card, rev, words, by)
    if copy:
        both = {"mine": words.as_text, "theirs": words_of(card).as_text}
        raise Stale(both_kept(), state="conflict", rev=card.rev, copy=str(copy.uid), **both)
    return read_blank(card)


def remove_blank(seat: Seat, card: Card) -> Card:
    """Take a blank card out of the pack; its words and its place in the sort are kept, so it can come back.

    Raises:
        Closed: the group has taken it up, or the pack cannot be written in now.
    """
    return _set_status(seat, card, Card.Status.RETIRED, "blank_removed")


def restore_blank(seat: Seat, card: Card) -> Card:
    """Put a removed blank card back; in its old place if that is free.

    Raises:
        Invalid: no blank card is left. Closed: as for ``remove_blank``.
    """
    return _set_status(seat, card, Card.Status.PROPOSED, "blank_restored")


def _own_card(seat: Seat, uid: uuid.UUID, by: Seat | None) -> Card | None:
    known = Card.objects.filter(workshop_id=seat.workshop_id, uid=uid)
    card = known.select_related("rephrases").with_words().first()
    if card is None:
        return None
    if card.proposer_id != seat.pk:
        raise Card.DoesNotExist
    _require_own(card, removed=False, by=by)
    return card


def _rewrite(seat: Seat, card: Card, rev: int, words: BlankWords, by: Seat | None) -> Card | None:
    """Write new words on a card; if they rest on an old rev, keep them in a copy and return that."""
    found = words_of(card)
    _require_target(seat, words, found.rephrases)
    if words == found:
        return None
    if card.rev != rev:
        return keep_copy(seat, card, words, by)
    if by and found.as_text and card.words.proxy_id is None:
        put_away(seat, card)
    _enter(seat, card, words, by)
    return None


def _enter(seat: Seat, card: Card, words: BlankWords, by: Seat | None) -> Card:
    if by:
        note(seat.workshop_id, by, "blank_entered", seat=seat.uid, card=card.uid)
    return write_blank(seat, card, words, by)


def _require_own(card: Card, *, removed: bool, by: Seat | None = None) -> None:
    if card.number or card.status not in (Card.Status.PROPOSED, Card.Status.RETIRED):
        raise Closed(_taken_up(by))
    if card.status == Card.Status.RETIRED and not removed:
        if by:
            raise Closed(_("They removed this card meanwhile, so what you entered on it is not saved."))
        raise Closed(_("You removed this card in another window. Put it back there, then save again."))


def _taken_up(by: Seat | None) -> str:
    if by:
        return _("The group has taken this card up meanwhile, so what you entered on it is not saved.")
    return _("The group has taken this card up, so it is no longer yours alone to change.")


def _place_for(seat: Seat, uid: uuid.UUID, by: Seat | None = None) -> int:
    """Return the position for a new or returning card: its own place, else the first that is free."""
    places = free_places(seat, own_blanks(seat))
    if places:
        return next((place.position for place in places if place.uid == uid), places[0].position)
    if by:
        raise Invalid(_("They have no blank card left, so what you entered on one is not saved."))
    most = seat.workshop.blank_cards
    raise Invalid(
        ngettext(
            "You have used your blank card. Remove it to write another.",
            "You have used all %(most)s of your blank cards. Remove one to write another.",
            most,
        )
        % {"most": most}
    )


def _fill_place(seat: Seat, uid: uuid.UUID, words: BlankWords, by: Seat | None) -> Card:
    """Return the card that the first words make; an unsaved one where there are no words yet."""
    if not words.as_text:
        return Card(uid=uid)
    _require_target(seat, words, known="")
    card = Card.objects.create(
        workshop_id=seat.workshop_id,
        uid=uid,
        status=Card.Status.PROPOSED,
        position=_place_for(seat, uid, by),
        proposer=seat,
    )
    return _enter(seat, card, words, by)


def _require_target(seat: Seat, words: BlankWords, known: str) -> None:
    if words.rephrases in ("", known):
        return
    on_table = Card.objects.filter(workshop_id=seat.workshop_id).live()
    if words.rephrases not in {str(card.uid) for card in on_table}:
        gone = _("The card that this re-phrases is not on the table any more. Choose another, or a new card.")
        raise Invalid(gone, field="rephrases")


def _set_status(seat: Seat, card: Card, status: str, verb: str) -> Card:
    with transaction.atomic():
        open_pack(seat)
        card = read_blank(card)
        _require_own(card, removed=True)
        if card.status == status:
            return card
        if status == Card.Status.PROPOSED:
            card.position = _return_place(seat, card)
        card.status = status
        card.save(update_fields=["status", "position"])
        note(seat.workshop_id, seat, verb, card=card.uid)
        announce.pack_touched(seat.workshop_id, take_numbers)
    return card


def _return_place(seat: Seat, card: Card) -> int:
    first = _place_for(seat, card.uid)
    free = {place.position for place in free_places(seat, own_blanks(seat))}
    return card.position if card.position in free else first
