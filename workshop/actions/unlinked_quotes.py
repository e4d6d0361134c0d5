"""Quotes at the close of an unlinked workshop: what may be quoted is settled while authors are known."""

from workshop.models import Credit, Kept, Quote, Workshop
from workshop.models.agreed_to import agreed_in
from workshop.models.authors import authors_of
from workshop.models.consents import NONE
from workshop.models.quotable import nobody_named
from workshop.models.quoted import quotes_in


def keep_quoting(workshop: Workshop) -> None:
    """Keep what of the words may be quoted once nobody knows whose they are, before the links are cut.

    All of it, if everybody of whom a word is left agreed to that, also who was removed since: no answer, and
    one to an earlier wording, is a no. Else only the quotes that their speakers had agreed to, and still do.
    """
    _refuse_what_is_taken_back(workshop)
    _part_from_credits(workshop)
    agreed, authors = agreed_in(workshop), authors_of(workshop)
    allowed = bool(authors) and all(agreed.allows(seat) for seat in authors)
    Kept.objects.filter(workshop=workshop).update(
        quoting=Kept.Quoting.ALL if allowed else Kept.Quoting.CHECKED
    )


def _refuse_what_is_taken_back(workshop: Workshop) -> None:
    """Refuse what was accepted by who is quoted no longer: after the cut it would be as any other."""
    lines = [each for each in quotes_in(workshop) if each.quote.is_checked and each.allowance == NONE]
    keys = [each.quote.pk for each in lines]
    Quote.objects.filter(pk__in=keys).update(state=Quote.State.REFUSED, amended="")


def _part_from_credits(workshop: Workshop) -> None:
    """Take descriptions out of attributions that stand on a seat's credit, too: else a link is left."""
    credits = Credit.objects.filter(seat__workshop=workshop).exclude(role="")
    roles = [role.casefold() for role in credits.values_list("role", flat=True)]
    quotes = workshop.quotes.values_list("pk", "attribution")
    tied = [pk for pk, said in quotes if any(role in said.casefold() for role in roles)]
    Quote.objects.filter(pk__in=tied).update(attribution=nobody_named())
