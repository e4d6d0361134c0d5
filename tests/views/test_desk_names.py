"""What is on everyone's screen names nobody on the desk whom the group may not see: windows are shared."""

import re

import pytest

from tests.questions import agreed
from tests.stagecraft import bring, page
from tests.support import make_house
from tests.views.rows_synthesis import put
from workshop.actions.agreed import say_assent
from workshop.actions.stances import take_stance
from workshop.actions.workshops import close_workshop
from workshop.live import announce
from workshop.models import CardText, Proposal, Workshop

pytestmark = pytest.mark.django_db


def panel(page: str, name: str) -> str:
    """Return a fragment of a page, up to where the next one begins."""
    return page.split(f'id="live-{name}"')[1].split('id="live-')[0]


def test_what_is_on_everyones_screen_names_nobody_on_the_desk_where_names_are_hidden() -> None:
    house = make_house(3, promise=Workshop.Promise.HIDDEN)
    prompt = agreed(house)
    say_assent(house.others[0], prompt, "dissent", "It is tokenism.", 1)
    shown = page(house, house.fay, "desk")
    for name in ("stage", "tally"):
        assert not any(seat.name in panel(shown, name) for seat in house.leaders)
    assert "It is tokenism." in panel(shown, "tally")
    assert "Ben" in panel(shown, "comments")
    assert "Only facilitators see the names." in panel(shown, "comments")


def test_where_names_are_open_the_desk_shows_them_with_the_text_and_marks_nothing() -> None:
    house = make_house(3)
    prompt = agreed(house)
    say_assent(house.others[0], prompt, "dissent", "It is tokenism.", 1)
    shown = page(house, house.fay, "desk")
    assert "Ben" in panel(shown, "tally")
    assert "Only facilitators see the names" not in shown


def test_notes_on_a_card_stand_outside_what_is_on_everyones_screen() -> None:
    house = make_house(3)
    card = bring(house)
    CardText.objects.filter(card=card).update(notes="Mind the budget.")
    shown = page(house, house.fay, "desk")
    assert "Mind the budget." not in panel(shown, "stage")
    assert "Mind the budget." in panel(shown, "comments")
    assert "Only facilitators see this." in panel(shown, "comments")


def framed(page: str) -> str:
    """Return what stands in the frame that is on everyone's screen: it ends where its own element does."""
    rest, depth = page.split('class="stage stage--desk"')[1], 1
    for tag in re.finditer(r"<(/?)div\b", rest):
        depth += -1 if tag[1] else 1
        if not depth:
            return rest[: tag.start()]
    raise AssertionError("The frame has no end.")


@pytest.mark.parametrize("promise", Workshop.Promise.values)
def test_what_was_answered_to_a_proposal_stands_outside_the_frame_whatever_was_promised(promise: str) -> None:
    house = make_house(3, promise=promise)
    put(house)
    take_stance(house.others[0], Proposal.objects.get(), "no", "It is tokenism.")
    shown = page(house, house.fay, "desk")
    frame, asked = framed(shown), panel(shown, "proposal")
    assert 'id="live-stage"' in frame
    assert 'id="live-tally"' in frame
    assert not any(words in frame for words in ("It is tokenism.", "Ben", "proposal__counts", "<dt>No</dt>"))
    assert "It is tokenism." in asked
    assert "Until it is decided, only facilitators and the chair see what was answered." in asked
    assert ("Only facilitators see the names." in asked) == (promise != Workshop.Promise.NAMED)


def test_a_closed_desk_decides_nothing_more_and_an_open_one_hears_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = make_house(3)
    put(house)
    assert 'id="proposal-make"' in page(house, house.fay, "desk")
    told: list[str] = []
    monkeypatch.setattr(announce, "_tell", lambda workshop_id, names, seqs: told.extend(names))
    close_workshop(house.fay)
    shown = page(house, house.fay, "desk")
    assert 'id="live-proposal"' in shown
    assert not any(f'id="proposal-{each}"' in shown for each in ("make", "drop"))
    assert {"proposal", "stage", "chair"} <= set(told)
