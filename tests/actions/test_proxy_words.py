"""Words and consent that a facilitator enters for a person: marked, and nothing of theirs is lost."""

import pytest

from tests.stagecraft import bring
from tests.support import House, add_leader, make_house
from workshop.actions.consents import answer_consents
from workshop.actions.discussion import edit_remark
from workshop.actions.proxy import cast_for, record_consents, say_for, write_for
from workshop.actions.remarks import save_remark
from workshop.actions.workshops import close_workshop
from workshop.models import Closed, Forbidden, Invalid, Prompt, Remark, Stale, Workshop
from workshop.models.consents import needs_consent
from workshop.models.kept import Kept, quoting_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house(leaders=3)


def box(house: House) -> Prompt:
    return house.workshop.prompts.get(card__number=1)


def test_a_comment_is_marked_and_what_they_wrote_before_is_kept(house: House) -> None:
    mine = save_remark(house.ada, box(house), "My own words", 0)
    entered = write_for(house.fay, house.ada, box(house), "From paper", mine.rev)
    assert (entered.body, entered.proxy) == ("From paper", house.fay)
    assert [version.body for version in entered.versions.all()] == ["My own words"]
    again = save_remark(house.ada, box(house), "Mine again", entered.rev)
    assert again.proxy is None


def test_a_comment_changed_meanwhile_keeps_both(house: House) -> None:
    save_remark(house.ada, box(house), "My own words", 0)
    with pytest.raises(Stale):
        write_for(house.fay, house.ada, box(house), "From paper", 0)
    remark = Remark.objects.get()
    assert (remark.body, remark.proxy) == ("My own words", None)
    assert [version.body for version in remark.versions.filter(conflict_open=True)] == ["From paper"]


def test_what_they_say_in_the_discussion_is_theirs_and_marked(house: House) -> None:
    card = bring(house)
    said = say_for(house.fay, house.ada, card, "Said aloud", uid=box(house).uid, kind="example")
    assert (said.seat, said.proxy, said.kind) == (house.ada, house.fay, "example")
    assert house.workshop.history.filter(verb="remark_posted", seat=house.fay).exists()
    assert edit_remark(house.ada, said, "Said so", 1).proxy is None


def test_consent_is_recorded_item_by_item_and_never_over_an_answer_of_their_own(house: House) -> None:
    gil = add_leader(house.fay, "Gil")
    items = [str(item.uid) for item in house.workshop.consent_items.all()]
    with pytest.raises(Forbidden, match="agrees to"):
        cast_for(house.fay, gil, house.poll, frozenset(), seen="", replaces=False)
    with pytest.raises(Invalid):
        record_consents(house.fay, gil, {items[0]: True}, closed=False)
    record_consents(house.fay, gil, dict.fromkeys(items, True), closed=False)
    assert not needs_consent(gil)
    assert {consent.proxy for consent in gil.consents.all()} == {house.fay}
    answer_consents(gil, dict.fromkeys(items, False))
    record_consents(house.fay, gil, dict.fromkeys(items, True), closed=False)
    assert needs_consent(gil)


def test_a_form_from_before_an_unlinked_close_stops_no_quote_after_it() -> None:
    house = make_house(2, promise="unlinked")
    gil = add_leader(house.fay, "Gil")
    items = [str(item.uid) for item in house.workshop.consent_items.all()]
    record_consents(house.fay, gil, dict.fromkeys(items, True), closed=False)
    close_workshop(house.fay)
    workshop = Workshop.objects.get(pk=house.workshop.pk)
    with pytest.raises(Stale, match="closed meanwhile"):
        record_consents(house.fay, gil, dict.fromkeys(items, False), closed=False)
    assert not gil.consents.filter(answer=False).exists()
    assert quoting_of(workshop) != Kept.Quoting.NOTHING
    record_consents(house.fay, gil, dict.fromkeys(items, False), closed=True)
    assert quoting_of(workshop) == Kept.Quoting.NOTHING


def test_after_the_close_only_what_they_take_back_is_recorded(house: House) -> None:
    gil, hal = add_leader(house.fay, "Gil"), add_leader(house.fay, "Hal")
    items = [str(item.uid) for item in house.workshop.consent_items.all()]
    record_consents(house.fay, gil, dict.fromkeys(items, True), closed=False)
    close_workshop(house.fay)
    with pytest.raises(Closed, match="no new agreement"):
        record_consents(house.fay, hal, dict.fromkeys(items, True), closed=True)
    assert not hal.consents.exists()
    record_consents(house.fay, gil, {**dict.fromkeys(items, True), items[0]: False}, closed=True)
    assert gil.consents.filter(answer=False).count() == 1
