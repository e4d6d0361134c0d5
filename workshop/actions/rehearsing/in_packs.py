"""What a simulated leader does alone: in the pack, in a sort, on a spectrum."""

from workshop.models import Link, Mark, Prompt
from workshop.models.consents import asked_of
from workshop.models.needs import WantedNeeds, need_of
from workshop.models.pack import own_pack

from ..blank_words import BlankWords
from ..blanks import save_blank
from ..consents import answer_consents
from ..links import take_seat
from ..needs import save_needs
from ..pack import finish_pack
from ..remarks import save_remark
from ..sort import place_card
from ..spectrum import Position, mark_cards
from . import any_cards, words
from .deeds import Doing

NAMED = "quote-named"  # asked beside quote-unnamed: most say no to the one with their name
# By the leader's number: something that Roundel does, and something of each kind that facilitators arrange.
NEEDS = {
    1: WantedNeeds(["extra_time"]),
    2: WantedNeeds([], "A break every half hour"),
    4: WantedNeeds(["larger_text", "no_timers"]),
}


def enter(it: Doing) -> None:
    """Open the first link that was not opened yet."""
    take_seat(Link.objects.valid().filter(seat=it.seat, used_at=None).earliest("pk"))


def agree(it: Doing) -> None:
    """Agree to take part; most say no to being quoted with their name, and need nothing to take part."""
    items = [item for item, _given in asked_of(it.seat)]
    answer_consents(it.seat, {str(item.uid): item.key != NAMED or it.deed.leader == 0 for item in items})
    if not need_of(it.seat).rev:
        save_needs(it.seat, NEEDS.get(it.deed.leader, WantedNeeds()), 0)


def comment(it: Doing) -> None:
    """Write in the pack about a card."""
    card = it.card()
    prompt = card.prompts.get(kind=Prompt.Kind.CARD_COMMENT)
    save_remark(it.seat, prompt, words.comment(it.seed, it.deed, card.title), 0)


def box(it: Doing) -> None:
    """Write in a box that is about no card."""
    kind, _space, position = it.deed.about.partition(" ")
    prompt = it.workshop.prompts.get(kind=kind, position=position)
    if kind == Prompt.Kind.ACCOUNT:
        text = words.account(it.seed, it.deed, int(position))
    else:
        text = words.one_of(it.seed, it.deed, any_cards.OTHERS)
    save_remark(it.seat, prompt, text, 0)


def place(it: Doing) -> None:
    """Put a card into its circle, after those that lie there: what is placed first matters most."""
    zone, round = it.deed.says, it.round
    if zone == Mark.Zone.UNPLACED:
        place_card(it.seat, round, it.card(), zone, reason=words.why(it.seed, it.deed))
        return
    there = Mark.objects.filter(ballot__round=round, ballot__seat=it.seat, zone=zone).count()
    place_card(it.seat, round, it.card(), zone, place=there + 1)


def blank(it: Doing) -> None:
    """Fill in a blank card."""
    title, summary = words.one_of(it.seed, it.deed, any_cards.BLANKS)
    save_blank(it.seat, own_pack(it.seat).places[0].uid, 0, BlankWords(title, summary))


def finish(it: Doing) -> None:
    """Say that the pack is done."""
    finish_pack(it.seat)


def mark(it: Doing) -> None:
    """Mark a card on its spectrum."""
    now, want = map(int, it.deed.says.split())
    mark_cards(it.seat, it.round, [Position(it.card(), now, want)])
