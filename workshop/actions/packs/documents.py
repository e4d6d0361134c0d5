"""A template as plain data, as its file holds it, and back: words of the pack, and nothing of anybody."""

from collections.abc import Iterable
from typing import Any

from .seeds import CardSeed, Pack, PromptSeed

Data = dict[str, Any]
FORMAT, VERSION = "roundel-template", 1
OF_TEMPLATE = ("name", "says", "source", "edition")
OF_WORKSHOP = (
    *("title", "question", "instructions", "account_title", "reading_title", "reading", "citation"),
    *("information", "blank_cards", "nominations"),
)
OF_CARD = ("title", "short_title", "summary", "pole_a", "pole_b", "notes")
OF_PROMPT = ("heading", "text", "hints", "private")


def document_of(pack: Pack) -> Data:
    """Return a template as its file holds it, in the language that is read now."""
    return {
        "format": FORMAT,
        "version": VERSION,
        **_said(pack, OF_TEMPLATE),
        "workshop": _said(pack, OF_WORKSHOP),
        "cards": [_said(card, OF_CARD) for card in pack.cards],
        "prompts": [_said(prompt, OF_PROMPT) for prompt in pack.prompts],
        "consents": [
            {"key": key, "text": str(text), "required": required} for key, text, required in pack.consents
        ],
    }


def _said(row: object, names: Iterable[str]) -> Data:
    found = {name: getattr(row, name) for name in names}
    return {name: value if isinstance(value, int) else str(value) for name, value in found.items()}


def pack_in(document: Data, key: str) -> Pack:
    """Return the template that a checked document holds."""
    return Pack(
        key=key,
        **{name: document[name] for name in OF_TEMPLATE},
        **document["workshop"],
        cards=tuple(CardSeed(**card) for card in document["cards"]),
        prompts=tuple(PromptSeed(**prompt) for prompt in document["prompts"]),
        consents=tuple((each["key"], each["text"], each["required"]) for each in document["consents"]),
    )
