"""One of one's own words: what taking it back would erase, and taking it back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workshop.actions.leftovers import backups_until, keeps_erased
from workshop.actions.taking_back import take_words_back
from workshop.models import Refusal, Seat, Stale
from workshop.models.extra_time import is_open_for
from workshop.models.own_words import had_words, own_words_at
from workshop.models.taken_before import files_of

from .access import seat_required


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required()
def words(request: HttpRequest, seat: Seat, key: str) -> HttpResponse:
    """Show one's own words with what goes and what stays, ask, then erase them; after the close, too.

    Whoever presses twice is told that nothing of theirs is there any more.
    """
    if not had_words(seat, key):
        raise Http404(_("There are no such words of yours."))
    if request.method != "POST":
        return _page(request, seat, key)
    try:
        was_there = take_words_back(seat, key, agreed=request.POST.get("confirmed", ""))
    except Stale as refusal:
        return _page(request, seat, key, refusal)
    if was_there:
        messages.success(request, _("It is taken back: the words are erased for good."))
    return _back(request, seat, was_there)


def _back(request: HttpRequest, seat: Seat, was_there: bool) -> HttpResponse:
    if not was_there:
        messages.info(request, _("These words are taken back already. Nothing was changed."))
    return redirect(f"{reverse('my-data', kwargs={'slug': seat.workshop.slug})}#words")


def _page(request: HttpRequest, seat: Seat, key: str, refusal: Refusal | None = None) -> HttpResponse:
    found = own_words_at(seat, key)
    if found is None or found.taken_at:
        return _back(request, seat, was_there=False)
    workshop = seat.workshop
    pack = workshop.pack_round() if found.is_pack_comment else None
    facts = {
        "seat": seat,
        "workshop": workshop,
        "each": found,
        "changed": refusal.message if refusal else "",
        "files": files_of(workshop).count(),
        "until": backups_until(),
        "waits": keeps_erased(),
        "may_write_again": bool(pack and is_open_for(pack, seat)) and seat.is_participant,
        "may_say": workshop.is_live and not workshop.is_closed,
    }
    status = refusal.status if refusal else 200
    return render(request, "workshop/my_data/words.html", facts, status=status)
