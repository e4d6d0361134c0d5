"""What whoever closes a workshop is told before: what still waits, what ends, and what is destroyed."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.models import Round, Workshop
from workshop.models.quoted import unanswered_in
from workshop.templatetags.naming import and_list
from workshop.templatetags.rounds import round_title

from .agenda import Item
from .leaving import waiting_sentence


def hidden_rounds(workshop: Workshop) -> list[Round]:
    """Return the rounds that were opened and still hide their result, by number."""
    return [each for each in workshop.rounds_in_order() if not (each.is_draft or each.is_revealed)]


def closing_text(workshop: Workshop, items: list[Item]) -> str:
    """Return what has not begun or is not revealed, and what can no longer be done after the close."""
    ends = _(
        "After this nobody can write, place, choose, change the cards or move the stage, "
        "and it cannot be opened again. "
        "The results and what people wrote stay, and you can still take them out as files."
    )
    waits = (waiting_sentence(items), _hidden_sentence(workshop), _quotes_sentence(workshop))
    return " ".join(filter(None, (*waits, ends, _unlinked_sentence(workshop))))


def _unlinked_sentence(workshop: Workshop) -> str:
    """Return what the close destroys, where that was promised, and what nobody can do after it."""
    if workshop.promise != Workshop.Promise.UNLINKED:
        return ""
    return _(
        "As you promised, the link between people and what they wrote and chose is then destroyed: Roundel "
        "cannot tell anybody, you included, whose a comment or an answer is. So nobody can take back or take "
        "out what one person wrote, and rounds that are not revealed yet are never compared person by "
        "person. What was written by people who no longer take part is erased. If somebody wants to take "
        "something back, let them do it before you close."
    )


def _quotes_sentence(workshop: Workshop) -> str:
    """Return how many quotes nobody has answered, where nobody can any more after the close; else nothing."""
    if workshop.promise != Workshop.Promise.UNLINKED:
        return ""
    count = unanswered_in(workshop)
    says = ngettext(
        "%(n)s quote has no answer from whoever said it yet, and can get none after the close.",
        "%(n)s quotes have no answer from whoever said them yet, and can get none after the close.",
        count,
    )
    return says % {"n": count} if count else ""


def _hidden_sentence(workshop: Workshop) -> str:
    named = [round_title(each) for each in hidden_rounds(workshop)]
    says = ngettext("%(named)s is not revealed.", "%(named)s are not revealed.", len(named))
    return says % {"named": and_list(named)} if named else ""
