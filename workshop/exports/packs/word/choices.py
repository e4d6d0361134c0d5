"""What can be chosen in the fields of a pack, as values and words; whoever reads a file again knows both."""

from django.utils.translation import gettext as _

from workshop.exports.packs.content import Pack, PackCard

from .fields import Options

NEW = "new"
EARLIER = (NEW, "It adds a new tension")  # as files say that were taken before they said "card"


def places() -> Options:
    """Return where a card can belong."""
    return [("inner", _("Inner circle")), ("outer", _("Outer circle")), ("unplaced", _("Not placed"))]


def targets(pack: Pack) -> Options:
    """Return what a blank card can do: add a new card, or re-phrase the card with a number."""
    return [(NEW, _("It adds a new card")), *(_target(card) for card in pack.cards)]


def _target(card: PackCard) -> tuple[str, str]:
    return str(card.number), _("It re-phrases card %(label)s") % {"label": card.number}
