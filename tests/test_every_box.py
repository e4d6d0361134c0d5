"""Every box for words, and every control that places or marks, has a rule for how it is kept."""

import re

import pytest

from . import house

TEMPLATES = house.ROOT / "templates"
INPUT = re.compile(r"<(?:textarea|input)\b(?:[^>{]|\{\{.*?\}\}|\{%.*?%\})*>")
NO_WORDS = re.compile(r'type="(?:hidden|radio|checkbox|submit)"| readonly')
FORM_FIELDS = re.compile(r"\{\{ (?:\w*form|new) \}\}|as_field_group")
MARKERS = {
    "saves": "data-autosave=",  # as it is typed: on the device at once, on the server after a pause
    "said": "data-say ",  # on the device until it is sent
    "draft": "data-draft=",  # the same, for a form that a swap may answer
    "form": "data-unsaved",  # the same, for a form with a page of its own; who leaves is asked
    "keeps": "data-keeps",  # the same, and nobody is asked
    "places": "data-url=",  # each choice is sent at once, and on the device until it arrived
    "ticks": "data-ballot=",  # on the device until they are sent
}
# The template that holds a control: how it is kept, and the template that says so.
RULES = {
    "blanks/_fields": ("saves", "blanks/_fields"),
    "cards/card": ("form", "cards/card"),
    "cards/table": ("form", "cards/table"),
    "changes/_text": ("draft", "changes/new"),
    "changes/new": ("draft", "changes/new"),
    "consent/_send_again": ("keeps", "consent/_send_again"),
    "credits/page": ("form", "credits/page"),
    "desk/_add_question": ("draft", "desk/_add_question"),
    "desk/_note": ("saves", "desk/_note"),
    "filled/_blank": ("form", "filled/review"),
    "filled/_box": ("form", "filled/review"),
    "filled/_place": ("form", "filled/review"),
    "ground_rules/_mine": ("draft", "ground_rules/_mine"),
    "ground_rules/_own": ("draft", "ground_rules/_own"),
    "lineage/_reflection": ("form", "lineage/_reflection"),
    "lineage/_reflections": ("form", "lineage/_reflections"),
    "lineage/transcripts": ("form", "lineage/transcripts"),
    "pack/_box": ("saves", "pack/_box"),
    "needs/for_them": ("form", "needs/for_them"),
    "needs/page": ("form", "needs/page"),
    "people/_facilitators": ("keeps", "people/_facilitators"),
    "people/_invite": ("keeps", "people/_invite"),
    "people/person": ("keeps", "people/person"),
    "preparation/_new": ("form", "preparation/_new"),
    "preparation/_note": ("form", "preparation/_note"),
    "preparation/card": ("form", "preparation/card"),
    "letters/_form": ("form", "letters/_form"),
    "prompts/prompt": ("form", "prompts/prompt"),
    "proposals/_stance": ("draft", "proposals/_stance"),
    "proxy/_answer": ("form", "proxy/_answer"),
    "proxy/_blank": ("form", "proxy/_pack"),
    "proxy/_box": ("form", "proxy/_pack"),
    "proxy/_choice": ("form", "proxy/_stance"),
    "proxy/_ground": ("form", "proxy/_ground"),
    "proxy/_say": ("form", "proxy/_say"),
    "proxy/_where": ("form", "proxy/_sort"),
    "quotes/_answer": ("keeps", "quotes/_answer"),
    "quotes/quote": ("form", "quotes/quote"),
    "repeating/page": ("form", "repeating/page"),
    "room/_agreed": ("draft", "room/_agreed"),
    "room/_answer": ("saves", "room/_answer"),
    "room/_assent": ("draft", "room/_assent"),
    "room/_ballot": ("ticks", "room/_ballot"),
    "room/_late_answer": ("draft", "room/_late_answer"),
    "room/_own_remark": ("draft", "room/_own_remark"),
    "room/_say": ("said", "room/_say"),
    "setup/consent_item": ("form", "setup/consent_item"),
    "setup/new": ("keeps", "setup/new"),
    "setup/_form": ("form", "setup/_form"),
    "sort/_row": ("places", "sort/_row"),
    "spectrum/_mark": ("places", "spectrum/_line"),
    "suggestions/_part": ("draft", "suggestions/_part"),
    "synthesis/_undo_why": ("draft", "synthesis/_undo"),
    "templates/keep": ("form", "templates/keep"),
    "templates/template": ("keeps", "templates/template"),
    "ties/new": ("form", "ties/new"),
}
# What holds no words of anybody's thinking, and comes back after a refusal; and why that is enough.
PLAIN = {
    "bringing/new": "a file, which stays where it was",
    "desk/_add_break": "a number of minutes",
    "desk/_unlisted": "choices",
    "filled/page": "a file, which stays where it was",
    "gestures/_more_time": "choices",
    "gestures/_queue": "choices",
    "gestures/_start_timer": "a number of minutes",
    "home/welcome": "a code",
    "joining/page": "a code and a name",
    "my_data/recorded": "a tick, to be sure",
    "my_data/withdrawal": "a tick, to be sure",
    "pack_files/_form": "choices",
    "needs/extra_time": "a day and a time",
    "parts/_field": "a field of another template's form",
    "people/_filter": "a search",
    "results/_search": "a search",
    "retention/page": "a day",
    "removal/page": "a title, to be sure",
    "rounds/_rule_form": "two numbers",
    "rounds/page": "choices, numbers and a time",
    "templates/file": "a file, which stays where it was",
    "registration/login": "a password stays nowhere",
    "registration/password_reset_confirm": "a password stays nowhere",
    "registration/password_reset_form": "an address",
}


def name_of(path: str) -> str:
    return path.removeprefix("workshop/").removesuffix(".html")


def source(name: str) -> str:
    found = [TEMPLATES / "workshop" / f"{name}.html", TEMPLATES / f"{name}.html"]
    return next(path for path in found if path.is_file()).read_text(encoding="utf-8")


def has_a_box(text: str) -> bool:
    boxes = [each for each in INPUT.findall(text) if not NO_WORDS.search(each)]
    return bool(boxes or FORM_FIELDS.search(text)) or "data-ballot=" in text


def templates_with_boxes() -> set[str]:
    found = house.ours("templates", "*.html")
    named = {name_of(path.relative_to(TEMPLATES).as_posix()): path for path in found}
    return {
        name
        for name, path in named.items()
        if not name.startswith("django/") and has_a_box(path.read_text(encoding="utf-8"))
    }


def test_every_box_has_a_rule_and_every_rule_a_box() -> None:
    there, ruled = templates_with_boxes(), RULES.keys() | PLAIN.keys()
    assert sorted(there - ruled) == [], "no rule for how these are kept"
    assert sorted(ruled - there) == [], "these are gone"


@pytest.mark.parametrize("name", RULES)
def test_the_rule_is_kept_by_what_holds_the_box(name: str) -> None:
    rule, holder = RULES[name]
    assert MARKERS[rule] in source(holder).replace("data-say>", "data-say >")


@pytest.mark.parametrize(
    "name", sorted({holder for rule, holder in RULES.values() if rule in ("form", "keeps")})
)
def test_every_form_with_words_on_such_a_page_is_kept(name: str) -> None:
    """A second form beside the first one is easily forgotten."""
    text = source(name)
    forms = re.findall(r"<form\b.*?</form>", text, re.DOTALL)
    posts = [form for form in forms if 'method="post"' in form and has_a_box(form)]
    kept = re.compile(r"data-unsaved|data-keeps|data-draft=")
    assert [form[:120] for form in posts if not kept.search(form.split("\n")[0])] == []


def test_whether_words_are_safe_is_said_in_one_way_everywhere() -> None:
    """By the page (`_save.html`, `_draft_says.html`) and by the scripts (`_words.html`): the same words."""
    words = source("parts/_words")
    for part, said in {
        "_save": ("Saving", "Kept on this device, not sent yet"),
        "_draft_says": ("Kept on this",),
    }.items():
        for each in said:
            assert f'"{each}' in source(f"parts/{part}")
            assert f'"{each}' in words
    elsewhere = [
        path.name
        for path in house.ours("templates", "*.html")
        if "Kept on this device, not" in path.read_text(encoding="utf-8")
    ]
    assert sorted(elsewhere) == ["_draft_says.html", "_save.html", "_words.html"]
