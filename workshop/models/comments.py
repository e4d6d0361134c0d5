"""What people write: prompts that ask for words, remarks that answer, and versions that keep every word."""

from collections.abc import Collection
from zlib import crc32

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .base import one_of, uid_field, unique
from .cards import Card
from .look_ups import LookUp
from .people import Seat
from .text import LIMITS, CleanTextField, beginning, clean_text
from .workshops import Workshop


class Prompt(models.Model):
    """A box that asks for words: in the pack one for each card, one for anything else, and open prompts; or
    a question.

    An open prompt (``account``) asks for a long answer: it has a ``heading``, what it asks, and ``hints``, a
    line each. What is written to a ``private`` one only facilitators read.
    A question (``open``) is answered by each alone until its answers are shown. The one text that the group
    agrees on is the remark, of no seat, in the box (``agreed``) whose ``question`` it is. ``asked`` and
    ``answered`` are how many could answer and did, kept once nobody's answer can be told from another's.
    """

    class Kind(models.TextChoices):
        CARD_COMMENT = "card_comment", _("Comment on a card")
        ANY_OTHER = "any_other", _("Any other comments")
        ACCOUNT = "account", _("Open prompt")
        OPEN = "open", _("Open question")
        AGREED = "agreed", _("Agreed text")

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="prompts")
    uid = uid_field()
    card = models.ForeignKey(Card, models.CASCADE, null=True, blank=True, related_name="prompts")
    kind = models.CharField(max_length=12, choices=Kind)
    heading = CleanTextField(blank=True)
    text = CleanTextField(blank=True)
    hints = CleanTextField(blank=True)
    private = models.BooleanField(default=False)
    citation = CleanTextField(blank=True)
    question = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="texts")
    shown_at = models.DateTimeField(null=True, blank=True)
    asked = models.PositiveIntegerField(null=True, blank=True, editable=False)
    answered = models.PositiveIntegerField(null=True, blank=True, editable=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            unique("workshop", "uid", name="prompt_uid_once"),
            unique("question", name="prompt_text_once", condition=models.Q(question__isnull=False)),
            unique("card", name="prompt_card_once", condition=models.Q(kind="card_comment")),
            one_of("kind", "card_comment any_other account open agreed", "prompt_kind"),
        ]

    def __str__(self) -> str:
        return self.name or self.kind

    @property
    def name(self) -> str:
        """What it is called in a list: its heading, else how its question begins."""
        return self.heading or beginning(self.text, 80)

    @property
    def hint_lines(self) -> list[str]:
        """What one might think of, each by itself."""
        return [line for line in map(clean_text, self.hints.split("\n")) if line]

    @property
    def is_private(self) -> bool:
        """Whether only facilitators read what is written here, at the workshop too."""
        return self.private or self.kind == self.Kind.ANY_OTHER

    @property
    def limit(self) -> int:
        """The most characters of an answer."""
        return LIMITS["long" if self.kind == self.Kind.ACCOUNT else "text"]

    @property
    def is_shown(self) -> bool:
        """Whether everybody may see what each answered to this question."""
        return self.shown_at is not None


PACK_KINDS = (Prompt.Kind.CARD_COMMENT, Prompt.Kind.ANY_OTHER, Prompt.Kind.ACCOUNT)
QUESTION_KINDS = (Prompt.Kind.OPEN, Prompt.Kind.AGREED)  # what `models/questions.py` alone reads


class RemarkQuerySet(models.QuerySet["Remark"]):
    """Remarks by what can be read of them."""

    def said(self) -> "RemarkQuerySet":
        """Return the remarks that have words and were not withdrawn."""
        return self.filter(withdrawn_at__isnull=True).exclude(body="")

    def besides_questions(self) -> "RemarkQuerySet":
        """Return the remarks of packs and discussions: answers to questions have rules of their own."""
        return self.exclude(prompt__kind__in=QUESTION_KINDS)


class Remark(models.Model):
    """Words by one seat: an answer to a prompt (one a seat), or a comment on a card in the discussion.

    The text that a group agrees on has no seat; its versions say who wrote.
    ``proxy`` is the facilitator who entered them for a person without a device.
    """

    class Kind(models.TextChoices):
        PLAIN = "", _("Comment")
        AGREE = "agree", _("I agree")
        UNCLEAR = "unclear", _("Unclear")
        WORDING = "wording", _("Wording")
        EVIDENCE = "evidence", _("Evidence")
        EXAMPLE = "example", _("Example")

    class Visibility(models.TextChoices):
        FACILITATORS = "facilitators", _("Facilitators only")
        GROUP = "group", _("Everyone in the workshop")

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="remarks")
    uid = uid_field()
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="remarks")
    card = models.ForeignKey(Card, models.CASCADE, null=True, blank=True, related_name="remarks")
    prompt = models.ForeignKey(Prompt, models.CASCADE, null=True, blank=True, related_name="remarks")
    step = models.ForeignKey("Step", models.SET_NULL, null=True, blank=True, related_name="remarks")
    proxy = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    reply_to = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="replies")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.PLAIN, blank=True)
    visibility = models.CharField(max_length=12, choices=Visibility, default=Visibility.GROUP)
    rev = models.PositiveIntegerField(default=0)
    body = CleanTextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    saved_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = RemarkQuerySet.as_manager()

    class Meta:
        constraints = [
            unique("workshop", "uid", name="remark_uid_once"),
            unique("prompt", "seat", name="remark_answer_once", condition=models.Q(prompt__isnull=False)),
            models.CheckConstraint(
                condition=models.Q(card__isnull=True) | models.Q(prompt__isnull=True), name="remark_one_place"
            ),
            one_of("visibility", "facilitators group", "remark_visibility"),
        ]

    LIMIT = LIMITS["text"]

    def __str__(self) -> str:
        return self.body[:40]

    @property
    def limit(self) -> int:
        """The most characters that it may have."""
        return self.prompt.limit if self.prompt else self.LIMIT

    @property
    def is_from_pack(self) -> bool:
        """Whether it was written in the pack, before the workshop met."""
        return self.prompt_id is not None


SAID = LookUp(
    lambda seat, cards: Remark.objects.said().filter(seat=seat, card__in=cards).order_by("created_at", "pk")
)


def said_by(seat: Seat, cards: Collection[int]) -> list[Remark]:
    """Return what a seat said about some cards in the discussion and has not withdrawn, in its order."""
    return SAID(seat, cards)


class Version(models.Model):
    """Another version of a remark: what lost a race and waits for a decision, or what was there before."""

    remark = models.ForeignKey(Remark, models.CASCADE, related_name="versions")
    rev = models.PositiveIntegerField()
    body = CleanTextField()
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    conflict_open = models.BooleanField(default=False)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.remark_id} {self.rev}"

    @property
    def waits(self) -> bool:
        """Whether it waits for a decision; none without words does beside a text that is nobody's own."""
        return self.conflict_open and bool(self.body or self.remark.seat_id)

    @property
    def mark(self) -> str:
        """A mark of its words: another once they grow."""
        return str(crc32(self.body.encode()))
