"""Taking one picture of the results: a look at it, what to write beside it, then the file."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from workshop.actions.exports import export_picture
from workshop.exports.pictures import Picture, png_of
from workshop.exports.pictures.offered import TYPES, NoSuchPicture, found_in, picture_format
from workshop.exports.taking import Wanted, prepared
from workshop.models import Seat

from .access import FACILITATOR, seat_required
from .exports import send_file


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def page(request: HttpRequest, seat: Seat, picture: str) -> HttpResponseBase:
    """Show a picture and what it says in words; send it as SVG or PNG, and write down who took it."""
    if request.method == "POST":
        try:
            return send_file(export_picture(seat, picture, request.POST.get("kind", "")))
        except NoSuchPicture as missing:
            raise Http404(_("There is no such picture.")) from missing
    found, replaced = _shown(seat, picture)
    facts = {"seat": seat, "workshop": seat.workshop, "picture": found, "replaced": replaced}
    return render(request, "workshop/exports/picture.html", facts)


@require_safe
@seat_required(FACILITATOR)
def preview(request: HttpRequest, seat: Seat, picture: str) -> HttpResponse:
    """Send the picture that its page shows: as PNG, which brings no style of its own into the page."""
    found, _replaced = _shown(seat, picture)
    return HttpResponse(png_of(found), content_type=TYPES["png"])


def _shown(seat: Seat, name: str) -> tuple[Picture, int]:
    """Return a picture as this seat's file would have it, and how many places were replaced in it."""
    try:
        ready = prepared(seat.workshop, picture_format(name, "svg"), Wanted(seat.full_data))
        return found_in(ready.material, name), ready.replaced
    except NoSuchPicture as missing:
        raise Http404(_("There is no such picture.")) from missing
