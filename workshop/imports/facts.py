"""What the page before the press says of a file, as plain data: the child that reads it hands this on."""

from typing import Any

Data = dict[str, Any]


def facts_of(document: Data) -> Data:
    """Return what a document holds in counts, and whose seat whoever brings it in takes."""
    said, rounds = document["workshop"], document["rounds"]
    here = [seat for seat in document["seats"] if not seat["removed"]]
    staff = [seat for seat in here if seat["role"] == "facilitator"]
    return {
        **{name: said[name] for name in ("title", "question", "slug", "closed_at", "promise")},
        "made_at": said["created_at"] or document["exported_at"],
        "participants": sum(seat["role"] == "participant" for seat in here),
        "facilitators": len(staff),
        "takes": (staff[0].get("name") or staff[0]["pseudonym"]) if staff else "",
        "has_names": all("name" in seat for seat in document["seats"]),
        "cards": sum(card["number"] is not None for card in document["cards"]),
        "rounds": len(rounds),
        "revealed": sum(each["totals"] is not None for each in rounds),
        "hidden": sum(each["totals"] is None and each["answered"] > 0 for each in rounds),
        "comments": len(document["remarks"]),
        "questions": len(document["questions"]),
        "changes": len(document["changes"]),
        "note": document.get("note", []),
    }
