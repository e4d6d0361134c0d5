"""A pack as its paper form: every box and every card at once, each saved as its person would save it."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from workshop.actions.proxy import write_for
from workshop.actions.proxy_rights import require_proxy
from workshop.models import Closed, Refusal, Seat, Stale
from workshop.models.pack import Box
from workshop.models.proxy import pack_for
from workshop.models.proxy_rounds import cards_to_place
from workshop.models.setup import print_of_words

from .autosave import read_rev
from .proxy_blanks import kept_beside, placed_untitled, save_blanks
from .proxy_order import placed_gone, save_sort
from .proxy_sent import all_in_one


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
    boxes = [place.box for place in pack.places] + pack.accounts + ([pack.other] if pack.other else [])
    blanks = [each.blank for each in pack.blanks]
    refused = _save_boxes(by, seat, boxes, sent) + save_blanks(by, seat, blanks, sent)
    cards = [each.card for each in cards_to_place(seat, round)]  # a blank card filled in here is among them
    refused += placed_untitled(blanks, cards, sent)
    refused += placed_gone({*(card.uid for card in cards), *(blank.uid for blank in blanks)}, sent)
    refused += save_sort(by, seat, round, cards, sent)[1]
    if refused:
        raise all_in_one(refused)


def is_untouched(box: Box, sent: QueryDict) -> bool:
    """Whether a form has a box as its page showed it, or as it is saved now, or not at all."""
    text = sent.get(f"text-{box.uid}")
    if text is None:
        return True
    return print_of_words([text]) in (sent.get(f"seen-{box.uid}"), box.held)


def _save_boxes(by: Seat, seat: Seat, boxes: list[Box], sent: QueryDict) -> list[Refusal]:
    refused: list[Refusal] = []
    for box in boxes:
        if is_untouched(box, sent):
            continue
        try:
            rev = read_rev(sent.get(f"rev-{box.uid}", ""))
            write_for(by, seat, box.prompt, sent.get(f"text-{box.uid}", ""), rev)
        except Stale:
            refused.append(Stale(kept_beside(), conflicts=[str(box.uid)]))
        except Refusal as refusal:
            refused.append(refusal)
    return refused
