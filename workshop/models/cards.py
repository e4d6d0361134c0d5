"""Cards and their words."""

from collections import defaultdict

from django.db import models
from django.utils.translation import gettext_lazy as _

from .base import one_of, uid_field, unique
from .people import Seat
from .text import LIMITS, CleanCharField, CleanTextField
from .workshops import Workshop


class CardQuerySet(models.QuerySet["Card"]):
    """Cards by what has become of them; each comes with its newest words."""

    def live(self) -> "CardQuerySet":
        """Return the cards the group works with now, in the order they are shown."""
        return self.filter(status=Card.Status.LIVE).order_by("position", "pk")

    def proposed_by(self, seat: Seat) -> "CardQuerySet":
        """Return the blank cards that this seat filled in and nobody has adopted."""
        return self.filter(proposer=seat, status=Card.Status.PROPOSED).order_by("position", "pk")

    def with_words(self) -> "CardQuerySet":
        """Read the words of each card in one more query, the newest first."""
        newest = CardText.objects.order_by("-rev")
        # A plain list: Django's own cache would make a manager and a queryset for each card.
        return self.prefetch_related(models.Prefetch("texts", queryset=newest, to_attr="read_texts"))


class Card(models.Model):
    """One tension. Its number is given once and never to another card."""

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("Proposed")
        LIVE = "live", _("On the table")
        MERGED = "merged", _("Merged")
        SPLIT = "split", _("Split")
        REPHRASED = "rephrased", _("Re-phrased")
        NESTED = "nested", _("Sub-theme")
        RETIRED = "retired", _("Set aside")
        UNDONE = "undone", _("Taken back")

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="cards")
    uid = uid_field()
    identity_uid = uid_field()
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    status = models.CharField(max_length=10, choices=Status, default=Status.LIVE)
    parent = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="subthemes")
    proposer = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="blank_cards")
    rephrases = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="rephrasings")
    rev = models.PositiveIntegerField(default=0)

    objects = CardQuerySet.as_manager()

    class Meta:
        constraints = [
            unique("workshop", "uid", name="card_uid_once"),
            unique("workshop", "number", name="card_number_once"),
            one_of("status", "proposed live merged split rephrased nested retired undone", "card_status"),
        ]

    def __str__(self) -> str:
        return f"{self.label}. {self.words.title}"

    @property
    def words(self) -> "CardText":
        """The newest words of the card (an empty, unsaved text if it has none yet)."""
        texts = self._texts()
        return max(texts, key=lambda text: text.rev) if texts else CardText(card=self, rev=0, title="")

    def words_at(self, rev: int) -> "CardText":
        """Return the words of one rev, as a round pinned them; the newest if that rev is gone."""
        return next((text for text in self._texts() if text.rev == rev), self.words)

    def _texts(self) -> "list[CardText]":
        read: list[CardText] | None = vars(self).get("read_texts")
        return list(self.texts.all()) if read is None else read

    @property
    def title(self) -> str:
        """The newest title."""
        return self.words.title

    @property
    def short_title(self) -> str:
        """The newest short title for the slip on the table; may be empty."""
        return self.words.short_title

    @property
    def is_blank(self) -> bool:
        """Whether it is a participant's proposal that the group has not taken up."""
        return self.status == self.Status.PROPOSED

    @property
    def was_taken_up(self) -> bool:
        """Whether it is or was the group's: also a blank card that was taken back, or put away since."""
        return self.number is not None or self.changes.exists()

    @property
    def label(self) -> str:
        """What the slip carries: the number, or a letter for a participant's own blank card."""
        return str(self.number) if self.number else chr(ord("A") + (max(self.position, 1) - 1) % 26)


class CardText(models.Model):
    """The words of a card at one rev. A rev that a round has shown to people never changes.

    ``proxy`` is the facilitator who entered them, on a blank card of a person without a device.
    """

    card = models.ForeignKey(Card, models.CASCADE, related_name="texts")
    rev = models.PositiveIntegerField()
    title = CleanCharField(max_length=LIMITS["title"])
    short_title = CleanCharField(max_length=LIMITS["short_title"], blank=True)
    summary = CleanTextField(blank=True)
    pole_a = CleanCharField(max_length=LIMITS["title"], blank=True)
    pole_b = CleanCharField(max_length=LIMITS["title"], blank=True)
    notes = CleanTextField(blank=True)
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    proxy = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [unique("card", "rev", name="card_text_once")]

    def __str__(self) -> str:
        return self.title

    @property
    def has_poles(self) -> bool:
        """Whether it names both ends of its spectrum."""
        return bool(self.pole_a and self.pole_b)


def every_card(workshop: Workshop) -> list[Card]:
    """Return all cards of a workshop with their words, in the order of the table, in two queries.

    For hundreds of cards it costs a third less than ``with_words``.
    """
    cards = list(workshop.cards.order_by("position", "pk"))
    texts: dict[int, list[CardText]] = defaultdict(list)  # also of a card that came between the two queries
    for text in CardText.objects.filter(card__workshop=workshop).order_by("-rev"):
        texts[text.card_id].append(text)
    for card in cards:
        vars(card)["read_texts"] = texts[card.pk]
    return cards
