"""What is left for one person in their own pack, in words for a letter to them alone."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .pack import OwnPack, own_pack
from .people import Seat


def left_in_pack(seat: Seat) -> str:
    """Return what a seat has not filled in so far, a line each; nothing of what anybody wrote."""
    pack = own_pack(seat)
    if seat.done_at:
        return _("You have said that your pack is done.")
    lines = [*_cards(pack), *_accounts(pack)]
    return "\n".join(lines or [_("Everything in your pack has an answer. Say that it is done, when it is.")])


def _cards(pack: OwnPack) -> list[str]:
    cards, bare = len(pack.boxes), len(pack.boxes) - pack.commented
    lines = []
    if bare:
        says = ngettext(
            "%(n)s of %(all)s cards has no comment from you yet.",
            "%(n)s of %(all)s cards have no comment from you yet.",
            bare,
        )
        lines.append(says % {"n": bare, "all": cards})
    if unplaced := pack.to_place - pack.placed:
        says = ngettext(
            "%(n)s of %(all)s cards has no place in a circle from you yet.",
            "%(n)s of %(all)s cards have no place in a circle from you yet.",
            unplaced,
        )
        lines.append(says % {"n": unplaced, "all": pack.to_place})
    return lines


def _accounts(pack: OwnPack) -> list[str]:
    prompts, bare = len(pack.accounts), len(pack.accounts) - pack.written
    if not bare:
        return []
    says = ngettext(
        "%(n)s of %(all)s questions has no answer from you yet.",
        "%(n)s of %(all)s questions have no answer from you yet.",
        bare,
    )
    return [says % {"n": bare, "all": prompts}]
