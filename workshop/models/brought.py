"""What came with a workshop that was brought back from a file, and what no row of its own can say.

A file has totals without each answer behind them, credits and quotes without whose they are, and words of
nobody that may be quoted. They are kept as the file says them: nobody's answer is made up to fit a total.
"""

from collections import Counter

from django.db import models

from workshop.analysis.spectrum import Spread, in_bands

from .base import one_of, uid_field, unique
from .cards import Card
from .credits import CREDIT_ROLES, Credit, credits_in
from .rounds import Round
from .text import LIMITS, CleanCharField, CleanTextField
from .workshops import Workshop

COUNTED = ("inner", "outer", "unplaced", "nominated")


class BroughtRound(models.Model):
    """How many answered a round, by the file. ``has_totals``: its totals are those of the file, too.

    ``left_out`` is how many answers are in the totals and nowhere else; ``None`` where no answers were given.
    """

    round = models.OneToOneField(Round, models.CASCADE, related_name="brought")
    answered = models.PositiveIntegerField(default=0)
    abstained = models.PositiveIntegerField(default=0)
    left_out = models.PositiveIntegerField(null=True, blank=True)
    has_totals = models.BooleanField(default=False)

    def __str__(self) -> str:
        return str(self.answered)


class BroughtTotal(models.Model):
    """The total of one card in such a round: of a spectrum in bands, five counts with a space between."""

    round = models.ForeignKey(BroughtRound, models.CASCADE, related_name="totals")
    card = models.ForeignKey(Card, models.CASCADE, related_name="+")
    inner = models.PositiveIntegerField(default=0)
    outer = models.PositiveIntegerField(default=0)
    unplaced = models.PositiveIntegerField(default=0)
    nominated = models.PositiveIntegerField(default=0)
    now = models.CharField(max_length=60, blank=True)
    want = models.CharField(max_length=60, blank=True)
    towards_first = models.PositiveIntegerField(default=0)
    stay = models.PositiveIntegerField(default=0)
    towards_second = models.PositiveIntegerField(default=0)
    is_withheld = models.BooleanField(default=False)

    class Meta:
        constraints = [unique("round", "card", name="brought_total_once")]

    def __str__(self) -> str:
        return f"{self.card_id}"

    @property
    def placements(self) -> list[str]:
        """The circle of each placement."""
        return ["inner"] * self.inner + ["outer"] * self.outer + ["unplaced"] * self.unplaced

    @property
    def spread(self) -> Spread:
        """What the marks on its line come to; each is drawn in the middle of its band."""
        now, want = (in_bands([*map(int, words.split())]) for words in (self.now, self.want))
        return Spread(now, want, self.towards_first, self.towards_second, self.stay, self.is_withheld)


class BroughtCredit(models.Model):
    """How somebody is credited, though the file does not say who they are; roles with spaces between."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="brought_credits")
    kind = models.CharField(max_length=6, choices=Credit.Kind)
    name = CleanCharField(max_length=LIMITS["name"], blank=True)
    role = CleanCharField(max_length=LIMITS["title"], blank=True)
    roles = models.CharField(max_length=400, blank=True)
    entered = models.BooleanField(default=False)

    class Meta:
        constraints = [one_of("kind", "role named", "brought_credit_kind")]

    def __str__(self) -> str:
        return self.shown

    @property
    def shown(self) -> str:
        """What is printed: the name, or the description."""
        return self.name if self.kind == Credit.Kind.NAMED else self.role

    @property
    def role_keys(self) -> list[str]:
        """The roles in the order of the taxonomy."""
        had = set(self.roles.split())
        return [key for key, _name in CREDIT_ROLES if key in had]


class BroughtQuote(models.Model):
    """A quote that may be printed, as the file had it: it does not say which words it was taken from."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="brought_quotes")
    uid = uid_field()
    text = CleanTextField()
    attribution = CleanCharField(max_length=LIMITS["title"])
    is_named = models.BooleanField(default=False)
    state = models.CharField(max_length=11)
    is_checked = models.BooleanField(default=False)
    is_signed_otherwise = models.BooleanField(default=False)
    card = models.ForeignKey(Card, models.CASCADE, null=True, blank=True, related_name="+")
    said_in = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ["uid"]
        constraints = [unique("workshop", "uid", name="brought_quote_uid_once")]

    def __str__(self) -> str:
        return self.text


class BroughtMark(models.Model):
    """Words of nobody that may be quoted without a name: the row that holds them, by its model and key."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="brought_marks")
    kind = models.CharField(max_length=16)
    key = models.PositiveBigIntegerField()

    class Meta:
        constraints = [unique("workshop", "kind", "key", name="brought_mark_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


def came_unsigned(workshop: Workshop) -> bool:
    """Whether a workshop was brought back from a file that names no authors."""
    return workshop.brought_at is not None and workshop.promise != Workshop.Promise.NAMED


def is_quoted_unsigned(workshop: Workshop) -> bool:
    """Whether anything may be quoted that came in a file which does not say whose it is."""
    if workshop.brought_at is None:
        return False
    return workshop.brought_marks.exists() or workshop.brought_quotes.exists()


def credited_in(workshop: Workshop) -> list[Credit | BroughtCredit]:
    """Return who is credited, in the order of their names, with those that came in a file."""
    rows = [*credits_in(workshop), *(workshop.brought_credits.order_by("pk") if workshop.brought_at else ())]
    return sorted(rows, key=lambda each: (each.kind != Credit.Kind.NAMED, each.shown.casefold()))


def brought_round(round: Round) -> BroughtRound | None:
    """Return what a file said of a round; no query unless its workshop was brought back from one."""
    if round.workshop.brought_at is None:
        return None
    return BroughtRound.objects.filter(round=round).first()


def brought_totals(round: Round) -> tuple[BroughtRound, dict[int, BroughtTotal]] | None:
    """Return the totals that a file had of a round, by card; ``None`` where answers are counted."""
    known = brought_round(round)
    if known is None or not known.has_totals:
        return None
    return known, {each.card_id: each for each in known.totals.all()}


def totals_in(brought: BroughtRound) -> Counter[tuple[int, str]]:
    """Return the totals of a sort or a poll by card and circle, or ``nominated``."""
    return Counter(
        {(each.card_id, name): getattr(each, name) for each in brought.totals.all() for name in COUNTED}
    )


def forget_brought_words(workshop: Workshop, name: str = "") -> None:
    """Let nothing be quoted any more if nobody knows whose it is, and take back the credit by a name."""
    workshop.brought_marks.all().delete()
    workshop.brought_quotes.all().delete()
    workshop.brought_credits.filter(name=name).exclude(name="").delete()
