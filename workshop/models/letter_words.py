"""The words of a letter: those in braces are filled in for each person, others in braces are refused."""

import re
from collections.abc import Mapping

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workshop.analysis.minutes import minutes_of

from .audiences import promise_parts
from .extra_time import until_for
from .languages import in_english
from .left_in_pack import left_in_pack
from .letters import IN_BRACES, Letter, words_in
from .pack import OwnPack, own_pack
from .people import Seat
from .refusals import Invalid
from .text import clean_line
from .when import held
from .workshops import Workshop

MEANS = {
    "name": gettext_lazy("who gets the letter"),
    "workshop": gettext_lazy("the title of the workshop"),
    "question": gettext_lazy("what the workshop asks"),
    "date": gettext_lazy("when you meet"),
    "where": gettext_lazy("where you meet"),
    "deadline": gettext_lazy("until when they can fill in their pack, with more time if they were given it"),
    "minutes": gettext_lazy("about how many minutes the pack takes"),
    "promise": gettext_lazy("who sees what they write and choose"),
    "facilitator": gettext_lazy("whoever sends the letter"),
    "link": gettext_lazy("their own personal link, made as the letter goes"),
    "left": gettext_lazy("how far they are in their own pack"),
}
IN_SUBJECT = frozenset({"name", "workshop", "date", "deadline", "facilitator"})
MAY_BE_UNKNOWN = frozenset({"date", "where", "deadline", "question"})  # then their line drops out
GAP = re.compile(r"\n(?:[ \t]*\n){2,}")  # where a paragraph was
NEEDS_LINK = frozenset({Letter.Kind.INVITATION, Letter.Kind.REMINDER})
Values = Mapping[str, str]


def words_for(kind: str) -> list[str]:
    """Return what may stand in braces in a letter of this kind."""
    return [word for word in MEANS if word != "left" or kind == Letter.Kind.REMINDER]


def fill(text: str, values: Values) -> str:
    """Return the text with each known word in braces replaced; what is filled in is not read again."""
    return IN_BRACES.sub(lambda found: values.get(found[1], found[0]), text)


def require_known(kind: str, subject: str, body: str) -> None:
    """Check what stands in braces.

    Raises:
        Invalid: a word that is not known, or not there; or no personal link where people need one.
    """
    for field, text in (("subject", subject), ("body", body)):
        known = [word for word in words_for(kind) if field == "body" or word in IN_SUBJECT]
        for word in words_in(text):
            if word not in known:
                says = _("Nothing is filled in for {%(word)s} here. What can be: %(known)s.")
                named = ", ".join(f"{{{each}}}" for each in known)
                raise Invalid(says % {"word": word, "known": named}, field=field)
    if kind in NEEDS_LINK and "link" not in words_in(body):
        raise Invalid(
            _("Nobody could come in: write {link} where their personal link is to stand."), field="body"
        )


def require_known_dates(letter: Letter) -> None:
    """Check that a letter can do without what nobody knows yet: lines that would tell it drop out.

    Raises:
        Invalid: its subject tells a date or a deadline that is not set, or the line of the
            personal link does; or no line would be left.
    """
    facts, lines = _facts(letter.workshop), letter.body.split("\n")
    kept = [line for line in lines if not _unknown(line, facts)]
    needed = [line for line in lines if "link" in words_in(line)] if any(map(str.strip, kept)) else lines
    for word in _unknown("\n".join([letter.subject, *needed]), facts):
        says = _("{%(word)s} is not set, and the letter cannot do without it there. Set it, or take it out.")
        raise Invalid(says % {"word": word})


def _facts(workshop: Workshop, seat: Seat | None = None) -> dict[str, str]:
    """Return what letters tell of a workshop and need not be known: then it is empty."""
    return {
        "date": held(workshop),
        "where": workshop.venue,
        "deadline": deadline_of(workshop, seat),
        "question": workshop.question,
    }


def _unknown(text: str, values: Values) -> list[str]:
    """Return the words in braces in a text whose value nobody knows yet."""
    return [word for word in words_in(text) if word in MAY_BE_UNKNOWN and not values[word]]


def fill_body(body: str, values: Values) -> str:
    """Return the body of a letter with its words filled in, without the lines that nobody can fill in yet.

    The line of the personal link always stays: what it tells beside the link may be gone since it was sent.
    """
    lines = [line for line in body.split("\n") if "link" in words_in(line) or not _unknown(line, values)]
    gone = len(lines) < body.count("\n") + 1
    text = "\n".join(lines)
    return fill(GAP.sub("\n\n", text).strip() if gone else text, values)


def left_out(body: str, values: Values) -> list[str]:
    """Return the lines of a body that nobody can fill in yet, as they were written."""
    return [line for line in body.split("\n") if "link" not in words_in(line) and _unknown(line, values)]


def deadline_of(workshop: Workshop, seat: Seat | None = None) -> str:
    """Return until when the pack can be filled in; empty if nothing says so.

    Args:
        seat: by whom, as somebody may have more time; ``None`` for everybody.
    """
    at = workshop.local(until_for(workshop.pack_round(), seat))
    return f"{date_format(at, 'l j F')}, {workshop.clock(at)}" if at else ""


def values_for(
    letter: Letter, seat: Seat, by: Seat | None, link: str, *, left_for: Seat | None = None
) -> dict[str, str]:
    """Return what is filled in for one seat.

    Args:
        by: the facilitator who sends it.
        link: the address of the personal link.
        left_for: in whose pack it is told what is left; that of the seat, unless somebody is named.
    """
    pack = own_pack(seat)
    return {
        **subject_values(letter.workshop, seat, by),
        "minutes": str(minutes_of(len(pack.boxes), len(pack.accounts))),
        "promise": _promise(pack),
        "link": link,
        "left": left_in_pack(own_pack(left_for) if left_for and left_for != seat else pack),
    }


def _promise(pack: OwnPack) -> str:
    """Return who sees what people write, and what they choose where there are cards to choose from."""
    workshop = pack.seat.workshop
    written, *more = promise_parts(workshop)
    if not pack.boxes and not workshop.is_unlinked:
        more = more[1:]
    return " ".join(says for _of, says in (written, *more))


def subject_values(workshop: Workshop, seat: Seat, by: Seat | None) -> dict[str, str]:
    """Return what is filled in for one seat in the subject of any letter of a workshop."""
    return {
        **_facts(workshop, seat),
        "name": seat.name,
        "workshop": workshop.title,
        "facilitator": by.name if by else "",
    }


def kept_words(letter: Letter, seat: Seat, by: Seat | None) -> tuple[str, str]:
    """Return subject and body as they go to a seat, without what is its reader's alone.

    A name, a personal link and what is left in a pack are named in brackets: what was sent is the same for
    all who were told the same, and holds nobody's name.
    """
    with in_english():  # it is stored, whatever whoever sends it reads in
        theirs = {"name": _("(their name)"), "left": _("(how far they are in their pack)")}
        values = values_for(letter, seat, by, _("https://… (their own)")) | theirs
        return subject_of(letter, values), fill_body(letter.body, values)


def subject_of(letter: Letter, values: Values) -> str:
    """Return the subject of a letter with its words filled in, on one line."""
    return clean_line(fill(letter.subject, values))
