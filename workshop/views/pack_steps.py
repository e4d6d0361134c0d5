"""How far somebody's pack has come, as the steps beside it say it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.models.extra_time import until_for
from workshop.models.pack import OwnPack
from workshop.models.prompts import account_title
from workshop.templatetags.addresses import address
from workshop.templatetags.moments import moment

DONE, NOW, TO_COME = "done", "now", "to_come"
PAGE = ("read", "comments", "account", "sort", "other", "finish")
CHECK = ("comments", "blanks", "account", "sort", "other")


@dataclass(frozen=True)
class PackStep:
    """One step: what it is called, how it stands, where it leads, and its state."""

    key: str
    name: str
    say: str
    url: str
    state: str = TO_COME


def pack_steps(pack: OwnPack, keys: Sequence[str] = PAGE, now: str = "") -> list[PackStep]:
    """Return the steps of a pack.

    Args:
        keys: which steps, in their order.
        now: the key of the step that this page is; if that is done, the next one that is not. Empty for none.
    """
    states = _done(pack)
    keys = [key for key in keys if key not in _absent(pack)]
    left = [key for key in keys if not states[key]] if now else []
    here = now if now in left else next(iter(left), "")
    words = _words(pack, states)
    return [
        PackStep(key, *words[key], DONE if states[key] else NOW if key == here else TO_COME) for key in keys
    ]


def until(pack: OwnPack) -> str:
    """Say until when the pack can be changed, as `moment` does; empty if nobody has said."""
    closes_at = until_for(pack.round, pack.seat)
    return moment(pack.seat.workshop, closes_at) if closes_at else ""


def _absent(pack: OwnPack) -> set[str]:
    """Return the steps that a pack does not have."""
    absent = set() if pack.accounts else {"account"}
    return absent if pack.boxes else absent | {"comments", "sort"}


def _done(pack: OwnPack) -> dict[str, bool]:
    begun = pack.commented or pack.written or pack.placed or pack.blanks
    begun = bool(begun or pack.seat.done_at or pack.seat.read_at)
    return {
        "read": begun or bool(pack.other and pack.other.saved),
        "comments": bool(pack.boxes) and pack.commented == len(pack.boxes),
        "blanks": bool(pack.proposed),
        "account": bool(pack.accounts) and pack.written == len(pack.accounts),
        "sort": bool(pack.to_place) and pack.placed >= pack.to_place,
        "other": bool(pack.other and pack.other.saved),
        "finish": bool(pack.seat.done_at),
    }


def _words(pack: OwnPack, states: Mapping[str, bool]) -> dict[str, tuple[str, str, str]]:
    slug = pack.seat.workshop.slug
    page, finish = address("pack", slug=slug), address("pack-finish", slug=slug)
    sort = address("sort", slug=slug, number=pack.round.number) if pack.round else ""
    not_yet = _("Not started")
    written = _("Done") if pack.other and pack.other.saved else not_yet
    commented = _("%(n)s of %(cards)s have a comment") % {"n": pack.commented, "cards": len(pack.boxes)}
    placed = _("%(n)s of %(cards)s are sorted") % {"n": pack.placed, "cards": pack.to_place}
    return {
        "read": (_("Read the instructions"), _("Done") if states["read"] else not_yet, f"{page}#main"),
        "comments": (_("Comment on each card"), commented if pack.commented else not_yet, f"{page}#comments"),
        "blanks": (_("Fill in blank cards"), _blanks_said(pack), f"{page}#blank"),
        "account": (account_title(pack.seat.workshop), _accounts_said(pack), f"{page}#account"),
        "sort": (_("Sort the cards"), placed if pack.placed else not_yet, sort),
        "other": (_("Any other comments"), written, f"{page}#other"),
        "finish": (_("Check and finish"), _last_word(pack), finish),
    }


def _blanks_said(pack: OwnPack) -> str:
    if not pack.blanks:
        return _("None, which is fine")
    drafts = len(pack.blanks) - pack.proposed
    said = ngettext("%(n)s is proposed", "%(n)s are proposed", pack.proposed) % {"n": pack.proposed}
    if not drafts:
        return said
    left = ngettext("%(n)s has no title yet", "%(n)s have no title yet", drafts) % {"n": drafts}
    return f"{said}; {left}"


def _accounts_said(pack: OwnPack) -> str:
    if not pack.written:
        return _("Optional")
    return _("%(n)s of %(all)s answered, as you like") % {"n": pack.written, "all": len(pack.accounts)}


def _last_word(pack: OwnPack) -> str:
    if not pack.is_open:
        return _("The pack is not open now")
    if not until(pack):
        return _("You can still change things")
    return format_html(_("You can still change things until {time}"), time=until(pack))
