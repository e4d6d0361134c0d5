"""Timed transcripts, laid beside the workshop by facilitators; adding and erasing one is audited."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workshop.analysis.webvtt import BadTranscript, read_webvtt
from workshop.models import LIMITS, Invalid, Seat, Transcript, checked_text

from .auditing import audit
from .kit import done, locked

WRONG = {
    "header": gettext_lazy(
        "Line 1 should say WEBVTT and does not. Export the transcript as WebVTT (.vtt) and try again."
    ),
    "time": gettext_lazy(
        "Line %(line)s should say from when to when, such as 00:01:02.000 --> 00:01:05.000, and cannot be "
        "read. Correct it and try again."
    ),
    "empty": gettext_lazy("Nothing is said in this transcript down to line %(line)s, its last."),
}


def add_transcript(seat: Seat, *, uid: UUID, name: str, begins_at: datetime, text: str) -> Transcript:
    """Keep a transcript. The same form twice keeps one.

    Args:
        name: what facilitators call it.
        begins_at: the moment of the clock at which the recording begins.
        text: WebVTT.

    Raises:
        Invalid: it has no name, is too long, or is no WebVTT; the message names the line.
        Transcript.DoesNotExist: the uid is not this seat's.
    """
    name = checked_text(name, limit=LIMITS["title"], name=_("The name"), required=True, line=True)
    body = checked_transcript(text)
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        if same := workshop.transcripts.filter(uid=uid).first():
            if same.seat_id != seat.pk:
                raise Transcript.DoesNotExist
            return same
        facts = {"name": name, "begins_at": begins_at, "body": body, "seat": seat}
        made = Transcript.objects.create(workshop=workshop, uid=uid, **facts)
        audit(workshop, seat, "transcript_added", transcript=uid)
        done(seat, "transcript_added", transcript=uid)
    return made


def checked_transcript(text: str) -> str:
    """Return a transcript cleaned, or refuse it.

    Raises:
        Invalid: it is empty, too long, or no WebVTT; the message names the line.
    """
    name = _("The transcript")
    if not text.removeprefix("\ufeff").startswith("WEBVTT"):
        raise Invalid(str(WRONG["header"]), field="text")
    body = checked_text(text, limit=LIMITS["transcript"], name=name, required=True)
    try:
        read_webvtt(body)
    except BadTranscript as wrong:
        raise Invalid(str(WRONG[wrong.reason]) % {"line": wrong.line}, field="text") from wrong
    return body


def remove_transcript(seat: Seat, transcript: Transcript) -> None:
    """Erase a transcript for good. Twice changes nothing."""
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        deleted, _rows = workshop.transcripts.filter(pk=transcript.pk).delete()
        if deleted:
            audit(workshop, seat, "transcript_removed", transcript=transcript.uid)
            done(seat, "transcript_removed", transcript=transcript.uid)
