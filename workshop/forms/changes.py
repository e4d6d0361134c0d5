"""A change of cards as a form: why, where it ends, and the words of the cards that it makes."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from workshop.models import LIMITS, Card
from workshop.models.changing import MOST_PARTS
from workshop.models.synthesis import TableCard
from workshop.models.wanted import NewCard, Seen, Wanted

from .fields import AgainForm, WordsField, choices_of

MADE = {"merge": 1, "rephrase": 1, "split": MOST_PARTS}
FEWEST = {"merge": 1, "rephrase": 1, "split": 2}
NEW = "new"
CHOOSE = {
    "required": _("Choose a card."),
    "invalid_choice": _("This card is no longer here. Choose another."),
}


class NewCardForm(AgainForm):
    """The words of one card that a change makes."""

    title = WordsField(label=_("Title of the new card"), limit=LIMITS["title"])
    short_title = WordsField(
        label=_("Short title for the slip on the table"),
        limit=LIMITS["short_title"],
        required=False,
        help_text=_("Two lines of 12 characters. Left empty, the slip carries the beginning of the title."),
    )
    summary = WordsField(label=_("Summary"), limit=LIMITS["summary"], rows=4, required=False)
    pole_a = WordsField(label=_("One end of its spectrum"), limit=LIMITS["title"], required=False)
    pole_b = WordsField(label=_("The other end"), limit=LIMITS["title"], required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for both ends of a spectrum, or neither."""
        given = super().clean() or {}
        if bool(given.get("pole_a")) != bool(given.get("pole_b")):
            self.add_error("pole_b", _("A spectrum has two ends. Name both, or neither."))
        return given

    @property
    def words(self) -> NewCard:
        """What was sent, cleaned."""
        return NewCard(**self.cleaned_data)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed in it."""
        return not any(str(self.data.get(self.add_prefix(name), "")).strip() for name in self.fields)


class ChangeForm(AgainForm):
    """Why the cards are changed, and what they become part of."""

    target = forms.ChoiceField(label=_("Becomes a sub-theme of"), required=False, error_messages=CHOOSE)
    reason = WordsField(
        label=_("Why"),
        limit=LIMITS["reason"],
        rows=2,
        required=False,
        help_text=_(
            "A few words will do. The group reads them with a proposal, and so does whoever reads the lineage"
            " later."
        ),
    )
    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    base = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(
        self,
        data: QueryDict | None,
        verb: str,
        chosen: Sequence[TableCard],
        targets: Sequence[TableCard],
        n: int,
    ) -> None:
        """Take what was sent, and the cards as they are now.

        Args:
            chosen: the cards that are changed.
            targets: the cards that the change can end in.
            n: the number of the newest change; what the person saw rests on it.
        """
        super().__init__(data, initial={"base": n})
        self.verb, self.chosen, self.n = verb, chosen, n
        self.targets = {str(row.card.uid): row.seen for row in targets}
        self._offer(targets)
        made = MADE.get(verb, 0)
        first = chosen[0].card if chosen and verb == "rephrase" else None
        self.texts = [NewCardForm(data, prefix=f"card{n}", initial=_words(first)) for n in range(made)]

    def _offer(self, targets: Sequence[TableCard]) -> None:
        """Offer the cards that it can end in; none where the verb ends in none."""
        rows = [(str(row.card.uid), f"{row.card.label}. {row.card.title}") for row in targets]
        field = choices_of(self, "target")
        if self.verb == "nest":
            field.choices = rows
            field.required = True
        elif self.verb == "adopt" and targets:
            field.label = _("Take it up")
            label = _("in the place of %s")
            field.choices = [(NEW, _("as a new card")), *((uid, label % title) for uid, title in rows)]
        else:
            del self.fields["target"]

    @property
    def sent_texts(self) -> list[NewCardForm]:
        """The forms of new cards that were filled in, and those that have to be."""
        fewest = FEWEST.get(self.verb, 0)
        return [form for n, form in enumerate(self.texts) if n < fewest or not form.is_empty]

    def is_valid(self) -> bool:
        """Whether everything that was sent can be used."""
        return all([super().is_valid(), *(form.is_valid() for form in self.sent_texts)])

    @property
    def wrong(self) -> list[forms.BoundField]:
        """The fields that cannot be used as they were sent, those of new cards too, as the page has them."""
        every = [field for form in (*self.sent_texts, self) for field in form]
        return [field for field in every if field.errors]

    @property
    def uids(self) -> str:
        """The cards' own, by which a browser finds what was typed about them."""
        return " ".join(row.uid for row in self.chosen)

    @property
    def wanted(self) -> Wanted:
        """The change that was sent, with each card as its page showed it.

        Raises:
            Invalid: the form is damaged.
        """
        sources = tuple(Seen.read(token) for token in self.data.getlist("seen"))
        texts = tuple(form.words for form in self.sent_texts)
        return Wanted(self.verb, sources, self._target(), texts, self.cleaned_data["reason"])

    def _target(self) -> Seen | None:
        """Return the card that the change ends in; if it changed since the page was made, as it was then."""
        now = self.targets.get(self.cleaned_data.get("target", ""))
        if now is None:
            return None
        return Seen(now.uid, now.rev, min(now.n, self.cleaned_data["base"]))

    def renew(self) -> None:
        """Rest the form on the cards as they are now, for when it is sent again."""
        self.put("base", self.n)


def _words(card: Card | None) -> dict[str, str]:
    """Return the words to begin with; not the short title, which would keep the old name on every slip."""
    if card is None:
        return {}
    return {name: getattr(card.words, name) for name in NewCardForm.base_fields if name != "short_title"}
