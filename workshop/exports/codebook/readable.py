"""The codebook as Markdown: plain enough to be read as it is."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from .kit import Line

PLAIN = str.maketrans({"|": "\\|", "<": "&lt;", "\n": " ", "`": "'", "[": "\\[", "*": "\\*"})


def readable(lines: list[Line], title: str) -> str:
    """Return lines as text, the columns of each file first, then what may stand in its kinds of lines."""
    return "\n".join(_text(lines, title)) + "\n"


def _text(lines: list[Line], title: str) -> Iterator[str]:
    yield f"# {_('Codebook')}: {_plain(title)}"
    yield ""
    yield _("An empty cell is a missing value; there is no other code for one. CSV files are UTF-8.")
    yield _("An apostrophe before a text that looks like a formula keeps it from being run.")
    for file in dict.fromkeys(line.file for line in lines):
        mine = [line for line in lines if line.file == file]
        yield from ("", f"## {file}", "")
        yield f"| {_('Column')} | {_('Type')} | {_('Meaning')} | {_('Empty means')} | {_('Values')} |"
        yield "|---|---|---|---|---|"
        yield from _columns([line for line in mine if not line.record])
        yield from _records([line for line in mine if line.record])


def _columns(lines: list[Line]) -> Iterator[str]:
    for column in [line for line in lines if not line.value]:
        values = [each for each in lines if each.value and each.column == column.column]
        said = "; ".join(f"{each.value}: {_plain(str(each.meaning))}" for each in values)
        cells = [column.type, column.meaning, column.missing]
        yield f"| `{column.column}` | {' | '.join(_plain(str(cell)) for cell in cells)} | {said} |"


def _records(lines: list[Line]) -> Iterator[str]:
    for line in lines:
        match line.column:
            case "record" | "figure":
                yield from (
                    "",
                    f"### `{line.column}`: {_plain(line.value)}",
                    "",
                    _plain(str(line.meaning)),
                    "",
                )
            case "measure" | "part":
                type = f" ({_plain(str(line.type))})" if line.type else ""
                yield f"- `{line.column}`: {_plain(line.value)}. {_plain(str(line.meaning))}{type}"
            case _:
                value = f"`{_plain(line.value)}`" if line.value else _plain(str(line.type))
                yield f"    - {value}: {_plain(str(line.meaning))}"


def _plain(text: str) -> str:
    return text.translate(PLAIN)
