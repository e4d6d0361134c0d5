"""A letter that is begun before a date is set tells it once it is set, and until then says nothing of it."""

import pytest

from tests.letters.desk import letter, press, work
from tests.letters.postbox import Postbox, text_of
from tests.letters.test_no_date_told import set_date
from tests.letters.test_what_they_say import move_date
from tests.support import House, client_of, make_house
from workshop.actions.letters import edit_letter
from workshop.actions.setup import edit_setup
from workshop.models import Invalid, Letter, Workshop
from workshop.models.letter_words import fill_body
from workshop.models.setup import facts_of, print_of

pytestmark = pytest.mark.django_db
DAY, UNTIL = "Tuesday 30 March 2027", "Monday 29 March, 17:00"


@pytest.fixture
def house() -> House:
    return make_house(leaders=1, pack_open=False, question="")


def know_all(house: House) -> None:
    """Set the date, the place, the question and until when the pack is open."""
    set_date(house)
    now = facts_of(Workshop.objects.get(pk=house.workshop.pk))
    values = {"question": "What holds us back?", "venue": "Room 4"}
    edit_setup(house.fay, values, {name: print_of(now[name]) for name in values})
    house.workshop.rounds.filter(number=1).update(closes_at="2027-03-29T16:00:00Z")
    house.fay.workshop.refresh_from_db()


def page(house: House, written: Letter, more: str = "") -> str:
    address = f"/w/{house.workshop.slug}/letters/{written.uid}/{more}"
    return client_of(house.fay).get(address).content.decode()


@pytest.mark.parametrize(("kind", "says"), [("invitation", (DAY, UNTIL)), ("reminder", (UNTIL,))])
def test_a_draft_from_before_tells_what_is_known_when_it_goes(
    house: House, box: Postbox, kind: str, says: tuple[str, ...]
) -> None:
    written = letter(house, kind)
    know_all(house)
    press(house, written)
    work()
    text = " ".join(text_of(box.mails[0]).split())
    assert [each in text for each in says] == [True] * len(says)
    assert ("The question about them: What holds us back?" in text) == (kind == "invitation")


def test_until_it_is_known_its_line_is_left_out_and_the_pages_say_so(house: House, box: Postbox) -> None:
    written = letter(house)
    for part in (page(house, written), page(house, written, "sending/?whom=everybody")):
        assert "Left out, as what stands in braces is not known yet:" in part
        assert '<li dir="auto">We meet on {date}.' in part
    press(house, written)
    work()
    text = text_of(box.mails[0])
    assert not any(words in text for words in ("{", "We meet on", "fill it in by", "\n\n\n"))
    assert "You can stop and go on at any time." in text


def test_nothing_is_left_out_once_it_is_known(house: House) -> None:
    written = letter(house)
    know_all(house)
    assert "Left out" not in page(house, written) + page(house, written, "sending/?whom=everybody")


@pytest.mark.parametrize("body", ["Come on {date}: {link}", "{date}", " \n{deadline}\n"])
def test_what_a_letter_cannot_do_without_is_not_left_out_but_refused(
    house: House, box: Postbox, body: str
) -> None:
    written = letter(house, "thanks")
    edit_letter(house.fay, written, rev=1, subject="Hello", body=body)
    written.refresh_from_db()
    with pytest.raises(Invalid):
        press(house, written)


def test_what_is_filled_in_is_never_taken_for_a_line_to_leave_out() -> None:
    values = {"date": "", "deadline": "soon", "question": "{date}", "name": "x\n\n\n\ny"}
    assert fill_body("a\n\n{date}\n\n{question} {deadline}\n{name}", values) == "a\n\n{date} soon\nx\n\n\n\ny"
    assert fill_body("a\n\n\nb {deadline}", values) == "a\n\n\nb soon"


def test_the_line_of_the_link_stays_also_where_what_stands_beside_it_is_known_no_more() -> None:
    values = {"deadline": "", "link": "https://x.example/1"}
    assert (
        fill_body("Open until {deadline}: {link}\nby {deadline}", values)
        == "Open until : https://x.example/1"
    )


def test_another_letter_begins_with_own_words_but_never_with_ours_of_another_day(
    house: House, box: Postbox
) -> None:
    press(house, letter(house))
    again = letter(house)
    edit_letter(house.fay, again, rev=1, subject="Ours", body="{name}: {link}")
    again.refresh_from_db()
    press(house, again)
    assert letter(house).body == "{name}: {link}"
    work()
    know_all(house)
    press(house, first := letter(house, "moved"))
    work()
    move_date(house.fay, 7)
    other = letter(house, "moved")
    assert ("there is a date now" in first.body, "has changed" in other.body) == (True, True)
