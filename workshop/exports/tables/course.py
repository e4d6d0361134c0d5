"""The set-up of the workshop, how the hour went, and what facilitators noted."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from workshop.exports.document import MOMENTS, Data

from .columns import BODY, OF_CARD, PERSON, WHEN
from .kit import Column, Kind, Row, Table, part


def _setup(document: Data) -> Iterator[Row]:
    for key, value in document["workshop"].items():
        if value not in (None, ""):
            yield {"key": key, "moment" if key in MOMENTS else "value": value}
    rules = document["ground_rules"]
    for key, value in (document["unlinked"] or {}).items():
        yield {"key": f"unlinked_{key}", "value": value}
    for key in ("agree", "agree_entered", "agreed_before_the_last_change"):
        yield {"key": f"ground_rules_{key}", "value": rules[key]}


def _agenda(document: Data) -> Iterator[Row]:
    asked = {each["uid"]: each["text"] for each in document["questions"]}
    for n, each in enumerate(document["agenda"], start=1):
        yield {"n": n, **each, "question": asked.get(each["question"])}


def _chairs(document: Data) -> Iterator[Row]:
    for each in document["chairs"]:
        steps = [
            step["kind"] if step["round"] is None else f"{step['kind']} {step['round']}"
            for step in each["steps"]
        ]
        yield {**each, "steps": "; ".join(steps)}


SETUP = Table(
    _("Set-up"),
    _("A row for each thing that was set for the workshop."),
    (
        Column("key", _("What")),
        Column("value", _("Value"), Kind.WORDS),
        Column("moment", _("When (UTC)"), Kind.MOMENT),
    ),
    _setup,
)
AGENDA = Table(
    _("Agenda"),
    _("A row for each step of the hour, in order."),
    (
        Column("n", _("Step"), Kind.NUMBER),
        Column("kind", _("Kind")),
        *OF_CARD,
        Column("round", _("Round"), Kind.NUMBER),
        Column("question", _("Question"), Kind.WORDS),
        Column("minutes", _("Minutes"), Kind.NUMBER),
        Column("on_stage", _("On the stage"), Kind.YES),
        Column("started_at", _("Began (UTC)"), Kind.MOMENT),
        Column("ended_at", _("Ended (UTC)"), Kind.MOMENT),
    ),
    _agenda,
)
CHAIRS = Table(
    _("Chairs"),
    _("A row for each time that somebody was in the chair."),
    (
        PERSON,
        Column("role", _("Role")),
        Column("how", _("How")),
        Column("by", _("By")),
        Column("from", _("From (UTC)"), Kind.MOMENT),
        Column("until", _("Until (UTC)"), Kind.MOMENT),
        Column("steps", _("Steps"), Kind.WORDS),
    ),
    _chairs,
)
HISTORY = Table(
    _("History"),
    _("A row for each thing that was done, in order."),
    (
        Column("n", _("Number"), Kind.NUMBER),
        Column("verb", _("What was done")),
        PERSON,
        WHEN,
    ),
    part("history"),
)
PREPARATION = Table(
    _("Preparation notes"),
    _("A row for each note that facilitators laid side by side before the first cards."),
    (
        Column("title", _("Title"), Kind.TITLE),
        BODY,
        PERSON,
        WHEN,
        Column("shared_at", _("Shared (UTC)"), Kind.MOMENT),
        Column("cards", _("Cards made of it"), Kind.CARDS),
    ),
    part("preparation_notes"),
)
MOMENTS_NOTED = Table(
    _("Notes on moments"),
    _("A row for each note on a moment that its author shared with the other facilitators."),
    (
        Column("at", _("Moment (UTC)"), Kind.MOMENT),
        PERSON,
        BODY,
        Column("step", _("Step")),
        *OF_CARD,
        Column("shared_at", _("Shared (UTC)"), Kind.MOMENT),
    ),
    part("reflections"),
)
TRANSCRIPTS = Table(
    _("Transcripts"),
    _("A row for each transcript that lies beside the workshop; its words are in no file."),
    (
        Column("name", _("File"), Kind.WORDS),
        PERSON,
        Column("begins_at", _("Begins (UTC)"), Kind.MOMENT),
        Column("at", _("Added (UTC)"), Kind.MOMENT),
    ),
    part("transcripts"),
)
