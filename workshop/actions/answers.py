"""What each answers to a question, alone: saved as it is typed, and seen by nobody before it is shown."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Closed, Forbidden, Prompt, Remark, Seat, Version, checked_text

from .kit import done, lock_promise, note
from .questions import current_open
from .turns import take_numbers_in_turn
from .versions import both, both_kept, keep_version, settle


def save_answer(seat: Seat, prompt: Prompt, text: str, rev: int, *, late: bool = False) -> Remark:
    """Save what somebody answers to a question. The same words again change nothing.

    Args:
        text: all of the words; empty ones take the answer back.
        rev: the rev that the words are based on; 0 while nothing was saved.
        late: whether the person knows that the answers are shown, and sends these words to everybody.

    Raises:
        Invalid: the words are too long. Forbidden: not a participant.
        Closed: it has not been asked yet, the workshop is closed, or the answers are shown and not ``late``.
        Stale: it was changed elsewhere. The words are kept as a version: ``data`` as for ``save_remark``.
    """
    text = checked_text(text, limit=Remark.LIMIT, name="text")
    if not seat.is_participant:
        raise Forbidden(_("Only participants answer questions. Your seat prepares or watches the workshop."))
    with transaction.atomic():
        prompt = current_open(seat, prompt)
        _require_time(prompt, late)
        remark, _made = Remark.objects.get_or_create(
            prompt=prompt, seat=seat, defaults={"workshop": prompt.workshop}
        )
        if remark.body == text or remark.rev == rev:
            return _write(seat, prompt, remark, text)
        kept = keep_version(seat, remark, text, rev)
    raise both(remark, kept, both_kept())


def _require_time(prompt: Prompt, late: bool) -> None:
    if prompt.is_shown and not late:
        raise Closed(
            _(
                "The answers were shown a moment ago, so this was not saved by itself. Your words are kept "
                "on this device: go on to where the group is, and send them if everybody should read them."
            )
        )


def _write(seat: Seat, prompt: Prompt, remark: Remark, text: str) -> Remark:
    return remark if remark.body == text else enter_words(seat, prompt, remark, text)


def enter_words(seat: Seat, prompt: Prompt, remark: Remark, text: str, *, by: Seat | None = None) -> Remark:
    """Store what somebody answers, inside a transaction that holds the lock, and tell who shows it.

    Args:
        by: the facilitator who enters it for the seat, if anybody does; what others wrote there is kept.
    """
    counts = bool(remark.body) != bool(text)
    _keep_earlier(seat, prompt, remark, text, by)
    remark.body, remark.rev, remark.saved_at, remark.proxy = text, remark.rev + 1, timezone.now(), by
    remark.save(update_fields=["body", "rev", "saved_at", "proxy"] if remark.pk else None)
    lock_promise(seat.workshop_id)
    verb, ids = ("answer_entered", {"seat": seat.uid}) if by else ("answer_sent", {})
    if prompt.is_shown:
        done(by or seat, verb, announce.question_changed, question=prompt.uid, **ids)
        return remark
    if by:
        note(seat.workshop_id, by, verb, question=prompt.uid, **ids)
    if counts:  # how often somebody types is told to nobody
        announce.ballot_cast(seat.workshop_id, take_numbers_in_turn)
    return remark


def _keep_earlier(seat: Seat, prompt: Prompt, remark: Remark, text: str, by: Seat | None) -> None:
    """Keep what a remark says before it says something else, where anybody but its writer may miss it."""
    if prompt.is_shown and not text and not by:
        remark.versions.filter(conflict_open=False).delete()  # taken back: what it said before is erased
    elif remark.body not in ("", text) and (prompt.is_shown or (by and remark.proxy_id != by.pk)):
        Version.objects.create(remark=remark, rev=remark.rev, body=remark.body, seat=seat)


def resolve_answer(
    seat: Seat, prompt: Prompt, version: Version, keep: str, rev: int, *, late: bool = False
) -> Remark:
    """Decide between what one's own answer says and another version of it, as ``resolve_conflict`` does.

    Args:
        late: as for ``save_answer``.

    Raises:
        Invalid, Stale: as there. Closed: it was decided otherwise elsewhere, the workshop is closed, or the
            answers are shown, other words were chosen and not ``late``.
    """
    with transaction.atomic():
        prompt = current_open(seat, prompt)

        def write(remark: Remark, words: str) -> Remark:
            if remark.body != words and prompt.is_shown and not late:
                raise Closed(_shown_meanwhile())
            if remark.body != words and remark.body and not prompt.is_shown:  # then ``_write`` keeps it
                Version.objects.create(remark=remark, rev=remark.rev, body=remark.body, seat=seat)
            return _write(seat, prompt, remark, words)

        return settle(version, keep, rev, write)


def _shown_meanwhile() -> str:
    return _(
        "The answers were shown a moment ago, so nothing was changed. Both versions are kept: choose again, "
        "if everybody should read the other one."
    )
