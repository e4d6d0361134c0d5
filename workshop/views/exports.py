"""Taking a workshop away in a file."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.exports import Taken, export_comparison, export_workshop
from workshop.exports import FORMATS
from workshop.models import Seat

from .access import FACILITATOR, seat_required


@require_POST
@seat_required(FACILITATOR)
def export(request: HttpRequest, seat: Seat, format: str) -> HttpResponseBase:
    """Send the workshop as a file. A POST, because it is written down who took it."""
    if format not in FORMATS:
        raise Http404(_("There is no such format."))
    return send_file(export_workshop(seat.workshop, format, seat))


@require_POST
@seat_required(FACILITATOR)
def comparison(request: HttpRequest, seat: Seat) -> HttpResponseBase:
    """Send the comparison of a series as a file, as its page shows it."""
    return send_file(export_comparison(seat))


def send_file(taken: Taken) -> HttpResponse:
    """Return the answer that hands a file over, under its name."""
    response = HttpResponse(taken.content, content_type=taken.content_type)
    response["Content-Disposition"] = f'attachment; filename="{taken.filename}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
