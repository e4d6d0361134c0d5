"""The sentences for the end of a paper, ready to paste: who is thanked, and who did what."""

from collections.abc import Iterable

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from workshop.models import BroughtCredit
from workshop.models.credits import CREDIT_ROLES, Credit

from .naming import and_list


def acknowledgement(credited: Iterable[Credit | BroughtCredit]) -> str:
    """Return one sentence that thanks everybody who is credited; empty for nobody."""
    return thanked(each.shown for each in credited)


def contributions(credited: Iterable[Credit | BroughtCredit]) -> str:
    """Return the statement of contributor roles, person by person; empty if nobody has one."""
    return contributed((each.shown, each.role_keys) for each in credited)


def thanked(people: Iterable[str]) -> str:
    """Return one sentence that thanks people as they are printed; empty for nobody."""
    known = [*people]
    if not known:
        return ""
    return _("We thank %(people)s for taking part in the workshop.") % {"people": and_list(known)}


def contributed(people: Iterable[tuple[str, Iterable[str]]]) -> str:
    """Return who has which roles, by the keys of these; empty if nobody has one."""
    names = {key: str(name) for key, name in CREDIT_ROLES}
    rows = [(shown, [names[key] for key in roles]) for shown, roles in people]
    return " ".join(f"{capfirst(shown)}: {', '.join(roles)}." for shown, roles in rows if roles)
