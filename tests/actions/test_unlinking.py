"""Unlinked after close: nobody's answer can be told from another's, and all counts are as before."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db.models import DateTimeField, Model
from django.utils import timezone

from tests.support import House
from tests.unlinked import full_house
from workshop.actions.unlinking import unlink
from workshop.actions.workshops import close_workshop
from workshop.models import (
    Assent,
    Ballot,
    Card,
    GroundRule,
    History,
    Mark,
    Proposal,
    Quote,
    Remark,
    Seat,
    Stance,
    Start,
    Suggestion,
    Version,
    Workshop,
)

pytestmark = pytest.mark.django_db
# model and field: why a participant's seat may still stand there
STAYS = {
    "Audit.seat": "who took a file; nobody's answers",
    "Consent.seat": "what somebody agreed to is theirs, and they can still take it back",
    "Consent.proxy": "the same",
    "Credit.seat": "how somebody is named for taking part says nothing of their answers",
    "Credit.proxy": "the same",
    "Quote.marked_by": "the facilitator who chose the words",
    "Gesture.seat": "the close deletes them",
    "History.seat": "who led, who joined, whose pack is in: `unlinked_log.THEIRS`",
    "Letter.seat": "the facilitator who wrote it",
    "Post.by": "the facilitator who sent it",
    "Post.seat": "who was written to; reminders, which tell who was late, are deleted",
    "Link.seat": "their link still opens the results",
    "Need.proxy": "who ticked it for somebody facilitates, and what is ticked says nothing of their answers",
    "Need.seat": "what somebody needs says nothing of their answers, and they read the results too",
    "Note.seat": "what facilitators wrote for themselves",
    "Sheet.seat": "the facilitator who wrote the information",
    "Step.chair": "everybody saw who led",
    "Transcript.seat": "the facilitator who laid it there",
    "Workshop.chair": "everybody saw who led",
    "Workshop.chair_lender": "everybody saw who led",
}
CUT = {
    *("Assent.proxy", "Assent.seat", "Ballot.proxy", "Ballot.seat", "Card.proposer", "CardText.proxy"),
    *("CardText.seat", "Change.seat", "GroundRule.proxy", "GroundRule.seat", "Mark.proxy", "Parking.seat"),
    *("Proposal.seat", "Remark.proxy", "Remark.seat", "Rule.seat", "Seat.ground_rules_proxy", "Stance.proxy"),
    *("Stance.seat", "Start.seat", "Suggestion.seat", "Tie.seat", "Version.seat"),
}
WROTE = (Ballot, Mark, Remark, Version, Proposal, Stance, Assent, Suggestion, GroundRule, Start)


@pytest.fixture
def house() -> House:
    """A workshop in which everything was answered and written."""
    return full_house()


def closed(house: House) -> Workshop:
    """Close it, and return it as it is then."""
    close_workshop(house.fay)
    return Workshop.objects.get(pk=house.workshop.pk)


def pointing() -> Iterator[tuple[str, str, type[Model]]]:
    """Yield each field of each model that names a seat."""
    for model in apps.get_app_config("workshop").get_models():
        for field in model._meta.concrete_fields:
            if field.related_model is Seat:
                yield f"{model.__name__}.{field.name}", field.name, model


def test_no_row_says_any_more_whose_an_answer_is(house: House) -> None:
    close_workshop(house.fay)
    left = set()
    for name, field, model in pointing():
        rows = model._base_manager.filter(**{f"{field}__isnull": False})
        theirs = rows if field == "proxy" else rows.filter(**{f"{field}__role": "participant"})
        left |= {name} if theirs.exists() else set()
    assert left & CUT == set()
    assert not Seat.objects.exclude(ground_rules_at=None).exists()


def test_every_field_that_names_a_seat_is_thought_of() -> None:
    """A new one is cut at the close, or stays for a reason."""
    assert {name for name, _field, _model in pointing()} == CUT | {*STAYS}


def test_the_history_does_not_say_who_wrote_what(house: House) -> None:
    close_workshop(house.fay)
    tables = (Remark, Suggestion, GroundRule)
    words = {str(uid) for model in tables for uid in model.objects.values_list("uid", flat=True)}
    rows = History.objects.filter(workshop=house.workshop).select_related("seat")
    assert {row.verb for row in rows if row.seat and row.seat.is_participant} == {"consent_given"}
    assert not words & {value for row in rows for value in row.ids.values()}
    assert rows.filter(verb="remark_posted", seat=None, ids={}).count() == len(house.leaders) + 1


def test_what_was_written_and_chosen_has_one_time(house: House) -> None:
    at = closed(house).closed_at
    shown = house.workshop.prompts.exclude(shown_at=None).get().shown_at
    for model in WROTE:
        for field in model._meta.concrete_fields:
            if isinstance(field, DateTimeField) and field.name not in ("put_at", "settled_at"):
                times = set(model._base_manager.values_list(field.name, flat=True)) - {None}
                assert times <= {at, shown}, f"{model.__name__}.{field.name}"


def arrived(model: type[Model]) -> list[dict[str, Any]]:
    """Return what each row holds, in the order of the keys, without what the close makes equal."""
    apart = {"id", "seat_id", "proxy_id", "rev", "state", "ballot_id", "reply_to_id"}
    fields = [f.attname for f in model._meta.concrete_fields if f.attname not in apart]
    fields = [name for name in fields if not isinstance(model._meta.get_field(name), DateTimeField)]
    return list(model._base_manager.order_by("pk").values(*fields))


@pytest.mark.parametrize(("turned", "kept"), [(True, False), (False, True)])
def test_no_order_of_arrival_is_left_and_without_the_deal_it_would_be(
    house: House, turned: bool, kept: bool
) -> None:
    """Its twin deals the same keys to the same rows."""
    tables = (Remark, GroundRule, Suggestion)
    before = {model: [row["uid"] for row in arrived(model)] for model in tables}
    unlink(house.workshop, timezone.now(), list.reverse if turned else lambda keys: None)
    for model, rows in before.items():
        after = [row["uid"] for row in arrived(model)]
        assert sorted(after) == sorted(set(after) & set(rows))
        still = [uid for uid in rows if uid in after]
        assert (after == still, after == still[::-1]) == (kept, not kept)
    ballots = Ballot.objects.filter(round=house.pack).order_by("pk")
    ada = ballots.first() if kept else ballots.last()
    assert ada
    assert ada.marks.filter(zone="unplaced").exists()


def test_replies_versions_and_places_stay_with_what_they_belong_to(house: House) -> None:
    close_workshop(house.fay)
    reply = Remark.objects.get(body="In reply")
    assert (reply.reply_to and reply.reply_to.body) == "Said 2"
    assert Version.objects.get(body="Second").remark.body == "First"
    assert Remark.objects.get(parkings__isnull=False).body == "Said 1"
    taken_up = Card.objects.get(texts__title="Taken up", number__isnull=False)
    assert taken_up.changes.exists()


def test_words_of_who_declined_are_erased_while_they_are_known(house: House) -> None:
    assert Remark.objects.filter(body="Pack words 3").exists()
    close_workshop(house.fay)
    assert not Remark.objects.filter(body="Pack words 3").exists()
    assert not Stance.objects.filter(why="Why 3").exists()
    assert Stance.objects.count() == len(house.leaders)


@pytest.mark.parametrize(("state", "says"), [("asked", "a participant"), ("accepted", "a chief nurse")])
def test_a_quote_keeps_what_it_says_of_its_speaker_if_they_agreed(
    house: House, state: str, says: str
) -> None:
    said = Remark.objects.get(body="Said 0")
    facts = {"text": "Said 0", "attribution": "a chief nurse", "state": state}
    Quote.objects.create(workshop=house.workshop, remark=said, **facts)
    close_workshop(house.fay)
    quote = Quote.objects.get()
    assert (quote.attribution, quote.remark and quote.remark.body) == (says, "Said 0")


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_the_other_promises_keep_their_links(promise: str) -> None:
    house = full_house(promise)
    assert not closed(house).is_unlinked
    assert Ballot.objects.filter(seat=house.ada).exists()
    assert Remark.objects.get(body="Said 0").seat == house.ada


def test_if_the_close_fails_nothing_is_unlinked(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("workshop.actions.ending.forget_gestures", fails)
    with pytest.raises(RuntimeError):
        close_workshop(house.fay)
    assert not Workshop.objects.get(pk=house.workshop.pk).is_closed
    assert Remark.objects.get(body="Said 0").seat == house.ada
