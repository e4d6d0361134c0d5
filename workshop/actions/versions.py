"""Words that two wrote at once: both are kept, and somebody decides between them."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from workshop.analysis.joined import joined
from workshop.models import Closed, Invalid, Remark, Seat, Stale, Version, checked_text

KEEP = ("mine", "theirs", "both")


def both(remark: Remark, version: Version, says: str) -> Stale:
    """Return the refusal that carries both: ``mine``, ``theirs``, the ``rev`` now, ``n`` of the version."""
    words = {"theirs": remark.body, "mine": version.body, "rev": remark.rev}
    return Stale(says, state="conflict", n=number_of(version), **words)


def both_kept() -> str:
    """Return the sentence that stands over two versions of the same words."""
    return _("Both are kept below. Choose one, or keep both. Nothing is thrown away until you do.")


def changed_since() -> str:
    """Return the sentence for a choice between two versions, one of which has changed since it was seen."""
    return _("The box was changed after you saw it. Look again, then choose.")


def number_of(version: Version) -> int:
    """Return which of its remark's versions this is, counted from 1 by age."""
    return Version.objects.filter(remark_id=version.remark_id, pk__lte=version.pk).count()


def settle(version: Version, keep: str, rev: int, write: Callable[[Remark, str], Remark]) -> Remark:
    """Decide between what a box holds and another version of it, inside a transaction that holds the lock.

    Args:
        keep: ``theirs`` (what the box holds), ``mine`` (the version) or ``both``.
        rev: the rev of what the box held when the person chose.
        write: stores the words that were chosen, and keeps those that were not.

    Raises:
        Invalid: no such choice, or both together are too long. Closed: it was decided otherwise elsewhere.
        Stale: the box holds other words by now, so nothing was decided; ``data`` as of ``both``.
    """
    if keep not in KEEP:
        raise Invalid(_("Choose which version to keep."))
    version = Version.objects.select_related("remark__prompt").get(pk=version.pk)
    remark, words = version.remark, _decided(version.remark.body, version.body, keep, version.remark.limit)
    if not version.conflict_open:
        return _require_same(remark, words)
    if remark.rev != rev:
        raise both(remark, version, changed_since())
    Version.objects.filter(pk=version.pk).update(conflict_open=False)
    return write(remark, words)


def _decided(theirs: str, mine: str, keep: str, most: int) -> str:
    """Return the words that a choice leaves in the box.

    Raises:
        Invalid: both together are too long.
    """
    if keep == "both":
        return checked_text(joined(theirs, mine), limit=most, name="text")
    return mine if keep == "mine" else theirs


def _require_same(remark: Remark, words: str) -> Remark:
    """Return the remark if it says what was chosen, or raise Closed: it was decided otherwise elsewhere."""
    if remark.body != words:
        raise Closed(_("This was decided in another window. Load the page again to see how it stands."))
    return remark


def keep_version(seat: Seat, remark: Remark, text: str, rev: int) -> Version:
    """Keep the loser; one that was kept before and only grew is written over, for all its words are in it."""
    waiting = remark.versions.filter(conflict_open=True, seat=seat).order_by("pk")
    for version in waiting:
        if version.body == text:
            return version
        if version.rev == rev and version.body in text:
            version.body = text
            version.save(update_fields=["body"])
            return version
    return Version.objects.create(remark=remark, rev=rev, body=text, seat=seat, conflict_open=True)
