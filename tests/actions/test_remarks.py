"""Words in the pack: saved, never lost, and open to change only while the pack is."""

import pytest

from tests.support import House, make_house
from workshop.actions.remarks import resolve_conflict, save_remark
from workshop.actions.rounds import close_round
from workshop.models import Closed, Forbidden, History, Invalid, Prompt, Remark, Stale, Version, Workshop
from workshop.models.audiences import FACILITATORS, PARTICIPANTS, readable_remarks

pytestmark = pytest.mark.django_db


def box(house: House, n: int = 1) -> Prompt:
    """The box for a comment on card n."""
    return house.workshop.prompts.get(card__number=n)


def conflict(house: House, first: str = "One", second: str = "Two") -> Stale:
    """Ada writes in two places at once; return what the second place is told."""
    save_remark(house.ada, box(house), first, 0)
    with pytest.raises(Stale) as stale:
        save_remark(house.ada, box(house), second, 0)
    return stale.value


def test_the_first_words_make_a_remark_that_the_group_will_see() -> None:
    house = make_house()
    remark = save_remark(house.ada, box(house), "  True for us.\r\nMostly. ", 0)
    assert (remark.rev, remark.body, remark.visibility) == (1, "True for us.\nMostly.", "group")


def test_any_other_comments_are_for_the_facilitators_alone_even_at_the_workshop() -> None:
    house = make_house()
    Workshop.objects.filter(pk=house.workshop.pk).update(step=house.workshop.steps.first())
    house.workshop.refresh_from_db()
    other = house.workshop.prompts.get(kind=Prompt.Kind.ANY_OTHER)
    remark = save_remark(house.ada, other, "Between us", 0)
    assert remark.visibility == Remark.Visibility.FACILITATORS
    assert list(readable_remarks(house.workshop, PARTICIPANTS)) == []
    assert list(readable_remarks(house.workshop, FACILITATORS)) == [remark]


def test_the_same_words_again_change_nothing_whatever_their_rev() -> None:
    house = make_house()
    save_remark(house.ada, box(house), "One", 0)
    assert save_remark(house.ada, box(house), "One", 0).rev == 1
    assert (Remark.objects.count(), Version.objects.count()) == (1, 0)


def test_an_emptied_box_stays_empty_and_counts_as_nothing_said() -> None:
    house = make_house()
    save_remark(house.ada, box(house), "One", 0)
    assert save_remark(house.ada, box(house), "", 1).rev == 2
    assert not Remark.objects.said().exists()


def test_words_on_an_old_rev_are_kept_beside_the_newer_ones() -> None:
    house = make_house()
    stale = conflict(house)
    assert (stale.data["theirs"], stale.data["mine"], stale.data["rev"]) == ("One", "Two", 1)
    assert Remark.objects.get().body == "One"
    assert Version.objects.get(conflict_open=True).body == "Two"


def test_a_repeated_conflict_is_kept_once_and_one_that_grew_is_written_over() -> None:
    house = make_house()
    conflict(house)
    for text in ("Two", "Two and more"):
        with pytest.raises(Stale):
            save_remark(house.ada, box(house), text, 0)
    assert list(Version.objects.values_list("body", flat=True)) == ["Two and more"]


def test_a_third_place_is_kept_beside_the_second() -> None:
    house = make_house()
    conflict(house)
    with pytest.raises(Stale):
        save_remark(house.ada, box(house), "Three", 0)
    assert list(Version.objects.order_by("pk").values_list("body", flat=True)) == ["Two", "Three"]


@pytest.mark.parametrize(("keep", "body"), [("mine", "Two"), ("theirs", "One"), ("both", "One\n\nTwo")])
def test_a_choice_between_versions_is_made_once_and_loses_no_word(keep: str, body: str) -> None:
    house = make_house()
    conflict(house)
    version = Version.objects.get()
    for _again in range(2):
        assert resolve_conflict(house.ada, version, keep, 1).body == body
    kept = {body, *Version.objects.values_list("body", flat=True)}
    assert {"One", "Two"} <= {word for text in kept for word in text.split("\n\n")}
    assert not Version.objects.filter(conflict_open=True).exists()


def test_a_choice_made_otherwise_in_another_window_is_told() -> None:
    house = make_house()
    conflict(house)
    resolve_conflict(house.ada, Version.objects.get(), "theirs", 1)
    with pytest.raises(Closed, match="another window"):
        resolve_conflict(house.ada, Version.objects.get(), "mine", 1)
    assert Remark.objects.get().body == "One"


def test_a_choice_made_before_the_box_changed_decides_nothing_and_loses_neither() -> None:
    house = make_house()
    conflict(house)
    save_remark(house.ada, box(house), "One, and more", 1)
    with pytest.raises(Stale) as refusal:
        resolve_conflict(house.ada, Version.objects.get(), "mine", 1)
    data = refusal.value.data
    assert (data["theirs"], data["mine"], data["rev"]) == ("One, and more", "Two", 2)
    assert (Remark.objects.get().body, Version.objects.get().conflict_open) == ("One, and more", True)
    assert resolve_conflict(house.ada, Version.objects.get(), "mine", 2).body == "Two"
    assert list(Version.objects.filter(conflict_open=False, rev=2).values_list("body", flat=True)) == [
        "One, and more"
    ]


def test_both_versions_together_must_keep_the_limit() -> None:
    house = make_house()
    conflict(house, "x" * 3000, "y" * 3000)
    with pytest.raises(Invalid, match="2,002 characters over"):
        resolve_conflict(house.ada, Version.objects.get(), "both", 1)
    assert Version.objects.get().conflict_open


def test_words_over_the_limit_are_refused_and_change_nothing() -> None:
    house = make_house()
    save_remark(house.ada, box(house), "One", 0)
    with pytest.raises(Invalid, match="1 character over the limit of 4,000"):
        save_remark(house.ada, box(house), "x" * 4001, 1)
    assert Remark.objects.get().body == "One"


def test_characters_that_could_harm_are_left_out() -> None:
    house = make_house()
    remark = save_remark(house.ada, box(house), "a\x00b\x07c\ud800d\u202ee\ufeff", 0)
    remark.refresh_from_db()
    assert remark.body == "abcde"


@pytest.mark.parametrize("state", ["draft", "closed", "late", "ended"])
def test_nothing_is_saved_while_the_pack_is_not_open(state: str) -> None:
    house = make_house(pack_open=state != "draft")
    if state == "closed":
        close_round(house.fay, house.pack)
    if state == "late":
        house.workshop.rounds.filter(number=1).update(closes_at="2020-01-01T00:00Z")
    if state == "ended":
        Workshop.objects.filter(pk=house.workshop.pk).update(closed_at="2020-01-01T00:00Z")
    house.ada.refresh_from_db()
    with pytest.raises(Closed):
        save_remark(house.ada, box(house), "Late", 0)
    assert not Remark.objects.exists()


def test_only_a_participant_has_a_pack() -> None:
    house = make_house()
    with pytest.raises(Forbidden):
        save_remark(house.fay, box(house), "Mine", 0)


def test_the_first_words_fix_the_promise_and_history_holds_no_autosave() -> None:
    house = make_house()
    before = History.objects.count()
    save_remark(house.ada, box(house), "One", 0)
    house.workshop.refresh_from_db()
    assert house.workshop.promise_locked_at
    assert History.objects.count() == before
