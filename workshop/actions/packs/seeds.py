"""What a template is made of: its cards, its open prompts, and what people agree to."""

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from workshop.models.consents import QUOTING

Words = str | Promise  # in the language of whoever makes the workshop


@dataclass(frozen=True)
class CardSeed:
    """The words of a card that a template brings; notes are for facilitators."""

    title: Words
    short_title: Words = ""
    summary: Words = ""
    pole_a: Words = ""
    pole_b: Words = ""
    notes: Words = ""


@dataclass(frozen=True)
class PromptSeed:
    """An open prompt that a template brings; hints stand one a line."""

    text: Words
    heading: Words = ""
    hints: Words = ""
    private: bool = False

    @property
    def hint_lines(self) -> list[str]:
        """What one might think of, each by itself."""
        return [line.strip() for line in str(self.hints).split("\n") if line.strip()]


@dataclass(frozen=True)
class Pack:
    """A template: everything in it can be changed before anybody is invited.

    ``says`` is what it holds, in a line. ``source`` says whose words and which method it follows, and
    ``edition`` which version of the template it is.
    """

    key: str
    name: Words
    says: Words
    source: Words = ""
    edition: str = "1"
    title: Words = ""
    question: Words = ""
    instructions: Words = ""
    account_title: Words = ""
    reading_title: Words = ""
    reading: Words = ""
    citation: str = ""
    cards: tuple[CardSeed, ...] = ()
    prompts: tuple[PromptSeed, ...] = ()
    consents: tuple[tuple[str, Words, bool], ...] = field(default=())
    information: Words = ""
    blank_cards: int = 6
    nominations: int = 3

    @property
    def asks(self) -> list[tuple[Words, tuple[Words, ...], bool]]:
        """What people are asked to agree to: each question, its answers if not yes or no, and whether it has
        to be yes.

        The items about quoting are one question if both are there, as for people: `consent_lines.py`.
        """
        words = {key: text for key, text, _required in self.consents}
        both = tuple(words[key] for key in QUOTING if key in words)
        found: list[tuple[Words, tuple[Words, ...], bool]] = []
        for key, text, required in self.consents:
            if len(both) < len(QUOTING) or key not in QUOTING:
                found.append((text, (), required))
            elif not any(options for _text, options, _required in found):
                found.append(
                    (_("May your words be quoted?"), (*both, _("My words may not be quoted.")), False)
                )
        return found


CONSENTS = (
    ("take-part", _("I have read the information above and I agree to take part."), True),
    ("quote-unnamed", _("My words may be quoted in reports and papers without my name."), False),
    ("quote-named", _("My words may be quoted in reports and papers with my name."), False),
    ("keep-for-reuse", _("What I write may be kept after the study and used in other research."), False),
)
INFORMATION = _(
    "You are invited to take part in an online workshop. Before it, we ask you to comment on some "
    "cards and to place them by how important they are; at the workshop, we talk about them "
    "together. Taking part is your choice. You can leave out anything, stop at any time, and ask "
    "us to take out what you wrote, as long as it can be told that it is yours. What we learn will be "
    "written up. Ask the people who invited you if anything is unclear."
)
