"""A catalogue of translations as text (.po), and as gettext reads it (.mo); both are committed.

``python -m tests.welsh.catalogue`` makes the one from the other, in order; `bin/messages` calls it. A line
holds a whole text, so a changed sentence is a changed line. Nothing here needs gettext's own tools.
"""

import ast
import struct
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "locale" / "cy" / "LC_MESSAGES"
HEADER = (
    "Project-Id-Version: Roundel\n"
    "Language: cy\n"
    "MIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=UTF-8\n"
    "Content-Transfer-Encoding: 8bit\n"
    # As Django's own Welsh has it, so that both count alike.
    "Plural-Forms: nplurals=4; plural=(n==1) ? 0 : (n==2) ? 1 : (n != 8 && n != 11) ? 2 : 3;\n"
)
FORMS = 4


@dataclass
class Entry:
    """One text: its words, those of its plural and its context if it has any, and what it is in Welsh."""

    msgid: str
    plural: str = ""
    context: str = ""
    welsh: list[str] = field(default_factory=list)
    flags: str = ""

    @property
    def key(self) -> str:
        """What gettext looks it up by."""
        return f"{self.context}\x04{self.msgid}" if self.context else self.msgid

    @property
    def is_done(self) -> bool:
        """Whether it is translated, each form of it."""
        return len(self.welsh) == (FORMS if self.plural else 1) and all(self.welsh)


def read(path: Path = FOLDER / "django.po") -> list[Entry]:
    """Return the entries of a catalogue but for its header, in the order of the file."""
    found: list[Entry] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        entry = _entry(block)
        if entry.msgid:
            found.append(entry)
    return found


def _entry(block: str) -> Entry:
    entry, whole = Entry(""), block.replace('"\n"', "")  # Django's break their lines
    for line in whole.splitlines():
        word, _space, text = line.partition(" ")
        if word == "#,":
            entry.flags = text
        elif word == "msgctxt":
            entry.context = _text(text)
        elif word == "msgid":
            entry.msgid = _text(text)
        elif word == "msgid_plural":
            entry.plural = _text(text)
        elif word.startswith("msgstr"):
            entry.welsh.append(_text(text))
    return entry


def _text(quoted: str) -> str:
    words: str = ast.literal_eval(quoted)
    return words


def write(entries: list[Entry], folder: Path = FOLDER) -> None:
    """Write a catalogue in both forms, its entries in the order of their words."""
    in_order = sorted(entries, key=lambda entry: (entry.msgid.casefold(), entry.key))
    blocks = [_block(Entry("", welsh=[HEADER])), *map(_block, in_order)]
    (folder / "django.po").write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    (folder / "django.mo").write_bytes(compiled(in_order))


def _block(entry: Entry) -> str:
    lines = [f"#, {entry.flags}"] if entry.flags else []
    lines += [f"msgctxt {_quoted(entry.context)}"] if entry.context else []
    lines += [f"msgid {_quoted(entry.msgid)}"]
    if not entry.plural:
        return "\n".join([*lines, f"msgstr {_quoted((entry.welsh or [''])[0])}"])
    forms = entry.welsh or [""] * FORMS
    said = [f"msgstr[{n}] {_quoted(form)}" for n, form in enumerate(forms)]
    return "\n".join([*lines, f"msgid_plural {_quoted(entry.plural)}", *said])


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def compiled(entries: list[Entry]) -> bytes:
    """Return what gettext reads: two tables of lengths and places, then the texts (its manual: MO Files)."""
    texts = {"": HEADER}
    for entry in (one for one in entries if one.is_done):
        key = f"{entry.key}\0{entry.plural}" if entry.plural else entry.key
        texts[key] = "\0".join(entry.welsh)
    pairs = sorted((key.encode(), text.encode()) for key, text in texts.items())
    count, head = len(pairs), 28
    at, tables, body = head + 16 * count, [], b""
    for column in (0, 1):
        for pair in pairs:
            tables += [len(pair[column]), at + len(body)]
            body += pair[column] + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, count, head, head + 8 * count, 0, 0) + (
        struct.pack(f"<{len(tables)}I", *tables) + body
    )


if __name__ == "__main__":
    write(read())
