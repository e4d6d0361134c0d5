"""Words in the pack: saved as they are typed, and never lost when two places write at once."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workshop.live import announce
from workshop.models import Closed, Invalid, Prompt, Remark, Seat, Stale, Version, checked_text

from .kit import lock_promise, take_numbers
from .pack import open_pack

KEEP = ("mine", "theirs", "both")


def save_remark(seat: Seat, prompt: Prompt, text: str, rev: int) -> Remark:
    """Save what a seat wrote in one box of its pack. The same words again change nothing.

    Args:
        prompt: a box of the seat's own workshop.
        text: all of the words; empty ones are allowed.
        rev: the rev that the words are based on; 0 while nothing was saved.

    Raises:
        Invalid: the words are too long.
        Closed: the pack cannot be written in now. Forbidden: the seat has no pack.
        Stale: the box was changed elsewhere. The words are kept as a version: ``data`` has ``mine``,
            ``theirs``, the current ``rev``, and ``n``, the number of that version.
    """
    text = checked_text(text, limit=Remark.LIMIT, name="text")
    with transaction.atomic():
        open_pack(seat)
        remark = _own_remark(seat, prompt)
        if remark.body == text or remark.rev == rev:
            return _write(seat, remark, text)
        kept = _keep(seat, remark, text, rev)
    raise _both(remark, kept, both_kept())


def _both(remark: Remark, version: Version, says: str) -> Stale:
    words = {"theirs": remark.body, "mine": version.body, "rev": remark.rev}
    return Stale(says, state="conflict", n=number_of(version), **words)


def both_kept() -> str:
    """Return the sentence that stands over two versions of the same words."""
    return _("Both are kept below. Choose one, or keep both. Nothing is thrown away until you do.")


def number_of(version: Version) -> int:
    """Return which of its remark's versions this is, counted from 1 by age."""
    return Version.objects.filter(remark_id=version.remark_id, pk__lte=version.pk).count()


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
    if keep not in KEEP:
        raise Invalid(_("Choose which version to keep."))
    with transaction.atomic():
        open_pack(seat)
        version = Version.objects.select_related("remark").get(pk=version.pk)
        remark, words = version.remark, _decided(version.remark.body, version.body, keep)
        if not version.conflict_open:
            return _require_same(remark, words)
        if remark.rev != rev:
            raise _both(remark, version, changed_since())
        Version.objects.filter(pk=version.pk).update(conflict_open=False)
        return _replace(seat, remark, words)


def changed_since() -> str:
    """Return the sentence for a choice between two versions, one of which has changed since it was seen."""
    return _("The box was changed after you saw it. Look again, then choose.")


def _decided(theirs: str, mine: str, keep: str) -> str:
    if keep == "theirs" or (keep == "both" and mine in theirs):
        return theirs
    if keep == "mine":
        return mine
    return checked_text(f"{theirs}\n\n{mine}", limit=Remark.LIMIT, name="text")


def _require_same(remark: Remark, words: str) -> Remark:
    if remark.body != words:
        raise Closed(_("This was decided in another window. Load the page again to see how it stands."))
    return remark


def _replace(seat: Seat, remark: Remark, words: str) -> Remark:
    if remark.body != words:
        Version.objects.create(remark=remark, rev=remark.rev, body=remark.body, seat=seat)
    return _write(seat, remark, words)


def _own_remark(seat: Seat, prompt: Prompt) -> Remark:
    private = prompt.kind == Prompt.Kind.ANY_OTHER
    visibility = Remark.Visibility.FACILITATORS if private else Remark.Visibility.GROUP
    new = {"workshop_id": seat.workshop_id, "visibility": visibility}
    remark, _made = Remark.objects.get_or_create(prompt=prompt, seat=seat, defaults=new)
    return remark


def _write(seat: Seat, remark: Remark, text: str) -> Remark:
    if remark.body == text:
        return remark
    remark.body, remark.rev, remark.saved_at = text, remark.rev + 1, timezone.now()
    remark.withdrawn_at = None  # who writes again has said it again
    remark.save(update_fields=["body", "rev", "saved_at", "withdrawn_at"])
    lock_promise(seat.workshop_id)
    announce.pack_touched(seat.workshop_id, take_numbers)
    return remark


def _keep(seat: Seat, remark: Remark, text: str, rev: int) -> Version:
    """Keep the loser; one that was kept before and only grew is written over, for all its words are in it."""
    waiting = remark.versions.filter(conflict_open=True).order_by("pk")
    for version in waiting:
        if version.body == text:
            return version
        if version.rev == rev and version.body in text:
            version.body = text
            version.save(update_fields=["body"])
            return version
    return Version.objects.create(remark=remark, rev=rev, body=text, seat=seat, conflict_open=True)
