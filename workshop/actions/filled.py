"""What a filled file of a pack says, once somebody looked at it: saved all at once, or nothing of it.

Everything goes through the actions by which the pack on the web is filled in. Where words stood already and
others were chosen in their place, the old ones are kept: of a comment as a version, of a card as a removed
one.
"""

from collections.abc import Callable, Mapping
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from workshop.models import Card, Closed, Invalid, Refusal, Remark, Seat, Stale, Version
from workshop.models.consents import needs_consent
from workshop.models.proxy_rounds import cards_to_place

from .blank_words import words_of
from .blanks import save_blank
from .consents import answer_consents
from .copies import put_away
from .filled_answers import Answers, Blank, Words
from .filled_order import put_in_order, require_order_seen
from .kit import locked, note
from .pack import open_pack
from .proxy import record_consents
from .proxy_finish import finish_for
from .proxy_rights import require_proxy, require_proxy_now
from .proxy_sort import place_for
from .remarks import save_remark
from .sort import Row, place_cards

PLACES = "places"  # what is refused of all places together stands under this, and under no box


def enter_answers(seat: Seat, answers: Answers, by: Seat | None = None) -> None:
    """Save what a filled file says, in one transaction: if anything is refused, nothing is saved.

    Args:
        by: the facilitator who enters it for the seat, if anybody does.

    Raises:
        Refusal: what was refused, all of it in one. ``data["wrong"]`` has a sentence by the uid of its box or
            card, ``data["asks"]`` the cards placed already that nobody asked to replace.
        Forbidden: as for ``require_proxy``. Closed: the pack cannot be written in now.
    """
    try:
        with transaction.atomic():
            _enter(seat, answers, by)
    except Refusal as refusal:
        if by and refusal.data.get("asks"):
            _note_met(by, seat)
        raise


def _enter(seat: Seat, answers: Answers, by: Seat | None) -> None:
    locked(seat.workshop_id)
    if by:
        require_proxy_now(by, seat, agreed=False)
    open_pack(seat)
    _agree(seat, answers, by)
    refused: dict[str, Refusal] = {}
    for words in answers.words:
        _try(refused, words.prompt.uid, partial(_write, seat, words, by))
    for blank in answers.blanks:
        _try(refused, blank.uid, partial(_fill, seat, blank, by))
    if not refused:  # else who enters would learn what is placed, and nothing would say that they did
        _try(refused, PLACES, partial(_place, seat, answers, by))
    if refused:
        raise _all_in_one(refused)
    if by and answers.whole is not None:
        finish_for(by, seat, is_whole=answers.whole)


def _try(refused: dict[str, Refusal], key: object, act: Callable[[], object]) -> None:
    try:
        act()
    except Refusal as refusal:
        refused[str(key)] = refusal


def _all_in_one(refused: Mapping[str, Refusal]) -> Refusal:
    says = " ".join(dict.fromkeys(each.message for each in refused.values()))
    wrong = {key: each.message for key, each in refused.items()}
    asks = refused[PLACES].data.get("asks", []) if PLACES in refused else []
    return type(next(iter(refused.values())))(says, wrong=wrong, asks=asks)


def _agree(seat: Seat, answers: Answers, by: Seat | None) -> None:
    if answers.consents and by:
        record_consents(by, seat, answers.consents, closed=False)
    elif answers.consents:
        _answer(seat, answers)
    if by:
        require_proxy(by, seat)
    if needs_consent(seat):
        raise Invalid(
            _(
                "Taking part needs a yes, so nothing was saved. If that was meant as a no, say so on the "
                "page about taking part."
            )
        )


def _answer(seat: Seat, answers: Answers) -> None:
    try:
        answer_consents(seat, answers.consents, sheet=answers.sheet, until=answers.until, agreed="")
    except Stale:
        raise Invalid(
            _(
                "One of the answers ends more than it says, so nothing was saved. If it is meant, give it on "
                "the page about taking part: there you read first what it does."
            )
        ) from None


def _write(seat: Seat, words: Words, by: Seat | None) -> None:
    if words.replaces:
        there = Remark.objects.filter(prompt=words.prompt, seat=seat, rev=words.rev).exclude(body="").first()
        if there and not (by and there.proxy_id is None):  # what they wrote themselves is kept with ``by``
            Version.objects.create(remark=there, rev=there.rev, body=there.body, seat=seat)
    try:
        save_remark(seat, words.prompt, words.text, words.rev, by=by)
    except Stale:
        raise Stale(_changed()) from None


def _fill(seat: Seat, blank: Blank, by: Seat | None) -> None:
    card = Card.objects.filter(uid=blank.uid, proposer=seat, rev=blank.rev).with_words().first()
    if blank.replaces and card and not (by and card.words.proxy_id is None) and words_of(card).as_text:
        put_away(seat, card)
    try:
        save_blank(seat, blank.uid, blank.rev, blank.words, by)
    except Stale:
        raise Stale(_changed()) from None
    except Card.DoesNotExist:
        raise Closed(
            _("A blank card of this page is not theirs any more. Send the file in once more.")
        ) from None


def _changed() -> str:
    return _("What is here was changed meanwhile, so nothing was saved. Look at both, then choose.")


def _place(seat: Seat, answers: Answers, by: Seat | None) -> None:
    round, places = open_pack(seat), answers.places
    if not by:
        require_order_seen(seat, round, answers)
    cards = {card.uid: card for card in (each.card for each in cards_to_place(seat, round))}
    if any(each.uid not in cards and each.sent != each.seen for each in places):
        raise Invalid(
            _(
                "A card has a place but no title, or is not in the pack any more. Give it a title, or take "
                "its place away."
            )
        )
    rows = [Row(cards[each.uid], each.sent, each.seen) for each in places if each.uid in cards]
    if by:
        place_for(by, seat, round, rows, replaces=[cards[each.uid] for each in places if each.replaces])
    else:
        place_cards(seat, round, rows)
    if answers.orders:
        put_in_order(seat, round, answers.orders, by)


def _note_met(by: Seat, seat: Seat) -> None:
    """Keep in the history that who enters for somebody met an answer which they may not see."""
    with transaction.atomic():
        workshop = locked(seat.workshop_id)
        round = workshop.pack_round()
        note(workshop.pk, by, "answer_met", seat=seat.uid, round=round.number if round else "")
