"""A rehearsal: a copy of a workshop, or a template, with simulated leaders; made, paced, and gone again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.models import (
    CardText,
    Forbidden,
    Invalid,
    Job,
    Prompt,
    Round,
    Seat,
    User,
    Workshop,
)
from workshop.models.paces import Pace
from workshop.models.prompts import prompts_of
from workshop.models.rehearsals import FEWEST, KEPT, MADE, MOST, OVER, rehearsal_title

from .auditing import audit
from .inviting import Guest, seat_people
from .jobs import Do, finish, plan
from .kit import done
from .leftovers import wipe_leftovers
from .paces import rehearsal_of
from .packs import Pack
from .questions import add_question
from .rehearsing.any_cards import NAMES
from .repeating import made_before, pack_of
from .series import add_round, remove_round
from .workshops import WORDS, make_workshop

SAME = (*WORDS, "zone", "venue", "promise", "blank_cards", "nominations")


def rehearse(seat: Seat, *, uid: UUID) -> Seat:
    """Make a rehearsal of a workshop, as it would be before its pack opens; the workshop stays as it is.

    Cards, rounds, questions and settings are copied. Nobody's seat, words or answers are.

    Args:
        uid: the name of the facilitator's seat in it, made with the form: sent twice, it makes one.

    Raises:
        Forbidden: the seat belongs to nobody who signs in, or prepares nothing.
        Invalid: there is no card and no open prompt. Seat.DoesNotExist: the uid is somebody else's.
    """
    user = seat.person.user if seat.person and seat.is_facilitator else None
    if user is None:
        raise Forbidden(_("Only a facilitator who signs in can rehearse a workshop."))
    old = Workshop.objects.get(pk=seat.workshop_id)
    cards = list(old.cards.all().live().with_words())
    if not cards and not prompts_of(old).exists():
        raise Invalid(_("There are no cards yet. Write the first one, then rehearse with it."))
    words = {name: getattr(old, name) for name in SAME} | {"title": old.title, "starts_at": old.starts_at}
    leaders = min(max(old.seats.answering().count(), FEWEST), MOST)
    with transaction.atomic():
        if made := made_before(user, uid, rehearsal_title(old.title)):
            return made
        new = _make(user, pack_of(old, cards), leaders, uid, words)
        _give_poles(new.workshop, [card.words for card in cards])
        _ask_the_same(old, new)
    return new


def rehearse_template(user: User, pack: Pack, *, uid: UUID) -> Seat:
    """Make a rehearsal of a template, for somebody who has no workshop yet.

    Args:
        uid: as for ``rehearse``.

    Raises:
        Invalid: the template brings neither cards nor prompts. Seat.DoesNotExist: the uid is somebody else's.
    """
    if not pack.cards and not pack.prompts:
        raise Invalid(_("There are no cards in this one. Rehearse with one that brings cards."))
    words = {name: str(getattr(pack, name)) for name in WORDS} | {"title": str(pack.title)}
    with transaction.atomic():
        return made_before(user, uid, rehearsal_title(words["title"])) or _make(
            user, pack, FEWEST, uid, words
        )


def _make(user: User, pack: Pack, leaders: int, uid: UUID, words: Mapping[str, object]) -> Seat:
    apart = {"purpose": Workshop.Purpose.REHEARSAL, "pace": Pace.LIFE, "join_code": None}
    facts = dict(words) | apart | {"title": rehearsal_title(str(words["title"]))}
    facts["starts_at"] = facts.get("starts_at") or next_hour()
    seat = make_workshop(user, replace(pack, key="rehearsal"), seat_uid=uid, **facts)
    invited = seat_people(seat.workshop, [Guest(name) for name in NAMES[:leaders]])
    plan_end(seat.workshop)
    done(seat, MADE, seats=" ".join(str(one.seat.uid) for one in invited))
    return seat


def next_hour() -> datetime:
    """Return the next full hour."""
    return timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


def plan_end(workshop: Workshop) -> None:
    """Have a rehearsal deleted some days from now, whoever forgets it."""
    plan(OVER, f"{OVER}:{workshop.slug}", timezone.now() + KEPT)


def _give_poles(new: Workshop, words: list[CardText]) -> None:
    for made, had in zip(new.cards.order_by("number"), words, strict=True):
        CardText.objects.filter(card=made).update(pole_a=had.pole_a, pole_b=had.pole_b)


def _ask_the_same(old: Workshop, new: Seat) -> None:
    """Put the further rounds of a workshop, and its questions, on the agenda of its rehearsal."""
    rounds = [round for round in old.rounds_in_order() if not round.is_pack]
    _match_the_poll(new, rounds.pop(0) if rounds and rounds[0].kind == Round.Kind.POLL else None)
    for round in rounds:
        uid = uuid5(new.uid, f"round {round.number}")
        add_round(new, kind=round.kind, when=_when(round), k=round.k, uid=uid)
    for prompt in old.prompts.filter(kind=Prompt.Kind.OPEN, steps__isnull=False).distinct():
        add_question(new, prompt.text, uid=uuid5(new.uid, f"question {prompt.pk}"), citation=prompt.citation)


def _match_the_poll(new: Seat, had: Round | None) -> None:
    """Make the poll that every new workshop has as the one that its original begins with, or remove it."""
    poll = new.workshop.rounds.get(kind=Round.Kind.POLL)
    if had is None:
        remove_round(new, poll)
        return
    poll.k, poll.when = had.k, _when(had)
    poll.save(update_fields=["k", "when"])


def _when(round: Round) -> str:
    return Round.When.LIVE if round.when == Round.When.BEFORE else round.when


def end_rehearsal(seat: Seat) -> None:
    """Delete a rehearsal and everything in it, for good.

    No ledger keeps it: a backup that is put back has its job, too, so that it goes again by itself.

    Raises:
        Closed: this is no rehearsal.
    """
    with transaction.atomic():
        _end(rehearsal_of(seat), seat, by=seat.uid)


def end_in_time(job: Job) -> None:
    """Delete a rehearsal that nobody ended, some days after it was made."""
    with transaction.atomic():
        slug = job.key.partition(":")[2]
        found = Workshop.objects.select_for_update(no_key=True).filter(slug=slug)
        for workshop in found.filter(purpose=Workshop.Purpose.REHEARSAL):
            _end(workshop, None)
        finish(job)


def _end(workshop: Workshop, seat: Seat | None, **ids: object) -> None:
    audit(workshop, seat, "rehearsal_ended", **ids)
    workshop.delete()
    transaction.on_commit(wipe_leftovers, robust=True)  # real people may have sat in it, and written


WAYS: dict[str, Do] = {OVER: end_in_time}
