"""What people are asked to agree to, as facilitators write it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from workshop.actions.consent_items import change_item, item_print, retire_item, write_item
from workshop.forms.consent_items import ConsentItemForm
from workshop.models import ConsentItem, Refusal, Seat, Stale

from .access import FACILITATOR, seat_required


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def consent_item_new(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Write one more item."""
    form = ConsentItemForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, seat, form, status=422 if form.is_bound else 200)
    sent = form.cleaned_data
    try:
        write_item(seat, uid=sent["uid"], text=sent["text"], required=sent["required"])
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        return _page(request, seat, form, status=refusal.status)
    return _back(request, seat, _("The item is added."))


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def consent_item(request: HttpRequest, seat: Seat, uid: UUID) -> HttpResponse:
    """Change an item; a new version once somebody has answered."""
    item = get_object_or_404(seat.workshop.consent_items, uid=uid)
    if request.method != "POST":
        known = {"text": item.text, "required": item.required, "uid": item.uid, "seen": item_print(item)}
        return _page(request, seat, ConsentItemForm(initial=known), item)
    form = ConsentItemForm(request.POST)
    if not form.is_valid():
        return _page(request, seat, form, item, status=422)
    sent = form.cleaned_data
    try:
        change_item(seat, item, seen=sent["seen"], text=sent["text"], required=sent["required"])
    except Refusal as refusal:
        _explain(form, item, refusal)
        return _page(request, seat, form, item, status=refusal.status)
    return _back(request, seat, _("The item is saved."))


@require_POST
@seat_required(FACILITATOR)
def consent_item_retirement(request: HttpRequest, seat: Seat, uid: UUID) -> HttpResponse:
    """Ask an item no more, when the person is sure."""
    item = get_object_or_404(seat.workshop.consent_items, uid=uid)
    if request.POST.get("confirmed"):
        retire_item(seat, item)
        return _back(request, seat, _("The item is no longer asked. Answers to it are kept."))
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        "title": _("Ask this no more?"),
        "text": item.text,
        "button": _("Ask it no more"),
        "back_url": reverse("setup", kwargs={"slug": seat.workshop.slug}),
    }
    return render(request, "workshop/parts/_confirm.html", facts)


def _explain(form: ConsentItemForm, item: ConsentItem, refusal: Refusal) -> None:
    form.add_error("text", refusal.message)
    if isinstance(refusal, Stale) and refusal.data["theirs"]:
        item.refresh_from_db()
        form.add_error(
            "text", _("It says now: “%(text)s” Save again to put yours there.") % {"text": item.text}
        )
        form.put("seen", item_print(item))


def _page(
    request: HttpRequest,
    seat: Seat,
    form: ConsentItemForm,
    item: ConsentItem | None = None,
    status: int = 200,
) -> HttpResponse:
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        "form": form,
        "item": item,
        "answered": bool(item and item.answers.exists()),
    }
    return render(request, "workshop/setup/consent_item.html", facts, status=status)


def _back(request: HttpRequest, seat: Seat, says: str) -> HttpResponse:
    messages.success(request, says)
    return redirect(f"{reverse('setup', kwargs={'slug': seat.workshop.slug})}#consents")
