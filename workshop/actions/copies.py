"""Copies of a blank card: what lost when two places changed it, kept until its author decides."""

import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.models import Card, Invalid, Seat, Stale
from workshop.models.blanks import own_blanks

from .blank_words import BlankWords, read_blank, words_of, write_blank
from .pack import open_pack
from .versions import KEEP, changed_since


def keep_copy(seat: Seat, card: Card, words: BlankWords, by: Seat | None = None) -> Card:
    """Keep words that lost as a removed card of the same identity, and return it; inside a transaction.

    A copy that was kept before and only grew is written over, for all its words are in the new ones.
    """
    kept = [each for each in own_blanks(seat) if not each.is_blank and each.identity_uid == card.identity_uid]
    for each in kept:
        old = words_of(each)
        if old == words:
            return each
        if old.title in words.title and old.summary in words.summary:
            return write_blank(seat, each, words, by)
    copy = _copy_of(seat, card, identity_uid=card.identity_uid)
    return write_blank(seat, copy, words, by)


def put_away(seat: Seat, card: Card) -> Card:
    """Keep what a blank card says as a removed card that can be put back; inside a transaction."""
    return write_blank(seat, _copy_of(seat, card), words_of(card))


def _copy_of(seat: Seat, card: Card, **identity: uuid.UUID) -> Card:
    new = {"status": Card.Status.RETIRED, "position": card.position, "proposer": seat}
    return Card.objects.create(workshop_id=seat.workshop_id, **new, **identity)


def choose_copy(seat: Seat, card: Card, copy: Card, keep: str, rev: int) -> Card:
    """Decide between what a blank card says and a copy of it.

    Args:
        keep: ``theirs`` (what the card says), ``mine`` (the copy) or ``both``, one below the other. What is
            not kept stays among the removed cards. A decision that was made already is not made again.
        rev: the rev of what the card said when the person chose.

    Raises:
        Invalid: no such choice, or both together are too long.
        Closed: the pack cannot be written in now.
        Stale: the card says something else by now, so nothing was decided; ``data`` as for ``save_blank``.
    """
    if keep not in KEEP:
        raise Invalid(_("Choose which version to keep."))
    with transaction.atomic():
        open_pack(seat)
        card, copy = read_blank(card), read_blank(copy)
        theirs, mine = words_of(card), words_of(copy)
        words = {"theirs": theirs, "mine": mine, "both": theirs.joined(mine)}[keep].checked()
        if copy.identity_uid != card.identity_uid:
            return card
        if card.rev != rev:
            both = {"mine": mine.as_text, "theirs": theirs.as_text}
            raise Stale(changed_since(), state="conflict", rev=card.rev, copy=str(copy.uid), **both)
        Card.objects.filter(pk=copy.pk).update(identity_uid=uuid.uuid4())
        if words == theirs:
            return card
        write_blank(seat, copy, theirs)
        return write_blank(seat, card, words)
