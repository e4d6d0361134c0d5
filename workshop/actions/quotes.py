"""Quotes: marked and sent by facilitators, answered by whoever said the words."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.analysis.names import names_in, written_names
from workshop.live import announce
from workshop.models import LIMITS, Closed, Forbidden, Invalid, Quote, Seat, Workshop, checked_text
from workshop.models.consents import NONE
from workshop.models.quotable import Quotable, Source, may_name, names_of
from workshop.models.quoted import is_of
from workshop.models.quotes import CUT

from .kit import locked, note, take_numbers

FIELDS = {"Remark": "remark", "Card": "card", "Mark": "mark"}


def write_quote(seat: Seat, source: Source, *, uid: UUID, text: str, attribution: str) -> Quote:
    """Mark words as a quote. Sent twice, it makes one.

    Args:
        text: the words as they will appear, from the source, shortened with […] where some are left out.
        attribution: how it will say whose they are.

    Raises:
        Closed: the words are no longer there. Forbidden: the author may not be quoted.
        Invalid: the words are not the author's, or the attribution has a name that is not to be in it.
    """
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        if same := workshop.quotes.filter(uid=uid).first():
            return same
        quotable = Quotable(workshop)
        source = _standing(quotable.source_named(source.key))  # what was read before the lock may be gone
        text, attribution, is_named = _checked(quotable, source, text, attribution)
        own = {FIELDS[type(source.row).__name__]: source.row}
        quote = Quote.objects.create(
            workshop=workshop,
            uid=uid,
            text=text,
            attribution=attribution,
            is_named=is_named,
            marked_by=seat,
            **own,
        )
        note(workshop.pk, seat, "quote_marked", quote=quote.uid)
        announce.quotes_changed(workshop.pk, take_numbers)
    return quote


def edit_quote(seat: Seat, quote: Quote, *, rev: int, text: str, attribution: str) -> Quote:
    """Change a quote. What its speaker was asked before counts no more: it has to be sent again.

    Raises:
        Stale, Closed: it was changed or taken back meanwhile. Forbidden, Invalid: as for ``write_quote``.
    """
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        quote = _found(workshop, quote)
        quotable = Quotable(workshop, [quote])
        text, attribution, is_named = _checked(
            quotable, _standing(quotable.source_of(quote)), text, attribution
        )
        if _is_new(quote, rev, text=text, attribution=attribution, is_named=is_named):
            quote.text, quote.attribution, quote.is_named = text, attribution, is_named
            quote.state, quote.amended, quote.unchecked, quote.until = Quote.State.DRAFT, "", False, None
            _save(quote, seat, "quote_changed")
    return quote


def send_quote(seat: Seat, quote: Quote, *, rev: int, until: date | None) -> None:
    """Ask the speaker to check a quote, until a day if one is given.

    Raises:
        Forbidden: there is nobody to ask. Invalid: the day has passed. Stale, Closed: as for ``edit_quote``.
    """
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        quote = _found(workshop, quote)
        source = _standing(Quotable(workshop, [quote]).source_of(quote))
        if source.seat is None or source.seat.removed_at or source.seat.person_id is None:
            raise Forbidden(_("Nobody is known to have written these words, so nobody can check them."))
        if until and until < timezone.localdate():
            raise Invalid(_("This day has passed. Choose a later one, or leave it out."), field="until")
        state = Quote.State.ASKED if quote.state == Quote.State.DRAFT else quote.state
        if _is_new(quote, rev, state=state, until=until, unchecked=False):
            quote.state, quote.until, quote.unchecked = state, until, False
            _save(quote, seat, "quote_sent")


def export_unchecked(seat: Seat, quote: Quote, *, rev: int, wanted: bool) -> None:
    """Say whether a quote goes out, marked as not checked, though its speaker has not answered.

    Raises:
        Stale, Closed: as for ``edit_quote``.
    """
    with transaction.atomic():
        quote = _found(locked(seat.workshop_id), quote)
        if _is_new(quote, rev, unchecked=wanted):
            quote.unchecked = wanted
            _save(quote, seat, "quote_unchecked", wanted=wanted)


def remove_quote(seat: Seat, quote: Quote, *, removed: bool = True) -> None:
    """Take a quote back, or put it back as it was. Doing it twice changes nothing."""
    with transaction.atomic():
        quote = _found(locked(seat.workshop_id), quote)
        if bool(quote.removed_at) != removed:
            quote.removed_at = timezone.now() if removed else None
            _save(quote, seat, "quote_removed" if removed else "quote_restored")


def answer_quote(seat: Seat, quote: Quote, *, state: str, words: str, rev: int) -> None:
    """Take what the speaker says of a quote; it may be changed as long as they are known as theirs.

    The history does not say who: where names are hidden or the link is destroyed, it must not tell.

    Raises:
        Stale, Closed, Invalid: as for ``Quote.answer``. Closed, too: the words are no longer known as theirs.
    """
    words = checked_text(words, limit=LIMITS["text"], name=_("The quote"))
    with transaction.atomic():
        quote = _found(locked(seat.workshop_id), quote)
        if not is_of(quote, seat):
            raise Closed(_("Nobody knows any more that these words are yours. Nothing was changed."))
        if quote.answer(state, words, rev):
            quote.save()
            note(seat.workshop_id, None, "quote_answered", quote=quote.uid)
            announce.quotes_changed(seat.workshop_id, take_numbers)


def _found(workshop: Workshop, quote: Quote) -> Quote:
    """Return a quote as it is now, under the lock; it may have gone since with its words.

    Raises:
        Closed: it is gone.
    """
    found = workshop.quotes.filter(uid=quote.uid).first()
    if found is None:
        raise Closed(_("The author took these words back, so they cannot be quoted any more."))
    return found


def _is_new(quote: Quote, rev: int, **wanted: object) -> bool:
    """Whether this changes the quote: a form that is sent again finds it as it left it, whatever its rev.

    Raises:
        Stale, Closed: as for ``Quote.require``.
    """
    is_new = any(getattr(quote, name) != value for name, value in wanted.items())
    quote.require(rev if is_new else quote.rev)
    return is_new


def _standing(source: Source | None) -> Source:
    if source is None:
        raise Closed(_("The author took these words back, so they cannot be quoted any more."))
    return source


def _save(quote: Quote, seat: Seat, verb: str, **ids: object) -> None:
    quote.rev += 1
    quote.save()
    note(seat.workshop_id, seat, verb, quote=quote.uid, **ids)
    announce.quotes_changed(seat.workshop_id, take_numbers)


def _checked(quotable: Quotable, source: Source, text: str, attribution: str) -> tuple[str, str, bool]:
    """Return the words, the attribution, and whether that names the person."""
    allowed = quotable.allowance(source)
    if allowed == NONE:
        raise Forbidden(_("The author of these words does not want to be quoted. Nothing was saved."))
    text = checked_text(text, limit=LIMITS["text"], name=_("The quote"), required=True)
    if not source.has(text):
        says = _("These are not the author's words. Take words out with %(cut)s, and put none in.")
        raise Invalid(says % {"cut": CUT}, field="text")
    name = _("The attribution")
    attribution = checked_text(attribution, limit=LIMITS["title"], name=name, required=True, line=True)
    is_named = bool(names_in(attribution, written_names(names_of(source))))
    if is_named and not may_name(allowed):
        says = _("This has their name in it, and they are to be quoted without. Write a description.")
        raise Invalid(says, field="attribution")
    return text, attribution, is_named
