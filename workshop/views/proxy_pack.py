"""A pack as its paper form: every box and every card at once, each saved as its person would save it."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from workshop.actions.proxy import place_for, require_proxy, write_for
from workshop.actions.sort import Choice
from workshop.models import Closed, Refusal, Seat, Stale
from workshop.models.pack import Box
from workshop.models.proxy import PackFor, pack_for

from .autosave import read_rev


def save_pack(by: Seat, seat: Seat, sent: QueryDict) -> None:
    """Save each box and each place that the form changed; what is refused does not keep the rest from it.

    Raises:
        Refusal: the first thing that was refused; of a Stale one ``data["conflicts"]`` names the boxes whose
            words are kept as another version.
    """
    require_proxy(by, seat)
    pack = pack_for(by, seat)
    if pack is None or (round := seat.workshop.pack_round()) is None:
        raise Closed(_("The pack is not open now, so nothing was saved."))
    boxes = [place.box for place in pack.places] + ([pack.other] if pack.other else [])
    refused, conflicts = _save_boxes(by, seat, boxes, sent)
    try:
        place_for(by, seat, round, _choices(pack, sent), rev=read_rev(sent.get("rev", "")))
    except Refusal as refusal:
        refused.append(refusal)
    if refused:
        refused[0].data["conflicts"] = conflicts
        raise refused[0]


def _save_boxes(by: Seat, seat: Seat, boxes: list[Box], sent: QueryDict) -> tuple[list[Refusal], list[str]]:
    refused: list[Refusal] = []
    conflicts = []
    for box in boxes:
        text, rev = sent.get(f"text-{box.uid}"), sent.get(f"rev-{box.uid}", "")
        if text is None or text.strip() == box.saved.strip():
            continue
        try:
            write_for(by, seat, box.prompt, text, read_rev(rev))
        except Stale:
            conflicts.append(str(box.uid))
            refused.append(Stale(_kept_beside()))
        except Refusal as refusal:
            refused.append(refusal)
    return refused, conflicts


def _kept_beside() -> str:
    return _(
        "A comment was changed meanwhile. It shows as it is now; what you entered is kept beside it in their "
        "pack, for them to choose."
    )


def _choices(pack: PackFor, sent: QueryDict) -> list[Choice]:
    """Return the cards that the form places; a card that it leaves open stays as it is."""
    cards = [place.asked.card for place in pack.places]
    found = [(card, sent.get(f"zone-{card.uid}", ""), sent.get(f"reason-{card.uid}", "")) for card in cards]
    return [each for each in found if each[1]]
