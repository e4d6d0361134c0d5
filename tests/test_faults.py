"""docs/faults.md names tests that are there, and what it says of where they run is so in bin/ci."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NAMED = re.compile(r"`([\w/]+\.py)::(test_\w+)`")
CI = (ROOT / "bin" / "ci").read_text(encoding="utf-8")
ASIDE = tuple(
    f"{name}/" if not name.endswith(".py") else name for name in re.findall(r"--ignore tests/(\S+)", CI)
)
JOURNEYS = ("browser/", "scale/")


def lines() -> list[list[str]]:
    """Return the cells of each line of the page's tables that names what may happen."""
    page = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")
    found = [re.split(r"(?<!\\)\|", line)[1:-1] for line in page.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in cells] for cells in found if cells[2].strip() != "Tests"]


@cache
def found_in(file: str) -> dict[str, set[str]]:
    """Return each test of a file, with the names of its marks: its own, its class's and its file's."""
    tree = ast.parse((ROOT / "tests" / file).read_text(encoding="utf-8"))
    given = {
        target.id: marks_in(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return dict(found_below(tree, given.get("pytestmark", set()), given))


def found_below(
    tree: ast.Module | ast.ClassDef, above: set[str], given: dict[str, set[str]]
) -> Iterator[tuple[str, set[str]]]:
    """Yield the tests of a file or a class; a class names its marks by a name of the file's."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            named = {each.id for each in ast.walk(node) if isinstance(each, ast.Name) and each.id in given}
            yield from found_below(node, above.union(*(given[name] for name in named)), given)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, above.union(*(marks_in(each) for each in node.decorator_list))


def marks_in(node: ast.AST) -> set[str]:
    """Return which marks an expression holds."""
    return {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}


def runs_on(file: str, marks: set[str]) -> set[str]:
    """Return on which databases bin/ci runs a test."""
    if file.startswith(JOURNEYS):
        return {"postgresql"}
    here = {"sqlite"} if not marks & {"postgresql", "redis"} else set()
    return here | ({"postgresql"} if "sqlite" not in marks and not file.startswith(ASIDE) else set())


def test_every_line_names_what_holds_it_and_tests_that_are_there() -> None:
    for happens, holds, tests, _where in lines():
        named = NAMED.findall(tests)
        assert holds, happens
        assert named, happens
        assert tests.count("::") == len(named), happens
        assert [f"{file}::{name}" for file, name in named if name not in found_in(file)] == []
    assert len(lines()) > 30


def test_what_is_said_to_run_on_both_databases_does() -> None:
    for happens, _holds, tests, where in lines():
        found = set().union(*(runs_on(file, found_in(file)[name]) for file, name in NAMED.findall(tests)))
        assert found == {"sqlite", "postgresql"} or not where.startswith("Both"), happens


@pytest.mark.parametrize(
    ("file", "name", "databases"),
    [
        ("actions/test_changes.py", "test_the_papers_six_become_four", {"sqlite", "postgresql"}),
        ("test_leftovers.py", "test_after_a_withdrawal_no_byte_of_the_files_has_a_word", {"sqlite"}),
        ("test_pool.py", "test_the_first_request_after_a_restart_is_answered", {"postgresql"}),
        ("views/test_trouble.py", "test_once_there_is_room_the_same_words_are_taken", {"sqlite"}),
        ("leaks/test_looking.py", "test_looking_changes_nothing_and_is_kept_in_no_cache", {"sqlite"}),
        ("scale/test_scale.py", "test_nothing_fails_once_postgresql_is_back", {"postgresql"}),
    ],
)
def test_where_a_test_runs_is_read_from_its_marks_and_its_place(
    file: str, name: str, databases: set[str]
) -> None:
    assert runs_on(file, found_in(file)[name]) == databases
    assert all(f"tests/{place.rstrip('/')}" in CI for place in JOURNEYS)
