"""Cards that a template brings to be written over: one that still has such a title is not written yet."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from .cards import Card, CardQuerySet
from .languages import in_english
from .workshops import Workshop

FIRST = _("Your first uncertainty goes here")
SECOND = _("Your second uncertainty goes here")


def placeholders() -> CardQuerySet:
    """Return the cards on the table that still have a title to be written over, of all workshops.

    Who facilitates reads English, so what they make of a template is English too.
    """
    with in_english():
        titles = [str(FIRST), str(SECOND)]
    return Card.objects.filter(status=Card.Status.LIVE, texts__rev=F("rev"), texts__title__in=titles)


def unwritten(workshop: Workshop) -> int:
    """Return how many cards of a workshop are still to be written over."""
    return placeholders().filter(workshop=workshop).count()
