"""What the chair can press now: one main action, at most two beside it, and the way back.

A control is a button of the desk's form, which stands outside the fragments: it carries its own address.
Where it asks first, the browser adds how many have answered by then from the page: see `confirm.js`.
"""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from workshop.models import Card, Round, Step, Workshop
from workshop.models.counting import answered
from workshop.models.extra_time import pack_close_said
from workshop.models.once import once

from .agenda import Item, items_of
from .back import asks, way_back
from .closing import closing_text, hidden_rounds
from .control import Control, stage_url
from .now import Now, look
from .questions import question_controls, question_says
from .revealing import awaits_close, order_by_poll, reveal_text
from .sentences import answered_sentence

MOST_HEIRS = 2


def controls(workshop: Workshop, audience: str) -> dict[str, Any]:
    """Return the bar at the foot of the desk: what is on the stage, who has answered, what can be pressed."""
    now = once(workshop, look, workshop)
    round = asking(now)
    says = answered_sentence(round, once(workshop, answered, round)) if round else question_says(now)
    pressed = controls_of(now, once(workshop, items_of, workshop))
    context = {"workshop": workshop, "now": now, "says": says, "controls": pressed}
    return context | {"awaits": awaits_close(now, round)}


def asking(now: Now) -> Round | None:
    """Return the round that the controls would close or reveal; none if there is none."""
    if now.workshop.is_closed:
        return None
    rounds = hidden_rounds(now.workshop) if now.kind == Step.Kind.RESULTS else [now.round]
    return next((each for each in rounds if each and not each.is_draft and not each.is_revealed), None)


def controls_of(now: Now, items: list[Item]) -> list[Control]:
    """Return the controls for what is on the stage, the way back first, then the main one."""
    if now.workshop.is_closed:
        return []
    return [*way_back(now, items), *_onward(now, items)]


def _onward(now: Now, items: list[Item]) -> list[Control]:
    if now.round and not now.is_revealed:
        return [*_for_round(now, now.round), *_next(now, items, main=False)]
    if now.prompt and not now.prompt.is_shown:
        return [*question_controls(now, now.prompt), *_next(now, items, main=False)]
    if now.step and now.part == "break":
        return [*_next(now, items, main=True), _longer(now.workshop, now.step)]
    if now.kind == Step.Kind.RESULTS:
        return _for_results(now, items)
    if now.kind == Step.Kind.CLOSE:
        return [_closing(now.workshop, items)]
    if now.gone and now.gone.heirs:
        return [*_bring(now, now.gone.heirs[:MOST_HEIRS]), *_next(now, items, main=False)]
    return [*_next(now, items, main=True), *order_by_poll(now)]


def _round_url(name: str, round: Round) -> str:
    return reverse(name, kwargs={"slug": round.workshop.slug, "number": round.number})


def _reveal(round: Round, label: str, *, main: bool = True) -> Control:
    return Control(
        "reveal" if main else f"reveal-{round.number}",
        label,
        _round_url("round-revelation", round),
        main=main,
        title=_("Reveal the result to everybody?"),
        text=reveal_text(round),
        button=label,
        counts=True,
    )


def _close(round: Round, label: str, *, main: bool = False) -> Control:
    """Close a round at once where all have answered; else ask first."""
    url = _round_url("round-closing", round)
    if not asks_to_close(round):
        return Control("shut", label, url, main=main)
    title, text = closing_question(round)
    return Control("shut", label, url, main=main, title=title, text=text, button=label, counts=True)


def asks_to_close(round: Round) -> bool:
    """Whether closing is asked about first: while answers are awaited, and for packs whoever has answered."""
    counts = once(round.workshop, answered, round)
    return round.is_pack or counts.count < counts.seats


def closing_question(round: Round) -> tuple[str, str]:
    """Return what is asked before a round is closed that people still answer: a title and a text."""
    if round.is_pack:
        return _("Close the packs?"), pack_close_said(round)
    text = _("The others can no longer answer, unless you open the round again before the reveal.")
    return _("Close the round?"), text


def _for_round(now: Now, round: Round) -> list[Control]:
    if now.state == "draft":
        return [Control("open", _("Open the round"), _round_url("round-opening", round), main=True)]
    again = Control("open", _("Open again"), _round_url("round-opening", round))
    other = again if now.state == "closed" else _close(round, _("Close without revealing"))
    return [_reveal(round, _("Reveal the result")), other]


def _next(now: Now, items: list[Item], *, main: bool) -> list[Control]:
    item = next((item for item in items if item.state == "next"), None)
    if item is None:
        return []
    name = _("card %(label)s") % {"label": item.label} if item.label else item.title
    words = _("Next: %(step)s") if now.step else _("Begin: %(step)s")
    label, url = words % {"step": name}, stage_url(now.workshop)
    return [Control("next", label, url, "step", item.uid, main, **asks(now, item.kind, items))]


def _longer(workshop: Workshop, step: Step) -> Control:
    """Let the break on the stage go on a little."""
    url = reverse("step", kwargs={"slug": workshop.slug, "step": step.uid})
    return Control("longer", _("5 minutes more"), url, "move", f"longer-{step.minutes}")


def _bring(now: Now, heirs: list[Card]) -> list[Control]:
    """Offer the cards that stand in the place of the one in front, which is gone."""
    words, url = _("Bring card %(label)s to the front"), stage_url(now.workshop)
    return [
        Control(f"bring-{n}", words % {"label": card.label}, url, "card", str(card.uid), main=n == 0)
        for n, card in enumerate(heirs)
    ]


def _for_results(now: Now, items: list[Item]) -> list[Control]:
    """Offer to close, then to reveal, the first round that still hides its result, and to reveal the next."""
    round = asking(now)
    if round is None:
        return _next(now, items, main=True)
    n = {"n": round.number}
    if round.is_open:
        close = _("Close the packs") if round.is_pack else _("Close round %(n)s") % n
        first = _close(round, close, main=True)
    else:
        first = _reveal(round, _("Reveal the card sort") if round.is_pack else _("Reveal round %(n)s") % n)
    words = _("Reveal round %(n)s")
    others = [_reveal(r, words % {"n": r.number}, main=False) for r in hidden_rounds(now.workshop)[1:2]]
    return [first, *others, *_next(now, items, main=False)]


def _closing(workshop: Workshop, items: list[Item]) -> Control:
    return Control(
        "close",
        _("Close the workshop"),
        reverse("workshop-closing", kwargs={"slug": workshop.slug}),
        main=True,
        title=_("Close the workshop?"),
        text=closing_text(workshop, items),
        button=_("Close the workshop"),
    )
