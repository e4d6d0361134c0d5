"""Words in the pack: saved as they are typed, and never lost when two places write at once."""

from django.db import transaction
from django.utils import timezone

from workshop.live import announce
from workshop.models import Prompt, Remark, Seat, Version, checked_text
from workshop.models.prompts import read_by

from .kit import lock_promise, take_numbers
from .pack import open_pack
from .proxy_rights import require_proxy_now
from .versions import both, both_kept, keep_version, settle


def save_remark(seat: Seat, prompt: Prompt, text: str, rev: int, *, by: Seat | None = None) -> Remark:
    """Save what a seat wrote in one box of its pack. The same words again change nothing.

    Args:
        prompt: a box of the seat's own workshop.
        text: all of the words; empty ones are allowed.
        rev: the rev that the words are based on; 0 while nothing was saved.
        by: the facilitator who enters it for the seat, if anybody does; what the person wrote is kept.

    Raises:
        Invalid: the words are too long.
        Closed: the pack cannot be written in now. Forbidden: the seat has no pack.
        Both as for ``require_proxy`` too, where somebody enters it for the seat.
        Stale: the box was changed elsewhere. The words are kept as a version: ``data`` has ``mine``,
            ``theirs``, the current ``rev``, and ``n``, the number of that version.
    """
    text = checked_text(text, limit=prompt.limit, name="text")
    with transaction.atomic():
        open_pack(seat)
        if by:
            require_proxy_now(by, seat)
        remark = _own_remark(seat, prompt)
        if remark.body == text or remark.rev == rev:
            return _enter(seat, remark, text, by)
        kept = keep_version(seat, remark, text, rev)
    raise both(remark, kept, both_kept())


def resolve_conflict(seat: Seat, version: Version, keep: str, rev: int) -> Remark:
    """Decide between what a box holds and another version of it.

    Args:
        version: a version of one of the seat's own remarks.
        keep: ``theirs`` (what the box holds), ``mine`` (the version) or ``both``. What is not kept in the
            box stays as a version that nobody is asked about.
        rev: the rev of what the box held when the person chose.

    Raises:
        Invalid: no such choice, or both together are too long.
        Closed: it was decided otherwise elsewhere, or the pack cannot be written in now.
        Stale: the box holds other words by now, so nothing was decided; ``data`` as for ``save_remark``.
    """
    with transaction.atomic():
        open_pack(seat)
        return settle(version, keep, rev, lambda remark, words: _replace(seat, remark, words))


def _replace(seat: Seat, remark: Remark, words: str) -> Remark:
    if remark.body != words:
        Version.objects.create(remark=remark, rev=remark.rev, body=remark.body, seat=seat)
    return _write(seat, remark, words)


def _own_remark(seat: Seat, prompt: Prompt) -> Remark:
    new = {"workshop_id": seat.workshop_id, "visibility": read_by(prompt)}
    remark, _made = Remark.objects.get_or_create(prompt=prompt, seat=seat, defaults=new)
    return remark


def _enter(seat: Seat, remark: Remark, text: str, by: Seat | None) -> Remark:
    if by and remark.body and remark.body != text and remark.proxy_id is None:
        Version.objects.create(remark=remark, rev=remark.rev, body=remark.body, seat=seat)
    return _write(seat, remark, text, by)


def _write(seat: Seat, remark: Remark, text: str, by: Seat | None = None) -> Remark:
    if remark.body == text:
        return remark
    remark.body, remark.rev, remark.saved_at = text, remark.rev + 1, timezone.now()
    remark.withdrawn_at, remark.proxy = None, by  # who writes again has said it again
    remark.save(update_fields=["body", "rev", "saved_at", "withdrawn_at", "proxy"])
    lock_promise(seat.workshop_id)
    announce.pack_touched(seat.workshop_id, take_numbers)
    return remark
