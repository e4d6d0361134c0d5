"""The command writes a file as the page does: without names unless told, and with what was left out of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.exports.played import played
from tests.exports.test_approved_quotes import SIGNED, approved
from tests.support import House, make_house
from workshop.models import Audit, Person, Workshop

pytestmark = pytest.mark.django_db


def written(house: House, path: Path, *flags: str) -> dict[str, Any]:
    call_command("exportworkshop", house.workshop.slug, *flags, "--out", str(path))
    found = json.loads(path.read_text())
    assert isinstance(found, dict)
    return found


def test_it_leaves_names_out_unless_told_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = played()
    Person.objects.filter(seats=house.ada).update(name="Hospital")  # as in what somebody wrote
    found = written(house, tmp_path / "plain.json")
    assert found == {**written(house, tmp_path / "same.json", "--without-names"), **_moment(found)}
    assert not any("name" in seat for seat in found["seats"])
    assert "[name removed] time and university time" in json.dumps(found["remarks"])
    said = capsys.readouterr().out
    assert "De-identified: people are pseudonyms" in said
    assert all(note in said for note in found["note"])
    replaced = Audit.objects.filter(verb="words_replaced", slug=house.workshop.slug)
    assert [line.ids["replaced"] for line in replaced] == ["1", "1"]


def _moment(found: dict[str, Any]) -> dict[str, Any]:
    return {"exported_at": found["exported_at"]}


def test_unsigned_takes_the_names_out_of_approved_quotes_as_well(tmp_path: Path) -> None:
    house = approved()
    assert SIGNED in json.dumps(written(house, tmp_path / "signed.json")["quotes"])
    assert SIGNED not in json.dumps(written(house, tmp_path / "unsigned.json", "--unsigned")["quotes"])
    with pytest.raises(CommandError, match="leave one of the two out"):
        written(house, tmp_path / "both.json", "--unsigned", "--with-names")


def test_with_names_it_is_as_it_is_and_says_that_names_are_in_it(tmp_path: Path) -> None:
    house = played()
    Person.objects.filter(seats=house.ada).update(name="Hospital")
    found = written(house, tmp_path / "whole.json", "--with-names")
    assert "Hospital" in [seat["name"] for seat in found["seats"]]
    assert "Hospital time and university time" in json.dumps(found["remarks"])
    said = " ".join(found["note"])
    assert "names are in it where the promise allows" in said
    assert "found in free text: 0 replaced, 1 left" in said
    line = Audit.objects.get(verb="exported", slug=house.workshop.slug)
    assert (line.seat, line.ids["full"]) == (None, "True")


def test_both_at_once_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError):
        written(make_house(1), tmp_path / "x.json", "--with-names", "--without-names")


@pytest.mark.parametrize(
    ("purpose", "says"), [("demo", "the people it began with are invented"), ("rehearsal", "Rehearsal")]
)
def test_of_a_workshop_that_is_not_real_it_says_so_first(tmp_path: Path, purpose: str, says: str) -> None:
    house = make_house(2)
    Workshop.objects.filter(pk=house.workshop.pk).update(purpose=purpose)
    assert says in written(house, tmp_path / "x.json", "--with-names")["note"][0]
