"""One's own words are taken back one at a time, wherever they stand, and no backup brings them back."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from tests.actions.test_erased_again import since_the_backup
from tests.questions import ask
from tests.stagecraft import bring, put
from tests.support import House, make_house
from tests.synthesis import blank_of, change
from tests.withdrawing import WORD, full_house, holding
from workshop.actions.answers import save_answer
from workshop.actions.discussion import edit_remark
from workshop.actions.erasures import reapply_erasures
from workshop.actions.proxy import say_for
from workshop.actions.quotes import write_quote
from workshop.actions.remarks import save_remark
from workshop.actions.rounds import close_round, reveal_round
from workshop.actions.sort import place_card
from workshop.actions.standing import in_force
from workshop.actions.taking_back import take_words_back, withdraw_remark_for
from workshop.exports.course import course_of
from workshop.models import Card, Closed, Forbidden, History, Mark, Quote, Remark, Seat, Stale, Version
from workshop.models.own_words import OwnWords, own_words
from workshop.models.quotable import Quotable
from workshop.models.taken_before import TAKEN_BACK

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ledger(settings: Any, tmp_path: Any) -> None:
    settings.ERASURES_FILE = tmp_path / "erasures.jsonl"


def packed(promise: str = "named") -> House:
    """Return a workshop in its hour in which Ada wrote in her pack, which is closed and revealed."""
    house = make_house(3, promise=promise)
    box = house.workshop.prompts.get(card__number=1)
    save_remark(house.ada, box, f"Pack {WORD}", 0)
    place_card(house.ada, house.pack, house.cards[2], "unplaced", reason=f"Reason {WORD}")
    blank_of(house.ada, f"Blank {WORD}")
    put(house, "welcome")
    if house.pack.is_open:
        close_round(house.fay, house.pack)
    reveal_round(house.fay, house.pack)
    house.ada = Seat.objects.select_related("workshop", "person").get(pk=house.ada.pk)
    return house


def one(seat: Seat, kind: str) -> OwnWords:
    """Return a seat's first words of a kind that can still be taken back."""
    return next(each for each in own_words(seat) if each.key.startswith(kind) and not each.taken_at)


def take(seat: Seat, kind: str) -> OwnWords:
    found = one(seat, kind)
    assert take_words_back(seat, found.key, agreed=found.print)
    return found


@pytest.mark.parametrize("promise", ["named", "hidden", "unlinked"])
@pytest.mark.parametrize("kind", ["remark", "card", "reason"])
def test_words_of_a_closed_and_revealed_pack_are_taken_back_by_themselves(promise: str, kind: str) -> None:
    house = packed(promise)
    before = len(holding(WORD))
    take(house.ada, kind)
    assert len(holding(WORD)) == before - 1 > 0


def test_everything_that_one_may_take_back_leaves_no_word() -> None:
    house = full_house()
    wanted = [each for each in own_words(house.ada) if not each.keeps]
    assert {each.key.split(".")[0] for each in wanted} == {"remark", "card", "reason"}
    for each in wanted:
        take_words_back(house.ada, each.key, agreed=each.print)
    agreed = Remark.objects.filter(prompt__kind="agreed")
    assert not Remark.objects.exclude(pk__in=agreed).filter(body__contains=WORD).exists()
    assert not Version.objects.exclude(remark__in=agreed).filter(body__contains=WORD).exists()
    assert not Mark.objects.filter(reason__contains=WORD).exists()
    assert not Card.objects.filter(proposer=house.ada, texts__title__contains=WORD).exists()


def test_a_card_that_the_group_took_up_stays_and_that_is_said() -> None:
    house = make_house(3)
    card = blank_of(house.ada, f"Blank {WORD}")
    put(house, "welcome")
    change(house.fay, "adopt", [card])
    found = one(house.ada, "card")
    assert "the group’s now" in found.keeps
    with pytest.raises(Closed, match="took this card up"):
        take_words_back(house.ada, found.key, agreed=found.print)
    assert holding(WORD)


def test_nothing_but_what_was_asked_about_is_erased_and_twice_changes_nothing() -> None:
    house = packed()
    found = one(house.ada, "remark")
    Remark.objects.filter(pk=found.row.pk).update(body="Entered meanwhile")
    with pytest.raises(Stale, match="changed meanwhile"):
        take_words_back(house.ada, found.key, agreed=found.print)
    assert take(house.ada, "remark").text == "Entered meanwhile"
    assert not take_words_back(house.ada, found.key, agreed=found.print)
    assert not take_words_back(house.others[0], one(house.ada, "card").key, agreed="")
    assert History.objects.filter(verb="remark_withdrawn").count() == 1


def test_quotes_go_with_the_words_and_replies_of_others_stay() -> None:
    house = full_house()
    with_reply = next(each for each in own_words(house.ada) if each.replies)
    words = next(each for each in Quotable(house.workshop).sources if each.row == with_reply.row)
    quote = write_quote(house.fay, words, uid=uuid.uuid4(), text=words.text, attribution="a senior leader")
    take_words_back(house.ada, with_reply.key, agreed=with_reply.print)
    assert not Quote.objects.filter(pk=quote.pk).exists()
    assert Remark.objects.filter(reply_to=with_reply.row.pk).exclude(body="").exists()


def test_an_answer_can_be_given_anew_and_before_it_is_shown_nothing_tells_that_it_was_there() -> None:
    house = make_house(2)
    prompt = ask(house)
    save_answer(house.ada, prompt, "Too much", 0)
    before = History.objects.count()
    take(house.ada, "remark")
    assert History.objects.count() == before
    save_answer(house.ada, prompt, "Better", 2)
    assert [each.text for each in own_words(house.ada)] == ["Better"]


def test_what_is_written_in_the_box_again_stands() -> None:
    house = make_house(2)
    box = house.workshop.prompts.get(card__number=1)
    save_remark(house.ada, box, "Too much", 0)
    take(house.ada, "remark")
    again = save_remark(house.ada, box, "Said anew", 2)
    assert (again.withdrawn_at, again.body) == (None, "Said anew")


@pytest.mark.parametrize("kind", ["remark", "card", "reason"])
def test_a_backup_from_before_does_not_bring_it_back(kind: str) -> None:
    house = packed()
    before = len(holding(WORD))
    with since_the_backup():
        take(house.ada, kind)
    assert len(holding(WORD)) == before - 1
    assert all(holds for holds, _says in in_force())


def test_what_was_said_anew_since_is_not_erased_from_a_later_backup() -> None:
    house = make_house(2)
    box = house.workshop.prompts.get(card__number=1)
    save_remark(house.ada, box, "Too much", 0)
    take(house.ada, "remark")
    again = save_remark(house.ada, box, "Said anew", 2)
    Remark.objects.filter(pk=again.pk).update(saved_at=timezone.now() + timedelta(minutes=1))
    assert reapply_erasures().trouble == []
    assert Remark.objects.get(pk=again.pk).body == "Said anew"


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_a_file_tells_who_took_words_back_only_where_names_are_open(promise: str) -> None:
    house = packed(promise)
    take(house.ada, "remark")
    take(house.ada, "reason")
    rows = course_of(house.workshop, promise == "named")["history"]
    told = {row["verb"]: row["seat"] for row in rows if row["verb"] in TAKEN_BACK}
    assert ("reason_taken_back" in told) == (promise == "named")
    assert bool(told["remark_withdrawn"]) == (promise == "named")


def test_a_facilitator_takes_back_what_they_entered_and_not_what_the_person_changed_since() -> None:
    house = make_house(2)
    card = bring(house)
    said = [say_for(house.fay, house.ada, card, f"{WORD} {n}", uid=uuid.uuid4()) for n in range(2)]
    edit_remark(house.ada, said[0], f"{WORD} in her words", said[0].rev)
    with pytest.raises(Forbidden, match="You did not enter these words"):
        withdraw_remark_for(house.fay, house.ada, said[0])
    for _twice in range(2):
        withdraw_remark_for(house.fay, house.ada, said[1])
    assert [*Remark.objects.exclude(body="").values_list("body", flat=True)] == [f"{WORD} in her words"]
    assert History.objects.filter(verb="remark_withdrawn", seat=house.fay).count() == 1
