"""What pages note of who looks where more is seen than elsewhere."""

from workshop.actions.auditing import note_seen
from workshop.models import Seat


def note_packs_seen(seat: Seat) -> None:
    """Note a facilitator who reads what the group cannot read yet: packs, until the workshop begins.

    Every page that shows words calls it. In the hour, and for everybody else, it asks the database nothing.
    """
    if not seat.is_facilitator or seat.workshop.step_id is not None:
        return
    pack = seat.workshop.pack_round()
    if pack and not pack.is_draft:
        note_seen(seat, "packs")
