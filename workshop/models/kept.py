"""What was counted while the link between people and their answers stood, and cannot be counted after.

The figures of a round, a question and a proposal stand on their own rows: ``asked``, ``answered``,
``entered``.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .base import one_of, unique
from .cards import Card
from .look_ups import LookUp
from .once import once
from .rounds import Round
from .workshops import Workshop


class Kept(models.Model):
    """The figures of an unlinked workshop as a whole.

    ``took_part`` is how many answered or wrote something; ``agree`` and ``earlier`` how many agreed to the
    ground rules and to earlier ones, ``entered`` for how many of those who agree a facilitator entered it;
    ``starting`` is how many could say where they would start. ``quoting`` is what of words without an author
    may be quoted; it is only ever made less.
    """

    class Quoting(models.TextChoices):
        ALL = "all", _("All, without a name")
        CHECKED = "checked", _("What its speaker had agreed to by the close")
        NOTHING = "nothing", _("Nothing")

    workshop = models.OneToOneField(Workshop, models.CASCADE, related_name="kept")
    took_part = models.PositiveIntegerField(default=0)
    agree = models.PositiveIntegerField(default=0)
    earlier = models.PositiveIntegerField(default=0)
    entered = models.PositiveIntegerField(default=0)
    starting = models.PositiveIntegerField(default=0)
    quoting = models.CharField(max_length=8, choices=Quoting, default=Quoting.NOTHING)

    class Meta:
        constraints = [one_of("quoting", "all checked nothing", "kept_quoting")]

    def __str__(self) -> str:
        return str(self.took_part)


class KeptShift(models.Model):
    """What moved between two sorts, of one card; without a card, how many people answered both."""

    before = models.ForeignKey(Round, models.CASCADE, related_name="+")
    after = models.ForeignKey(Round, models.CASCADE, related_name="kept_shifts")
    card = models.ForeignKey(Card, models.CASCADE, null=True, blank=True, related_name="+")
    people = models.PositiveIntegerField(default=0)
    moved_in = models.PositiveIntegerField(default=0)
    moved_out = models.PositiveIntegerField(default=0)
    stayed = models.PositiveIntegerField(default=0)
    other = models.PositiveIntegerField(default=0)
    is_withheld = models.BooleanField(default=False)

    class Meta:
        constraints = [unique("before", "after", "card", name="kept_shift_once")]

    def __str__(self) -> str:
        return f"{self.before_id} {self.after_id} {self.people}"


KEPT = LookUp(lambda workshop: Kept.objects.filter(workshop=workshop))


def kept_of(workshop: Workshop) -> Kept | None:
    """Return the figures of an unlinked workshop, in one query; ``None`` where the links stand."""
    return figures_kept(workshop) if workshop.is_unlinked else None


def figures_kept(workshop: Workshop) -> Kept | None:
    """Return the figures that were kept of a workshop that is unlinked, or was brought back from a file."""
    return once(workshop, _kept, workshop)


def _kept(workshop: Workshop) -> Kept | None:
    return next(iter(KEPT(workshop)), None)


def quoting_of(workshop: Workshop) -> str:
    """Return what may be quoted of words without an author; nothing where links stand."""
    kept = kept_of(workshop)
    return kept.quoting if kept else Kept.Quoting.NOTHING


def stop_quoting(workshop: Workshop) -> bool:
    """Let nothing of an unlinked workshop be quoted any more: whose words are whose, nobody can say.

    Returns:
        whether something could be quoted until now.
    """
    quoted = Kept.objects.filter(workshop=workshop).exclude(quoting=Kept.Quoting.NOTHING)
    return bool(quoted.update(quoting=Kept.Quoting.NOTHING))
