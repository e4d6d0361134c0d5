"""The agenda as everyone sees it: what is done, what is on now, what comes next."""

from dataclasses import dataclass, replace
from itertools import pairwise

from django.utils.translation import gettext as _

from workshop.models import Card, Step, Workshop
from workshop.models.agenda import last_moved, log_of, steps_of
from workshop.models.lineage import lineage_of
from workshop.models.once import once
from workshop.models.read_cards import cards_on_table
from workshop.models.wording import in_place, in_words

from .gone import is_gone
from .now import name_of

MOST_NEW = 2


@dataclass
class Item:
    """One line of the agenda; ``state`` is done, now, next, gone or empty; ``aside`` its time or a word.

    What ``waits`` is a discussion or a question that has not begun.
    ``to_ask`` says that its title is a question that nobody has been asked yet: it is for who leads alone.
    """

    uid: str
    kind: str
    label: str
    title: str
    state: str = ""
    aside: str = ""
    up: bool = False
    down: bool = False
    waits: bool = False
    to_ask: bool = False


def items_of(workshop: Workshop) -> list[Item]:
    """Return the agenda in order, in one query (three with cards in it that this page has not read)."""
    steps = once(workshop, steps_of, workshop)
    items = [_item(step, workshop) for step in steps]
    _mark_next(items, steps, workshop)
    if not workshop.is_closed:
        for n, (step, after) in enumerate(pairwise(steps)):
            items[n].down = items[n + 1].up = step.is_movable and after.is_movable
    return items


def standing(workshop: Workshop, step: Step, what: str) -> str:
    """Return in a sentence, for who leads, that ``what`` is on the agenda, and where."""
    steps = once(workshop, steps_of, workshop)
    at = next((n for n, each in enumerate(steps) if each.pk == step.pk), 0)
    if at and steps[at - 1].pk == workshop.step_id:
        return _("%(what)s is on the agenda, to come next.") % {"what": what}
    if not at:
        return _("%(what)s is on the agenda.") % {"what": what}
    after = {"what": what, "before": name_of(steps[at - 1]).rstrip(".")}
    return _("%(what)s is on the agenda, after “%(before)s”.") % after


def moved_says(item: Item, place: int, of: int) -> str:
    """Return where a step stands that was moved: ``Card 3 is now second of six.``"""
    name = (
        _("Card %(label)s") % {"label": item.label}
        if item.label
        else _("“%(title)s”") % {"title": item.title}
    )
    words = {"name": name, "place": in_place(place), "of": in_words(of)}
    return _("%(name)s is now %(place)s of %(of)s.") % words


def news_of(workshop: Workshop, items: list[Item], ordered: str) -> str:
    """Return what tells a change of the order: which step was moved where, or else ``ordered``.

    Nothing of a step that was moved and has gone since, or that was brought ahead.
    """
    if workshop.ordered_by != Workshop.Order.HAND:
        return ordered if workshop.ordered_by else ""
    moved = last_moved(once(workshop, log_of, workshop))
    if not moved:
        return ordered
    item = next((item for item in items if item.uid == moved["step"]), None)
    return moved_says(item, int(moved["place"]), int(moved["of"])) if item and "place" in moved else ""


def unlisted(workshop: Workshop, items: list[Item]) -> list[Card]:
    """Return the newest cards that stand for cards gone from this agenda, and that no step of it is about."""
    if not any(item.state == "gone" for item in items):
        return []
    known = {step.card_id for step in once(workshop, steps_of, workshop)}
    lineage = once(workshop, lineage_of, workshop)
    cards = [card for card in once(workshop, cards_on_table, workshop) if card.pk not in known]
    return [card for card in cards if lineage.origins(card.pk)][-MOST_NEW:]


def for_everybody(items: list[Item]) -> list[Item]:
    """Return the agenda without the words of the questions that are still to be asked."""
    question = str(Step.Kind.QUESTION.label)
    return [replace(item, title=question) if item.to_ask else item for item in items]


def _item(step: Step, workshop: Workshop) -> Item:
    item = Item(str(step.uid), step.kind, step.card.label if step.card else "", name_of(step))
    item.to_ask = step.prompt_id is not None and step.started_at is None
    is_on = step.pk == workshop.step_id
    if is_on and not workshop.is_closed:
        item.state, item.aside = "now", _("now")
    elif is_on or step.state == Step.State.DONE:
        item.state, item.aside = "done", _begun(step, workshop)
    elif step.card and is_gone(step.card):
        status = Card.Status.UNDONE if step.card.is_blank else Card.Status(step.card.status)
        item.state, item.aside = "gone", str(status.label).lower()
    asked = step.kind in (Step.Kind.CARD, Step.Kind.QUESTION)
    item.waits = asked and not item.state and step.started_at is None
    return item


def _begun(step: Step, workshop: Workshop) -> str:
    started = workshop.local(step.started_at)
    return f"{started:%H:%M}" if started else ""


def _mark_next(items: list[Item], steps: list[Step], workshop: Workshop) -> None:
    if workshop.is_closed:
        return
    at = next((n for n, step in enumerate(steps) if step.pk == workshop.step_id), -1)
    ahead = items[at + 1 :]
    waiting = [item for item in ahead if not item.state]
    been = [
        item for item in ahead if item.state == "done"
    ]  # after going back, what comes next has been before
    for item in (waiting or been)[:1]:
        item.state, item.aside = "next", _("next")
