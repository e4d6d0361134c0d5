"""A pack as its paper form: every box and every card at once, each saved as its person would save it."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from workshop.actions.proxy import write_for
from workshop.actions.proxy_rights import require_proxy
from workshop.actions.proxy_sort import place_for
from workshop.models import Closed, Invalid, Refusal, Seat, Stale, clean_text
from workshop.models.pack import Box
from workshop.models.proxy import pack_for
from workshop.models.setup import print_of

from .autosave import read_rev
from .proxy_rounds import is_reason_alone, reason_alone, replaced, rows_for


def save_pack(by: Seat, seat: Seat, sent: QueryDict) -> None:
    """Save each box and each place that the form changed; what is refused does not keep the rest from it.

    Raises:
        Refusal: what was refused, all of it in one; ``data["conflicts"]`` names the boxes whose words are
            kept as another version, ``data["asks"]`` the cards placed already that nobody asked to replace.
    """
    require_proxy(by, seat)
    pack = pack_for(by, seat)
    if pack is None or (round := seat.workshop.pack_round()) is None:
        raise Closed(_("The pack is not open now, so nothing was saved."))
    boxes = [place.box for place in pack.places] + ([pack.other] if pack.other else [])
    refused, conflicts = _save_boxes(by, seat, boxes, sent)
    cards = [place.asked.card for place in pack.places]
    refused += [Invalid(reason_alone(card)) for card in cards if is_reason_alone(card, sent)]
    try:
        place_for(by, seat, round, rows_for(cards, sent), replaces=replaced(cards, sent))
    except Refusal as refusal:
        refused.append(refusal)
    if refused:
        raise _all_in_one(refused, conflicts)


def is_untouched(box: Box, sent: QueryDict) -> bool:
    """Whether a form has a box as its page showed it, or as it is saved now, or not at all."""
    text = sent.get(f"text-{box.uid}")
    if text is None:
        return True
    return print_of(clean_text(text)) in (sent.get(f"seen-{box.uid}"), print_of(box.saved))


def _save_boxes(by: Seat, seat: Seat, boxes: list[Box], sent: QueryDict) -> tuple[list[Refusal], list[str]]:
    refused: list[Refusal] = []
    conflicts = []
    for box in boxes:
        if is_untouched(box, sent):
            continue
        try:
            rev = read_rev(sent.get(f"rev-{box.uid}", ""))
            write_for(by, seat, box.prompt, sent.get(f"text-{box.uid}", ""), rev)
        except Stale:
            conflicts.append(str(box.uid))
            refused.append(Stale(_kept_beside()))
        except Refusal as refusal:
            refused.append(refusal)
    return refused, conflicts


def _all_in_one(refused: list[Refusal], conflicts: list[str]) -> Refusal:
    first, says = refused[0], " ".join(dict.fromkeys(each.message for each in refused))
    asks = [uid for each in refused for uid in _asks(each)]
    return type(first)(says, conflicts=conflicts, asks=asks)


def _asks(refusal: Refusal) -> list[str]:
    asks = refusal.data.get("asks")
    return asks if isinstance(asks, list) else []


def _kept_beside() -> str:
    return _(
        "A comment was changed meanwhile. It shows as it is now; what you entered is kept beside it in their "
        "pack, for them to choose."
    )
