"""What a pack says to everybody who fills it in, whatever file it is in: when, by when, and what to do."""

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from workshop.models import Round, Seat, Workshop
from workshop.models.extra_time import until_for


def language() -> str:
    """Return the language of the words as documents name it: en-GB."""
    language, _dash, place = (get_language() or "en-gb").partition("-")
    return f"{language}-{place.upper()}" if place else language


def finish_by(workshop: Workshop, round: Round | None, seat: Seat | None) -> str:
    """Return by when answers count, with the zone; empty if nobody said.

    Args:
        seat: of whom, as somebody may have more time; ``None`` for anybody.
    """
    local = workshop.local(until_for(round, seat))
    return f"{date_format(local, 'l j F Y')}, {workshop.clock(local)}" if local else ""


def steps(cards: int, blanks: int, prompts: int) -> list[str]:
    """Return what to do, in order, leaving out what this pack does not ask."""
    some = [
        (1, _("Say what you agree to.")),
        (cards, _("Read each card, and write in its box what comes to mind. Leave any box empty.")),
        (
            cards,
            _(
                "Put each card in the inner circle if it matters most, or in the outer circle if it matters "
                "least. If you cannot place one, say so. You may rank the cards within a circle: 1 is first."
            ),
        ),
        (blanks, _blank_card(has_cards=cards > 0)),
        (prompts, _("Answer the questions that you can say something about.")),
        (1, _("Write whatever else we should know in the last box.")),
    ]
    return [says for is_there, says in some if is_there]


def _blank_card(*, has_cards: bool) -> str:
    if has_cards:
        return _(
            "Is something missing, or would you say it differently? Write it on a blank card, and "
            "place it too."
        )
    return _("Is there anything that we should talk about as a card? Write it on a blank card.")
