"""Every text that goes through gettext in our own source and in Django's, read from the code."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import django
from django.template.base import Node, NodeList
from django.template.loader import get_template
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

from tests.house import ROOT, ours
from tests.welsh.catalogue import read

CALLS = {
    "_",
    "_t",
    "gettext",
    "gettext_lazy",
    "gettext_noop",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
}
WITH_CONTEXT = {"pgettext", "pgettext_lazy"}
IN_FILTERS = re.compile(r'_\("([^"]+)"\)')
INCLUDED = re.compile(r'{% include "([^"]+)"')
DJANGOS = Path(django.__file__).parent


def known() -> set[str]:
    """Return the keys of all texts that a page could look up, as gettext looks them up."""
    return {*_in_python(), *_in_templates(), *_in_django()}


def _in_python() -> Iterator[str]:
    for path in [*ours("workshop", "*.py"), *ours("config", "*.py")]:
        yield from texts_in(path)


def texts_in(path: Path) -> tuple[str, ...]:
    """Return the keys of all texts of one of our files."""
    return tuple(_in_calls(_parsed(path)))


@cache
def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _in_calls(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            words = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
            texts = [word for word in words if isinstance(word, str)]
            yield "\x04".join(texts[:2]) if node.func.id in WITH_CONTEXT else "".join(texts[:1])


@cache
def texts_beside(path: str, first_line: int) -> tuple[str, ...]:
    """Return the keys of all texts of the function that begins on a line of one of our files."""
    tree = _parsed(Path(path))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    found = [node for node in functions if first_line in _beginnings(node)]
    return tuple(text for node in found for text in _in_calls(node))


def _beginnings(function: ast.FunctionDef) -> set[int]:
    # A function that is decorated begins, to Python, at its first decorator.
    return {function.lineno, *(each.lineno for each in function.decorator_list)}


def _in_templates() -> Iterator[str]:
    for path in ours("templates", "*.html"):
        yield from texts_of(str(path.relative_to(ROOT / "templates")))


@cache
def texts_of(name: str) -> tuple[str, ...]:
    """Return the keys of all texts of one of our templates, by its name; none of a template of Django's."""
    path = ROOT / "templates" / name
    if not path.is_file():
        return ()
    filtered = IN_FILTERS.findall(path.read_text(encoding="utf-8"))
    return (*filtered, *_in_nodes(get_template(name).template.nodelist))  # type: ignore[attr-defined]


@cache
def included_in(name: str) -> tuple[str, ...]:
    """Return the names of all templates that one of ours can include, whether it did or not."""
    path = ROOT / "templates" / name
    found = INCLUDED.findall(path.read_text(encoding="utf-8")) if path.is_file() else []
    return tuple(dict.fromkeys(found))


def _in_nodes(nodes: NodeList) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, TranslateNode):
            words = str(node.filter_expression.var.literal).replace("%", "%%")  # as the tag looks it up
            yield _key(words, node.message_context)
        if isinstance(node, BlockTranslateNode):
            yield _key(node.render_token_list(node.singular)[0], node.message_context)
        for name in node.child_nodelists:
            yield from _in_nodes(getattr(node, name, None) or NodeList())
        yield from _in_branches(node)


def _in_branches(node: Node) -> Iterator[str]:
    for _condition, nodes in getattr(node, "conditions_nodelists", []):
        yield from _in_nodes(nodes)


def _key(msgid: str, context: object) -> str:
    return f"{context}\x04{msgid}" if context else msgid


def _in_django() -> Iterator[str]:
    for path in DJANGOS.glob("**/locale/en/LC_MESSAGES/django.po"):
        yield from (entry.key for entry in read(path))
