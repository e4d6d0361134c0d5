"""The set-up of a workshop, and what is missing before people are invited."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workshop.actions.setup import edit_setup
from workshop.forms.setup import SetupForm
from workshop.models import Refusal, Seat, Stale, Workshop
from workshop.models.posted import told_before
from workshop.models.reuse import reuse_note
from workshop.models.setup import checks_of
from workshop.models.sheets import standing_sheet

from .access import FACILITATOR, seat_required
from .sheets import asks


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def setup(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the set-up; save what was changed, or say beside each field what stands against it."""
    if request.method != "POST":
        return _page(request, seat, SetupForm(seat.workshop))
    form = SetupForm(seat.workshop, request.POST)
    if not form.is_valid():
        return _page(request, seat, form, status=422)
    try:
        matters = bool(form.cleaned_data.get("matters"))
        changed = edit_setup(seat, form.values, form.prints, sheet_matters=matters)
    except Refusal as refusal:
        _explain(form, refusal)
        return _page(request, seat, form, status=refusal.status)
    was = seat.workshop.sheet
    seat.workshop.refresh_from_db()
    _confirm(request, seat, changed)
    if "information" in changed:
        _tell_of_sheet(request, seat.workshop, was)
    return redirect("setup", slug=seat.workshop.slug)


def _explain(form: SetupForm, refusal: Refusal) -> None:
    if isinstance(refusal, Stale):
        form.add_theirs(refusal.data["theirs"])  # type: ignore[arg-type]  # what edit_setup promises
    else:
        field = refusal.data.get("field")
        form.add_error(str(field) if field else None, refusal.message)


def _confirm(request: HttpRequest, seat: Seat, changed: list[str]) -> None:
    workshop, pack = seat.workshop, seat.workshop.pack_round()
    messages.success(request, _("The set-up is saved.") if changed else _("Nothing had changed."))
    closes_at = pack.closes_at if pack else None
    if closes_at and workshop.starts_at and closes_at > workshop.starts_at:
        messages.warning(
            request, _("The pack closes after the workshop starts. That is allowed; check that you mean it.")
        )


def _tell_of_sheet(request: HttpRequest, workshop: Workshop, was: int) -> None:
    """Say what became of a change of the information: which version it is, and who is asked."""
    sheet = standing_sheet(workshop)
    if sheet is None:
        return
    n = {"n": sheet.version}
    if sheet.version == was:
        says = _("Nobody had read version %(n)s of the information yet, so its words were changed.") % n
    else:
        says = _("The information is version %(n)s now, and everybody is told.") % n
    if sheet.matters:
        says += " " + _("Whoever had answered before is asked again.")
    else:
        says += " " + _("Nobody is asked again; if the change matters, you can still ask everybody below.")
    messages.info(request, says)


def _page(request: HttpRequest, seat: Seat, form: SetupForm, *, status: int = 200) -> HttpResponse:
    workshop = seat.workshop
    facts = {
        "seat": seat,
        "workshop": workshop,
        "form": form,
        "checks": checks_of(workshop),
        "sheet": standing_sheet(workshop),
        "asks": asks(),
        "told": None if workshop.is_closed else told_before(workshop),
        "reuse_note": reuse_note(workshop),
        "items": workshop.consent_items.filter(retired_at__isnull=True),
    }
    return render(request, "workshop/setup/page.html", facts, status=status)
