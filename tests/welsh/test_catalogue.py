"""The Welsh catalogue: whole, of our own words, with every hole of the English in it, and compiled."""

import gettext
import re
from collections import Counter

from tests.welsh.catalogue import FOLDER, FORMS, Entry, compiled, read
from tests.welsh.sources import known

ENTRIES = read()
# What Python, a template or a script fills in, and markup.
HOLE = re.compile(r"%\([a-z_]+\)[sd]|%%|%[sd]|\{[a-z_]*\}|<[^>]+>|&[a-z]+;")


def holes(text: str) -> Counter[str]:
    """Return what is filled into a text, each as often as it stands there."""
    return Counter(HOLE.findall(text))


def test_the_compiled_catalogue_is_of_the_written_one() -> None:
    assert (FOLDER / "django.mo").read_bytes() == compiled(ENTRIES)
    with (FOLDER / "django.mo").open("rb") as file:
        found = gettext.GNUTranslations(file)
    for entry in ENTRIES:
        forms = [found.gettext(entry.key)] if not entry.plural else []
        forms += [found.ngettext(entry.key, entry.plural, n) for n in (1, 2, 3, 8)] if entry.plural else []
        assert forms == entry.welsh, entry


def test_every_text_is_translated_in_each_of_its_forms_and_none_is_a_guess() -> None:
    assert [entry.key for entry in ENTRIES if not entry.is_done] == []
    assert [entry.key for entry in ENTRIES if "fuzzy" in entry.flags] == []
    assert [key for key, times in Counter(entry.key for entry in ENTRIES).items() if times > 1] == []


def test_no_text_is_of_words_that_are_gone() -> None:
    found = known()
    assert [entry.key for entry in ENTRIES if entry.key not in found] == []


def changed(entry: Entry) -> bool:
    """Whether a text lost or gained something that is filled in, or a space at its end."""
    allowed = [holes(text) for text in (entry.msgid, entry.plural) if text]
    ends = [text[:1].isspace() or text[-1:].isspace() for text in (entry.msgid, *entry.welsh)]
    return not all(holes(form) in allowed for form in entry.welsh) or len(set(ends)) > 1


def test_what_is_filled_in_stands_in_the_welsh_as_often() -> None:
    assert [(entry.key, entry.welsh) for entry in ENTRIES if changed(entry)] == []
    assert changed(Entry("%(n)s left", welsh=["ar ôl"]))
    assert changed(Entry("Saved ", welsh=["Wedi cadw"]))


def test_a_hole_of_each_kind_is_found() -> None:
    text = "%(n)s of %(of)d, 5 %%, {time}, <strong>%s</strong> &nbsp;"
    wanted = ["%(n)s", "%(of)d", "%%", "{time}", "<strong>", "%s", "</strong>", "&nbsp;"]
    assert holes(text) == Counter(wanted)
    assert FORMS == 4


def test_the_catalogue_is_in_order() -> None:
    keys = [(entry.msgid.casefold(), entry.key) for entry in ENTRIES]
    assert keys == sorted(keys)
