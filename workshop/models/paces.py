"""How fast simulated leaders go, in a rehearsal."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Pace(models.TextChoices):
    """None in a real workshop; they rest by themselves once nobody looks."""

    NONE = "", _("No simulated leaders")
    SLOW = "slow", _("Slow")
    LIFE = "life", _("As in life")
    FAST = "fast", _("Fast")
    PAUSED = "paused", _("Pause")
    RESTING = "resting", _("At rest, while nobody looks")


SPEEDS = {Pace.SLOW: 0.5, Pace.LIFE: 1.0, Pace.FAST: 6.0}  # seconds of theirs to one on the clock
CHOSEN = (Pace.PAUSED, *SPEEDS)  # what a facilitator can choose
