"""A file of a workshop is kept for a day at most, looked at, and brought in or thrown away."""

from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.models import Closed, Job, Stale, Upload, User, Workshop
from workshop.models.text import clean_data
from workshop.models.uploads import LASTS, outlived, pack, uploads_of

from .bringing import bring_workshop
from .jobs import Do, finish, plan

FORGET = "forget"


def keep_upload(user: User, uid: UUID, content: bytes, facts: dict[str, Any]) -> Upload:
    """Keep a file that was read and can be brought in; each person has one at a time.

    Args:
        uid: made with the form: sent twice, it keeps one.
        facts: what is in it, as `imports` has found.

    Raises:
        Stale: the same form kept another file.
    """
    digest = sha256(content).hexdigest()
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        kept = uploads_of(user).filter(uid=uid).first()
        if kept is None:
            uploads_of(user).filter(made=None).delete()
            more = {"sha256": digest, "packed": pack(content), "facts": clean_data(facts)}
            kept = Upload.objects.create(user=user, uid=uid, **more)
            plan(FORGET, f"{FORGET}:{uid}", timezone.now() + LASTS)
        if kept.sha256 != digest:
            raise Stale(_("This form has sent another file already. Send this one again."))
    return kept


def bring_upload(upload: Upload, document: dict[str, Any]) -> Workshop:
    """Bring in what a file holds, once, and forget the file; return the workshop.

    Raises:
        Invalid: the file contradicts itself. Closed: it was thrown away meanwhile, or its day is over.
    """
    with transaction.atomic():
        # Alone: what is joined to a row that was waited for is of before the wait, on PostgreSQL.
        row = Upload.objects.select_for_update().filter(pk=upload.pk).first()
        if row and row.made:
            return row.made
        if row is None:
            raise Closed(_("The file is kept no more. Choose it once more."))
        row.made = bring_workshop(document, row.sha256, row.user).workshop
        row.packed, row.facts = b"", {}
        row.save(update_fields=["made", "packed", "facts"])
    return row.made


def throw_away(upload: Upload) -> None:
    """Forget a file that is not to be brought in; a second time changes nothing."""
    Upload.objects.filter(pk=upload.pk, made=None).delete()


def forget_uploads(job: Job) -> None:
    """Forget each file whose day is over: a job for the worker."""
    with transaction.atomic():
        outlived().delete()
        finish(job)


WAYS: dict[str, Do] = {FORGET: forget_uploads}
