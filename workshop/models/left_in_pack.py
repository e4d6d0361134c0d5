"""What is left for one person in their own pack, in words for a letter to them alone."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .pack import OwnPack


def left_in_pack(pack: OwnPack) -> str:
    """Return how far a seat is, a line for each part that is not full; nothing of what anybody wrote.

    It reproaches nobody: boxes may stay empty.
    """
    if pack.seat.done_at:
        return _("You have said that your pack is done.")
    lines = [*_cards(pack), *_accounts(pack)]
    return "\n".join(lines or [_("Everything in your pack has an answer. Say that it is done, when it is.")])


def _cards(pack: OwnPack) -> list[str]:
    cards, to_place = len(pack.boxes), pack.to_place
    lines = []
    if pack.commented < cards:
        none = ngettext("%(all)s card to comment on", "%(all)s cards to comment on", cards)
        some = ngettext(
            "Comments on %(n)s of %(all)s card so far", "Comments on %(n)s of %(all)s cards so far", cards
        )
        lines.append(_so_far(none, some, pack.commented, cards))
    if pack.placed < to_place:
        none = ngettext("%(all)s card to put in a circle", "%(all)s cards to put in the circles", to_place)
        some = ngettext(
            "%(n)s of %(all)s card put in a circle so far",
            "%(n)s of %(all)s cards put in the circles so far",
            to_place,
        )
        lines.append(_so_far(none, some, pack.placed, to_place))
    return lines


def _accounts(pack: OwnPack) -> list[str]:
    prompts = len(pack.accounts)
    if pack.written == prompts:
        return []
    none = ngettext("%(all)s question to answer", "%(all)s questions to answer", prompts)
    some = ngettext(
        "Answers to %(n)s of %(all)s question so far", "Answers to %(n)s of %(all)s questions so far", prompts
    )
    return [_so_far(none, some, pack.written, prompts)]


def _so_far(none: str, some: str, n: int, all: int) -> str:
    """Return a line of a list: what there is to do, or how much of it is done."""
    return "- " + (some if n else none) % {"n": n, "all": all}
