"""A facilitator's own notes on moments: all on one page, and each changed beside its moment."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from workshop.actions.reflections import (
    edit_reflection,
    remove_reflection,
    share_reflection,
    write_reflection,
)
from workshop.forms.replay import ReflectionForm
from workshop.models import Note, Refusal, Seat
from workshop.models.replay import moment_of_note, reflections_for, times_of

from .access import FACILITATOR, seat_required
from .autosave import read_rev
from .lineage import moment_page
from .two import decided

SHARED = {
    True: gettext_lazy("The other facilitators can read this note now."),
    False: gettext_lazy("The note is only yours again."),
}


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def notes(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show all notes that one may read, in the order of time; or pin a new one to moment ``n``."""
    if request.method == "POST":
        return _new(request, seat)
    times = times_of(seat.workshop)
    rows = [note for note in reflections_for(seat) if note.removed_at is None]
    pinned = [(moment_of_note(note, times), note) for note in rows]
    context = {"workshop": seat.workshop, "seat": seat, "pinned": pinned}
    return render(request, "workshop/lineage/notes.html", context)


def _new(request: HttpRequest, seat: Seat) -> HttpResponse:
    n = read_rev(request.POST.get("n", ""))
    form = ReflectionForm(request.POST)

    def write() -> Note:
        return write_reflection(seat, n, form.cleaned_data["body"], uid=form.cleaned_data["uid"])

    return _kept(request, seat, n, form, write)


@require_POST
@seat_required(FACILITATOR)
def note(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Change a note of one's own; ``keep`` decides between two versions of it."""
    found = _own(seat, uid)
    form = ReflectionForm(request.POST, found)

    def edit() -> Note:
        words = decided({**request.POST.dict(), "body": form.cleaned_data["body"]}, "body", found.body)
        return edit_reflection(seat, found, form.cleaned_data["rev"], words)

    return _kept(request, seat, _moment(seat, found), form, edit)


def _kept(
    request: HttpRequest, seat: Seat, n: int, form: ReflectionForm, keep: Callable[[], Note]
) -> HttpResponse:
    if not form.is_valid():
        return moment_page(request, seat, n, form, 422)
    try:
        kept = keep()
    except Note.DoesNotExist as gone:
        raise Http404(_("There is no such note.")) from gone
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        if "rev" in refusal.data:
            form.put("rev", refusal.data["rev"])
            form.theirs = str(refusal.data["theirs"])
        return moment_page(request, seat, n, form, refusal.status)
    messages.success(request, _("The note is saved."))
    return redirect(f"{_address(seat, n)}#note-{kept.uid}")


@require_POST
@seat_required(FACILITATOR)
def sharing(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Let the other facilitators read a note, or take it back: ``share``, yes or no."""
    found, shared = _own(seat, uid), request.POST.get("share") == "yes"
    share_reflection(seat, found, shared)
    messages.success(request, str(SHARED[shared]))
    return redirect(f"{_address(seat, _moment(seat, found))}#note-{uid}")


@require_POST
@seat_required(FACILITATOR)
def removal(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Put a note away."""
    found = _own(seat, uid)
    remove_reflection(seat, found)
    messages.success(request, _("The note is put away. You can put it back."))
    return redirect(f"{_address(seat, _moment(seat, found))}#notes")


@require_POST
@seat_required(FACILITATOR)
def restoration(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Put a note back."""
    found = _own(seat, uid)
    remove_reflection(seat, found, removed=False)
    messages.success(request, _("The note is back."))
    return redirect(f"{_address(seat, _moment(seat, found))}#note-{uid}")


def _own(seat: Seat, uid: uuid.UUID) -> Note:
    return get_object_or_404(seat.notes.filter(kind=Note.Kind.REFLECTION), uid=uid)


def _moment(seat: Seat, note: Note) -> int:
    return moment_of_note(note, times_of(seat.workshop))


def _address(seat: Seat, n: int) -> str:
    return reverse("lineage-moment", kwargs={"slug": seat.workshop.slug, "n": n})
