"""A change of cards as somebody wants it: which cards, as they saw them, and the words of new ones."""

from dataclasses import dataclass, fields
from uuid import UUID

from django.utils.translation import gettext as _

from .card_words import checked_words
from .refusals import Invalid


@dataclass(frozen=True)
class Seen:
    """A card as a page showed it.

    Args:
        uid: the card's own.
        rev: the rev of its words.
        n: the number of the last change that touched it; 0 if none has.
    """

    uid: UUID
    rev: int
    n: int

    @classmethod
    def read(cls, token: str) -> "Seen":
        """Read what ``str()`` wrote.

        Raises:
            Invalid: it is no such thing.
        """
        try:
            uid, rev, n = token.split("~")
            return cls(UUID(uid), int(rev), int(n))
        except ValueError as wrong:
            raise Invalid(_("This form is damaged. Load the page again, then choose the cards.")) from wrong

    def __str__(self) -> str:
        return f"{self.uid}~{self.rev}~{self.n}"


@dataclass(frozen=True)
class NewCard:
    """The words of a card that a change makes."""

    title: str
    short_title: str = ""
    summary: str = ""
    pole_a: str = ""
    pole_b: str = ""

    def checked(self) -> "NewCard":
        """Return the words cleaned.

        Raises:
            Invalid: no title, words too long, or one pole without the other.
        """
        words = checked_words(**self.as_dict)
        return NewCard(**{name: words[name] for name in self.as_dict})

    @property
    def as_dict(self) -> dict[str, str]:
        """The words by the names of their columns."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


@dataclass(frozen=True)
class Wanted:
    """A change that is wanted.

    Args:
        verb: adopt, rephrase, merge, split, nest, lift, retire or restore.
        sources: the cards it starts from.
        target: where it ends: the card to nest under, or the card that an adopted blank card re-phrases.
        texts: the words of each card that it makes.
        reason: why, in a few words.
    """

    verb: str
    sources: tuple[Seen, ...]
    target: Seen | None = None
    texts: tuple[NewCard, ...] = ()
    reason: str = ""

    @property
    def seen(self) -> tuple[Seen, ...]:
        """Every card it rests on."""
        return (*self.sources, *([self.target] if self.target else []))
