"""The words with which a letter of each kind begins; facilitators change them."""

from django.utils.translation import gettext as _

from .letter_words import deadline_of
from .letters import Letter
from .posted import told_before
from .workshops import Workshop


def first_words(workshop: Workshop, kind: str) -> tuple[str, str]:
    """Return a subject and a body to begin with; days are told where they are known."""
    subject, parts = FIRST[Letter.Kind(kind)](workshop)
    greeting, ending = _("Hello {name},"), _("With kind regards,\n{facilitator}")
    return subject, "\n\n".join([greeting, *filter(None, parts), ending])


def _invitation(workshop: Workshop) -> tuple[str, list[str]]:
    until = _("Please fill it in by {deadline}. You can stop and go on at any time.")
    return _("Invitation: {workshop}"), [
        _("you are invited to the workshop “{workshop}”."),
        _("We meet on {date}.") if workshop.starts_at else "",
        _("Before we meet, each of us looks at the cards and says what they think. Your pack is here:"),
        "{link}",
        until if deadline_of(workshop) else "",
        _("The link is yours alone: whoever has it can read and write in your name."),
    ]


def _reminder(workshop: Workshop) -> tuple[str, list[str]]:
    return _("Your pack for {workshop}"), [
        _("your pack for “{workshop}” is open until {deadline}.")
        if deadline_of(workshop)
        else _("your pack for “{workshop}” is still open."),
        _("What is left in it:"),
        "{left}",
        _("You come to it here:"),
        "{link}",
        _("If you would rather not take part, you can say so there, or leave this letter alone."),
    ]


def _moved(workshop: Workshop) -> tuple[str, list[str]]:
    told = told_before(workshop)
    if not told.none:
        return _("A new date: {workshop}"), [
            _("the date of the workshop “{workshop}” has changed."),
            _("We now meet on {date}.") if workshop.starts_at else _("The new date is not known yet."),
        ]
    return _("The date: {workshop}"), [
        _("there is a date now for the workshop “{workshop}”."),
        _("We meet on {date}."),
        _("If you were told another date before, this one holds in its place.") if told.another else "",
    ]


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
