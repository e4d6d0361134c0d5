"""Setting a report in type: fonts of its own, no network, and a sign in place of what no font can show.

PDF/UA-1 allows no character without a glyph, so a single emoji in a comment would refuse the whole file.
"""

import sys
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

import typst

TEMPLATE = Path(__file__).with_name("report.typ")
FONTS = TEMPLATE.parent.parent / "fonts"
STAND_IN = "□"
ONE = b'#set document(title: "x")\n#set text(font: "Atkinson Hyperlegible Next", lang: "en")\n#sys.inputs.one'
SIGNS = "–—‘’“”…−→•□\u2003"
PLAIN = 0x24F  # up to here the file's own font has every letter


def set_in_type(report: str, template: Path = TEMPLATE) -> bytes:
    """Return the PDF of a report that is given as JSON; what no font can show stands as a sign."""
    try:
        return _compiled(template, report, "")
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
    missing = {ord(each): STAND_IN for each in set(report) if not is_shown(each)}
    try:
        return _compiled(template, report.translate(missing), "yes")
    except typst.TypstError:  # what each can show, they may not show together
        return _compiled(template, report.translate({ord(each): _plain(each) for each in set(report)}), "yes")


@lru_cache(maxsize=4096)
def is_shown(character: str) -> bool:
    """Whether one of the fonts has a character."""
    if ord(character) <= PLAIN:
        return True
    try:
        typst.compile(ONE, font_paths=fonts(), sys_inputs={"one": character}, pdf_standards=["ua-1"])
    except typst.TypstError:
        return False
    return True


@cache
def fonts() -> typst.Fonts:
    """Return the fonts that lie beside the program, and those inside typst; never the machine's own."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)])


def _plain(character: str) -> str:
    """Return what is left of a character where only Latin letters and the usual signs are taken."""
    if ord(character) <= PLAIN or character in SIGNS:
        return character
    return "" if unicodedata.category(character)[0] in "MC" else STAND_IN


def _compiled(template: Path, report: str, missing: str) -> bytes:
    inputs = {"report": report, "missing": missing}
    made: bytes = typst.compile(
        template, font_paths=fonts(), sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=0
    )
    return made


def _limit_process(memory: int) -> None:
    """Take no more memory, in bytes, where the system can hold a process to that."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))


if __name__ == "__main__":  # a process of its own: `apart.py`
    _limit_process(int(sys.argv[2]))
    sys.stdout.buffer.write(set_in_type(sys.stdin.buffer.read().decode(), Path(sys.argv[1])))
