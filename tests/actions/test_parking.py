"""A parked comment shows on another card as well: it is never moved, never copied, and comes back."""

from collections.abc import Callable

import pytest

from tests.stagecraft import bring, put, say
from tests.support import House, make_house
from tests.synthesis import change, numbered
from tests.views.results_world import write
from workshop.actions.discussion import edit_remark
from workshop.actions.parking import bring_back_remark, park_remark
from workshop.actions.taking_back import withdraw_remark
from workshop.models import Card, Closed, Forbidden, Invalid, Parking, Refusal, Remark, Stale
from workshop.models.audiences import AUDIENCES, FACILITATORS, PARTICIPANTS
from workshop.models.lineage import lineage_of
from workshop.models.talk import Talk
from workshop.models.voices import talk_about

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    house = make_house(leaders=3)
    bring(house)
    return house


def card(house: House, number: int) -> Card:
    return house.workshop.cards.with_words().get(number=number)


def talk(house: House, number: int, audience: str = PARTICIPANTS) -> Talk:
    return talk_about(card(house, number), house.workshop, audience, lineage_of(house.workshop))


def parked(house: House, number: int) -> list[str]:
    """Return what is parked under a card."""
    return [each.voice.remark.body for about in talk(house, number).every for each in about.parked]


def merge(house: House, *numbers: int) -> Card:
    """Merge cards and return the one that stands for them."""
    made = change(house.fay, "merge", numbered(house.workshop, *numbers), titles=["Both"])
    return house.workshop.cards.get(changes__change=made, changes__side="result")


@pytest.fixture
def remark(house: House) -> Remark:
    """What Ada said about card 2, with a reply, parked on card 5."""
    said = say(house, house.ada, card(house, 2), "About money")
    say(house, house.others[0], card(house, 2), "Yes, money", reply_to=said)
    park_remark(house.fay, said, card(house, 5))
    return said


def test_it_shows_on_both_with_its_replies_and_stays_where_it_was(house: House, remark: Remark) -> None:
    [voice], [guest] = talk(house, 2).own.discussion, talk(house, 5).own.parked
    assert voice.parked_on == card(house, 5)
    assert (guest.voice.remark, guest.home) == (remark, card(house, 2))
    assert [reply.remark.body for reply in guest.voice.replies] == ["Yes, money"]
    assert Remark.objects.get(pk=remark.pk).card == card(house, 2)
    assert Remark.objects.filter(prompt=None).count() == 2
    assert (talk(house, 5).count_discussion, talk(house, 5).count_parked, talk(house, 2).count_away) == (
        0,
        1,
        1,
    )


def test_its_author_still_changes_it_and_takes_it_back_everywhere(house: House, remark: Remark) -> None:
    edit_remark(house.ada, remark, "About power", 1)
    assert parked(house, 5) == ["About power"]
    withdraw_remark(house.ada, remark)
    assert parked(house, 5) == []
    assert talk(house, 2).own.discussion[0].is_left


def test_brought_back_it_shows_on_its_own_card_alone_and_both_are_in_the_history(
    house: House, remark: Remark
) -> None:
    bring_back_remark(house.fay, remark, str(card(house, 5).uid))
    assert parked(house, 5) == []
    assert talk(house, 2).own.discussion[0].parked_on is None
    bring_back_remark(house.fay, remark, "")
    verbs = list(house.workshop.history.order_by("n").values_list("verb", flat=True))
    assert [verb for verb in verbs if verb in ("remark_parked", "remark_brought_back")] == [
        "remark_parked",
        "remark_brought_back",
    ]


def test_parked_again_it_shows_on_the_new_card_alone_and_twice_is_once(house: House, remark: Remark) -> None:
    for _twice in range(2):
        park_remark(house.fay, remark, card(house, 6), seen=str(card(house, 5).uid))
    assert (parked(house, 5), parked(house, 6)) == ([], ["About money"])
    assert Parking.objects.count() == 2


def test_a_choice_made_on_an_old_page_is_refused(house: House, remark: Remark) -> None:
    with pytest.raises(Stale, match="parked on card 5"):
        park_remark(house.fay, remark, card(house, 6), seen="")
    with pytest.raises(Stale, match="parked on card 5"):
        bring_back_remark(house.fay, remark, "")
    assert parked(house, 5) == ["About money"]


def test_when_either_card_is_merged_it_goes_along(house: House, remark: Remark) -> None:
    made = merge(house, 5, 6)
    assert made.number is not None
    assert parked(house, made.number) == ["About money"]
    both = merge(house, 2, made.number)
    assert both.number is not None
    assert parked(house, both.number) == []  # it stands on this page anyway, once
    said = [voice.remark for about in talk(house, both.number).every for voice in about.discussion]
    assert said.count(remark) == 1
    assert talk(house, both.number).count_away == 0


def test_words_from_a_pack_can_be_parked_too(house: House) -> None:
    written = write(house, house.ada, "From home", number=2)
    park_remark(house.fay, written, card(house, 5))
    assert parked(house, 5) == ["From home"]
    assert talk(house, 5, FACILITATORS).own.parked[0].voice.by == "Ada"


def test_the_wall_is_shown_none_of_it(house: House, remark: Remark) -> None:
    silent = [audience for audience in AUDIENCES if talk(house, 5, audience).own.is_silent]
    assert silent == ["screen"]


def private(house: House) -> None:
    park_remark(house.fay, write(house, house.ada, "For you alone", number=0), card(house, 5))


def home(house: House) -> None:
    park_remark(house.fay, say(house, house.ada, card(house, 2), "Here"), card(house, 2))


def reply(house: House) -> None:
    park_remark(house.fay, Remark.objects.exclude(reply_to=None).get(), card(house, 5))


def gone(house: House) -> None:
    merge(house, 5, 6)
    park_remark(house.fay, say(house, house.ada, card(house, 2), "Here"), card(house, 5))


def withdrawn(house: House) -> None:
    said = say(house, house.ada, card(house, 2), "Here")
    withdraw_remark(house.ada, said)
    park_remark(house.fay, said, card(house, 5))


def by_a_leader(house: House) -> None:
    park_remark(house.ada, say(house, house.ada, card(house, 2), "Here"), card(house, 5))


@pytest.mark.parametrize(
    ("act", "refusal"),
    [
        (private, Invalid),
        (home, Invalid),
        (reply, Invalid),
        (gone, Invalid),
        (withdrawn, Closed),
        (by_a_leader, Forbidden),
    ],
)
def test_what_cannot_be_parked_is_refused(
    house: House, remark: Remark, act: Callable[[House], None], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        act(house)
    assert Parking.objects.count() == 1


def test_a_chair_who_takes_part_parks_too(house: House) -> None:
    said = say(house, house.others[0], card(house, 2), "Here")
    house.workshop.chair = house.ada
    house.workshop.save(update_fields=["chair"])
    house.ada.workshop.refresh_from_db()
    park_remark(house.ada, said, card(house, 5))
    put(house, "card", card(house, 5))
    assert parked(house, 5) == ["Here"]
