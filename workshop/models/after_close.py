"""What an answer can still do after the close of an unlinked workshop, in plain words."""

from django.utils.translation import gettext as _

from .workshops import Workshop


def later_answers(workshop: Workshop) -> str:
    """Return what a change of mind does once nobody knows whose the words are; empty under other promises."""
    if workshop.is_unlinked:
        return _(
            "This workshop is closed, and nobody can tell which words are yours. So a no to taking part "
            "takes no words out of files any more, and a quote cannot be changed or refused by itself. If "
            "anybody who took part says no to being quoted, or withdraws, nothing that they and the others "
            "wrote is quoted from then on, and a later yes does not bring it back."
        )
    if workshop.promise == Workshop.Promise.UNLINKED:
        return _(
            "When the workshop closes, nobody can tell any more which words are yours. So decide before: "
            "after the close a no to taking part takes no words out of files, and a quote cannot be changed "
            "or refused by itself. If anybody who took part says no to being quoted then, or withdraws, "
            "nothing that they and the others wrote is quoted from then on, and a later yes does not bring "
            "it back."
        )
    return ""
