"""What simulated leaders are at, in a sentence for whoever rehearses; and the paces that can be chosen."""

from collections import Counter
from collections.abc import Callable
from uuid import UUID, uuid4

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.analysis.rehearsal import scene as parts
from workshop.analysis.rehearsal.plan import deeds
from workshop.analysis.rehearsal.scene import Deed, Opened
from workshop.models import Workshop
from workshop.models.paces import CHOSEN, Pace
from workshop.models.rehearsals import cast_of, scene_of

register = template.Library()
Says = Callable[[int, int], str]  # of how many that still have to do something, of all


@register.simple_tag
def new_uid() -> UUID:
    """Return a name for what a form makes, so that sending it twice makes one."""
    return uuid4()


@register.filter
def paces(workshop: Workshop) -> list[tuple[str, str]]:
    """Return the paces that can be chosen, each with what its button says."""
    return [(pace.value, str(pace.label)) for pace in CHOSEN]


def doing_now(workshop: Workshop) -> str:
    """Say what the simulated leaders are at, or what they wait for, and so what could come next."""
    if workshop.is_closed:
        return _("The workshop is closed. Look at the results and the files, then end the rehearsal.")
    waits = _waits(workshop)
    return waits or _at(workshop)


def _waits(workshop: Workshop) -> str:
    if workshop.pace == Pace.PAUSED:
        return _("They wait. Choose a pace, and they go on.")
    if workshop.pace == Pace.RESTING:
        return _("They rest, since nobody looked for some minutes. Choose a pace, and they go on.")
    if not workshop.pace:
        return _("This came from a file, so nobody plays it.")
    return ""


def _at(workshop: Workshop) -> str:
    cast = cast_of(workshop)
    scene = scene_of(workshop, cast)
    left = deeds(scene)
    counted = [(each, *_counted(each, left, len(cast))) for each in scene.opened]
    said = [SAYS[each.kind](n, of) for each, n, of in counted if n or not _is_behind(each, workshop)]
    if said:
        return " ".join(said)
    pack = workshop.pack_round()
    if pack and pack.is_draft:
        return _("They wait for you to open the pack.")
    if not workshop.is_live:
        return _("They wait for you to begin, at the desk.")
    return _("They have nothing to do now. Go on when you like.")


def _counted(opened: Opened, left: list[Deed], leaders: int) -> tuple[int, int]:
    """Return how many leaders still have something to do there, and how many there are."""
    return len(Counter(deed.leader for deed in left if deed.within == opened.name)), leaders


def _is_behind(opened: Opened, workshop: Workshop) -> bool:
    """Whether it is a pack that is in, in a workshop that has begun: nothing more is said of that."""
    return opened.kind == parts.PACK and workshop.is_live


def _pack(n: int, of: int) -> str:
    if not n:
        return _("All packs are in. Close the pack, or go to the desk.")
    return ngettext(
        "%(n)s of %(of)s is still at the pack.", "%(n)s of %(of)s are still at their packs.", n
    ) % {"n": n, "of": of}


def _round(n: int, of: int) -> str:
    if not n:
        return _("Everybody has answered. Reveal the result when you like.")
    return ngettext("%(n)s of %(of)s still answers.", "%(n)s of %(of)s still answer.", n) % {"n": n, "of": of}


def _welcome(n: int, of: int) -> str:
    if not n:
        return _("All are ready. Go on to the next step.")
    return _("They write ground rules and agree to them. %(n)s of %(of)s are not ready yet.") % {
        "n": n,
        "of": of,
    }


def _card(n: int, of: int) -> str:
    if not n:
        return _("Nobody has more to say about this card. Lower any hand that is up, and go on.")
    return ngettext(
        "They talk: %(n)s has something to say or to ask.",
        "They talk: %(n)s have something to say or to ask.",
        n,
    ) % {"n": n}


def _question(n: int, of: int) -> str:
    if not n:
        return _("All who answer have answered. Show the answers when you like.")
    return ngettext("%(n)s of %(of)s writes an answer.", "%(n)s of %(of)s write an answer.", n) % {
        "n": n,
        "of": of,
    }


def _text(n: int, of: int) -> str:
    if not n:
        return _("All have said what they think of the text. Go on when you like.")
    return _("They write the text together, and say what they think of it.")


def _proposal(n: int, of: int) -> str:
    if not n:
        return _("All have answered what you put to them. Make the change, or drop it.")
    return ngettext(
        "%(n)s of %(of)s has still to say what they think of the change.",
        "%(n)s of %(of)s have still to say what they think of the change.",
        n,
    ) % {"n": n, "of": of}


def _change(n: int, of: int) -> str:
    if not n:
        return _("They look at the table. One has proposed a merge: put it to the group, or change cards.")
    return _("They look at the table, say where they would begin, and one proposes a merge.")


SAYS: dict[str, Says] = {
    parts.PACK: _pack,
    parts.POLL: _round,
    parts.SORT: _round,
    parts.SPECTRUM: _round,
    parts.WELCOME: _welcome,
    parts.CARD: _card,
    parts.QUESTION: _question,
    parts.TEXT: _text,
    parts.PROPOSAL: _proposal,
    parts.CHANGE: _change,
}
