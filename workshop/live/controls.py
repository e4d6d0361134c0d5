"""What the chair can press now: one main action, and at most two beside it.

A control is a button of the desk's form, which stands outside the fragments: it carries its own address.
"""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from workshop.models import Round, Step, Workshop

from .agenda import Item
from .now import Now


@dataclass(frozen=True)
class Control:
    """A button: what it says, where it posts, what it sends, and the question it asks first, if any."""

    key: str
    label: str
    url: str
    name: str = ""
    value: str = ""
    main: bool = False
    title: str = ""
    text: str = ""
    button: str = ""


def stage_url(workshop: Workshop) -> str:
    """Return where the stage is moved, with the rev of the stage that the person sees."""
    return f"{reverse('stage', kwargs={'slug': workshop.slug})}?step_rev={workshop.step_rev}"


def controls_of(now: Now, items: list[Item]) -> list[Control]:
    """Return the controls for what is on the stage, the main one first."""
    if now.workshop.is_closed:
        return []
    if now.round and not now.is_revealed:
        return [*_for_round(now, now.round), *_next(now, items, main=False)]
    if now.kind == Step.Kind.RESULTS:
        return _for_results(now, items)
    if now.kind == Step.Kind.CLOSE:
        return [_closing(now.workshop)]
    return _next(now, items, main=True)


def _round_url(name: str, round: Round) -> str:
    return reverse(name, kwargs={"slug": round.workshop.slug, "number": round.number})


def _reveal(round: Round, label: str) -> Control:
    return Control(
        "reveal",
        label,
        _round_url("round-revelation", round),
        main=True,
        title=_("Reveal the result to everybody?"),
        text=_(
            "Everybody sees the totals at the same moment, and the round takes no more answers. "
            "It cannot be opened again."
        ),
        button=label,
    )


def _for_round(now: Now, round: Round) -> list[Control]:
    if now.state == "draft":
        return [Control("open", _("Open the round"), _round_url("round-opening", round), main=True)]
    again = Control("open", _("Open again"), _round_url("round-opening", round))
    close = Control("shut", _("Close without revealing"), _round_url("round-closing", round))
    return [_reveal(round, _("Reveal the result")), again if now.state == "closed" else close]


def _next(now: Now, items: list[Item], *, main: bool) -> list[Control]:
    item = next((item for item in items if item.state == "next"), None)
    if item is None:
        return []
    name = _("card %(label)s") % {"label": item.label} if item.label else item.title
    words = _("Next: %(step)s") if now.step else _("Begin: %(step)s")
    return [Control("next", words % {"step": name}, stage_url(now.workshop), "step", item.uid, main)]


def _for_results(now: Now, items: list[Item]) -> list[Control]:
    """Offer what still hides a result: the packs that are open, then the card sort that waits."""
    pack = now.workshop.pack_round()
    if pack is None or pack.is_draft or pack.is_revealed:
        return _next(now, items, main=True)
    if pack.is_open:
        close = Control(
            "shut",
            _("Close the packs"),
            _round_url("round-closing", pack),
            main=True,
            title=_("Close the packs?"),
            text=_("After this nobody can change a pack, unless you open it again before the reveal."),
            button=_("Close the packs"),
        )
        return [close, *_next(now, items, main=False)]
    return [_reveal(pack, _("Reveal the card sort")), *_next(now, items, main=False)]


def _closing(workshop: Workshop) -> Control:
    return Control(
        "close",
        _("Close the workshop"),
        reverse("workshop-closing", kwargs={"slug": workshop.slug}),
        main=True,
        title=_("Close the workshop?"),
        text=closing_text(),
        button=_("Close the workshop"),
    )


def closing_text() -> str:
    """Return what can no longer be done once the workshop is closed."""
    return _(
        "After this nobody can write, place, choose or move the stage, and it cannot be opened again. "
        "The results and what people wrote stay, and you can still take them out as files."
    )
