"""The words with which a letter of each kind begins; facilitators change them."""

from django.utils.translation import gettext as _

from .letters import Letter
from .posted import dates_held, told_before
from .when import held_from
from .workshops import Workshop


def first_words(workshop: Workshop, kind: str) -> tuple[str, str]:
    """Return a subject and a body to begin with.

    What is not known yet stands there all the same, in a line of its own: it is left out until it is known.
    """
    subject, parts = FIRST[Letter.Kind(kind)](workshop)
    greeting, ending = _("Hello {name},"), _("With kind regards,\n{facilitator}")
    return subject, "\n\n".join([greeting, *filter(None, parts), ending])


def _invitation(workshop: Workshop) -> tuple[str, list[str]]:
    return _("Invitation: {workshop}"), [
        _("{facilitator} invites you to the workshop “{workshop}”."),
        _in_calendar(_("We meet on {date}.")),
        _("Where we meet: {where}"),
        f"{_before(workshop)}\n{_('It takes about {minutes} minutes, on a phone or a computer.')}",
        _("Your pack is here:"),
        "{link}",
        _("Please fill it in by {deadline}.\nYou can stop and go on at any time."),
        _("The link is yours alone: whoever has it can read and write in your name."),
        _("Who sees your answers: {promise}"),
        _("If anything is unclear, or you wonder whether this letter is genuine, just answer it."),
    ]


def _before(workshop: Workshop) -> str:
    """Return what people are asked before they meet, as far as is known by now: of cards, their question."""
    if workshop.cards.all().live().exists():
        asks = _("The question about them: {question}")
        return f"{_('Before we meet, each of us looks at some cards and says what they think.')}\n{asks}"
    if workshop.prompts.filter(kind="account").exists():
        return _("Before we meet, each of us answers some questions in their own words.")
    return _("Before we meet, each of us fills in a pack, in their own time.")


def _in_calendar(says: str) -> str:
    return f"{says} {_('The file with this letter puts it in your calendar.')}"


def _reminder(workshop: Workshop) -> tuple[str, list[str]]:
    return _("Your pack for {workshop}"), [
        _("your pack for “{workshop}” is still open.\nYou can fill it in until {deadline}."),
        _(
            "All of it takes about {minutes} minutes. Whatever you have is welcome: any part of it can stay "
            "empty."
        ),
        _("Where you are in it:"),
        "{left}",
        _("You come to it here:"),
        "{link}",
        _("If you would rather not take part, you can say so there, or leave this letter alone."),
    ]


def _moved(workshop: Workshop) -> tuple[str, list[str]]:
    told = told_before(workshop)
    if told.none:
        return _("The date: {workshop}"), [
            _("there is a date now for the workshop “{workshop}”."),
            _in_calendar(_("We meet on {date}.")),
            _("Where we meet: {where}"),
            _("If you were told another date before, this one holds in its place.") if told.another else "",
        ]
    now = _("We now meet on {date}.") if workshop.starts_at else _("The new date is not known yet.")
    return _("A new date: {workshop}"), [
        _("the date of the workshop “{workshop}” has changed."),
        " ".join(filter(None, [_former(workshop), now])),
        _("The file with this letter moves it in your calendar too.") if workshop.starts_at else "",
        _("Where we meet: {where}"),
        _("Your pack and your personal link stay as they are."),
    ]


def _former(workshop: Workshop) -> str:
    """Return which date no longer holds, where all who go by another one were told the same."""
    (date, *others) = dates_held(workshop) or {None}
    if others or date in (None, workshop.starts_at):
        return ""
    return _("It was to be on %(date)s.") % {"date": held_from(workshop, date)}


def _thanks(workshop: Workshop) -> tuple[str, list[str]]:
    return _("Thank you: {workshop}"), [
        _("thank you for taking part in the workshop “{workshop}”."),
        _("What came of it can be read here:"),
        "{link}",
    ]


FIRST = {
    Letter.Kind.INVITATION: _invitation,
    Letter.Kind.REMINDER: _reminder,
    Letter.Kind.MOVED: _moved,
    Letter.Kind.THANKS: _thanks,
}
