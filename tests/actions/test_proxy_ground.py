"""Ground rules that a facilitator enters for somebody: theirs, marked, and nobody's to the group."""

import csv
import io
import re
import uuid

import pytest

from tests.rounds import exported
from tests.stagecraft import page, put, send
from tests.support import House, client_of, make_house
from workshop.actions.ground_rules import (
    add_ground_rule,
    agree_to_ground_rules,
    edit_ground_rule,
    withdraw_ground_rule,
)
from workshop.actions.people import remove_seat
from workshop.actions.proxy_ground import (
    add_rule_for,
    agree_for,
    take_agreement_back_for,
    withdraw_rule_for,
)
from workshop.exports.csv_long import write_csv
from workshop.models import Closed, Forbidden, GroundRule, Invalid, Seat, Stale
from workshop.models.ground_rules import ground_of
from workshop.models.proxy_ground import ground_for

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["named", "hidden"])
def house(request: pytest.FixtureRequest) -> House:
    house = make_house(leaders=3, promise=request.param)
    put(house, "welcome")
    add_ground_rule(house.fay, "Listen.", uid=uuid.uuid4())
    return house


def read_out(house: House) -> None:
    """Let Fay enter that Ada agrees to the rules as they are now."""
    agree_for(house.fay, house.ada, ground_of(house.workshop).changed_at)


def agrees(house: House) -> tuple[int, bool]:
    """Return how many agree, and whether Ada's agreement is marked as entered."""
    return ground_of(house.workshop).agree, Seat.objects.get(
        pk=house.ada.pk
    ).ground_rules_proxy_id is not None


def notes(house: House, verb: str) -> int:
    return house.workshop.history.filter(verb=verb, seat=house.fay, ids__seat=str(house.ada.uid)).count()


def test_their_rule_is_theirs_marked_and_added_once(house: House) -> None:
    uid = uuid.uuid4()
    rule = add_rule_for(house.fay, house.ada, "Ask.", uid=uid)
    assert add_rule_for(house.fay, house.ada, "Ask.", uid=uid) == rule
    assert (rule.seat, rule.proxy) == (house.ada, house.fay)
    with pytest.raises(GroundRule.DoesNotExist):
        add_rule_for(house.fay, house.others[0], "Ask.", uid=uid)
    withdraw_rule_for(house.fay, house.ada, rule)
    withdraw_rule_for(house.fay, house.ada, rule)
    assert [each.text for each in ground_of(house.workshop).rules] == ["Listen."]
    withdraw_rule_for(house.fay, house.ada, rule, withdrawn=False)
    assert edit_ground_rule(house.ada, rule, "Ask first.", 1).proxy is None
    with pytest.raises(Forbidden, match="You did not enter"):
        withdraw_rule_for(house.fay, house.ada, rule)


def test_that_they_agree_is_counted_marked_and_theirs_once_they_say_so(house: House) -> None:
    for _twice in range(2):
        read_out(house)
    assert agrees(house) == (1, True)
    assert notes(house, "agreement_entered") == 1
    agree_to_ground_rules(house.ada, ground_of(house.workshop).changed_at)
    assert agrees(house) == (1, False)
    with pytest.raises(Invalid, match="agree to these rules already"):
        read_out(house)
    take_agreement_back_for(house.fay, house.ada)
    assert agrees(house) == (1, False)
    assert notes(house, "answer_met") == 1


def test_what_was_entered_by_mistake_is_taken_back(house: House) -> None:
    read_out(house)
    for _twice in range(2):
        take_agreement_back_for(house.fay, house.ada)
    assert agrees(house) == (0, False)
    assert notes(house, "agreement_taken_back") == 1


def test_rules_that_changed_meanwhile_have_to_be_read_again(house: House) -> None:
    seen = ground_of(house.workshop).changed_at
    read_out(house)
    rule = add_rule_for(house.fay, house.ada, "Ask.", uid=uuid.uuid4())
    with pytest.raises(Stale, match="Read them as they are now"):
        agree_for(house.fay, house.ada, seen)
    ground = ground_for(house.fay, Seat.objects.get(pk=house.ada.pk))
    assert (ground.agrees, ground.agreed_before, ground.entered) == (False, True, [rule])


def test_rights_are_read_again_under_the_lock(house: House) -> None:
    stale = Seat.objects.get(pk=house.ada.pk)
    rule = add_rule_for(house.fay, house.ada, "Ask.", uid=uuid.uuid4())
    remove_seat(house.fay, house.ada)
    with pytest.raises(Closed):
        add_rule_for(house.fay, stale, "Wait.", uid=uuid.uuid4())
    with pytest.raises(Closed):
        withdraw_rule_for(house.fay, stale, rule)
    with pytest.raises(Closed):
        agree_for(house.fay, stale, ground_of(house.workshop).changed_at)
    with pytest.raises(Closed):
        take_agreement_back_for(house.fay, stale)


def test_what_somebody_agreed_to_themselves_does_not_show_to_who_enters(house: House) -> None:
    before = proxy_page(house)
    agree_to_ground_rules(house.ada, ground_of(house.workshop).changed_at)
    assert proxy_page(house) == before
    house.ada.refresh_from_db()
    assert "Entered for you" not in page(house, house.ada)


def proxy_page(house: House) -> str:
    """Return the part of Fay's page for Ada that has the ground rules."""
    answer = client_of(house.fay).get(f"/w/{house.workshop.slug}/people/{house.ada.uid}/proxy/")
    html = answer.content.decode().split('id="ground"')[1].split("</section>")[0]
    return re.sub('name="(?:csrfmiddlewaretoken|uid)" value="[^"]+"', "", html)


def test_a_rule_is_typed_on_the_page_and_comes_back_to_it_when_it_is_refused(house: House) -> None:
    form = {"uid": str(uuid.uuid4()), "text": "y" * 501}
    refused = send(house, house.fay, "proxy-rules", form, {"uid": house.ada.uid})
    assert refused.status_code == 422
    assert "y" * 501 in refused.content.decode()
    for _twice in range(2):
        sent = send(house, house.fay, "proxy-rules", form | {"text": "Ask."}, {"uid": house.ada.uid})
        assert sent.status_code == 302
    assert GroundRule.objects.get(seat=house.ada).proxy == house.fay
    assert "Entered for you by a facilitator. What you change" in page(house, house.ada)


def test_the_files_name_who_entered_a_rule_where_they_name_whose_it_is_and_never_who_agrees(
    house: House,
) -> None:
    rule = add_rule_for(house.fay, house.ada, "Ask.", uid=uuid.uuid4())
    withdraw_rule_for(house.fay, house.ada, rule)
    withdraw_rule_for(house.fay, house.ada, rule, withdrawn=False)
    read_out(house)
    whole, named = exported(house), house.workshop.promise == "named"
    entered = next(each for each in whole["ground_rules"]["rules"] if each["text"] == "Ask.")
    assert (entered["seat"], entered["entered_by"]) == (
        (house.ada.pseudonym, house.fay.pseudonym) if named else (None, None)
    )
    assert (whole["ground_rules"]["agree"], whole["ground_rules"]["agree_entered"]) == (1, None)
    assert not [row for row in whole["history"] if row["verb"].startswith("agreement")]
    signed = {row["seat"] for row in whole["history"] if row["verb"].startswith("ground_rule")}
    assert signed == ({house.fay.pseudonym} if named else {None})
    rows = csv.DictReader(io.StringIO(write_csv(house.workshop).decode("utf-8-sig"), newline=""))
    line = next(row for row in rows if "Ask." in row["text"])
    assert line["entered_by"] == (house.fay.pseudonym if named else "")


def test_an_agreement_is_told_as_entered_only_among_enough() -> None:
    more = make_house(leaders=6)
    put(more, "welcome")
    add_ground_rule(more.fay, "Listen.", uid=uuid.uuid4())
    at = ground_of(more.workshop).changed_at
    for seat in more.leaders[:3]:
        agree_for(more.fay, seat, at)
    for seat in more.leaders[3:5]:
        agree_to_ground_rules(seat, at)
    assert exported(more)["ground_rules"]["agree_entered"] is None
    agree_to_ground_rules(more.leaders[5], at)
    assert exported(more)["ground_rules"]["agree_entered"] == 3
    withdraw_ground_rule(more.fay, more.workshop.ground_rules.get())
    assert exported(more)["ground_rules"]["agree_entered"] is None
