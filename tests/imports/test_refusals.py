"""A file that cannot be brought in says why and where, and changes nothing."""

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support import make_house, make_user
from workshop.exports.document import document_of
from workshop.exports.json_whole import SCHEMA, json_of
from workshop.imports import apart, limits, schema
from workshop.imports.reading import read_document
from workshop.imports.wholes import Opened, opened
from workshop.imports.words import SENTENCES, place
from workshop.imports.wrong import Wrong
from workshop.models import Audit, Invalid, Workshop
from workshop.models.links import Link

pytestmark = pytest.mark.django_db


@pytest.fixture
def document() -> dict[str, Any]:
    """The document of a workshop as it is written."""
    found = json.loads(json_of(document_of(make_house().workshop)))
    assert isinstance(found, dict)
    return found


def wrong(content: bytes) -> Wrong:
    with pytest.raises(Wrong) as refused:
        read_document(content)
    assert SENTENCES[refused.value.code](place(refused.value.path), refused.value.said)
    return refused.value


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "nothing"),
        (b" \n", "nothing"),
        (b"\x8f[" * 100, "not_text"),
        (b"\xff\xfe\x00", "not_text"),
        (b"PK\x03\x04", "another_kind"),
        (b"[]", "not_ours"),
        (b'{"format": "another"}', "not_ours"),
        (b'{"format": "roundel-workshop", "version": 2}', "other_version"),
        (b'{"format": NaN}', "not_text"),
        (b"[" * 100_000, "too_deep"),
        (b'{"a":' * 40 + b"1" + b"}" * 40, "too_deep"),
        (b"1" * 10_000, "not_text"),
    ],
)
def test_what_is_no_workshop_is_refused(content: bytes, code: str) -> None:
    assert wrong(content).code == code


def test_a_file_over_the_limit_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BYTES", 10)
    assert wrong(b'{"format": 1}').code == "too_many_bytes"


def test_brackets_in_words_are_no_depth() -> None:
    limits.check_depth(json.dumps({"a": '[{"' * 1000 + "\\"}).encode())


PUT: list[tuple[tuple[str | int, ...], Any, str]] = [
    (("workshop", "promise"), "open", "choice"),
    (("workshop", "created_at"), "yesterday", "date-time"),
    (("workshop", "title"), 7, "type"),
    (("workshop", "title"), "x" * 201, "too_long"),
    (("cards", 0, "uid"), "1", "uuid"),
    (("cards", 0, "number"), -1, "too_small"),
    (("cards", 0, "number"), 40_000, "too_large"),
    (("cards", 1, "number"), 1, "twice"),
    (("cards", 0, "parent"), "0" * 8 + "-0000-0000-0000-" + "0" * 12, "nowhere"),
    (("seats", 1, "pseudonym"), "F1", "twice"),
    (("history", 0, "seat"), "P99", "nowhere"),
    (("agenda", 0, "round"), 9, "nowhere"),
    (("rounds", 0, "totals"), [], "adds_up"),
    (("chairs",), [], "adds_up"),
    (("cards", 0, "more"), 1, "unknown"),
]


@pytest.mark.parametrize(("path", "value", "code"), PUT)
def test_the_place_of_what_is_wrong_is_named(
    document: dict[str, Any], path: tuple[str | int, ...], value: Any, code: str
) -> None:
    row: Any = document
    for part in path[:-1]:
        row = row[part]
    row[path[-1]] = value
    found = wrong(json.dumps(document).encode())
    assert (found.code, found.path[: len(path)]) == (code, path)


def test_the_sentence_counts_rows_as_people_do(document: dict[str, Any]) -> None:
    document["cards"][1]["status"] = "odd"
    before = Workshop.objects.count()
    with pytest.raises(Invalid, match=r"At cards, row 2, status: it should be one of these: proposed, live"):
        opened(json.dumps(document).encode())
    assert Workshop.objects.count() == before


def test_a_file_that_contradicts_itself_leaves_nothing_behind(document: dict[str, Any]) -> None:
    document["remarks"] = []
    document["prompts"].append({**document["prompts"][0], "uid": UID})
    read = read_document(json.dumps(document).encode())
    before = Workshop.objects.count(), Audit.objects.count()
    with pytest.raises(Invalid, match="contradicts itself"):
        Opened(read, "0" * 64).bring_in(None)
    assert (Workshop.objects.count(), Audit.objects.count()) == before


UID = "01234567-89ab-4cde-8f01-23456789abcd"
SHORT = st.text(max_size=3)
VALUES = st.one_of(st.none(), st.booleans(), st.integers(-2, 9), SHORT, st.just([]), st.just({}))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_our_reader_of_the_schema_says_what_the_well_known_one_says(
    document: dict[str, Any], data: st.DataObject
) -> None:
    wanted = json.loads(SCHEMA.read_text())
    wanted["properties"]["figures"] = {"type": "array"}
    changed = copy.deepcopy(document)
    row: Any = changed
    while isinstance(row, dict | list) and row:
        keys = list(row) if isinstance(row, dict) else list(range(len(row)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(row[key], dict | list) or not row[key] or data.draw(st.integers(0, 5)) == 0:
            row[key] = data.draw(VALUES)
            break
        row = row[key]
    # It knows no moments without another package: ours, as its own tests hold them, are lent to it.
    formats = jsonschema.FormatChecker()
    formats.checks("date-time")(
        lambda value: not isinstance(value, str) or schema.FORMATS["date-time"](value)
    )
    known = jsonschema.Draft202012Validator(wanted, format_checker=formats)
    try:
        schema.check(changed, wanted)
        ours = True
    except Wrong:
        ours = False
    assert ours == known.is_valid(changed)


def test_the_command_brings_a_workshop_back_and_gives_it_to_somebody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = make_house()
    path = tmp_path / "whole.json"
    call_command("exportworkshop", house.workshop.slug, out=path)
    make_user("gus@example.org", "Gus")
    call_command("importworkshop", path, facilitator="Gus@Example.org")
    back = Workshop.objects.latest("pk")
    said = capsys.readouterr().out
    assert back.slug in said
    assert "another workshop here has that one" in said
    assert back.seats.get(person__user__email="gus@example.org").pseudonym == "F1"
    first = Audit.objects.filter(slug=back.slug).earliest("n")
    assert (first.verb, len(first.ids["sha256"]), first.ids["was"]) == ("imported", 64, house.workshop.slug)
    assert not Link.objects.filter(seat__workshop=back).exists()
    assert not back.people.exclude(email="").exclude(email="gus@example.org").exists()


def test_the_command_says_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "none.json"
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("importworkshop", path)
    path.write_text("{}")
    with pytest.raises(CommandError, match="not one of a workshop from Roundel"):
        call_command("importworkshop", path)
    with pytest.raises(CommandError, match="no account"):
        call_command("importworkshop", path, facilitator="nobody@example.org")


def test_a_child_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 0)
    with pytest.raises(Wrong) as refused:
        apart.read_apart("child", b"{}")
    assert refused.value.code == "too_much"


def test_what_the_child_imports_knows_no_django() -> None:
    lines = "import sys, workshop.imports.child; print([m for m in sys.modules if m.startswith('django')])"
    ended = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"
