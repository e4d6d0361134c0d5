"""What leaves Roundel: true to the promise and to the reveals, and in the published form."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from django.core.management import CommandError, call_command

from tests.chairs import lend
from tests.exports.played import played
from tests.stagecraft import put
from tests.support import House, make_house
from workshop.actions.exports import export_workshop
from workshop.actions.remarks import resolve_conflict, save_remark
from workshop.actions.rounds import Vote, cast_ballots, close_round, open_round, reveal_round
from workshop.actions.sort import place_card
from workshop.actions.workshops import close_workshop
from workshop.exports.cells import safe_cell
from workshop.exports.csv_long import write_csv
from workshop.exports.document import document_of
from workshop.exports.json_whole import SCHEMA, write_json
from workshop.models import Audit, Prompt, Remark, Stale, Workshop

pytestmark = pytest.mark.django_db
CANARY = "=HYPERLINK(canary)"


def filled(promise: str = "named", *, reveal: bool = True) -> House:
    """Return a workshop in which Ada sorted, commented and voted."""
    house = make_house(promise=promise)
    place_card(house.ada, house.pack, house.cards[0], "inner", place=1)
    place_card(house.ada, house.pack, house.cards[1], "unplaced", reason="Not mine")
    box = house.workshop.prompts.get(card=house.cards[0], kind=Prompt.Kind.CARD_COMMENT)
    Remark.objects.create(workshop=house.workshop, seat=house.ada, prompt=box, body=CANARY, rev=1)
    open_round(house.fay, house.poll)
    cast_ballots(house.poll, [Vote(house.ada, frozenset({str(house.cards[2].uid)}))])
    close_round(house.fay, house.pack)
    for round in (house.pack, house.poll) if reveal else ():
        reveal_round(house.fay, round)
    return house


@pytest.mark.parametrize("promise", ["named", "hidden", "unlinked"])
@pytest.mark.parametrize("reveal", [True, False])
def test_the_json_keeps_to_its_schema(promise: str, reveal: bool) -> None:
    house = filled(promise, reveal=reveal)
    if promise == "unlinked":
        close_workshop(house.fay)
    document = json.loads(write_json(Workshop.objects.get(pk=house.workshop.pk)))
    schema = json.loads(SCHEMA.read_text())
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(document)


def test_what_is_not_revealed_is_not_exported() -> None:
    house = filled(reveal=False)
    for round in document_of(house.workshop)["rounds"]:
        assert (round["answered"], round["totals"], round["ballots"]) == (1, None, None)
        assert round["abstained"] is None
    assert ",zone," not in write_csv(house.workshop).decode()
    assert "nominated" not in write_csv(house.workshop).decode()


def test_where_names_are_hidden_no_row_tells_who_chose_or_wrote_what() -> None:
    house = filled("hidden")
    document = document_of(house.workshop)
    assert [round["ballots"] for round in document["rounds"]] == [None, None]
    assert [remark["seat"] for remark in document["remarks"]] == [None]
    text = write_json(house.workshop).decode() + write_csv(house.workshop).decode()
    assert "Ada" not in text
    assert document["rounds"][0]["totals"][0]["inner"] == 1


def test_where_names_are_open_each_answer_stands_with_its_name() -> None:
    rows = list(csv.DictReader(io.StringIO(write_csv(filled().workshop).decode("utf-8-sig"))))
    answers = {
        (row["measure"], row["card"], row["name"], row["value"]) for row in rows if row["record"] == "answer"
    }
    assert answers == {
        ("zone", "1", "Ada", "inner"),
        ("place", "1", "Ada", "1"),
        ("zone", "2", "Ada", "unplaced"),
        ("nominated", "3", "Ada", "1"),
    }


def test_addresses_and_keys_never_leave() -> None:
    text = write_json(filled().workshop).decode() + write_csv(filled_again().workshop).decode()
    assert "@example.org" not in text
    assert '"id"' not in text


def filled_again() -> House:
    """Return a second workshop beside the first, of other people."""
    from workshop.models import User

    User.objects.all().delete()
    return filled()


def test_two_exports_of_one_state_are_equal_but_for_their_time() -> None:
    house = filled()
    assert document_of(house.workshop) == document_of(house.workshop)


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@a", " \t=1", "\u200b=1", "\uff1d1", "\tx", "\rx", "\nx"]
)
def test_a_spreadsheet_runs_no_cell(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("value", [-3, 4.5, "plain = words", "a-b", ""])
def test_numbers_and_plain_words_stay_as_they_are(value: object) -> None:
    assert safe_cell(value) == value


def test_a_comment_that_looks_like_a_formula_is_quoted() -> None:
    assert f"'{CANARY}" in write_csv(filled().workshop).decode()


def test_a_comment_that_was_emptied_is_exported_while_another_version_of_it_waits() -> None:
    house = make_house()
    box = house.workshop.prompts.get(card=house.cards[0], kind=Prompt.Kind.CARD_COMMENT)
    save_remark(house.ada, box, "From the phone.", 0)
    with pytest.raises(Stale):
        save_remark(house.ada, box, "From the desk.", 0)
    emptied = save_remark(house.ada, box, "", 1)
    [remark] = document_of(house.workshop)["remarks"]
    assert (remark["body"], remark["other_versions"]) == ("", ["From the desk."])
    lines = write_csv(house.workshop).decode()
    assert (lines.count(",comment,"), "other version,From the desk." in lines) == (1, True)
    resolve_conflict(house.ada, emptied.versions.get(), "theirs", emptied.rev)
    assert document_of(house.workshop)["remarks"] == []


def test_each_export_is_written_down_in_a_chain() -> None:
    house = filled()
    for format in ("json", "csv"):
        export_workshop(house.workshop, format, house.fay)
    first, second = Audit.objects.filter(slug=house.workshop.slug)
    assert (first.verb, first.seat, second.prev_hash) == ("exported", house.fay, first.hash)


def test_the_command_writes_the_file_and_names_a_wrong_code(tmp_path: Path) -> None:
    house = filled()
    out = tmp_path / "workshop.json"
    call_command("exportworkshop", house.workshop.slug, format="json", out=out, verbosity=0)
    assert json.loads(out.read_text())["workshop"]["slug"] == house.workshop.slug
    with pytest.raises(CommandError, match="no workshop with the code"):
        call_command("exportworkshop", "nothing-here", format="json", out=out)


@pytest.mark.parametrize(("promise", "seat"), [("named", "P1"), ("hidden", None)])
def test_who_was_in_the_chair_is_in_the_json_as_the_promise_allows(promise: str, seat: str | None) -> None:
    house = filled(promise)
    put(house, "welcome")
    lend(house, house.fay, house.ada)
    put(house, "results")
    chairs = document_of(house.workshop)["chairs"]
    assert [(each["seat"], each["role"], each["how"], each["by"]) for each in chairs] == [
        ("F1", "facilitator", "first", None),
        (seat, "participant", "lent", "F1"),
        ("F1", "facilitator", "returned", "F1"),
    ]
    steps = [[step["kind"] for step in each["steps"]] for each in chairs]
    assert steps == [["welcome"], ["welcome"], ["results"]]
    assert json.loads(write_json(house.workshop))["chairs"] == chairs


def test_totals_say_nothing_of_what_a_round_did_not_ask() -> None:
    rounds = {each["number"]: each for each in document_of(played().workshop)["rounds"]}
    assert {total["nominated"] for total in rounds[1]["totals"]} == {None}
    assert {total[zone] for total in rounds[2]["totals"] for zone in ("inner", "outer", "unplaced")} == {None}
    assert all(type(total["inner"]) is int for total in rounds[1]["totals"])
    assert all(type(total["nominated"]) is int for total in rounds[2]["totals"])
