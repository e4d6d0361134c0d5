"""Readers of our own source, for the tests that hold the rules of the house."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOT_OURS = {".git", ".venv", "__pycache__", "var", "vendor", "migrations", "node_modules"}
WRITERS = {
    *("save", "asave", "create", "acreate", "update", "aupdate", "delete", "adelete"),
    *("bulk_create", "abulk_create", "bulk_update", "abulk_update"),
    *("get_or_create", "aget_or_create", "update_or_create", "aupdate_or_create"),
}
Functions = ast.FunctionDef | ast.AsyncFunctionDef
UNSAFE_MARKUP = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*="),
    "a style element": re.compile(r"<style\b"),
    "an inline script": re.compile(r"<script\b(?![^>]*\bsrc=)"),
    "an event attribute": re.compile(r"<[^>]*\s(?:on[a-z]+|hx-on[:\w-]*)\s*="),
    "a javascript address": re.compile(r"javascript:|[\"']js:"),
    "unescaped text": re.compile(r"\|\s*safe(?:seq)?\b|autoescape off"),
}


def ours(folder: str, pattern: str) -> list[Path]:
    """Return our own files below `folder` that match `pattern`, without vendored and generated ones."""
    found = sorted((ROOT / folder).rglob(pattern))
    return [path for path in found if not NOT_OURS & set(path.relative_to(ROOT).parts) and path.is_file()]


def committed() -> list[Path]:
    """Return every file of the project, vendored ones too, but no cache, environment or running data."""
    found = [path for path in sorted(ROOT.rglob("*")) if path.is_file()]
    folders = {path: path.relative_to(ROOT).parts[:-1] for path in found}
    return [path for path in found if not any(part[0] == "." or part == "var" for part in folders[path][:1])]


def python_files() -> list[Path]:
    """Return every Python file that we wrote."""
    scripts = [path for path in ours("bin", "*") if path.read_text().startswith("#!/usr/bin/env python3")]
    return [
        *ours("config", "*.py"),
        *ours("workshop", "*.py"),
        *ours("tests", "*.py"),
        *ours("bin", "*.py"),
        *scripts,
    ]


def lines(path: Path) -> int:
    """Return how many lines a file has."""
    return len(path.read_text(encoding="utf-8").splitlines())


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each function's name and length in lines of code: neither its docstring nor its decorators."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Functions):
            first = node.body[0]
            docstring = lines_of(first) if ast.get_docstring(node) is not None else 0
            yield node.name, lines_of(node) - docstring


def lines_of(node: ast.stmt) -> int:
    """Return how many lines a statement takes."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def writes(source: str) -> list[str]:
    """Return the calls in `source` that write rows, as `thing.verb`, in order."""
    calls = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [ast.unparse(call) for call in calls if isinstance(call, ast.Attribute) and call.attr in WRITERS]


def looks_up_freely(source: str) -> list[str]:
    """Return the uses of a model's manager in `source`, which pass the seat by."""
    nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)]
    return [
        ast.unparse(node) for node in nodes if node.attr in ("objects", "_default_manager", "_base_manager")
    ]


def unsafe_markup(template: str) -> list[str]:
    """Return what in a template a strict content security policy, or escaping, would object to."""
    return [name for name, pattern in UNSAFE_MARKUP.items() if pattern.search(template)]
