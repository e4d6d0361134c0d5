"""A whole workshop, played as the paper tells it: packs, poll, synthesis, an agreed text, a last sort."""

import uuid

from tests.chairs import lend
from tests.questions import ask, reply
from tests.rounds import asked, give_poles, lay, mark, revealed
from tests.stagecraft import bring, put, say, vote
from tests.support import House, make_house
from tests.synthesis import MERGED, numbered, wanted
from workshop.actions.agreed import say_assent, write_text
from workshop.actions.blank_words import BlankWords
from workshop.actions.blanks import save_blank
from workshop.actions.changes import change_cards
from workshop.actions.credits import save_credit
from workshop.actions.ground_rules import add_ground_rule
from workshop.actions.proposals import make_proposal, propose_change, put_proposal
from workshop.actions.questions import show_answers
from workshop.actions.quotes import answer_quote, send_quote, write_quote
from workshop.actions.remarks import save_remark
from workshop.actions.rounds import reveal_round
from workshop.actions.rules import set_rule
from workshop.actions.sort import place_card
from workshop.actions.stances import take_stance
from workshop.models import Card, Quote, Workshop
from workshop.models.credits import WantedCredit
from workshop.models.pack import own_pack
from workshop.models.quotable import Quotable

SORTS = (
    {1: "inner", 2: "inner", 3: "outer", 4: "inner", 5: "outer", 6: "inner"},
    {1: "outer", 2: "inner", 3: "inner", 4: "inner", 5: "outer", 6: "outer"},
    {1: "inner", 2: "inner", 3: "outer", 4: "inner", 5: "outer", 6: "outer"},
    {1: "outer", 2: "inner", 3: "inner", 4: "outer", 5: "inner", 6: "inner"},
    {1: "inner", 2: "outer", 3: "outer", 4: "inner", 5: "outer", 6: "unplaced"},
)
VOTES = ((2, 4, 6), (2, 3, 4), (1, 2, 4), (2, 5, 6), (1, 4))
LAST = (
    {1: "outer", 2: "inner", 3: "inner", 8: "inner"},
    {1: "outer", 2: "inner", 3: "inner", 8: "outer"},
    {1: "inner", 2: "inner", 3: "outer", 8: "inner"},
    {1: "outer", 2: "inner", 3: "inner", 8: "inner"},
    {1: "inner", 2: "outer", 3: "inner", 8: "inner"},
)
WRITTEN = (
    (0, 1, "We promised more than we could do, and partners remember it."),
    (0, 2, "We share money, time and the blame. Power stays where it was."),
    (1, 2, "Whoever holds the budget sets the agenda, however kindly."),
    (2, 3, "My patients’ panel stopped coming after the third acronym."),
    (3, 4, "Non-research work is never counted, so nobody is promoted for it."),
    (4, 5, "Hospital time and university time are not the same time."),
)
DISSENT = "Not yet: nothing in it says who decides about money."


def played(promise: str = "named") -> House:
    """Return the workshop after its last reveal."""
    house = make_house(promise=promise)
    _packs(house)
    _poll(house)
    _talk(house)
    _synthesis(house)
    _question(house)
    _last(house)
    house.workshop = Workshop.objects.get(pk=house.workshop.pk)
    return house


def _packs(house: House) -> None:
    for seat, number, text in ((house.leaders[n], card, text) for n, card, text in WRITTEN):
        save_remark(seat, house.workshop.prompts.get(card__number=number), text, 0)
    save_remark(house.ada, house.workshop.prompts.get(kind="any_other"), "For facilitators’ eyes.", 0)
    for seat, zones in zip(house.leaders, SORTS, strict=True):
        lay(house, seat, house.pack, zones)
    place_card(house.ada, house.pack, house.cards[1], "inner", place=1)
    words = BlankWords("Motivation vs lack of skills", "People want to, and were never shown how.", "")
    save_blank(house.leaders[2], own_pack(house.leaders[2]).places[0].uid, 0, words)
    words = BlankWords("Who gets paid for it", "", "")
    save_blank(house.leaders[3], own_pack(house.leaders[3]).places[0].uid, 0, words)
    set_rule(house.fay, house.pack, least=4, of=5, zone="inner")
    save_credit(house.ada, WantedCredit("named", "Dr Ada Ash", roles=("investigation",)), 0)
    save_credit(house.leaders[1], WantedCredit("role", role="a director of research"), 0)


def _poll(house: House) -> None:
    put(house, "welcome")
    add_ground_rule(house.ada, "One person speaks at a time.", uid=uuid.uuid4())
    revealed(house, house.pack)
    put(house, "poll")
    for seat, numbers in zip(house.leaders, VOTES, strict=True):
        vote(house, seat, *numbers)
    reveal_round(house.fay, house.poll)


def _talk(house: House) -> None:
    card = bring(house, 2)
    said = say(house, house.leaders[1], card, "Power is also who may say that it is not working.")
    say(house, house.ada, card, "And who hears it.", reply_to=said)
    lend(house, house.fay, house.leaders[2])
    source = next(each for each in Quotable(house.workshop).sources if each.text == WRITTEN[1][2])
    quote = write_quote(
        house.fay, source, uid=uuid.uuid4(), text="Power stays where it was.", attribution="a leader"
    )
    send_quote(house.fay, quote, rev=quote.rev, until=None)
    quote = Quote.objects.get(pk=quote.pk)
    answer_quote(house.ada, quote, state="accepted", words="", rev=quote.rev)


def _synthesis(house: House) -> None:
    fay, workshop = house.fay, Workshop.objects.get(pk=house.workshop.pk)
    blank = Card.objects.get(workshop=workshop, proposer=house.leaders[2])
    change_cards(
        fay, wanted(workshop, "adopt", [blank], reason="Three of us had it in mind."), uid=uuid.uuid4()
    )
    merge = wanted(
        workshop, "merge", numbered(workshop, 4, 5, 6), titles=[MERGED], reason="One question, three faces."
    )
    put_proposal(fay, propose_change(house.leaders[3], merge, uid=uuid.uuid4()))
    for seat, answer in zip(house.leaders, ("fine", "fine", "fine", "live_with", "no"), strict=True):
        why = "Time is not motivation." if answer == "no" else ""
        take_stance(seat, workshop.proposals.get(), answer, why)
    make_proposal(fay, workshop.proposals.get())
    third, seventh = numbered(workshop, 3, 7)
    change_cards(fay, wanted(workshop, "nest", [seventh], third), uid=uuid.uuid4())


def _question(house: House) -> None:
    prompt = ask(house, "What will we do differently from Monday?")
    for seat, text in zip(house.leaders, ("Say no sooner.", "Pay people for their time."), strict=False):
        reply(seat, prompt, text)
    show_answers(house.fay, prompt)
    write_text(house.ada, prompt, "We name who decides before we begin, and we pay for people’s time.", 0)
    for seat, answer in zip(house.leaders, ("agree", "agree", "agree", "dissent"), strict=False):
        say_assent(seat, prompt, answer, DISSENT if answer == "dissent" else "", 1)


def _last(house: House) -> None:
    give_poles(house, 1, 2)
    again = asked(house, "sort")
    for seat, zones in zip(house.leaders, LAST, strict=True):
        lay(house, seat, again, zones)
    revealed(house, again)
    line = asked(house, "spectrum")
    for n, seat in enumerate(house.leaders):
        mark(house, seat, line, 1, 20 + 10 * n, 70)
        mark(house, seat, line, 2, 30, 60 + 5 * n)
    revealed(house, line)
