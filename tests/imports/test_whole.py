"""A whole workshop that is brought back from its file is the same: exported again, byte for byte."""

import json
import uuid
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.imports.world import whole_house
from tests.odd import ODD
from tests.support import make_house, make_user
from tests.synthesis import wanted
from tests.withdrawing import full_house as spoken_house
from workshop.actions.bringing import Brought, bring_workshop
from workshop.actions.demo import open_demo
from workshop.actions.erasures import reapply_erasures
from workshop.actions.people import remove_seat
from workshop.actions.proposals import propose_change, put_proposal
from workshop.actions.stances import take_stance
from workshop.actions.withdrawing import withdraw
from workshop.actions.workshops import close_workshop, delete_workshop
from workshop.exports.registry import FORMATS
from workshop.exports.taking import Wanted, prepared
from workshop.imports.reading import read_document
from workshop.imports.wholes import Opened
from workshop.models import CardText, Remark, Workshop, clean_text
from workshop.models.base import random_slug

pytestmark = pytest.mark.django_db
APART = ("exported_at", "note", "figures")


def taken(workshop: Workshop) -> dict[str, Any]:
    """Return the file as somebody with the right to full data takes it, read back."""
    fresh = Workshop.objects.get(pk=workshop.pk)
    found = json.loads(FORMATS["json"].write(prepared(fresh, FORMATS["json"], Wanted(full=True)).material))
    assert isinstance(found, dict)
    return found


def brought(document: dict[str, Any], *, away: bool = True) -> Brought:
    """Bring a workshop back; the original goes ``away``, to another code, or stays beside it."""
    if away:
        Workshop.objects.filter(slug=document["workshop"]["slug"]).update(slug=random_slug())
    read = read_document(json.dumps(document).encode())
    return Opened(read, "0" * 64).bring_in(make_user(f"back{Workshop.objects.count()}@example.org", "Back"))


def parts(document: dict[str, Any]) -> dict[str, str]:
    """Return each part of a file as it is written, but for the moment, the note and what is reckoned."""
    return {key: json.dumps(value, indent=2) for key, value in document.items() if key not in APART}


def rounded(value: Any) -> Any:
    """Return plain data with each fraction to nine digits."""
    if isinstance(value, dict):
        return {key: rounded(each) for key, each in value.items()}
    if isinstance(value, list):
        return [rounded(each) for each in value]
    return round(value, 9) if isinstance(value, float) else value


def test_the_demonstration_comes_back_the_same() -> None:
    document = taken(open_demo().workshop)
    assert parts(taken(brought(document).workshop)) == parts(document)


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("promise", ["named", "hidden", "unlinked"])
def test_a_workshop_with_everything_in_it_comes_back_the_same(promise: str, closed: bool) -> None:
    house = whole_house(promise)
    if closed:
        close_workshop(house.fay)
    document = taken(house.workshop)
    assert parts(taken(brought(document).workshop)) == parts(document)
    assert all(document[part] for part in document if part not in (*APART, "unlinked", "shifts"))


@pytest.mark.parametrize("promise", ["named", "hidden", "unlinked"])
def test_of_what_is_before_the_group_as_many_were_asked_though_who_answered_was_removed(promise: str) -> None:
    house = make_house(promise=promise)
    form = wanted(house.workshop, "retire", house.cards[:1])
    proposal = put_proposal(house.fay, propose_change(house.ada, form, uid=uuid.uuid4()))
    take_stance(house.ada, proposal, "fine")
    take_stance(house.others[0], proposal, "no")
    remove_seat(house.fay, house.others[0])
    document = taken(house.workshop)
    assert [each["asked"] for each in document["proposals"]] == [5]
    assert parts(taken(brought(document).workshop)) == parts(document)


@pytest.mark.parametrize("gone", [False, True])
@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_what_somebody_said_and_took_back_comes_back_the_same(promise: str, gone: bool) -> None:
    house = spoken_house(promise)
    if gone:
        withdraw(house.ada)
    document = taken(house.workshop)
    assert parts(taken(brought(document).workshop)) == parts(document)


def test_the_figures_are_reckoned_anew_and_the_same() -> None:
    house = spoken_house("named")
    document = taken(house.workshop)
    assert document["figures"]
    again = taken(brought(document).workshop)["figures"]
    assert rounded(again) == rounded(document["figures"])  # the last digit rests on the order of the rows


def test_a_file_comes_back_beside_the_original_with_another_code_and_the_same_again() -> None:
    document = taken(open_demo().workshop)
    for _each in range(2):
        back = brought(document, away=False)
        again = taken(back.workshop)
        assert not back.keeps_code
        assert again["workshop"].pop("slug") != document["workshop"]["slug"]
        rest = {key: value for key, value in document["workshop"].items() if key != "slug"}
        assert parts(again) == parts({**document, "workshop": rest})


def test_a_file_without_names_comes_back_with_people_as_their_pseudonyms() -> None:
    house = whole_house("named")
    fresh = Workshop.objects.get(pk=house.workshop.pk)
    bare = json.loads(FORMATS["json"].write(prepared(fresh, FORMATS["json"], Wanted()).material))
    back = brought(bare).workshop
    assert {seat.name for seat in back.seats.exclude(pseudonym="F1")} == {
        seat["pseudonym"] for seat in bare["seats"] if seat["pseudonym"] != "F1"
    }
    again = json.loads(
        FORMATS["json"].write(prepared(Workshop.objects.get(pk=back.pk), FORMATS["json"], Wanted()).material)
    )
    assert parts(again) == parts(bare)


WORDS = st.one_of(st.sampled_from([*ODD.values()]), st.text(max_size=60))


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(WORDS, min_size=12, max_size=12))
def test_odd_words_come_back_as_they_were(words: list[str]) -> None:
    demo = open_demo().workshop
    said = [clean_text(each) or "x" for each in words]
    seat = demo.seats.filter(role="participant").earliest("pk")
    for card, each in zip(demo.cards.all(), said, strict=False):
        CardText.objects.filter(card=card).update(title=each[:200], summary=each, notes=each)
        Remark.objects.create(workshop=demo, seat=seat, card=card, body=each, rev=1)
    Workshop.objects.filter(pk=demo.pk).update(title=said[-1][:200], question=said[-2])
    document = taken(demo)
    back = brought(document).workshop
    assert parts(taken(back)) == parts(document)


def test_the_code_of_a_workshop_that_was_erased_here_is_not_given_again() -> None:
    house = make_house()
    document = taken(house.workshop)
    delete_workshop(house.fay)
    back = bring_workshop(document, "0" * 64)
    assert not back.keeps_code
    reapply_erasures()
    assert Workshop.objects.filter(pk=back.workshop.pk).exists()
