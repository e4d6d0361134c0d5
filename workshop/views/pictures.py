"""Taking one picture of the results: what to write beside it, then the file."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workshop.actions.exports import export_picture
from workshop.exports.pictures.offered import NoSuchPicture, found_in, picture_format, require_picture
from workshop.exports.taking import Wanted, prepared
from workshop.models import Seat

from .access import FACILITATOR, seat_required
from .exports import send_file


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def page(request: HttpRequest, seat: Seat, picture: str) -> HttpResponseBase:
    """Show what a picture says in words, to be copied; send it as SVG or PNG, and write down who took it."""
    try:
        if request.method == "POST":
            return send_file(export_picture(seat, picture, request.POST.get("kind", "")))
        require_picture(seat.workshop, picture, "svg")
        ready = prepared(seat.workshop, picture_format(picture, "svg"), Wanted(seat.full_data))
        found = found_in(ready.material, picture)
    except NoSuchPicture as missing:
        raise Http404(_("There is no such picture.")) from missing
    facts = {"seat": seat, "workshop": seat.workshop, "picture": found, "replaced": ready.replaced}
    return render(request, "workshop/exports/picture.html", facts)
