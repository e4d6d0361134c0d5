"""Words that two wrote at once: both are kept, and somebody decides between them."""

from django.utils.translation import gettext as _

from workshop.models import Closed, Remark, Seat, Stale, Version, checked_text

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


def decided(theirs: str, mine: str, keep: str) -> str:
    """Return the words that a choice leaves in the box.

    Raises:
        Invalid: both together are too long.
    """
    if keep == "theirs" or (keep == "both" and mine in theirs):
        return theirs
    if keep == "mine":
        return mine
    return checked_text(f"{theirs}\n\n{mine}", limit=Remark.LIMIT, name="text")


def require_same(remark: Remark, words: str) -> Remark:
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
