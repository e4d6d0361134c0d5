"""What each action does after the close: one row an action."""

import uuid
from collections.abc import Callable

from tests.actions.closing_gestures import GESTURES
from tests.actions.closing_pack_files import PACK_FILES
from tests.actions.closing_preparation import PREPARATION
from tests.actions.closing_proxy import PROXY
from tests.actions.closing_questions import QUESTIONS
from tests.actions.closing_rehearsals import REHEARSALS
from tests.actions.closing_rounds import ROUNDS
from tests.actions.closing_synthesis import SYNTHESIS
from tests.support import House
from workshop.actions.agenda import add_discussion, discuss_next, move_step
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import remove_blank, restore_blank, save_blank
from workshop.actions.cards import edit_card, remove_card, write_card
from workshop.actions.cards import place_card as move_card
from workshop.actions.chair import hand_chair, return_chair
from workshop.actions.consent_items import change_item, retire_item, write_item
from workshop.actions.copies import choose_copy
from workshop.actions.discussion import edit_remark, post_remark
from workshop.actions.facilitators import add_facilitator
from workshop.actions.filled import enter_answers
from workshop.actions.filled_answers import Answers, Words
from workshop.actions.inviting import Guest, invite_people
from workshop.actions.joining import join_by_code, new_code
from workshop.actions.pack import finish_pack
from workshop.actions.parking import bring_back_remark, park_remark
from workshop.actions.prompts import edit_prompt, place_prompt, remove_prompt, write_prompt
from workshop.actions.proxy_finish import finish_for
from workshop.actions.remarks import resolve_conflict, save_remark
from workshop.actions.rounds import open_round, take_back_round
from workshop.actions.setup import edit_setup
from workshop.actions.several_cards import write_cards
from workshop.actions.sheets import ask_anew
from workshop.actions.sort import Row, clear_order, place_card, place_cards
from workshop.actions.stage import bring_card, move_stage
from workshop.models import Card, ConsentItem, Prompt, Remark, Version
from workshop.models.pack import own_pack

Act = Callable[[House], object]


def box(house: House) -> Prompt:
    """The box for a comment on card 1."""
    return house.workshop.prompts.get(card__number=1)


def said(house: House) -> Remark:
    """What Ada said in the discussion."""
    return house.ada.remarks.get(prompt=None)


def pack_version(house: House) -> Version:
    """The other version of what Ada wrote in her pack."""
    return Version.objects.get(remark__prompt__card__number=1)


def blank(house: House) -> Card:
    """Ada's blank card."""
    return Card.objects.get(proposer=house.ada)


def item(house: House) -> ConsentItem:
    """The first thing to agree to."""
    return house.workshop.consent_items.all()[0]


REFUSED: dict[str, Act] = {
    "add_discussion": lambda house: add_discussion(house.fay, house.cards[0]),
    "move_step": lambda house: move_step(house.fay, house.workshop.steps.all()[0], "up"),
    "hand_chair": lambda house: hand_chair(house.fay, house.ada, "good", 0),
    "return_chair": lambda house: return_chair(house.fay, 0),
    "save_blank": lambda house: save_blank(
        house.ada, own_pack(house.ada).places[0].uid, 0, BlankWords("Late")
    ),
    "remove_blank": lambda house: remove_blank(house.ada, blank(house)),
    "restore_blank": lambda house: restore_blank(house.ada, blank(house)),
    "choose_copy": lambda house: choose_copy(house.ada, blank(house), blank(house), "mine", 1),
    "write_card": lambda house: write_card(house.fay, title="Late"),
    "write_cards": lambda house: write_cards(house.fay, uuid.uuid4(), [{"title": "Late"}]),
    "edit_card": lambda house: edit_card(house.fay, house.cards[0], 1, title="Late"),
    "cards.place_card": lambda house: move_card(house.fay, house.cards[0], 2),
    "remove_card": lambda house: remove_card(house.fay, house.cards[0]),
    "write_item": lambda house: write_item(house.fay, uid=uuid.uuid4(), text="Late", required=False),
    "change_item": lambda house: change_item(house.fay, item(house), seen="", text="Late", required=False),
    "retire_item": lambda house: retire_item(house.fay, item(house)),
    "write_prompt": lambda house: write_prompt(house.fay, uid=uuid.uuid4(), text="Late"),
    "edit_prompt": lambda house: edit_prompt(house.fay, box(house), "", text="Late"),
    "place_prompt": lambda house: place_prompt(house.fay, box(house), 1),
    "remove_prompt": lambda house: remove_prompt(house.fay, box(house)),
    "post_remark": lambda house: post_remark(house.ada, house.cards[0], "Late", uid=uuid.uuid4()),
    "edit_remark": lambda house: edit_remark(house.ada, said(house), "Late", 1),
    "park_remark": lambda house: park_remark(house.fay, said(house), house.cards[4]),
    "bring_back_remark": lambda house: bring_back_remark(house.fay, said(house), ""),
    "add_facilitator": lambda house: add_facilitator(house.fay, name="Late", email="late@example.org"),
    "join_by_code": lambda house: join_by_code("KITE4827", "Late", uuid.uuid4()),
    "new_code": lambda house: new_code(house.fay),
    "invite_people": lambda house: invite_people(house.fay, [Guest("Late")]),
    "enter_answers": lambda house: enter_answers(house.ada, Answers(words=[Words(box(house), "Late", 1)])),
    "finish_pack": lambda house: finish_pack(house.ada),
    "finish_for": lambda house: finish_for(house.fay, house.ada, is_whole=True),
    "save_remark": lambda house: save_remark(house.ada, box(house), "Late", 1),
    "resolve_conflict": lambda house: resolve_conflict(house.ada, pack_version(house), "mine", 1),
    "open_round": lambda house: open_round(house.fay, house.workshop.rounds.get(number=3)),
    "take_back_round": lambda house: take_back_round(house.fay, house.poll),
    "edit_setup": lambda house: edit_setup(house.fay, {"title": "Late"}, {}),
    "ask_anew": lambda house: ask_anew(house.fay, 1),
    "sort.place_card": lambda house: place_card(house.ada, house.pack, house.cards[0], "inner"),
    "place_cards": lambda house: place_cards(
        house.ada, house.pack, [Row(house.cards[0], ("inner", ""), ("", ""))]
    ),
    "clear_order": lambda house: clear_order(house.ada, house.pack, "inner"),
    "discuss_next": lambda house: discuss_next(house.fay, house.cards[0]),
    "bring_card": lambda house: bring_card(house.fay, house.cards[0], 1),
    "move_stage": lambda house: move_stage(house.fay, house.workshop.steps.all()[0], 1),
    **GESTURES,
    **PACK_FILES,
    **PREPARATION,
    **PROXY,
    **QUESTIONS,
    **REHEARSALS,
    **ROUNDS,
    **SYNTHESIS,
}

# Parts of other actions, not acts of a person.
PARTS = {"write_blank", "keep_copy", "audit", "done", "note", "open_pack", "require_pack", "own_ballot"}
PARTS |= {"new_change", "open_agenda", "checked_transcript", "require_unchanged", "require_own", "furnish"}
PARTS |= {"current", "current_open", "keep_version", "going_on", "put_away"}
PARTS |= {
    "require_proxy",
    "require_proxy_now",
    "enter_cards",
    "enter_marks",
    "enter_rows",
    "enter_words",
    "cast_in_turn",
}
PARTS |= {"replace_sheet", "before_the_group", "current_proposal"}
PARTS |= {"erase_workshop", "audit_daily", "audit_history", "note_seen"}
PARTS |= {"erase_seat", "require_withdrawable", "put_in_order", "require_order_seen"}
PARTS |= {"take_own_data", "require_unread", "how_to_go_back", "rehearsal_of", "fill_demo"}
PARTS |= {"leading", "locked_round", "follow_stage", "vacate_chair", "undo_move", "put_back_round"}
