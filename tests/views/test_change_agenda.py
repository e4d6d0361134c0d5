"""A chair who takes part changes the agenda from the room, as at the desk, and sees no more by it."""

import re
import uuid
from typing import Any
from urllib.parse import unquote

import pytest

from tests.chairs import give_back, hand, lend, now
from tests.questions import add
from tests.stagecraft import HTMX, page, put, reveal, send, step_of
from tests.support import House, client_of, make_house
from workshop.actions.breaks import add_break
from workshop.models import Seat, Step, Workshop

pytestmark = pytest.mark.django_db
FOLD = 'id="agenda-change"'


@pytest.fixture
def house() -> House:
    """Fay's workshop after its poll, Ada in the chair for good."""
    house = make_house(leaders=3)
    reveal(house)
    hand(house, house.fay, house.ada)
    return house


def room(house: House) -> str:
    """Return where the forms in the room go on to."""
    return f"/w/{house.workshop.slug}/room/?agenda=open#agenda-change"


def test_before_any_press_nothing_is_told_of_one(house: House) -> None:
    shown = page(house, house.ada)
    assert FOLD in shown
    assert "<div data-told></div>" in shown


def presses(house: House) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Return each thing that can be done to the agenda: address, form, parts of the address."""
    waits = str(step_of(house, "card", house.cards[1]).uid)
    return [
        ("steps", {"card": house.cards[0].uid}, {}),
        ("steps", {"kind": "break", "minutes": "10"}, {}),
        ("steps", {"kind": "poll", "uid": uuid.uuid4()}, {}),
        ("steps", {"kind": "change"}, {}),
        ("questions", {"text": "Who is missing?", "uid": uuid.uuid4()}, {}),
        ("questions", {"text": "", "seed": "power", "uid": uuid.uuid4()}, {}),
        ("step", {"move": "down"}, {"step": waits}),
        ("agenda-order", {"by": "nominations"}, {}),
        ("agenda-order", {"by": "before"}, {}),
        ("agenda-removal", {"step": waits}, {}),
        ("agenda-restoration", {"step": waits}, {}),
    ]


def question_box(html: str) -> str:
    """Return what stands in the box of a question."""
    return html.split('id="add-question"')[1].split(">", 1)[1].split("</textarea>")[0]


def steps(house: House) -> list[tuple[Any, ...]]:
    """Return the agenda as it is."""
    return list(house.workshop.steps.values_list("uid", "kind", "card", "minutes"))


def test_each_press_does_in_the_room_what_it_does_at_the_desk_and_comes_back_there(house: House) -> None:
    for name, data, parts in presses(house):
        answer = send(house, house.ada, name, data | {"next": room(house)}, parts)
        assert (answer.status_code, answer["Location"]) == (302, room(house)), (name, data)
    kinds = [kind for _uid, kind, _card, _minutes in steps(house)]
    assert (kinds.count("question"), kinds.count("poll"), kinds.count("change")) == (2, 2, 1)
    assert kinds.count("break") == 1
    assert "The question is on the agenda" not in page(house, house.others[0])


def test_with_scripts_each_press_is_answered_with_the_chairs_part_and_a_sentence(house: House) -> None:
    for name, data, parts in presses(house):
        answer = send(house, house.ada, name, data | {"next": room(house)}, parts, HTMX)
        shown = answer.content.decode()
        assert answer.status_code == 200, name
        assert shown.lstrip().startswith('<section class="room__chair" id="chair"'), name
        assert "data-says" in shown, name
    assert 'data-arrived="/w/' in shown


def test_a_refusal_keeps_the_words_of_the_question_in_their_box(house: House) -> None:
    long = "Why? " * 500
    for headers in (HTMX, None):
        data = {"text": long, "uid": uuid.uuid4(), "next": room(house)}
        answer = send(house, house.ada, "questions", data, headers=headers)
        assert answer.status_code == 422
        assert question_box(answer.content.decode()).strip() == long.strip()
        assert answer.content.decode().count(long.strip()) == 1
        fold = answer.content.decode().split(FOLD)[1]
        assert fold.index(" open>") < fold.index('role="alert"') < fold.index("agenda-form")


def test_a_question_that_is_refused_without_scripts_fills_no_box_for_a_comment(house: House) -> None:
    put(house, "card", house.cards[1])
    data = {"text": "Why? " * 500, "uid": uuid.uuid4(), "next": room(house)}
    html = send(house, house.ada, "questions", data).content.decode()
    assert 'id="say-body"' in html
    assert html.count(("Why? " * 500).strip()) == 1
    assert question_box(html).strip() == ("Why? " * 500).strip()


def test_the_box_of_a_question_is_empty_until_somebody_writes_in_it(house: House) -> None:
    for name in ("room", "room-chair"):
        assert question_box(page(house, house.ada, name)).strip() == ""


def test_each_link_in_the_fold_opens_a_page_of_its_own(house: House) -> None:
    links = re.findall(r"<a ([^>]*)>", page(house, house.ada).split(FOLD)[1].split('id="chair-hand"')[0])
    assert links
    for link in links:
        assert 'hx-boost="false"' in link, link
        assert client_of(house.ada).get(link.split('href="')[1].split('"')[0]).status_code == 200


def test_the_fold_offers_all_of_it_and_only_to_who_leads_from_the_room(house: House) -> None:
    taken = add_break(house.fay, 20)
    send(house, house.ada, "agenda-removal", {"step": taken.uid, "next": room(house)})
    shown = page(house, house.ada, query="?agenda=open").split(FOLD)[1]
    for words in ("A card to discuss", "A question", "A break", "Add one more poll", "Most nominated first"):
        assert words in shown
    assert "Rounds: see them, add one" in shown
    assert "Taken off: Break" in shown
    assert 'name="move" value="down"' in shown
    assert f'value="{room(house)}"' in shown
    assert "/desk/" not in shown
    for seat in (house.others[0], house.fay):
        assert FOLD not in page(house, seat)


def test_what_was_begun_does_not_move_and_an_order_waits_for_its_reveal() -> None:
    house = make_house(leaders=2)
    put(house, "poll")
    hand(house, house.fay, house.ada)
    shown = page(house, house.ada).split(FOLD)[1]
    assert "Not yet: no poll is revealed." in shown
    assert "Not yet: the card sort is not revealed." in shown
    assert f'id="up-{step_of(house, "poll").uid}"' not in shown
    answer = send(house, house.ada, "step", {"move": "up"}, {"step": step_of(house, "poll").uid}, HTMX)
    assert answer.status_code == 422
    assert "Only what has not begun can be moved." in answer.content.decode()


@pytest.mark.parametrize("promise", [Workshop.Promise.NAMED, Workshop.Promise.HIDDEN])
def test_the_fold_names_nobody_and_leads_to_no_pack_and_no_file(promise: str) -> None:
    house = make_house(leaders=3, promise=promise)
    put(house, "welcome")
    add(house)
    hand(house, house.fay, house.ada)
    shown = page(house, house.ada).split(FOLD)[1].split("</section>")[0]
    assert not any(seat.name in shown or str(seat.uid) in shown for seat in (house.fay, *house.leaders))
    assert not any(f"/{door}/" in shown for door in ("people", "exports", "overview", "desk", "preparation"))


def test_where_the_chair_went_back_the_part_is_empty_and_a_press_is_refused_with_its_words() -> None:
    house = make_house(leaders=2)
    put(house, "welcome")
    lend(house, house.fay, house.ada)
    assert FOLD in page(house, house.ada, "room-chair")
    give_back(house, house.fay)
    assert FOLD not in page(house, house.ada, "room-chair")
    before = steps(house)
    data = {"text": "Ada's question?", "uid": uuid.uuid4(), "next": room(house)}
    plain = send(house, house.ada, "questions", data)
    assert plain.status_code == 403
    assert "Fay is in the chair now" in plain.content.decode()
    assert "Ada&#x27;s question?" in plain.content.decode()
    part = send(house, house.ada, "questions", data, headers=HTMX)
    assert part.status_code == 403
    assert "Fay is in the chair now" in unquote(part["X-Roundel-Refusal"])
    assert steps(house) == before


def test_a_press_let_in_while_the_chair_went_is_refused_and_says_who_has_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workshop.views import access

    def lose(seat: Seat, workshop: Workshop) -> None:
        give_back(house, house.fay)

    monkeypatch.setattr(access, "require_leading", lose)
    answer = send(house, house.ada, "steps", {"kind": "break", "minutes": "10"}, headers=HTMX)
    assert answer.status_code == 403
    assert "Fay is in the chair now" in answer.content.decode()
    assert "Fay is in the chair now" in unquote(answer["X-Roundel-Refusal"])
    assert now(house).chair == house.fay
    assert not Step.objects.filter(workshop=house.workshop, kind="break").exists()
