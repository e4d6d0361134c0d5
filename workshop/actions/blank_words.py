"""What a blank card says, cleaned and written."""

from dataclasses import dataclass

from workshop.analysis.joined import beyond
from workshop.live import announce
from workshop.models import LIMITS, Card, CardText, Seat, checked_text
from workshop.models.blanks import blank_words

from .kit import lock_promise, take_numbers


@dataclass(frozen=True)
class BlankWords:
    """A title (without one the card is a draft), a summary, and which card it re-phrases.

    ``rephrases`` is the uid of a card on the table; empty for a card that adds a new tension.
    """

    title: str = ""
    summary: str = ""
    rephrases: str = ""

    def checked(self) -> "BlankWords":
        """Return them cleaned.

        Raises:
            Invalid: one of them is too long; ``data["field"]`` says which.
        """
        title = checked_text(self.title, limit=LIMITS["title"], name="title", line=True)
        summary = checked_text(self.summary, limit=LIMITS["summary"], name="summary")
        return BlankWords(title, summary, self.rephrases)

    @property
    def as_text(self) -> str:
        """All words in one text, for showing two versions side by side."""
        return "\n\n".join(filter(None, (self.title, self.summary)))

    def joined(self, other: "BlankWords") -> "BlankWords":
        """Return both, the other's words below these; what is said already is not said twice."""
        title = "" if other.title in self.title or not self.title else other.title
        more = beyond(self.summary, other.summary)
        summary = "\n\n".join(filter(None, (self.summary, title, more)))
        return BlankWords(self.title or other.title, summary, self.rephrases or other.rephrases)


def words_of(card: Card) -> BlankWords:
    """Return what a blank card says now."""
    return BlankWords(**blank_words(card))


def read_blank(card: Card) -> Card:
    """Return the card with its words and what it re-phrases, as they are now."""
    return Card.objects.select_related("rephrases").with_words().get(pk=card.pk)


def write_blank(seat: Seat, card: Card, words: BlankWords, by: Seat | None = None) -> Card:
    """Write over the newest words of a blank card and return it; inside a transaction.

    As a rule nobody but their author has seen them, and one row is enough. What the card said each time that
    the group took it up stays. ``by`` is the facilitator who enters them for the seat, if anybody does.
    """
    on_table = Card.objects.filter(workshop_id=seat.workshop_id, number__isnull=False)
    card.rephrases = on_table.get(uid=words.rephrases) if words.rephrases else None
    card.rev += 1
    card.save(update_fields=["rephrases", "rev"])
    said = {"title": words.title, "summary": words.summary, "seat": seat, "rev": card.rev, "proxy": by}
    taken_up = card.changes.filter(before_status=Card.Status.PROPOSED).count()
    is_private = card.texts.count() > taken_up
    if not (is_private and CardText.objects.filter(card=card, rev=card.rev - 1).update(**said)):
        CardText.objects.create(card=card, **said)
    lock_promise(seat.workshop_id)
    announce.pack_touched(seat.workshop_id, take_numbers)
    return read_blank(card)
