"""One's own words, one at a time, taken back for good: comments, answers, blank cards and reasons."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Card, Closed, Forbidden, Mark, Remark, Seat, Stale, Workshop
from workshop.models.audiences import AUDIENCES
from workshop.models.erased_cards import erase_blank, is_erased, is_kept
from workshop.models.erased_text import erase_reason, erase_words
from workshop.models.own_words import OwnWords, own_words_at

from .erasure_ledger import WORDS, Line, Write, erasing
from .kit import locked, note, take_numbers
from .leftovers import wipe_leftovers
from .proxy_rights import require_proxy_now
from .turns import take_numbers_in_turn


def withdraw_remark(seat: Seat, remark: Remark) -> None:
    """Take one's own comment or answer back: its words are erased, from its versions and quotes too.

    Withdrawing twice changes nothing. Replies to it stay. It is allowed after the close as well: nobody's
    words are held back. The history says nothing of an answer that nobody has been shown.

    Raises:
        Closed: the ledger of erasures cannot be written.
    """
    with erasing() as write:
        _erase_remark(seat, locked(seat.workshop_id), remark, write)


def withdraw_remark_for(by: Seat, seat: Seat, remark: Remark) -> None:
    """Take back a comment that one entered for somebody without a device: erased as by themselves.

    Raises:
        Forbidden: as for ``require_proxy``; or somebody else entered it, or the person changed it since.
        Closed: as for ``withdraw_remark``, or the seat was removed.
    """
    with erasing() as write:
        workshop = locked(seat.workshop_id)
        require_proxy_now(by, seat, agreed=False)
        if Remark.objects.get(pk=remark.pk, seat=seat).proxy_id != by.pk:
            raise Forbidden(_("You did not enter these words, so only who wrote them takes them back."))
        _erase_remark(by, workshop, remark, write)


def take_words_back(seat: Seat, key: str, *, agreed: str) -> bool:
    """Erase one of a seat's own words for good, after the close too. Twice changes nothing.

    Args:
        key: which, as `models/own_words.py` names them.
        agreed: the print of what was asked about.

    Returns:
        whether there was something to take back.

    Raises:
        Closed: they are the group's by now, or can be changed elsewhere; or the ledger cannot be written.
        Stale: they are other words by now than those that were asked about.
    """
    with erasing() as write:
        workshop = locked(seat.workshop_id)
        found = own_words_at(seat, key)
        if found is None or found.taken_at:
            return False
        _require_same(found, agreed)
        if isinstance(found.row, Remark):
            _erase_remark(seat, workshop, found.row, write)
        elif isinstance(found.row, Card):
            _erase_card(seat, workshop, found.row, write)
        else:
            _erase_reason(seat, workshop, found.row, write)
    return True


def _require_same(found: OwnWords, agreed: str) -> None:
    if found.keeps:
        raise Closed(found.keeps)
    if found.print != agreed:
        raise Stale(_("These words were changed meanwhile. Nothing was erased yet."))


def _erase_remark(seat: Seat, workshop: Workshop, remark: Remark, write: Write) -> None:
    remark = Remark.objects.select_for_update(of=("self",)).select_related("prompt").get(pk=remark.pk)
    if remark.withdrawn_at:
        return
    had_quotes, prompt = erase_words(remark), remark.prompt
    if prompt and prompt.kind == prompt.Kind.OPEN and not prompt.is_shown:
        announce.ballot_cast(workshop.pk, take_numbers_in_turn)  # how often somebody writes is told to nobody
    else:
        note(workshop.pk, seat, "remark_withdrawn", remark=remark.uid)
        fact = announce.words_taken_back if prompt else announce.remark_changed
        fact(workshop.pk, take_numbers(workshop.pk, AUDIENCES))
    _settle(workshop, write, "remark", remark.pk, had_quotes)


def _erase_card(seat: Seat, workshop: Workshop, card: Card, write: Write) -> None:
    pk, rev, had_quotes = card.pk, card.rev, card.quotes.exists()
    erase_blank(card)
    note(workshop.pk, seat, "blank_taken_back", card=card.uid)
    announce.words_taken_back(workshop.pk, take_numbers(workshop.pk, AUDIENCES))
    _settle(workshop, write, "card", pk, had_quotes, rev=rev)


def _erase_reason(seat: Seat, workshop: Workshop, mark: Mark, write: Write) -> None:
    key, had_quotes = mark.pk, erase_reason(mark)
    if mark.ballot.round.is_revealed:  # before, that there was one tells that the card was not placed
        note(workshop.pk, seat, "reason_taken_back", card=mark.card.uid)
    _settle(workshop, write, "reason", key, had_quotes)


def _settle(workshop: Workshop, write: Write, what: str, key: int, had_quotes: bool, **more: int) -> None:
    if had_quotes:
        announce.quotes_changed(workshop.pk, take_numbers)
    transaction.on_commit(wipe_leftovers, robust=True)
    write(WORDS, slug=workshop.slug, what=what, key=key, **more)


def take_back_again(workshop: Workshop, line: Line) -> bool:
    """Erase what a line of the ledger says was taken back, in a backup from before; inside a transaction.

    What was written there again since stands. After an unlinked close no key names what it named before, and
    nothing was taken back since, so nothing is erased.
    """
    found = None if workshop.is_unlinked else standing_words(workshop, line)
    if isinstance(found, Remark):
        erase_words(found)
    elif isinstance(found, Card):
        erase_blank(found)
        # What is written there from now on is newer than what was taken back, as without the restore.
        Card.objects.filter(pk=found.pk, rev__lt=_rev(line)).update(rev=_rev(line))
    elif found:
        erase_reason(found)
    return found is not None


def standing_words(workshop: Workshop, line: Line) -> Remark | Card | Mark | None:
    """Return what a line of the ledger says was taken back, if it is there."""
    key, until = line["key"], datetime.fromisoformat(line["at"]) + timedelta(seconds=1)
    if line["what"] == "remark":
        before = workshop.remarks.filter(pk=key, withdrawn_at=None, saved_at__lt=until)
        return before.exclude(body="", versions=None).first()
    if line["what"] == "card":
        cards = Card.objects.filter(workshop=workshop, pk=key).exclude(texts=None)
        card = (cards.filter(rev__lte=_rev(line)) if _rev(line) else cards).first()
        return card if card and not is_kept(card) and not is_erased(card) else None
    return Mark.objects.filter(ballot__round__workshop=workshop, pk=key).exclude(reason="").first()


def _rev(line: Line) -> int:
    """Return the rev of a card whose words were taken back; 0 where an older line does not say."""
    return int(line.get("rev", 0))
