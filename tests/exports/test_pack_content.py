"""What stands in a pack that is taken away: all that is asked, and only what whoever takes it may see."""

import pytest

from tests.actions.test_blanks import WORDS, places
from tests.prompts import prompted, prompts
from tests.support import House, make_house
from workshop.actions.blanks import save_blank
from workshop.actions.remarks import save_remark
from workshop.actions.sort import place_card
from workshop.exports.packs.content import Pack, Place
from workshop.exports.packs.reading import Copy, read_pack
from workshop.exports.packs.whose import Codes, Known
from workshop.models import Card, Prompt, Seat, Workshop

pytestmark = pytest.mark.django_db


def filled_in(promise: str = "named") -> House:
    """A workshop in which Ada wrote on card 1, placed cards 1 and 2 and a blank card of hers."""
    house = make_house(2, promise=promise)
    save_remark(house.ada, house.workshop.prompts.get(card__number=1), "True of us", 0)
    save_remark(house.ada, house.workshop.prompts.get(kind=Prompt.Kind.ANY_OTHER), "Between us", 0)
    blank = save_blank(house.ada, places(house.ada)[0], 0, WORDS)
    first, second = house.cards[:2]
    place_card(house.ada, house.pack, first, "inner", place=1)
    place_card(house.ada, house.pack, second, "unplaced", reason="Too wide")
    place_card(house.ada, house.pack, blank, "outer")
    return house


def fresh(seat: Seat) -> Seat:
    return Seat.objects.select_related("workshop", "person").get(pk=seat.pk)


def taken(by: Seat, seat: Seat | None = None, *, full: bool = False) -> Pack:
    return read_pack(Copy(fresh(by), fresh(seat) if seat else None, full=full))


def lying(pack: Pack) -> list[Place]:
    return [card.place for card in pack.cards] + [blank.place for blank in pack.blanks]


def chosen(pack: Pack) -> list[tuple[str, int | None, str]]:
    told = [(each.zone, each.number, each.why) for each in lying(pack)]
    return [each for each in told if each != ("", None, "")]


def written(pack: Pack) -> list[str]:
    blanks = [box for each in pack.blanks for box in (each.title, each.meaning, each.rephrases)]
    boxes = [*(each.comment for each in pack.cards), *blanks, *([pack.other] if pack.other else [])]
    return [box.text for box in boxes if box.text]


def test_a_pack_that_is_nobodys_asks_everything_and_holds_no_answer() -> None:
    house = filled_in()
    pack = taken(house.fay)
    assert [each.number for each in pack.cards] == [1, 2, 3, 4, 5, 6]
    assert [(each.number, each.label) for each in pack.blanks] == list(
        zip(range(1, 7), "ABCDEF", strict=True)
    )
    assert [each.text for each in pack.agreements][1] == "May your words be quoted?"
    assert (pack.name, chosen(pack), written(pack)) == ("", [], [])
    assert not any(each.given for each in pack.agreements)


def test_ones_own_pack_holds_what_one_wrote_chose_and_agreed_to() -> None:
    house = filled_in()
    pack = taken(house.ada, house.ada)
    assert pack.of_own
    assert chosen(pack) == [("inner", 1, ""), ("unplaced", None, "Too wide"), ("outer", None, "")]
    assert written(pack) == ["True of us", WORDS.title, WORDS.summary, "Between us"]
    assert [each.given for each in pack.agreements] == ["yes", "named", "yes"]


@pytest.mark.parametrize("promise", ["named", "hidden", "unlinked"])
@pytest.mark.parametrize("full", [False, True])
def test_a_facilitators_copy_never_says_what_its_person_chose(promise: str, full: bool) -> None:
    house = filled_in(promise)
    house.pack.reveal()
    pack = taken(house.fay, house.ada, full=full)
    assert (pack.name, chosen(pack)) == ("Ada", [])
    assert not any(each.given for each in pack.agreements)
    assert bool(written(pack)) is full


def test_no_answer_with_a_name_is_offered_where_names_are_hidden() -> None:
    offered = {promise: taken(filled_in(promise).fay).agreements[1].options for promise in ["hidden"]}
    assert [value for value, _words in offered["hidden"]] == ["unnamed", "none"]


def test_every_code_in_a_pack_is_another() -> None:
    pack = taken(make_house(1).fay)
    boxes = [box for each in pack.blanks for box in (each.title, each.meaning, each.rephrases)]
    boxes += [each.comment for each in pack.cards] + ([pack.other] if pack.other else [])
    codes = [each.code for each in boxes] + [each.code for each in pack.agreements]
    codes += [code for each in lying(pack) for code in (each.code, each.order_code, each.why_code)]
    assert len(codes) == len(set(codes)) == 6 * 4 + 6 * 6 + 1 + 3


def test_the_code_of_a_file_says_whose_it_is_to_its_own_workshop_alone() -> None:
    house = make_house(2)
    mine, anybodys = taken(house.ada, house.ada).code, taken(house.fay).code
    assert Codes(house.workshop).read(mine.lower().replace("-", " ")) == Known(house.ada, mine[-4:])
    assert Codes(house.workshop).read(anybodys) == Known(None, anybodys[-4:])
    assert Codes(house.zed.workshop).read(mine) is None
    assert Codes(house.workshop).read(mine[:-1]) is None


def test_the_code_of_a_file_shows_that_the_pack_changed_since() -> None:
    house = make_house(1, pack_open=False)
    before = taken(house.ada, house.ada).code
    known = Codes(house.workshop).read(before)
    assert known is not None
    assert known.asked_as(taken(house.fay, house.ada).code)
    Card.objects.filter(pk=house.cards[0].pk).update(rev=2)
    house.cards[0].texts.update(rev=2)
    assert not known.asked_as(taken(house.ada, house.ada).code)


def test_the_day_is_told_in_the_zone_of_the_workshop() -> None:
    house = make_house(1, zone="America/New_York", starts_at="2027-02-05T15:00Z", ends_at="2027-02-05T16:30Z")
    assert taken(house.fay).when == "Friday 5 February 2027, 10:00 to 11:30 (New York time)"
    Workshop.objects.update(starts_at=None)
    assert taken(house.fay).when == ""


def test_open_prompts_are_asked_with_their_hints_and_who_reads_them() -> None:
    house = prompted(account_title="Your story-line")
    save_remark(house.ada, prompts(house)[0], "In Leeds", 0)
    first, second = taken(house.ada, house.ada).prompts
    assert taken(house.ada, house.ada).prompts_title == "Your story-line"
    assert (str(first.code), first.label, first.text) == ("Q1", "How it began", "In Leeds")
    assert first.asks == "How did you come to this work?\nWho asked you\nWhat for"
    assert "Only the facilitators read this" in second.asks
    assert not taken(house.fay, house.ada).prompts[0].text


def test_where_we_meet_is_in_the_copy_of_somebody_with_a_seat_alone() -> None:
    house = make_house(2)
    Workshop.objects.filter(pk=house.workshop.pk).update(venue="Room 4")
    assert taken(house.fay, house.ada).where == taken(house.ada, house.ada).where == "Room 4"
    assert taken(house.fay).where == ""
