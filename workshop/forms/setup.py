"""The set-up of a workshop: one form, in sections, that knows what it was based on."""

import json
from collections.abc import Iterator
from datetime import date, time
from typing import Any, cast

from django import forms
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from workshop.models import LIMITS, Workshop
from workshop.models.setup import Facts, facts_of, print_of
from workshop.models.sheets import is_answered

from .fields import AgainForm, ClockField, DayField, NumberField, WordsField, ZoneField, choices_of

SECTIONS = (
    ("about", _("What it is about"), ("title", "question", "instructions", "account_title")),
    (
        "when",
        _("When and where"),
        ("date", "starts", "ends", "zone", "venue", "deadline_date", "deadline_time"),
    ),
    ("reading", _("What people can read"), ("reading_title", "reading", "citation")),
    ("amounts", _("How much is asked"), ("blank_cards", "nominations")),
    ("promise", _("Who sees what"), ("promise",)),
    ("taking-part", _("Taking part"), ("information", "matters")),
)
PROMISES = [
    ("named", _("Named: at the workshop, the group sees what people wrote with their names.")),
    (
        "hidden",
        _(
            "Names hidden from other participants: the group sees the words without the names. "
            "Facilitators see both."
        ),
    ),
    (
        "unlinked",
        _(
            "Unlinked after close: as names hidden, and when the workshop closes the link between people and "
            "what they wrote and chose is destroyed for good. After that nobody, you included, can take "
            "words of one person back or out, quote them as that person's, or compare rounds that were not "
            "revealed by then. The information about taking part must not say that they can."
        ),
    ),
]


class SetupForm(AgainForm):
    """Everything about a workshop but its cards, its people and what they agree to."""

    title = WordsField(label=_("Title"), limit=LIMITS["title"])
    question = WordsField(
        label=_("Question about the cards"),
        limit=LIMITS["summary"],
        rows=2,
        required=False,
        help_text=_("For example: How important and/or relevant are these to our partnership now?"),
    )
    instructions = WordsField(label=_("Instructions"), limit=LIMITS["text"], rows=4, required=False)
    account_title = WordsField(
        label=_("Heading over the open prompts"),
        limit=LIMITS["title"],
        required=False,
        help_text=_("Open prompts ask for long answers. Left empty, it says “Your account”."),
    )
    date = DayField(label=_("Date"), help_text=_("Leave it empty until you know it."))
    starts = ClockField(label=_("Starts at"), mark=_("(needed with a date)"))
    ends = ClockField(label=_("Ends at"))
    zone = ZoneField(label=_("Time zone"), help_text=_("All times on this page are in it."))
    venue = WordsField(
        label=_("Where you meet"),
        limit=LIMITS["venue"],
        required=False,
        help_text=_(
            "A room, or the link of a video call. People see it in the pack, in the room, in letters and in "
            "their calendar."
        ),
    )
    deadline_date = DayField(
        label=_("The pack closes on"), help_text=_("Until then people can change what they wrote.")
    )
    deadline_time = ClockField(
        label=_("The pack closes at"), help_text=_("Without a time, at the end of that day.")
    )
    reading_title = WordsField(label=_("Title of the reading"), limit=LIMITS["title"], required=False)
    reading = WordsField(label=_("Background reading"), limit=LIMITS["long"], rows=6, required=False)
    citation = WordsField(
        label=_("Source of the cards"),
        limit=LIMITS["summary"],
        rows=2,
        required=False,
        help_text=_("Shown with the cards, so that their authors are credited."),
    )
    blank_cards = NumberField(
        label=_("Blank cards for each person"),
        min_value=0,
        max_value=12,
        help_text=_("To put a card in other words, or to add one. From 0 to 12."),
    )
    nominations = NumberField(
        label=_("Nominations in the opening poll"),
        min_value=1,
        max_value=10,
        help_text=_("How many cards each person may nominate. From 1 to 10."),
    )
    promise = forms.ChoiceField(label=_("What the group sees"), choices=PROMISES, widget=forms.RadioSelect)
    information = WordsField(
        label=_("Information about taking part"), limit=LIMITS["long"], rows=6, required=False
    )
    matters = forms.BooleanField(
        label=_("If I changed the information: the change matters, so ask everybody again"),
        required=False,
        help_text=_(
            "Somebody has agreed to what it says now. A change becomes a new version; who agreed to which is "
            "kept, and everybody is told. Tick this if they must agree again before they go on."
        ),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, workshop: Workshop, data: Any = None) -> None:
        self.now = facts_of(workshop)
        prints = {name: print_of(value) for name, value in self.now.items()}
        super().__init__(data, initial={**self.now, "seen": json.dumps(prints)})
        self._fix_promise(workshop)
        cast(ZoneField, self.fields["zone"]).keep(workshop.zone)
        if not is_answered(workshop):
            del self.fields["matters"]
        poll = workshop.poll_round()
        if poll and not poll.is_draft:
            self.fields["nominations"].disabled = True
            self.fields["nominations"].help_text = _("The poll was opened, so this stays as it is.")

    def _fix_promise(self, workshop: Workshop) -> None:
        promise = choices_of(self, "promise")
        promise.disabled = workshop.promise_locked_at is not None
        promise.help_text = (
            _("Somebody has answered already, so the promise stays as it is for everyone.")
            if promise.disabled
            else _("You can change this until the first answer. From then on it stays as it is.")
        )

    def sections(self) -> Iterator[tuple[str, Any, list[forms.BoundField]]]:
        """Yield each section: its id, its heading and its fields."""
        for key, heading, names in SECTIONS:
            yield key, heading, [self[name] for name in names if name in self.fields]

    def said(self) -> Iterator[tuple[str, Any, list[tuple[str, str]]]]:
        """Yield each section as it stands, to be read: its id, its heading, and each label with its value."""
        for key, heading, fields in self.sections():
            shown = [(field.label, field.name) for field in fields if field.name in self.now]
            yield key, heading, [(str(label), self._shown(name, self.now[name])) for label, name in shown]

    @property
    def values(self) -> Facts:
        """What was sent, by name, without what cannot be changed."""
        return {name: self.cleaned_data[name] for name in self.now if not self.fields[name].disabled}

    @property
    def prints(self) -> dict[str, str]:
        """The prints of what the person saw; none where the form carries nonsense."""
        try:
            sent = json.loads(self.cleaned_data["seen"])
        except (ValueError, RecursionError):
            return {}
        return {str(name): str(value) for name, value in sent.items()} if isinstance(sent, dict) else {}

    def add_theirs(self, theirs: dict[str, tuple[object, str]]) -> None:
        """Say beside each field what somebody else made of it; sent again, what was typed replaces it."""
        for name, (value, who) in theirs.items():
            self.add_error(name, _theirs(who or _t("Somebody"), self._shown(name, value)))
        newer = {name: print_of(value) for name, (value, _who) in theirs.items()}
        self.put("seen", json.dumps({**self.prints, **newer}))

    def _shown(self, name: str, value: object) -> str:
        if isinstance(value, date):
            return date_format(value, "j F Y")
        if isinstance(value, time):
            return time_format(value, "H:i")
        if name == "promise":
            return str(dict(PROMISES).get(str(value), value))
        return "" if value is None else str(value)


def _theirs(who: str, value: str) -> str:
    if not value:
        return _t(
            "%(who)s emptied this while you were writing. What you typed is in the box: "
            "save again to keep it."
        ) % {"who": who}
    return _t(
        "%(who)s changed this while you were writing. It says now: “%(value)s” What you typed is in "
        "the box: save again to put it there instead."
    ) % {"who": who, "value": value}
