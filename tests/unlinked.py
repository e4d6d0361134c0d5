"""A workshop in which everything was answered and written that can be, to be closed and unlinked."""

import uuid
from contextlib import suppress
from typing import Any

from tests.questions import beside, shown
from tests.rounds import asked, give_poles, lay, mark, revealed
from tests.stagecraft import put
from tests.support import House, make_house
from tests.synthesis import blank_of, change, tied, wanted
from tests.views.results_world import poll_cards, write
from workshop.actions.agreed import say_assent, write_text
from workshop.actions.answers import save_answer
from workshop.actions.consents import answer_consents
from workshop.actions.discussion import post_remark
from workshop.actions.ground_rules import add_ground_rule, agree_to_ground_rules
from workshop.actions.parking import park_remark
from workshop.actions.people import remove_seat
from workshop.actions.proposals import make_proposal, propose_change, put_proposal
from workshop.actions.proxy_sort import place_for
from workshop.actions.remarks import save_remark
from workshop.actions.sort import Row, place_card
from workshop.actions.stances import take_stance
from workshop.actions.suggestions import suggest_item
from workshop.actions.taking_back import withdraw_remark
from workshop.actions.ties import mark_start
from workshop.models import Remark, Stale
from workshop.models.ground_rules import newest_of

CANARY = "A canary that only one person could have written"


def full_house(promise: str = "unlinked", leaders: int = 5) -> House:
    """Return such a workshop, still open. The last leader was removed, the one before declines."""
    house = make_house(leaders, promise=promise)
    _fill_packs(house)
    give_poles(house, 1, 2)
    revealed(house, house.pack)
    poll_cards(house)
    put(house, "welcome")
    _agree_on_rules(house)
    _discuss(house)
    _sort_again(house)
    _change_cards(house)
    _ask(house)
    decline(house)
    remove_seat(house.fay, house.leaders[-1])
    for each in (house.fay, *house.leaders):
        each.workshop.refresh_from_db()
    house.workshop.refresh_from_db()
    return house


def decline(house: House) -> None:
    """Let the last leader but one say no to everything."""
    seat = house.leaders[-2]
    answer_consents(seat, {str(item.uid): False for item in house.workshop.consent_items.all()})


def _fill_packs(house: House) -> None:
    for n, seat in enumerate(house.leaders):
        lay(house, seat, house.pack, {1: "inner", 2: "inner" if n % 2 else "outer"})
        write(house, seat, f"Pack words {n}")
    place_card(house.ada, house.pack, house.cards[2], "unplaced", reason=CANARY)
    write(house, house.ada, f"{CANARY}, in the pack", 2)
    box = house.workshop.prompts.get(card=house.cards[3])
    save_remark(house.ada, box, "First", 0)
    with suppress(Stale):
        save_remark(house.ada, box, "Second", 0)
    blank = blank_of(house.ada, "Mine alone")
    place_card(house.ada, house.pack, blank, "inner")
    blank_of(house.others[0], "Taken up")
    place_for(house.fay, house.others[1], house.pack, [Row(house.cards[4], ("outer", ""), ("", ""))])


def _agree_on_rules(house: House) -> None:
    for n, seat in enumerate(house.leaders[:3]):
        add_ground_rule(seat, f"Rule {n}", uid=uuid.uuid4())
    for seat in house.leaders:
        agree_to_ground_rules(seat, newest_of(house.workshop.ground_rules.all()))
    suggest_item(house.ada, question="What about money?", uid=uuid.uuid4())
    suggest_item(house.others[0], card=house.cards[1], uid=uuid.uuid4())


def _discuss(house: House) -> None:
    put(house, "card", house.cards[0])
    said = [_say(house, n, f"Said {n}") for n in range(len(house.leaders))]
    post_remark(house.ada, house.cards[0], "In reply", uid=uuid.uuid4(), reply_to=said[2])
    withdraw_remark(house.others[2], said[3])
    park_remark(house.fay, said[1], house.cards[4])


def _say(house: House, n: int, body: str) -> Remark:
    return post_remark(house.leaders[n], house.cards[0], body, uid=uuid.uuid4())


def _sort_again(house: House) -> None:
    again = asked(house)
    for n, seat in enumerate(house.leaders):
        lay(house, seat, again, {1: "outer" if n else "inner", 2: "inner"})
    revealed(house, again)
    lines = asked(house, "spectrum")
    for n, seat in enumerate(house.leaders):
        mark(house, seat, lines, 1, 20 * n, 50)
    asked(house)  # stays open until the close
    lay(house, house.ada, house.workshop.rounds.latest("number"), {1: "inner"})


def _change_cards(house: House) -> None:
    change(house.fay, "adopt", [house.others[0].blank_cards.get()])
    tied(house.fay, 1, 3)
    merge = wanted(house.workshop, "merge", house.cards[3:5], titles=["Both"], reason="They are one")
    proposal = put_proposal(house.fay, propose_change(house.ada, merge, uid=uuid.uuid4()))
    for n, seat in enumerate(house.leaders):
        take_stance(seat, proposal, "no" if n == 0 else "fine", f"Why {n}")
    make_proposal(house.fay, proposal)
    retire = wanted(house.workshop, "retire", house.cards[1:2])
    propose_change(house.others[0], retire, uid=uuid.uuid4())
    for n, seat in enumerate(house.leaders):
        mark_start(seat, house.cards[n % 2], True)


def _ask(house: House) -> None:
    prompt = shown(house, "Alone 0", "Alone 1")
    save_answer(house.leaders[2], prompt, "Late", 0, late=True)
    write_text(house.ada, prompt, "We share power.", 0)
    beside(house.others[0], prompt, "We do not.")
    for n, seat in enumerate(house.leaders):
        say_assent(seat, prompt, "dissent" if n == 1 else "agree", f"Because {n}", 1)


def counted(found: Any) -> Any:
    """Return a figure or a tree of them without what may be another after the close: order, times, ids."""
    if isinstance(found, dict):
        return {key: counted(value) for key, value in found.items()}
    if isinstance(found, list):
        return sorted((counted(each) for each in found), key=repr)
    return found
