"""Whose pack is finished because a facilitator said so for them: the history holds who did."""

from .workshops import Workshop

FOR, NOT_FOR, THEMSELVES = "pack_finished_for", "pack_reopened_for", "pack_finished"


def finished_for(workshop: Workshop) -> set[str]:
    """Return the uids of the seats whose pack is finished, where a facilitator had the last word on it."""
    found: set[str] = set()
    rows = workshop.history.filter(verb__in=(FOR, NOT_FOR, THEMSELVES)).order_by("n")
    for verb, ids in rows.values_list("verb", "ids"):
        uid = ids.get("seat", "")
        if verb == FOR:
            found.add(uid)
        else:
            found.discard(uid)
    return found
