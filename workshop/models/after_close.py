"""What an answer can still do after the close of an unlinked workshop, in plain words."""

from django.utils.translation import gettext as _

from .kept import Kept, quoting_of
from .workshops import Workshop


def later_answers(workshop: Workshop) -> list[str]:
    """Return what a change of mind does once nobody knows whose the words are; none under other promises."""
    if workshop.is_unlinked:
        return [_now(), *quoted_now(workshop)]
    if workshop.promise == Workshop.Promise.UNLINKED:
        return [_before(), _quoted_then(), _stopped()]
    return []


def _before() -> str:
    return _(
        "When the workshop closes, nobody can tell any more which words are yours. So decide before: "
        "after the close a no to taking part takes no words out of files, and a quote cannot be changed "
        "or refused by itself."
    )


def _now() -> str:
    return _(
        "This workshop is closed, and nobody can tell which words are yours. So a no to taking part "
        "takes no words out of files any more, and a quote cannot be changed or refused by itself."
    )


def _quoted_then() -> str:
    """Return what consent covers of words that nobody can check: said before anybody agrees to it."""
    return _(
        "If everybody of whom words are left has agreed to be quoted by then, facilitators can quote any of "
        "those words after the close too. Nobody can check such a quote: it has no name, and is marked as "
        "not checked. If not, only quotes that were accepted before the close are used."
    )


def quoted_now(workshop: Workshop) -> list[str]:
    """Return what may be quoted of an unlinked workshop, and what still ends it."""
    kept = quoting_of(workshop)
    if kept == Kept.Quoting.NOTHING:
        return [_("Nothing from it is quoted in files that are made now, and that stays so.")]
    if kept == Kept.Quoting.CHECKED:
        return [_("Of its words, only quotes that were accepted before the close are used."), _stopped()]
    return [
        _(
            "Everybody of whom words are left had agreed to be quoted, so facilitators can quote any of "
            "those words. Nobody can check such a quote: it has no name, and is marked as not checked."
        ),
        _stopped(),
    ]


def _stopped() -> str:
    return _(
        "If anybody who took part says no to being quoted or to taking part after the close, or withdraws, "
        "nothing that they and the others wrote is quoted from then on, and a later yes does not bring it "
        "back."
    )
