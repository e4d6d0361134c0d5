"""Writing the open prompts of a pack: only before it opens, as the cards."""

from typing import NoReturn
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.models import Closed, Invalid, Prompt, Seat, Stale, Workshop
from workshop.models.closing import require_going_on
from workshop.models.prompts import (
    MOST_PROMPTS,
    checked_prompt,
    print_of_prompt,
    prompts_of,
    read_by,
    words_of,
)

from .cards import how_to_go_back
from .kit import done, locked

FIRST = 100  # after the boxes of the cards, of which there are forty at most


def require_unread(workshop: Workshop) -> None:
    """Raise Closed if people have been shown the prompts, or the workshop is over: their words stay."""
    require_going_on(workshop, "prompts")
    if any(not each.is_draft for each in workshop.rounds_in_order()):
        says = _("The pack has been opened: people may have read these prompts, so their words stay.")
        raise Closed(f"{says} {how_to_go_back(workshop)}".strip())


def write_prompt(seat: Seat, *, uid: UUID, private: bool = False, **words: str) -> Prompt:
    """Add an open prompt at the end.

    Args:
        uid: its name, made with the form: sent twice, it makes one prompt.
        private: whether only facilitators read the answers, at the workshop too.
        words: heading, text, hints.

    Raises:
        Invalid: nothing is asked, one of the words is too long, or there are twenty already.
        Closed: the pack has been opened.
        Stale: a prompt with this uid is there with other words.
    """
    new = checked_prompt(**words)
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        if same := prompts_of(workshop).filter(uid=uid).first():
            return _same(same, new, private)
        require_unread(workshop)
        standing = prompts_of(workshop).count()
        if standing >= MOST_PROMPTS:
            raise Invalid(_("A pack holds at most 20 open prompts. Remove one, or put two into one."))
        kind, position = Prompt.Kind.ACCOUNT, FIRST + standing
        prompt = Prompt.objects.create(
            workshop=workshop, uid=uid, kind=kind, private=private, position=position, **new
        )
        done(seat, "prompt_written", prompt=uid)
    return prompt


def _same(prompt: Prompt, words: dict[str, str], private: bool) -> Prompt:
    if words_of(prompt) == words and prompt.private == private:
        return prompt
    raise Stale(_("This prompt was added a moment ago with other words. Change it in the list of prompts."))


def edit_prompt(seat: Seat, prompt: Prompt, seen: str, *, private: bool = False, **words: str) -> Prompt:
    """Change the words of an open prompt, and who reads its answers.

    Args:
        seen: ``print_of_prompt`` of what the person saw when the form was made.

    Raises:
        Invalid: nothing is asked, or one of the words is too long.
        Closed: the pack has been opened.
        Stale: somebody else changed the prompt first, or removed it.
    """
    new = checked_prompt(**words)
    with transaction.atomic():
        require_unread(locked(seat.workshop_id))
        prompt = Prompt.objects.filter(pk=prompt.pk).first() or _gone()
        if words_of(prompt) == new and prompt.private == private:
            return prompt
        if print_of_prompt(words_of(prompt), prompt.private) != seen:
            raise Stale(_("Somebody changed this prompt while you were writing. Both versions are below."))
        for name, value in new.items():
            setattr(prompt, name, value)
        prompt.private = private
        prompt.save(update_fields=[*new, "private"])
        prompt.remarks.update(visibility=read_by(prompt))  # boxes that were written in, and emptied
        done(seat, "prompt_edited", prompt=prompt.uid)
    return prompt


def _gone() -> NoReturn:
    raise Stale(_("This prompt was removed a moment ago. Nothing was changed."))


def place_prompt(seat: Seat, prompt: Prompt, position: int) -> None:
    """Put an open prompt at a place among the others, counted from 1. Doing it twice changes nothing.

    Raises:
        Closed: the pack has been opened. Stale: the prompt was removed.
    """
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        require_unread(workshop)
        standing = list(prompts_of(workshop))
        others = [each for each in standing if each.pk != prompt.pk]
        if len(others) == len(standing):
            _gone()
        others.insert(max(position, 1) - 1, prompt)
        if others != standing:
            _number(others)
            done(seat, "prompt_placed", prompt=prompt.uid)


def remove_prompt(seat: Seat, prompt: Prompt) -> None:
    """Take an open prompt out of the pack before anybody was asked. Twice changes nothing.

    Raises:
        Closed: the pack has been opened, or somebody has answered it.
    """
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        require_unread(workshop)
        if prompt.remarks.exists():
            raise Closed(_("Somebody has answered this prompt, so it stays. You can change its words."))
        if prompts_of(workshop).filter(pk=prompt.pk).delete()[0]:
            _number(list(prompts_of(workshop)))
            done(seat, "prompt_removed", prompt=prompt.uid)


def _number(prompts: list[Prompt]) -> None:
    for position, prompt in enumerate(prompts, start=FIRST):
        prompt.position = position
    Prompt.objects.bulk_update(prompts, ["position"])
