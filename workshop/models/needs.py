"""What people need to take part, asked once at the start of the pack: needs, and never why."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from .people import Seat
from .refusals import Forbidden, Invalid, Stale
from .text import LIMITS, CleanCharField, checked_text
from .workshops import Workshop

# What Roundel does by itself, as soon as it is ticked; and what facilitators arrange.
AT_ONCE = {
    "larger_text": _("Larger text, on every page"),
    "no_timers": _("No countdowns: words where a timer would run"),
    "plain_words": _("Short, plain instructions in the pack and the card sort"),
    "large_print": _("My pack in large print"),
    "word_file": _("My pack as a Word file"),
}
ARRANGED = {
    "extra_time": _("Extra time for my pack"),
    "somebody_enters": _("Somebody who enters my answers for me"),
}
# The same in few words, for who arranges the workshop.
NAMES = {
    "larger_text": _("larger text"),
    "no_timers": _("no countdowns"),
    "plain_words": _("plain instructions"),
    "large_print": _("large print"),
    "word_file": _("a Word file"),
    "extra_time": _("extra time"),
    "somebody_enters": _("somebody who enters their answers"),
}
MORE = {"more": _("something else, in words of their own")}
TEXT_COOKIE, LARGER = "text", "larger"  # how large a browser writes pages that are in no workshop
BEFORE = ("word_file",)  # of no use to who leads the hour


class Need(models.Model):
    """What one person needs. It goes with the seat, and no export has it.

    ``proxy`` is the facilitator who ticked it, as the person said it.
    """

    seat = models.OneToOneField(Seat, models.CASCADE, related_name="need")
    larger_text = models.BooleanField(default=False)
    no_timers = models.BooleanField(default=False)
    plain_words = models.BooleanField(default=False)
    large_print = models.BooleanField(default=False)
    word_file = models.BooleanField(default=False)
    extra_time = models.BooleanField(default=False)
    somebody_enters = models.BooleanField(default=False)
    more = CleanCharField(max_length=LIMITS["title"], blank=True)
    proxy = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    rev = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return ", ".join(self.keys)

    @property
    def keys(self) -> list[str]:
        """What is ticked, in the order in which it is asked."""
        return [key for key in NAMES if getattr(self, key)]

    @property
    def asks(self) -> bool:
        """Whether the facilitators have something to arrange of it."""
        return bool(self.more or ARRANGED.keys() & set(self.keys))

    @property
    def names(self) -> list[str]:
        """The same in few words, and what else they wrote at the end."""
        return [*(str(NAMES[key]) for key in self.keys), *filter(None, [self.more])]

    @property
    def is_theirs(self) -> bool:
        """Whether the person ticked or wrote something themselves, so that nobody else changes it.

        Who pressed that nothing is needed may say more aloud: nothing of theirs is written over.
        """
        return bool(self.rev and self.proxy_id is None and self.names)

    def change(self, wanted: "WantedNeeds", rev: int, by: Seat) -> bool:
        """Become what is wanted, and return whether it was anything else before, or somebody else's.

        Args:
            by: the person, or the facilitator who ticks it for them.

        Raises:
            Forbidden: somebody else ticks it, and it is theirs.
            Stale: it was changed meanwhile. Invalid: there is no such need, or the words are too long.
        """
        keys, more = wanted.checked()
        proxy_id = None if by.pk == self.seat_id else by.pk
        if proxy_id and self.is_theirs:
            raise Forbidden(_t("They said this themselves, so only they can change it. Nothing was changed."))
        if self.rev and (keys, more, proxy_id) == (set(self.keys), self.more, self.proxy_id):
            return False
        if self.rev != rev:
            raise Stale(_t("This was changed in another window. Look at what it says now, then save again."))
        for key in NAMES:
            setattr(self, key, key in keys)
        self.more, self.proxy_id, self.rev, self.at = more, proxy_id, self.rev + 1, timezone.now()
        return True


@dataclass(frozen=True)
class WantedNeeds:
    """What a form says that somebody needs; nothing at all is an answer too."""

    keys: Collection[str] = ()
    more: str = ""

    def checked(self) -> tuple[set[str], str]:
        """Return the keys and the words, cleaned."""
        if not set(self.keys) <= NAMES.keys():
            raise Invalid(_t("Tick what is in the list. Nothing was changed."), field="needs")
        more = checked_text(self.more, limit=LIMITS["title"], name=_t("Something else"), line=True)
        return set(self.keys), more


def need_of(seat: Seat) -> Need:
    """Return what a seat needs; one that says nothing (rev 0) for who was not asked yet."""
    return Need.objects.filter(seat=seat).first() or Need(seat=seat)


def needs_counted(workshop: Workshop, *, beforehand: bool = False) -> list[tuple[str, int]]:
    """Return in few words what people need in the hour, and how many of them: nobody's name, in one query.

    That somebody wrote what else would help is counted last; their words are not told.

    Args:
        beforehand: whether what is only of use before the hour is among it.
    """
    rows = Need.objects.filter(seat__in=Seat.objects.answering().filter(workshop=workshop))
    keys = [key for key in NAMES if beforehand or key not in BEFORE]
    asked = {key: models.Q(**{key: True}) for key in keys} | {"more": ~models.Q(more="")}
    found = rows.aggregate(**{key: models.Count("pk", filter=which) for key, which in asked.items()})
    return [(str((NAMES | MORE)[key]), found[key]) for key in asked if found[key]]
