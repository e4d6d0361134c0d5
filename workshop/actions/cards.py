"""Writing the cards: only before the pack opens. Later changes are lineage."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import LIMITS, Card, CardText, Closed, Prompt, Seat, Stale, Workshop, checked_text

from .kit import done, locked


def checked_words(*, title: str, short_title: str = "", summary: str = "", notes: str = "") -> dict[str, str]:
    """Return the words of a card, cleaned.

    Raises:
        Invalid: the title is empty, or one of them is too long.
    """
    lines = {"line": True}
    return {
        "title": checked_text(title, limit=LIMITS["title"], name=_("The title"), required=True, **lines),
        "short_title": checked_text(
            short_title, limit=LIMITS["short_title"], name=_("The short title"), **lines
        ),
        "summary": checked_text(summary, limit=LIMITS["summary"], name=_("The summary")),
        "notes": checked_text(notes, limit=LIMITS["text"], name=_("The notes")),
    }


def require_editable(workshop: Workshop) -> None:
    """Raise Closed if people have been shown the cards: from then on their words stay."""
    if any(not each.is_draft for each in workshop.rounds_in_order()):
        raise Closed(
            _(
                "The pack has been opened, so people may have read these cards and their words stay as they "
                "are. While nobody has answered, you can take the pack back to change them."
            )
        )


def write_card(seat: Seat, *, title: str, short_title: str = "", summary: str = "", notes: str = "") -> Card:
    """Add a card at the end of the pack, with its own box for comments.

    Raises:
        Invalid: the title is empty, or one of the words is too long.
        Closed: the pack has been opened.
    """
    words = checked_words(title=title, short_title=short_title, summary=summary, notes=notes)
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        require_editable(workshop)
        last = workshop.cards.aggregate(number=Max("number"), position=Max("position"))
        number, position = (last["number"] or 0) + 1, (last["position"] or 0) + 1
        card = Card.objects.create(workshop=workshop, number=number, position=position, rev=1)
        CardText.objects.create(card=card, rev=1, seat=seat, **words)
        Prompt.objects.create(workshop=workshop, card=card, kind=Prompt.Kind.CARD_COMMENT, position=position)
        done(seat, "card_written", announce.cards_changed, card=card.uid)
    return card


def edit_card(seat: Seat, card: Card, rev: int, **words: str) -> Card:
    """Change the words of a card.

    Args:
        rev: the rev that the new words are based on.
        words: title, short_title, summary, notes.

    Raises:
        Invalid: the title is empty, or one of the words is too long.
        Closed: the pack has been opened.
        Stale: somebody else changed the card first; ``data`` has their words as ``theirs``.
    """
    new = checked_words(**words)
    with transaction.atomic():
        require_editable(locked(seat.workshop_id))
        card = Card.objects.select_for_update().get(pk=card.pk)
        if card.rev != rev:
            raise Stale(
                _("Somebody changed this card a moment ago. Both versions are below."), theirs=card.title
            )
        card.rev += 1
        card.save(update_fields=["rev"])
        CardText.objects.create(card=card, rev=card.rev, seat=seat, **new)
        done(seat, "card_edited", announce.cards_changed, card=card.uid)
    return card
