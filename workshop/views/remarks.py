"""Words in the boxes of the pack: saved as they are typed; chosen between when there are two versions."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from workshop.actions.remarks import resolve_conflict, save_remark
from workshop.models import Prompt, Remark, Seat, Stale, Version
from workshop.models.pack import own_remarks, pack_prompts

from .access import seat_required
from .autosave import read_rev, saved

PARTICIPANT = Seat.Role.PARTICIPANT


@require_POST
@seat_required(PARTICIPANT, consent=True)
def remark(request: HttpRequest, seat: Seat, prompt: uuid.UUID) -> HttpResponse:
    """Save one box."""
    box = get_object_or_404(pack_prompts(seat.workshop), uid=prompt)
    text, rev = request.POST.get(f"text-{prompt}", ""), read_rev(request.POST.get("rev", ""))
    written = save_box(seat, box, text, rev)
    return saved(request, seat, f"box-{prompt}", rev=written.rev, at=written.saved_at)


@require_POST
@seat_required(PARTICIPANT, consent=True)
def version(request: HttpRequest, seat: Seat, prompt: uuid.UUID, number: int) -> HttpResponse:
    """Choose between what a box holds and one of its other versions."""
    other = find_version(get_object_or_404(own_remarks(seat), prompt__uid=prompt), number)
    keep, rev = request.POST.get("keep", ""), read_rev(request.POST.get("rev", ""))
    try:
        written = resolve_conflict(seat, other, keep, rev)
    except Stale as stale:
        stale.data["resolve"] = request.path
        raise
    place, text = f"box-{prompt}", written.body
    return saved(request, seat, place, rev=written.rev, at=written.saved_at, text=text)


def save_box(seat: Seat, prompt: Prompt, text: str, rev: int) -> Remark:
    """Save one box; a Stale refusal also says where the choice is made.

    Raises:
        Refusal: as ``save_remark`` does.
    """
    try:
        return save_remark(seat, prompt, text, rev)
    except Stale as stale:
        where = {"slug": seat.workshop.slug, "prompt": prompt.uid, "number": stale.data["n"]}
        stale.data["resolve"] = reverse("pack-version", kwargs=where)
        raise


def find_version(remark: Remark, number: int) -> Version:
    """Return one version of a remark by its number, counted from 1 by age, or raise 404."""
    for n, each in enumerate(remark.versions.all(), start=1):
        if n == number:
            return each
    raise Http404
