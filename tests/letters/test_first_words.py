"""Our own words say what a busy person asks before they act: what about, how long, who asks, who sees it."""

import uuid
from email.utils import parseaddr

import pytest
from django.test import override_settings

from tests.letters.desk import letter, press, work
from tests.letters.postbox import Postbox, text_of
from tests.letters.test_what_they_say import house, move_date
from tests.odd import ODD
from tests.support import House, add_leader, client_of, make_house, make_user
from workshop.actions.letters import begin_letter
from workshop.actions.packs import STORY_LINE
from workshop.actions.remarks import save_remark
from workshop.actions.workshops import create_workshop
from workshop.exports.letters import example_copy
from workshop.models import Person, Post, Workshop, clean_line
from workshop.models.audiences import promise_sentence

pytestmark = pytest.mark.django_db
__all__ = ["house"]


def flat(text: str) -> str:
    """Return words without their line breaks."""
    return " ".join(text.split())


def test_an_invitation_says_what_about_how_long_until_when_who_asks_and_who_sees_it(
    house: House, box: Postbox
) -> None:
    Workshop.objects.filter(pk=house.workshop.pk).update(question="Which tension is the hardest?")
    house.fay.workshop.refresh_from_db()
    press(house, letter(house), house.ada)
    work()
    says = flat(text_of(box.mails[0]))
    assert "Fay invites you to the workshop" in says
    assert (
        "looks at some cards and says what they think. The question about them: Which tension is the hardest?"
        in says
    )
    assert "Tuesday 30 March 2027, 14:00 to 16:00 (London time)" in says
    assert "The file with this letter puts it in your calendar." in says
    assert f"Who sees your answers: {promise_sentence(house.workshop)}" in says


def test_a_letter_tells_the_minutes_that_the_pack_itself_tells(house: House, box: Postbox) -> None:
    press(house, letter(house), house.ada)
    work()
    assert (
        "About ten minutes." in client_of(house.ada).get(f"/w/{house.workshop.slug}/pack/").content.decode()
    )
    assert "about 10 minutes" in text_of(box.mails[0])


def test_where_there_are_no_cards_no_letter_speaks_of_any() -> None:
    fay = create_workshop(make_user("fay@example.org", "Fay"), STORY_LINE)
    for kind in ("invitation", "reminder"):
        begun = begin_letter(fay, kind, uuid.uuid4())
        says = example_copy(begun, add_leader(fay, kind), fay).text
        assert "card" not in says
        assert "about 25 minutes" in says
    assert "- 7 questions to answer" in says


def test_a_reminder_says_how_far_somebody_is_and_reproaches_nobody(house: House, box: Postbox) -> None:
    save_remark(house.ada, house.workshop.prompts.get(card__number=1), "So it is", 0)
    press(house, letter(house, "reminder"))
    work()
    ada, ben = (text_of(box.mails[box.to.index(f"{name}@example.org")]) for name in ("ada", "ben"))
    assert "- Comments on 1 of 6 cards so far" in ada
    assert "- 6 cards to comment on" in ben
    assert all("any part of it can stay empty" in flat(each) for each in (ada, ben))


def test_the_letter_about_a_new_date_says_which_one_it_replaces_and_speaks_of_its_file(
    house: House, box: Postbox
) -> None:
    press(house, letter(house))
    work()
    move_date(house.fay, 1)
    move_date(house.fay, 7)
    press(house, letter(house, "moved"), house.ada)
    work()
    says = flat(text_of(box.mails[-1]))
    before = "It was to be on Tuesday 30 March 2027, 14:00 (London time)."
    assert f"{before} We now meet on Wednesday 7 April 2027, 14:00" in says
    assert "The file with this letter moves it in your calendar too." in says


def test_where_people_were_told_different_dates_the_letter_names_none(house: House, box: Postbox) -> None:
    press(house, first := letter(house), house.ada)
    work()
    move_date(house.fay, 1)
    press(house, first, *house.others)
    work()
    move_date(house.fay, 7)
    assert "It was to be" not in letter(house, "moved").body


def test_a_letter_comes_from_a_name_at_the_address_of_the_host(house: House, box: Postbox) -> None:
    with override_settings(DEFAULT_FROM_EMAIL="Roundel <letters@host.example>"):
        press(house, letter(house), house.ada)
        Post.objects.update(by=None)
        work()
        press(house, letter(house, "thanks"), house.ada)
        work()
    assert [parseaddr(mail["From"]) for mail in box.mails] == [
        (house.workshop.title, "letters@host.example"),
        ("Fay", "letters@host.example"),
    ]
    assert box.mails[1]["Reply-To"] == "fay@example.org"


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_no_name_adds_a_header_or_changes_the_address(odd: str, box: Postbox) -> None:
    house = make_house(leaders=1)
    name = clean_line(clean_line(f"x, <zed@example.org>\r\nBcc: zed@example.org {odd}")[:120])
    Person.objects.filter(seats=house.fay).update(name=name)
    with override_settings(DEFAULT_FROM_EMAIL="letters@host.example"):
        press(house, letter(house), house.ada)
        work()
    (mail,) = box.mails
    (sender,) = mail["From"].addresses
    assert (sender.addr_spec, box.to) == ("letters@host.example", ["ada@example.org"])
    assert "Bcc" not in mail
    assert flat(sender.display_name) == name
