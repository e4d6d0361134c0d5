"""What each audience is sent: one fragment is one template with one DOM id, `live-<name>`, for one audience.

Pages and pushes render fragments here and nowhere else, so a page shows exactly what a push sends. The
words and numbers come from `workshop.live.contexts`: one function for each fragment, `(workshop, audience)`.
"""

from collections.abc import Callable, Collection, Container, Iterable, Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.module_loading import import_string
from django.utils.safestring import SafeString
from django.utils.translation import override

from workshop.models import Workshop
from workshop.models.agenda import steps_of
from workshop.models.audiences import FACILITATORS, PARTICIPANTS, SCREEN
from workshop.models.once import once, together

Builder = Callable[[Workshop, str], dict[str, Any]]
Reader = tuple[str, str]  # an audience, and the language of some of it

SYNTHESIS = ("proposal", "changes")
FRAGMENTS = {
    FACILITATORS: (
        "stage",
        "controls",
        "agenda",
        "tally",
        "comments",
        "people",
        "chair",
        "packs",
        "gestures",
        "hands",
        "timer",
        *SYNTHESIS,
    ),
    PARTICIPANTS: (
        "stage",
        "agenda",
        "tally",
        "comments",
        "chair",
        "begun",
        "where",
        "here",
        "hands",
        "timer",
        *SYNTHESIS,
    ),
    SCREEN: ("stage", "tally", "comments", "proposal", "here", "hands", "timer"),
}
BESIDE = ("begun",)  # all that a page beside the room shows
ASIDE = (*BESIDE, "where", "hands", "timer")  # where it asks for answers to a round in the hour
ROOM = tuple(name for name in FRAGMENTS[PARTICIPANTS] if name not in (*BESIDE, "where"))
OVERVIEW = ("packs",)
DESK = tuple(name for name in FRAGMENTS[FACILITATORS] if name not in OVERVIEW)
ELSEWHERE = {(FACILITATORS, "packs"): "workshop/overview/_packs.html"}


def template_of(audience: str, name: str) -> str:
    """Return the template of a fragment."""
    return ELSEWHERE.get((audience, name), f"workshop/live/{audience}/_{name}.html")


def builder_of(name: str) -> Builder:
    """Return the function that gathers what a fragment shows."""
    builder: Builder = import_string(f"workshop.live.contexts.{name}")
    return builder


def regions(workshop: Workshop, audience: str, names: Iterable[str] | None = None) -> dict[str, SafeString]:
    """Render fragments for an audience; a page puts them in as ``{{ regions.stage }}``.

    Args:
        names: which ones, all that the audience has by default; those it does not have are left out.
    """
    wanted = FRAGMENTS[audience] if names is None else set(names)
    with together(workshop):
        _read_ahead(workshop, wanted)
        return {name: _render(workshop, audience, name) for name in FRAGMENTS[audience] if name in wanted}


def render(workshop_id: int, wanted: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Read a workshop afresh and return, by audience, the wanted fragments one after another.

    What several of them show is read once for all. Empty if the workshop is gone.
    """
    workshop = Workshop.objects.filter(pk=workshop_id).first()
    if workshop is None:
        return dict.fromkeys(wanted, "")
    with together(workshop):
        return {audience: _in_order(workshop, audience, set(names)) for audience, names in wanted.items()}


def render_here(workshop_id: int, readers: Collection[Reader]) -> dict[Reader, str]:
    """Read afresh who is here and return it for each audience, in each language that some of it read."""
    found: dict[Reader, str] = {}
    for language in {language for _audience, language in readers}:
        audiences = [audience for audience, wanted in readers if wanted == language]
        with override(language):
            written = render(workshop_id, dict.fromkeys(audiences, ("here",)))
        found |= {(audience, language): html for audience, html in written.items()}
    return found


def _in_order(workshop: Workshop, audience: str, names: set[str]) -> str:
    _read_ahead(workshop, names)
    return "".join(_render(workshop, audience, name) for name in FRAGMENTS[audience] if name in names)


def _read_ahead(workshop: Workshop, names: Container[str]) -> None:
    """Read the whole agenda before the stage, which is one step of it."""
    if "agenda" in names:
        once(workshop, steps_of, workshop)


def _render(workshop: Workshop, audience: str, name: str) -> SafeString:
    context = {"workshop": workshop, "audience": audience, **builder_of(name)(workshop, audience)}
    return render_to_string(template_of(audience, name), context)
