"""The page for somebody without a device: what it shows and saves, and where it says who entered it."""

import csv
import io
import json
import re
import uuid
from typing import Any

import jsonschema
import pytest

from tests.stagecraft import bring, page, put, send, uids, vote
from tests.support import House, add_leader, client_of, make_house
from tests.views.results_world import results_page
from workshop.actions.discussion import post_remark
from workshop.actions.proxy import cast_for, say_for, write_for
from workshop.actions.proxy_sort import place_for
from workshop.actions.remarks import save_remark
from workshop.actions.rounds import close_round, reveal_round
from workshop.actions.sort import Row, place_card
from workshop.exports.csv_long import write_csv
from workshop.exports.json_whole import SCHEMA, write_json
from workshop.models import Ballot, Remark, Seat
from workshop.models.proxy_seen import seen_of

pytestmark = pytest.mark.django_db
ENTERED = "entered by a facilitator"


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def shown(house: House, other: Seat | None = None) -> str:
    """Return the page on which Fay enters for Ada, or for somebody else."""
    uid = (other or house.ada).uid
    answer = client_of(house.fay).get(f"/w/{house.workshop.slug}/people/{uid}/proxy/")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def enter(house: House, name: str, data: dict[str, Any], **parts: Any) -> Any:
    """Send a form of the page, as Fay for Ada."""
    return send(house, house.fay, f"proxy-{name}", data, {"uid": house.ada.uid, **parts})


def pack(house: House, **more: Any) -> dict[str, Any]:
    """The pack's form with a comment on card 1 in it, and card 1 inner."""
    box, card = house.workshop.prompts.get(card__number=1), house.cards[0]
    return {
        f"text-{box.uid}": "From paper",
        f"rev-{box.uid}": 0,
        f"zone-{card.uid}": "inner",
        **more,
    }


def test_nothing_is_offered_before_they_agreed(house: House) -> None:
    gil = add_leader(house.fay, "Gil")
    assert "Their pack" not in shown(house, gil)
    items = {str(item.uid): "yes" for item in house.workshop.consent_items.all()}
    send(house, house.fay, "proxy-consent", items, {"uid": gil.uid})
    assert "Their pack" in shown(house, gil)


def test_the_pack_is_saved_and_shown_again(house: House) -> None:
    assert enter(house, "pack", pack(house)).status_code == 302
    text = shown(house)
    assert "From paper</textarea>" in text
    assert f'name="zone-{house.cards[0].uid}" value="inner" checked' in text
    assert Remark.objects.get().proxy == house.fay


def test_a_refused_pack_keeps_what_was_typed_and_saves_the_rest(house: House) -> None:
    box = house.workshop.prompts.get(card__number=2)
    long = {f"text-{box.uid}": "y" * 4001, f"rev-{box.uid}": 0}
    answer = enter(house, "pack", pack(house, **long))
    assert answer.status_code == 422
    assert "y" * 4001 in answer.content.decode()
    assert Remark.objects.get().body == "From paper"
    assert Ballot.objects.get(round=house.pack).marks.count() == 1


def test_words_changed_meanwhile_are_shown_and_both_are_kept(house: House) -> None:
    save_remark(house.ada, house.workshop.prompts.get(card__number=1), "My own words", 0)
    answer = enter(house, "pack", pack(house))
    assert answer.status_code == 409
    assert "My own words</textarea>" in answer.content.decode()
    assert Remark.objects.get().versions.get().body == "From paper"
    assert "From paper" in page(house, house.ada, "pack")


def known(house: House) -> str:
    """Return the page for Ada without what differs at each look."""
    return re.sub(r'(csrfmiddlewaretoken|uid)" value="[^"]+"|CSRFToken": "[^"]+"', "", shown(house))


def test_whether_and_what_they_chose_themselves_is_not_sent_to_who_enters(house: House) -> None:
    put(house, "poll")
    before = known(house)
    place_card(house.ada, house.pack, house.cards[0], "unplaced", reason="A canary reason")
    vote(house, house.ada, 1)
    assert known(house) == before


def test_a_ballot_is_entered_and_refused_without_leave_with_its_ticks_kept(house: House) -> None:
    put(house, "poll")
    vote(house, house.ada, 3)
    data = {"card": uids(house, 1), "seen": ""}
    refused = enter(house, "ballot", data, number=2)
    assert refused.status_code == 422
    assert f'value="{uids(house, 1)[0]}" autocomplete="off" checked' in refused.content.decode()
    assert f'name="seen" value="{seen_of(Ballot.objects.get(round=house.poll))}"' in refused.content.decode()
    assert 'name="replaces"' in refused.content.decode()
    data |= {"seen": seen_of(Ballot.objects.get(round=house.poll)), "replaces": "yes"}
    assert enter(house, "ballot", data, number=2).status_code == 302
    assert enter(house, "ballot", {"seen": ""}, number=2).status_code == 422
    assert "Entered for you by a facilitator." in page(house, house.ada)


def test_a_comment_is_sent_once_and_a_broken_form_is_not_found(house: House) -> None:
    card = bring(house)
    data = {"about": card.uid, "uid": str(uuid.uuid4()), "body": "Said aloud", "kind": "agree"}
    for _twice in range(2):
        assert enter(house, "remark", data).status_code == 302
    assert Remark.objects.count() == 1
    assert enter(house, "remark", {**data, "uid": "nonsense"}).status_code == 404
    refused = enter(house, "remark", {**data, "uid": str(uuid.uuid4()), "body": ""})
    assert refused.status_code == 422


def test_a_comment_that_one_entered_is_taken_back_after_a_pause_and_no_other(house: House) -> None:
    card = bring(house)
    mine = say_for(house.fay, house.ada, card, "Said aloud", uid=uuid.uuid4())
    own = post_remark(house.ada, card, "Typed by Ada", uid=uuid.uuid4())
    assert [text in shown(house) for text in ("Said aloud", "Typed by Ada")] == [True, False]

    def press(remark: Remark, **data: str) -> int:
        return enter(house, "remark-withdrawal", data, remark=remark.uid).status_code

    assert press(mine) == 200
    assert shown(house).count("Said aloud") == 1
    assert [press(mine, confirmed="1"), press(mine, confirmed="1")] == [302, 302]
    assert "Said aloud" not in shown(house)
    assert not Remark.objects.filter(body="Said aloud").exists()
    assert [press(own), press(own, confirmed="1")] == [404, 404]


@pytest.mark.parametrize(("promise", "told"), [("named", True), ("hidden", False)])
def test_the_group_is_told_only_where_that_does_not_tell_whose_it_is(promise: str, told: bool) -> None:
    house = make_house(leaders=3, promise=promise)
    say_for(house.fay, house.ada, bring(house), "Said aloud", uid=uuid.uuid4())
    write_for(house.fay, house.ada, house.workshop.prompts.get(card__number=2), "From paper", 0)
    for text in (page(house, house.others[0]), results_page(house, house.others[0])):
        assert (ENTERED in text) == told
    assert ENTERED in page(house, house.fay, "desk")
    assert "Entered for you by a facilitator." in page(house, house.ada)


def test_the_person_sees_what_was_entered_for_them(house: House) -> None:
    write_for(house.fay, house.ada, house.workshop.prompts.get(card__number=2), "From paper", 0)
    place_for(house.fay, house.ada, house.pack, [Row(house.cards[1], ("inner", ""), ("", ""))])
    assert "Entered for you by a facilitator." in page(house, house.ada, "pack")
    answer = client_of(house.ada).get(f"/w/{house.workshop.slug}/rounds/1/sort/")
    assert "A facilitator entered these for you: 2." in " ".join(answer.content.decode().split())


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_the_files_say_who_entered_it_where_they_say_whose_it_is(promise: str) -> None:
    house = make_house(leaders=3, promise=promise)
    write_for(house.fay, house.ada, house.workshop.prompts.get(card__number=2), "From paper", 0)
    place_for(house.fay, house.ada, house.pack, [Row(house.cards[1], ("inner", ""), ("", ""))])
    put(house, "poll")
    cast_for(house.fay, house.ada, house.poll, frozenset(uids(house, 1)), seen="", replaces=False)
    close_round(house.fay, house.pack)
    for round in (house.pack, house.poll):
        reveal_round(house.fay, round)
    whole = json.loads(write_json(house.workshop))
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text())).validate(whole)
    fay = house.fay.pseudonym if promise == "named" else None
    assert [remark["entered_by"] for remark in whole["remarks"]] == [fay]
    told = [row["verb"] for row in whole["history"] if row["verb"].endswith("_entered")]
    assert told == (["sort_entered", "ballot_entered"] if fay else [])
    assert [row["n"] for row in whole["history"]] == list(range(1, len(whole["history"]) + 1))
    rows = list(csv.DictReader(io.StringIO(write_csv(house.workshop).decode("utf-8-sig"))))
    entered = {(row["record"], row["measure"]) for row in rows if row["entered_by"]}
    both = {("comment", "pack"), ("answer", "zone"), ("answer", "nominated")}
    assert entered == (both if promise == "named" else set())
