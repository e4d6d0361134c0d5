"""Who is in the chair, for every live page: by name as the promise allows, and never on the wall screen."""

from typing import Any

from django.utils.translation import gettext as _

from workshop.models import Seat, Workshop
from workshop.models.audiences import FACILITATORS
from workshop.models.chairing import chair_name, mark_of
from workshop.models.look_ups import LookUp
from workshop.models.once import if_read

from .people import seated

HOLDERS = LookUp(
    lambda workshop, keys: Seat.objects.filter(workshop=workshop, pk__in=keys).select_related("person")
)


def chair(workshop: Workshop, audience: str) -> dict[str, Any]:
    """Return who is in the chair and whose it is afterwards, with the mark that the chair's own page knows.

    ``takes`` is what a facilitator's button says that ends this; empty where there is nothing to take back.
    """
    holders = _holders(workshop)
    now, owner = holders.get(workshop.chair_id or 0), holders.get(workshop.chair_lender_id or 0)
    names = {"who": chair_name(now, workshop, audience), "owner": chair_name(owner, workshop, audience)}
    context: dict[str, Any] = {
        "workshop": workshop,
        "rev": workshop.chair_rev,
        "mark": mark_of(now, workshop.chair_rev),
    }
    context |= {**names, "says": _says(names, lent=owner is not None), "takes": ""}
    if workshop.is_closed:
        context["says"] = _("The workshop is closed: nobody needs the chair any more.")
    elif audience == FACILITATORS and owner:
        context["takes"] = _("Back to %(owner)s now") % names
    elif audience == FACILITATORS and not (now and now.is_facilitator):
        context["takes"] = _("Take the chair back")
    return context


def _holders(workshop: Workshop) -> dict[int, Seat]:
    """Return the seat in the chair and the one that lent it, from who sits there if that was read by now."""
    held = {pk for pk in (workshop.chair_id, workshop.chair_lender_id) if pk}
    seats = {seat.pk: seat for seat in if_read(workshop, seated, workshop) or ()}
    if not held <= seats.keys():
        seats = {seat.pk: seat for seat in HOLDERS(workshop, held)}
    return {pk: seat for pk, seat in seats.items() if pk in held}


def _says(names: dict[str, str], *, lent: bool) -> str:
    if not lent:
        return _("%(who)s is in the chair.") % names
    return _("%(who)s is in the chair for this step. Then it goes back to %(owner)s.") % names
