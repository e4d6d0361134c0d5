"""A whole workshop is brought back from the document of its export: all of it, or nothing.

What the document cannot hold stays away: e-mail addresses, links, passwords, the audit. Whoever brings it
back takes the seat of its first facilitator; everybody else gets a new link.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import DataError, IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.actions.auditing import audit
from workshop.actions.rehearsals import plan_end
from workshop.actions.retention import keep_until
from workshop.models import Invalid, Person, Seat, Stream, User, Workshop
from workshop.models.audiences import AUDIENCES
from workshop.models.base import random_slug
from workshop.models.brought import BroughtMark
from workshop.models.workshops import free_join_code

from .answers import bring_rounds, bring_shifts
from .cards import bring_cards, bring_changes, bring_ties
from .codes import is_code_free
from .course import bring_agenda, bring_history, bring_notes
from .group import bring_ground, bring_proposals, bring_suggestions
from .people import bring_asked, bring_credits, bring_quotes, bring_seats, facilitator_of
from .questions import bring_questions
from .scene import MANY, Data, Scene, moment
from .words import bring_prompts, bring_remarks

PLAIN = (
    "series_uid title question instructions reading_title reading information citation zone purpose promise "
    "ordered_by blank_cards nominations"
).split()
LATER = ("account_title", "venue")  # files from before have none
MOMENTS = "created_at starts_at ends_at promise_locked_at closed_at unlinked_at".split()
PARTS = (
    bring_seats,
    bring_asked,
    bring_cards,
    bring_prompts,
    bring_remarks,
    bring_rounds,
    bring_shifts,
    bring_questions,
    bring_agenda,
    bring_history,
    bring_proposals,
    bring_changes,
    bring_ground,
    bring_suggestions,
    bring_ties,
    bring_notes,
    bring_credits,
    bring_quotes,
)


@dataclass(frozen=True)
class Brought:
    """A workshop that is back, the seat of whoever brought it, and its code in the file."""

    workshop: Workshop
    seat: Seat
    code_was: str

    @property
    def keeps_code(self) -> bool:
        """Whether it has the code that it had."""
        return self.workshop.slug == self.code_was


def bring_workshop(document: Data, sha256: str, user: User | None = None) -> Brought:
    """Make a workshop that is as the document of an export says.

    Args:
        document: checked by `imports`: it keeps to the published schema, and to itself.
        sha256: of the file, for the audit.
        user: who takes the seat of the first facilitator; nobody's account does where there is none.

    Raises:
        Invalid: the document contradicts itself. Nothing was changed.
    """
    try:
        with transaction.atomic():
            scene = _made(document)
            for part in PARTS:
                part(scene)
            BroughtMark.objects.bulk_create(scene.marks, batch_size=MANY)
            scene.workshop.save()
            seat = _seated(scene, user)
            code = str(document["workshop"]["slug"])
            if settings.RETAIN_DAYS and scene.workshop.purpose == Workshop.Purpose.REAL:
                keep_until(scene.workshop, timezone.localdate() + timedelta(days=settings.RETAIN_DAYS))
            if scene.workshop.is_rehearsal:
                plan_end(scene.workshop)
            audit(scene.workshop, seat if user else None, "imported", sha256=sha256, was=code)
    except (IntegrityError, DataError, KeyError, ValueError) as error:
        raise Invalid(
            _("The file contradicts itself, so nothing was brought in. Take the file from Roundel once more.")
        ) from error
    return Brought(scene.workshop, seat, code)


def _made(document: Data) -> Scene:
    """Make the workshop itself, with its old code if no other has it."""
    said: Data = document["workshop"]
    code = str(said["slug"])
    sheets: list[dict[str, Any]] = document["information_sheets"]
    workshop = Workshop.objects.create(
        **{name: said.get(name, "") for name in LATER},
        **{name: said[name] for name in PLAIN},
        **{name: moment(said[name]) for name in MOMENTS if said[name]},
        slug=code if is_code_free(code) else random_slug(),
        join_code=None if said["purpose"] == Workshop.Purpose.REHEARSAL else free_join_code(),
        sheet=sheets[-1]["version"] if sheets else 1,
        brought_at=timezone.now(),
    )
    Stream.objects.bulk_create(Stream(workshop=workshop, audience=audience) for audience in AUDIENCES)
    return Scene(workshop, document)


def _seated(scene: Scene, user: User | None) -> Seat:
    """Give the seat of the first facilitator to whoever brings the workshop back."""
    seat = facilitator_of(scene)
    if user and seat.person:
        Person.objects.filter(pk=seat.person.pk).update(user=user, email=user.email)
    if scene.workshop.chair is None:
        scene.workshop.chair = seat
        scene.workshop.save(update_fields=["chair"])
    return Seat.objects.select_related("workshop", "person").get(pk=seat.pk)
