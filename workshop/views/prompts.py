"""The open prompts of a pack: written, changed, put in order, removed, all before anybody is asked."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workshop.actions.prompts import edit_prompt, place_prompt, remove_prompt, require_unread, write_prompt
from workshop.forms.prompts import PromptForm
from workshop.models import Closed, Invalid, Prompt, Refusal, Seat, Stale
from workshop.models.prompts import MOST_PROMPTS, account_title, print_of_prompt, prompts_of, words_of

from .access import FACILITATOR, seat_required
from .two import decided_form


@require_safe
@seat_required(FACILITATOR)
def prompts(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the open prompts, with what can be done to them, or why nothing can."""
    workshop, pack = seat.workshop, seat.workshop.pack_round()
    listed, reason = list(prompts_of(workshop)), _why_not(seat)
    facts = {
        "seat": seat,
        "workshop": workshop,
        "prompts": listed,
        "over": account_title(workshop),
        "reason": reason,
        "full": len(listed) >= MOST_PROMPTS,
        "pack": pack,
        "can_take_back": bool(reason and pack and pack.may_go_back),
    }
    return render(request, "workshop/prompts/page.html", facts)


def _why_not(seat: Seat) -> str:
    """Return why the prompts cannot be changed now; empty if they can."""
    try:
        require_unread(seat.workshop)
    except Closed as refusal:
        return refusal.message
    return ""


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def prompt_new(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Write one more open prompt."""
    require_unread(seat.workshop)
    form = PromptForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, seat, form, status=422 if form.is_bound else 200)
    try:
        sent = form.cleaned_data
        made = write_prompt(seat, uid=sent["uid"], private=sent["private"], **form.words)
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        return _page(request, seat, form, status=refusal.status)
    return _back(request, seat, _("“%(name)s” is added."), made)


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def prompt(request: HttpRequest, seat: Seat, uid: UUID) -> HttpResponse:
    """Change an open prompt; ``keep`` decides between two versions of its words."""
    found = _find(seat, uid)
    if request.method != "POST":
        require_unread(seat.workshop)
        initial = {**words_of(found), "private": found.private, "uid": uid, "seen": _print(found)}
        return _page(request, seat, PromptForm(initial=initial), found)
    form = PromptForm(decided_form(request.POST, words_of(found), "hints", ("text", "hints")))
    if not form.is_valid():
        return _page(request, seat, form, found, status=422)
    try:
        sent = form.cleaned_data
        edit_prompt(seat, found, sent["seen"], private=sent["private"], **form.words)
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        found = _find(seat, uid)
        form.put("seen", _print(found))
        theirs = found if isinstance(refusal, Stale) else None
        return _page(request, seat, form, found, status=refusal.status, theirs=theirs)
    return _back(request, seat, _("“%(name)s” is saved."), _find(seat, uid))


@require_POST
@seat_required(FACILITATOR)
def prompt_position(request: HttpRequest, seat: Seat, uid: UUID) -> HttpResponse:
    """Put an open prompt at another place."""
    found, wanted = _find(seat, uid), request.POST.get("position", "")
    if not (wanted.isascii() and wanted.isdigit() and len(wanted) < 4):
        raise Invalid(_("Choose a place for the prompt with the buttons beside it."))
    place_prompt(seat, found, int(wanted))
    return _back(request, seat, _("“%(name)s” has moved."), found, f"#prompt-{uid}")


@require_POST
@seat_required(FACILITATOR)
def prompt_removal(request: HttpRequest, seat: Seat, uid: UUID) -> HttpResponse:
    """Take an open prompt out of the pack, when the person is sure."""
    found = _find(seat, uid)
    require_unread(seat.workshop)
    if request.POST.get("confirmed"):
        remove_prompt(seat, found)
        return _back(request, seat, _("“%(name)s” is removed."), found)
    words = {
        "title": _("Remove this prompt?"),
        "text": _("“%(name)s” and its words are deleted.") % {"name": found.name},
        "button": _("Remove the prompt"),
    }
    facts = {"seat": seat, "workshop": seat.workshop, "back_url": _list(seat), **words}
    return render(request, "workshop/parts/_confirm.html", facts)


def _print(found: Prompt) -> str:
    return print_of_prompt(words_of(found), found.private)


def _find(seat: Seat, uid: UUID) -> Prompt:
    return get_object_or_404(prompts_of(seat.workshop), uid=uid)


def _back(request: HttpRequest, seat: Seat, says: str, found: Prompt, place: str = "") -> HttpResponse:
    """Go to the list, and say there what was done to a prompt."""
    messages.success(request, says % {"name": found.name})
    return redirect(_list(seat) + place)


def _list(seat: Seat) -> str:
    return reverse("prompts", kwargs={"slug": seat.workshop.slug})


def _page(
    request: HttpRequest, seat: Seat, form: PromptForm, found: Prompt | None = None, **more: Any
) -> HttpResponse:
    status = more.pop("status", 200)
    facts = {"seat": seat, "workshop": seat.workshop, "form": form, "prompt": found, **more}
    return render(request, "workshop/prompts/prompt.html", facts, status=status)
