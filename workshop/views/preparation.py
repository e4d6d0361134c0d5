"""The preparation space: a facilitator's private notes, and those of all side by side."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workshop.actions.cards import require_editable
from workshop.actions.preparation import edit_note, make_card, remove_note, share_notes, write_note
from workshop.forms.cards import CardForm
from workshop.forms.preparation import NoteForm
from workshop.models import Closed, Invalid, Note, Refusal, Seat
from workshop.models.preparation import preparation_for

from .access import FACILITATOR, seat_required

KEPT = gettext_lazy("The note is saved. Only you see it until you lay it side by side.")
KEPT_BOTH = gettext_lazy(
    "This note was changed in another window too. Both are kept: these words are a note of their own."
)
SHARED = {
    True: gettext_lazy("It lies side by side now. The other facilitators can read it."),
    False: gettext_lazy("It is only yours again."),
}


@require_safe
@seat_required(FACILITATOR)
def page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show one's own notes, and all that lies side by side."""
    return _page(request, seat)


def _page(
    request: HttpRequest,
    seat: Seat,
    sent: NoteForm | None = None,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    """Answer with the page; a form that was refused stands in the place of its note."""
    found = preparation_for(seat)
    changed = sent.note if sent else None
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        "preparation": found,
        "forms": [sent if changed and note.pk == changed.pk else NoteForm(note=note) for note in found.own],
        "new": sent if sent and not changed else NoteForm(),
        "fixed": _why_fixed(seat),
        "refusal": refusal,
        "chosen": request.GET.getlist("note"),
    }
    return render(
        request, "workshop/preparation/page.html", facts, status=refusal.status if refusal else status
    )


def _why_fixed(seat: Seat) -> str:
    """Return why no card can be made of notes now; empty if one can."""
    try:
        require_editable(seat.workshop)
    except Closed as refusal:
        return refusal.message
    return ""


@require_POST
@seat_required(FACILITATOR)
def notes(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Keep a new note."""
    form = NoteForm(request.POST)

    def write() -> Note:
        return write_note(seat, uid=form.cleaned_data["uid"], **form.words)

    return _kept(request, seat, form, write)


@require_POST
@seat_required(FACILITATOR)
def note(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Change a note of one's own."""
    form = NoteForm(request.POST, _own(seat, uid))

    def edit() -> Note:
        return edit_note(seat, _own(seat, uid), form.cleaned_data["rev"], **form.words)

    return _kept(request, seat, form, edit)


def _kept(request: HttpRequest, seat: Seat, form: NoteForm, keep: Callable[[], Note]) -> HttpResponse:
    if not form.is_valid():
        return _page(request, seat, form, status=422)
    try:
        kept = keep()
    except Note.DoesNotExist as gone:
        raise Http404(_("There is no such note.")) from gone
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        return _page(request, seat, form, status=refusal.status)
    both = form.note and kept.pk != form.note.pk
    messages.success(request, str(KEPT_BOTH if both else KEPT))
    return redirect(f"{_address(seat)}#note-{kept.uid}")


@require_POST
@seat_required(FACILITATOR)
def sharing(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Lay notes beside the others', or take them back: ``note`` (or ``all``), and ``share``, yes or no."""
    mine = preparation_for(seat).own
    named = request.POST.getlist("note")
    chosen = [note for note in mine if "all" in request.POST or str(note.uid) in named]
    if named and not chosen:
        raise Http404(_("There is no such note."))
    shared = request.POST.get("share") == "yes"
    share_notes(seat, chosen, shared)
    messages.success(request, str(SHARED[shared]))
    return redirect(f"{_address(seat)}#side")


@require_POST
@seat_required(FACILITATOR)
def removal(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Put a note away."""
    remove_note(seat, _own(seat, uid))
    messages.success(request, _("The note is put away. You can put it back."))
    return redirect(_address(seat))


@require_POST
@seat_required(FACILITATOR)
def restoration(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Put a note back."""
    remove_note(seat, _own(seat, uid), removed=False)
    messages.success(request, _("The note is back."))
    return redirect(f"{_address(seat)}#note-{uid}")


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def card(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Write a first card beside the notes that it is made of."""
    sent = request.POST if request.method == "POST" else request.GET
    side = [note for column in preparation_for(seat).columns for note in column.notes]
    chosen = [note for note in side if str(note.uid) in sent.getlist("note")]
    if not chosen:
        refusal = Invalid(_("Choose the notes first: tick the box of each, then make a card of them."))
        return _page(request, seat, refusal=refusal)
    require_editable(seat.workshop)
    form = CardForm(request.POST if request.method == "POST" else None, initial={"title": chosen[0].title})
    facts = {"seat": seat, "workshop": seat.workshop, "form": form, "notes": chosen}
    if not form.is_valid():
        return render(request, "workshop/preparation/card.html", facts, status=422 if form.is_bound else 200)
    try:
        made = make_card(seat, chosen, uid=form.cleaned_data["uid"], **form.words)
    except Refusal as refused:
        form.add_error(None, refused.message)
        return render(request, "workshop/preparation/card.html", facts, status=refused.status)
    messages.success(request, _("“%(title)s” is made. It is the last of the cards.") % {"title": made.title})
    return redirect(f"{reverse('cards', kwargs={'slug': seat.workshop.slug})}#card-{made.uid}")


def _own(seat: Seat, uid: uuid.UUID) -> Note:
    return get_object_or_404(seat.notes.filter(kind=Note.Kind.READING), uid=uid)


def _address(seat: Seat) -> str:
    return reverse("preparation", kwargs={"slug": seat.workshop.slug})
