"""Open prompts of a pack as facilitators prepare them: their words, and which of them stand."""

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .comments import Prompt, Remark
from .setup import print_of_words
from .text import LIMITS, checked_text
from .workshops import Workshop

WORDS = ("heading", "text", "hints")
MOST_PROMPTS = 20
# What somebody wrote beside the cards, as they are told of it.
ANSWERS = {
    Prompt.Kind.OPEN.value: gettext_lazy("Your answer to a question"),
    Prompt.Kind.ACCOUNT.value: gettext_lazy("Your answer to an open prompt, in the pack"),
    Prompt.Kind.ANY_OTHER.value: gettext_lazy("Any other comments, in the pack"),
}


def prompts_of(workshop: Workshop) -> QuerySet[Prompt]:
    """Return the open prompts of a workshop's pack, in order."""
    return workshop.prompts.filter(kind=Prompt.Kind.ACCOUNT).order_by("position", "pk")


def account_title(workshop: Workshop) -> str:
    """Return what stands over the open prompts, where people answer them."""
    return workshop.account_title or _("Your account")


def read_by(prompt: Prompt) -> Remark.Visibility:
    """Return who reads what is written to a prompt."""
    return Remark.Visibility.FACILITATORS if prompt.is_private else Remark.Visibility.GROUP


def checked_prompt(*, heading: str = "", text: str = "", hints: str = "") -> dict[str, str]:
    """Return the words of an open prompt, cleaned.

    Raises:
        Invalid: nothing is asked, or some of it is too long; ``data["field"]`` is which.
    """
    return {
        "heading": checked_text(heading, limit=LIMITS["title"], name="heading", line=True),
        "text": checked_text(text, limit=LIMITS["summary"], name="text", required=True),
        "hints": checked_text(hints, limit=LIMITS["summary"], name="hints"),
    }


def print_of_prompt(words: Mapping[str, str], private: bool) -> str:
    """Return a print of an open prompt, by which a change of it is noticed."""
    return print_of_words([*(words[name] for name in WORDS), "private" if private else ""])


def words_of(prompt: Prompt) -> dict[str, str]:
    """Return the words of an open prompt, by name."""
    return {name: getattr(prompt, name) for name in WORDS}
