"""Ada says a word of her own in every place that takes any, to be looked for once she withdrew."""

import uuid
from contextlib import suppress

from django.apps import apps
from django.db.models import CharField, JSONField, TextField

from tests.questions import ask
from tests.support import House, make_house
from tests.synthesis import blank_of, wanted
from workshop.actions.agreed import say_assent, write_text
from workshop.actions.answers import save_answer
from workshop.actions.chair import hand_chair
from workshop.actions.changes import change_cards
from workshop.actions.credits import save_credit
from workshop.actions.discussion import edit_remark, post_remark
from workshop.actions.gestures import set_gesture
from workshop.actions.ground_rules import add_ground_rule, agree_to_ground_rules, newest_change
from workshop.actions.needs import save_needs
from workshop.actions.people import edit_person, person_print
from workshop.actions.proposals import make_proposal, propose_change, put_proposal
from workshop.actions.questions import show_answers
from workshop.actions.remarks import save_remark
from workshop.actions.rounds import reveal_round
from workshop.actions.sort import place_card
from workshop.actions.stances import take_stance
from workshop.actions.suggestions import suggest_item
from workshop.actions.ties import mark_start, tie_cards
from workshop.models import Prompt, Seat, Stale, Workshop
from workshop.models.credits import WantedCredit
from workshop.models.needs import WantedNeeds
from workshop.models.what_goes import goes_print

NAME, EMAIL, WORD = "Adalgisa", "adalgisa@example.org", "zibeline"


def full_house(promise: str = "named", leaders: int = 5) -> House:
    """Return a house in its hour in which Ada, as Adalgisa, said her word everywhere; ``WORD`` is in each."""
    house = make_house(leaders, promise=promise)
    ada = house.ada
    assert ada.person is not None
    edit_person(house.fay, ada, seen=person_print(ada.person), name=NAME, email=EMAIL)
    _fill_pack(house)
    _begin(house)
    _talk(house)
    _answer(house)
    _change(house)
    return house


def fresh(house: House) -> None:
    """Read everybody and the workshop again."""
    house.workshop.refresh_from_db()
    house.fay = _again(house.fay)
    house.others = [_again(seat) for seat in house.others]
    house.ada = Seat.objects.select_related("workshop", "person").get(uid=house.ada.uid)


def _again(seat: Seat) -> Seat:
    return Seat.objects.select_related("workshop", "person").get(pk=seat.pk)


def sure(house: House) -> dict[str, object]:
    """Return the tick, and the answer to the last question before a withdrawal as it stands now."""
    return {"sure": "on", "confirmed": goes_print(Workshop.objects.get(pk=house.workshop.pk))}


def box(house: House, number: int) -> Prompt:
    """Return the box for a comment on a card."""
    return house.workshop.prompts.get(card__number=number)


def _fill_pack(house: House) -> None:
    ada = house.ada
    save_credit(ada, WantedCredit("role", role=f"Credit {WORD}"), 0)
    save_needs(ada, WantedNeeds(["no_timers"], f"Break {WORD}"), 0)
    save_remark(ada, box(house, 1), f"Pack {WORD}", 0)
    with suppress(Stale):
        save_remark(ada, box(house, 1), f"Copy {WORD}", 0)
    save_remark(ada, house.workshop.prompts.get(kind="any_other"), f"Other {WORD}", 0)
    save_remark(ada, box(house, 2), f"Second {WORD}", 0)
    blank_of(ada, f"Alone {WORD}")
    for seat in house.leaders:
        for number, card in enumerate(house.cards):
            place_card(seat, house.pack, card, "inner" if number % 2 else "outer")
    place_card(ada, house.pack, house.cards[0], "unplaced", reason=f"Reason {WORD}")
    reveal_round(house.fay, house.pack)


def _begin(house: House) -> None:
    from workshop.actions.stage import move_stage

    ask(house)
    card = house.workshop.steps.filter(kind="card").first()
    if card:
        move_stage(house.fay, card, Workshop.objects.get(pk=house.workshop.pk).step_rev)
    fresh(house)


def _talk(house: House) -> None:
    ada, ben, card = house.ada, house.others[0], house.cards[0]
    said = post_remark(ada, card, f"Said {WORD}", uid=uuid.uuid4())
    edit_remark(ada, said, f"Edited {WORD}", 1)
    post_remark(ben, card, "Ben replies", uid=uuid.uuid4(), reply_to=said)
    pack = ada.remarks.get(prompt__card__number=1)
    post_remark(ben, card, "Ben replies to a pack", uid=uuid.uuid4(), reply_to=pack)
    post_remark(ada, house.cards[1], f"Alone {WORD}", uid=uuid.uuid4())
    add_ground_rule(ada, f"Rule {WORD}", uid=uuid.uuid4())
    agree_to_ground_rules(ada, newest_change(ada.workshop))
    set_gesture(ada, "hand", True)
    suggest_item(ada, uid=uuid.uuid4(), question=f"Ask {WORD}", why=f"Because {WORD}")
    suggest_item(ada, uid=uuid.uuid4(), card=card, why=f"Card {WORD}")
    mark_start(ada, card, True)


def _answer(house: House) -> None:
    ada, ben = house.ada, house.others[0]
    prompt = house.workshop.prompts.get(kind="open")
    save_answer(ada, prompt, f"Answer {WORD}", 0)
    save_answer(ben, prompt, "Ben answers", 0)
    show_answers(house.fay, prompt)
    write_text(ben, prompt, "Ben's text", 0)
    write_text(ada, prompt, f"Text {WORD}", 1)
    with suppress(Stale):
        write_text(ada, prompt, f"Beside {WORD}", 1)
    say_assent(ada, prompt, "dissent", f"Since {WORD}", 1)


def _change(house: House) -> None:
    ada, ben, workshop = house.ada, house.others[0], house.workshop
    hand_chair(house.fay, ada, "good", workshop.chair_rev)
    fresh(house)
    first = wanted(workshop, "retire", house.cards[5:6], reason=f"Change {WORD}")
    change_cards(house.ada, first, uid=uuid.uuid4())
    tie_cards(house.ada, house.cards[2], house.cards[3], f"Tie {WORD}", uid=uuid.uuid4())
    second = wanted(workshop, "retire", house.cards[4:5], reason=f"Made {WORD}")
    made = propose_change(ada, second, uid=uuid.uuid4())
    make_proposal(house.fay, put_proposal(house.fay, made))
    title = [f"New {WORD}"]
    again = wanted(workshop, "rephrase", house.cards[3:4], titles=title, reason=f"Open {WORD}")
    put = put_proposal(house.fay, propose_change(ada, again, uid=uuid.uuid4()))
    take_stance(ada, put, "no", f"Stance {WORD}")
    take_stance(ben, put, "fine", "Ben is fine")
    fresh(house)


def holding(word: str) -> list[str]:
    """Return where in the database a word stands: ``Model.field`` of every row, in every table."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            if isinstance(field, CharField | TextField | JSONField):
                values = model._base_manager.values_list(field.attname, flat=True)
                found += [f"{model.__name__}.{field.name}" for value in values if word in str(value)]
    return found
