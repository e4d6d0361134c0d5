"""The page in the file that people take along says all of it in words; the data beside it keeps its codes."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from tests.actions.test_quotes import answer, say
from tests.chairs import fresh
from tests.quoting import SAID, asked, marked, spoken
from tests.support import House, client_of, make_house
from tests.withdrawing import full_house
from workshop.actions.quotes import remove_quote
from workshop.actions.sheets import replace_sheet
from workshop.actions.unlinked_log import LED, THEIRS
from workshop.exports.own_data import own_document, write_own
from workshop.exports.own_record import SAYS
from workshop.models import Ballot, Mark, Seat, Workshop
from workshop.models.own_data import own_data

pytestmark = pytest.mark.django_db
ACTIONS = Path(__file__).resolve().parents[2] / "workshop" / "actions"
PAST = "ed|en|met|put|said|set|read|away|back|beside|lent|shown|made|undone"
VERB = re.compile(rf'"([a-z]+_[a-z_]*(?:{PAST}))"')
# Noted in the audit alone, where it has words of its own.
AUDIT = (
    "own_data_taken workshop_deleted workshop_erased workshop_unlinked promise_changed words_replaced "
    "part_declined part_resumed rehearsal_ended"
).split()


def page(seat: Seat) -> str:
    """Return the words of the page in the file, without its markup, on one line."""
    with zipfile.ZipFile(io.BytesIO(write_own(fresh(seat)))) as folder:
        return " ".join(re.sub(r"<[^>]*>", " ", folder.read("my-data.html").decode()).split())


def test_the_page_has_no_key_no_code_and_no_time_of_a_machine() -> None:
    house = full_house()
    Workshop.objects.filter(pk=house.workshop.pk).update(zone="Europe/Berlin")
    said = page(house.ada)
    assert re.findall(r"\w+_\w+|\d{4}-\d\d-\d\d|\d\dT\d\d", said) == []
    assert [code for code in ("unplaced", "participant", ": copy", "kind:", "retire") if code in said] == []
    assert re.search(r"When: \d+ \w+ \d{4}, \d\d:\d\d \(Berlin time\)", said)
    for words in ("Where I put it: Not placed", "Part in the workshop: Participant", "Made a comment"):
        assert words in said
    assert own_document(house.ada)["rounds"][0]["marks"][0]["zone"] == "unplaced"  # the data keeps it


def test_each_verb_of_the_history_has_words() -> None:
    found = {verb for file in ACTIONS.glob("*.py") for verb in VERB.findall(file.read_text("utf-8"))}
    assert {"consent_given", "remark_posted", "pack_finished"} <= found
    assert {*found, *LED, *THEIRS} - {*AUDIT} - {*SAYS} == set()


def test_nought_on_a_spectrum_and_a_round_left_out_are_said() -> None:
    house = make_house(1)
    ballot = Ballot.objects.create(round=house.pack, seat=house.ada, state="abstained")
    Mark.objects.create(ballot=ballot, card=house.cards[0], now=0, want=100)
    said = page(house.ada)
    assert "Where we are, from 0 to 100: 0 " in said
    assert "How far it is: Abstained" in said


def quoted() -> House:
    """Return a workshop with an amended quote, one that waits, one not sent and one taken back."""
    house = spoken()
    answer(house, asked(house), "amended", "We share money and time.")
    asked(house, "We share money")
    marked(house, "Power stays")
    remove_quote(house.fay, asked(house, "the blame"))
    return house


def test_an_amended_quote_is_printed_in_the_words_that_its_speaker_put() -> None:
    said = page(quoted().ada)
    amended = f"Words: We share money and time. Attribution: a senior leader What I was asked about: {SAID}"
    for words in (
        f"{amended} How far it is: I changed its words",
        "Words: We share money Attribution: a senior leader How far it is: Sent to me; I have not answered",
        "Words: Power stays Attribution: a senior leader How far it is: Marked, and not sent to me",
        "How far it is: Taken back, so it is not used",
    ):
        assert words in said


def test_a_quote_is_printed_without_the_name_once_that_is_not_allowed() -> None:
    house = spoken()
    asked(house, attribution="Ada, a leader")
    say(house.ada, quote_named=False)
    assert "Attribution: a participant" in page(house.ada)


def test_my_data_counts_the_quotes_that_its_person_finds_and_says_what_is_beside_them() -> None:
    house = quoted()
    address = f"/w/{house.workshop.slug}/my-data/"
    said = " ".join(client_of(house.ada).get(address).text.split())
    assert "<b>2</b> quotes of your words, under Your quotes" in said
    assert "<b>2</b> quotes of your words that are not under Your quotes: not sent to you" in said
    own = client_of(house.ada).get(f"/w/{house.workshop.slug}/quotes/own/").text
    assert own.count("<blockquote") == 2


@pytest.mark.parametrize("promise", ["named", "hidden", "unlinked"])
def test_what_one_agreed_to_is_there_as_it_was_asked_with_the_information_then(
    promise: str,
) -> None:
    house = make_house(1, promise=promise, information="We keep it for a year.")
    replace_sheet(house.fay, house.workshop, "We keep it for ten years.", matters=False)
    house.workshop.save()
    document, said = own_document(house.ada), page(house.ada)
    assert [each["words"] for each in document["information"]] == ["We keep it for a year."]
    assert {each["version_of_the_information"] for each in document["agreed_to"]} == {1}
    with_name = [each for each in document["agreed_to"] if "with my name" in each["item"]]
    assert len(with_name) == (promise == "named")
    assert own_data(Seat.objects.get(pk=house.ada.pk)).consents == len(document["agreed_to"])
    assert "The information that I agreed to" in said
    assert "Version of the information: 1" in said
