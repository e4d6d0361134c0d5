"""What a withdrawal erases and what it leaves, in plain words: said before, asked about, and said after.

Where the link between people and their answers was destroyed, who somebody is goes, and nothing they wrote.
"""

from django.utils.translation import gettext as _

from .brought import came_unsigned, is_quoted_unsigned
from .kept import Kept, quoting_of
from .setup import print_of
from .workshops import Workshop


def what_goes(workshop: Workshop) -> str:
    """Return what becomes of somebody's data if they withdraw, said to themselves."""
    if workshop.is_unlinked:
        return _name_alone()
    goes = _(
        "Your name, your address if we have one, and what you wrote are erased, not hidden. What the group "
        "took up stays, without your name: cards, changes, and texts that others answered to."
    )
    stays = _(
        "What came back with the file of this workshop stays, too: it names no authors, so nobody can tell "
        "what of it is yours."
    )
    return f"{goes} {stays}" if came_unsigned(workshop) else goes


def what_goes_of_them(workshop: Workshop) -> str:
    """Return the same, said to a facilitator who records it."""
    if workshop.is_unlinked:
        return _(
            "Their name, their address if we have one, what they agreed to and how they are credited are "
            "erased. What they wrote and chose stays: nobody can tell any more that it is theirs."
        )
    goes = _(
        "Their name, their address if we have one, and what they wrote are erased, not hidden. What the "
        "group took up stays, without their name: cards, changes, and texts that others answered to."
    )
    stays = _(
        "What came back with the file of this workshop stays, too: it names no authors, so nobody can tell "
        "what of it is theirs."
    )
    return f"{goes} {stays}" if came_unsigned(workshop) else goes


def ends_quotes(workshop: Workshop) -> str:
    """Return that a withdrawal ends every quote of words that are nobody's; empty if there are none."""
    if quoting_of(workshop) != Kept.Quoting.NOTHING:
        return _("Nothing that anybody wrote here is quoted in files that are made from then on.")
    if is_quoted_unsigned(workshop):
        return _("Nothing that came back with the file of this workshop is quoted from then on.")
    return ""


def goes_print(workshop: Workshop) -> str:
    """Return a print of what a withdrawal does now, which the last press before it sends back."""
    return print_of(f"{what_goes(workshop)} {ends_quotes(workshop)}")


def what_went(*, stays: bool) -> str:
    """Return what became of it, said to somebody without a seat: of which workshop is not known.

    Args:
        stays: whether the link was destroyed before, so that nothing they wrote could be found as theirs.
    """
    if stays:
        return _name_alone()
    return _(
        "Your name, and what could be found as yours, is erased. What the group took up stays, without your "
        "name."
    )


def _name_alone() -> str:
    return _(
        "Your name, your address if we have one, what you agreed to and how you are credited are erased. "
        "What you wrote and chose stays: nobody can tell any more that it is yours."
    )
