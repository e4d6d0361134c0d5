"""The promise, read in one place: who may know what. Every page, push and export asks here.

What is written reaches facilitators as it arrives, and the group once the workshop has begun. What is
placed or nominated reaches nobody, the chair included, before the reveal; then everybody gets the totals.
"""

from django.utils.translation import gettext as _

from .comments import Prompt, Remark, RemarkQuerySet
from .people import Seat
from .rounds import Round
from .workshops import Workshop

FACILITATORS, PARTICIPANTS, SCREEN = "facilitators", "participants", "screen"
AUDIENCES = (FACILITATORS, PARTICIPANTS, SCREEN)
LEAST = 3


def audience_of(seat: Seat) -> str:
    """Return the audience that a seat belongs to."""
    return FACILITATORS if seat.is_facilitator else PARTICIPANTS


def may_see_result(round: Round) -> bool:
    """Whether the totals of a round may be seen by anybody at all."""
    return round.is_revealed


def require_revealed(round: Round) -> None:
    """Raise ValueError unless the totals of a round may be seen: a fault of the program, not of a person."""
    if not may_see_result(round):
        raise ValueError(f"round {round.number} is not revealed, so nobody may count it")


def may_see_people_rows(workshop: Workshop) -> bool:
    """Whether one person's placements may be shown or exported, once revealed: only where names are open."""
    return workshop.promise == Workshop.Promise.NAMED


def may_see_whole_sorts(workshop: Workshop, audience: str) -> bool:
    """Whether an audience may see, once revealed, figures that rest on whole sorts: who has each answer."""
    return audience == FACILITATORS and may_see_people_rows(workshop)


def least_counted(workshop: Workshop) -> int:
    """Return how many people a count needs that follows each; fewer would know one another's answers."""
    return 1 if may_see_people_rows(workshop) else LEAST


def may_read_words(workshop: Workshop, audience: str) -> bool:
    """Whether an audience may read what others wrote: facilitators always, the group once it has begun."""
    if audience == FACILITATORS:
        return True
    return audience == PARTICIPANTS and workshop.step_id is not None


def may_see_names(workshop: Workshop, audience: str) -> bool:
    """Whether an audience sees who wrote a remark; the wall screen never does."""
    if audience == SCREEN or (workshop.promise == Workshop.Promise.UNLINKED and workshop.is_closed):
        return False
    return audience == FACILITATORS or workshop.promise == Workshop.Promise.NAMED


def sees_more_names(workshop: Workshop, audience: str) -> bool:
    """Whether an audience sees names that the group does not see."""
    return may_see_names(workshop, audience) and not may_see_names(workshop, PARTICIPANTS)


def readable_remarks(workshop: Workshop, audience: str) -> RemarkQuerySet:
    """Return the remarks that an audience may read, with what bylines need; none where it may read none.

    Answers to questions are not among them: they are read in `questions.py`, once they are shown.
    """
    remarks = remarks_for(workshop.pk, audience)
    return remarks if may_read_words(workshop, audience) else remarks.none()


def remarks_for(workshop: int, audience: str) -> RemarkQuerySet:
    """Return what an audience may read where it may read words at all: `may_read_words` says when."""
    remarks = Remark.objects.said().besides_questions().filter(workshop=workshop)
    remarks = remarks.select_related("seat__person", "prompt")
    if audience == FACILITATORS:
        return remarks
    shared = remarks.filter(visibility=Remark.Visibility.GROUP)
    return shared.exclude(prompt__kind=Prompt.Kind.ANY_OTHER).exclude(prompt__private=True)


def byline(remark: Remark, audience: str) -> str:
    """Return who wrote a remark, as an audience may know it; empty where it may not."""
    return known_as(remark.seat, remark.workshop, audience)


def known_as(seat: Seat | None, workshop: Workshop, audience: str) -> str:
    """Return the name of a seat as an audience may know it; empty where it may not."""
    if seat is None or not may_see_names(workshop, audience):
        return ""
    return seat.name


def led_by(seat: Seat | None, workshop: Workshop, audience: str) -> str:
    """Return who changed the cards: a facilitator by name, anybody else as the promise allows."""
    if seat and seat.is_facilitator and audience != SCREEN:
        return seat.name
    return known_as(seat, workshop, audience)


def promise_sentence(workshop: Workshop) -> str:
    """Return, in plain words, who can see what people write and choose; of the time before, only before."""
    return " ".join(says for _of, says in promise_parts(workshop))


def promise_parts(workshop: Workshop) -> list[tuple[str, str]]:
    """Return the same, in parts, each after what it is of: what is written, what is chosen, the close."""
    if workshop.is_unlinked:
        return [(_("Since the close"), close_sentence(workshop))]
    written = _("What you write"), _words_sentence(workshop)
    chosen = _("What you choose"), _choices_sentence(workshop)
    return [written, chosen, *(_unlinked_parts() if workshop.promise == Workshop.Promise.UNLINKED else [])]


def _choices_sentence(workshop: Workshop) -> str:
    if workshop.promise == Workshop.Promise.NAMED:
        return _(
            "Nobody sees where you put the cards, or which you nominate, until the result is revealed: then "
            "everyone sees the totals, and the facilitators' records hold each answer."
        )
    return _(
        "Nobody sees where you put the cards, or which you nominate, until the result is revealed: then "
        "everyone sees the totals, and nobody sees who chose what. If all answer alike, the totals say so."
    )


def _unlinked_parts() -> list[tuple[str, str]]:
    unlinked = _(
        "When the workshop closes, the link between you and what you wrote and chose is destroyed: from then "
        "on Roundel cannot tell anybody, the facilitators included, what is yours, and you can take nothing "
        "of it back."
    )
    copies = _(
        "What facilitators have read with your name by then, they have read, and may have written down; "
        "copies that the server keeps in case it breaks have the link until they are removed."
    )
    return [(_("At the close"), unlinked), (_("What was read by then"), copies)]


def few_parts(workshop: Workshop) -> list[tuple[str, str]]:
    """Return what totals tell in a small group, for who is about to agree; nothing where names are open."""
    if may_see_people_rows(workshop):
        return []
    says = _(
        "In a small group, hidden names hide less: where fewer than five answered, people can work out one "
        "another’s answers from the totals, and a way of writing can give its author away."
    )
    return [(_("If you are few"), says)]


def close_sentence(workshop: Workshop) -> str:
    """Return, for pages where somebody writes or chooses, what the close does to that; empty if nothing."""
    if workshop.is_unlinked:
        return _(
            "When the workshop closed, the link between people and what they wrote and chose was destroyed. "
            "Roundel cannot tell anybody whose a comment or an answer is, so none can be taken back any "
            "more, nor can a single quote of it be changed or refused."
        )
    if workshop.promise == Workshop.Promise.UNLINKED and not workshop.is_closed:
        return _(
            "When the workshop closes, the link between you and what you write and choose is destroyed. You "
            "can take nothing of it back after that, nor change or refuse a single quote of it."
        )
    return ""


def _words_sentence(workshop: Workshop) -> str:
    begun, named = workshop.step_id is not None, workshop.promise == Workshop.Promise.NAMED
    if begun and named:
        return _("The group sees what you write, with your name.")
    if begun:
        return _("The group sees what you write without your name; the facilitators see it with your name.")
    if named:
        return _(
            "Until we meet, only the facilitators can read what you write. At the workshop, the group sees "
            "it with your name."
        )
    return _(
        "Until we meet, only the facilitators can read what you write, with your name. At the workshop, the "
        "group sees your words without your name."
    )


def blind_sentence(workshop: Workshop) -> str:
    """Return the sentence that stands beside an open round."""
    blind = _(
        "Nobody, the chair included, sees the result until it is revealed. Then everyone sees the totals at "
        "the same moment."
    )
    return f"{blind} {close_sentence(workshop)}".strip()
