"""Payloads in every text that is stored, as though each door had let them in."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import apps
from django.db.models import Field, Model

from tests.leaks.payloads import PAYLOADS
from workshop.models import Transcript
from workshop.models.text import CleanCharField, CleanTextField

SPEECH = "WEBVTT\n\n00:00.000 --> 00:05.000\n<v Someone>{}</v>\n"
Place = tuple[type[Model], "Field[Any, Any]"]


def places() -> Iterator[Place]:
    """Yield every field of words of every model."""
    for model in apps.get_app_config("workshop").get_models():
        for field in model._meta.get_fields():
            if isinstance(field, CleanCharField | CleanTextField):
                yield model, field


def poison(payloads: Sequence[str] = PAYLOADS, *, fit: bool = False) -> int:
    """Write all payloads over all words that are stored; return into how many rows.

    SQLite keeps a text of any length, so each field takes all of them, also a short title.

    Args:
        fit: whether each row of a short field takes as many as it may hold instead, others in each row.
    """
    filled = 0
    for model, field in places():
        for n, pk in enumerate(model._default_manager.order_by("pk").values_list("pk", flat=True)):
            words = fitting(payloads, field.max_length, n) if fit else " ".join(payloads)
            if model is Transcript and field.name == "body":
                words = SPEECH.format(words.replace("-->", "--"))  # an arrow is a time there
            filled += model._default_manager.filter(pk=pk).update(**{field.name: words})
    return filled


def fitting(payloads: Sequence[str], limit: int | None, first: int) -> str:
    """Return payloads that fit a field, from the ``first`` on."""
    words = ""
    for n in range(len(payloads)):
        longer = f"{words} {payloads[(first * 5 + n) % len(payloads)]}".strip()
        words = longer if len(longer) <= (limit or 2000) else words
    return words
