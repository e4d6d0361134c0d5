"""What a workshop can start from: Roundel's templates, one's own, a file, another workshop of one's own."""

import json
import uuid
from pathlib import Path
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workshop.actions.packs.documents import document_of, pack_in
from workshop.actions.packs.taken import has_first
from workshop.actions.templates import keep_template, kept_already, remove_template
from workshop.forms.templates import TemplateFileForm
from workshop.forms.workshops import NewWorkshopForm
from workshop.imports import templates as reading
from workshop.imports.sent_templates import template_in
from workshop.models import Refusal, Stale, User
from workshop.models.templates import facilitated_by, templates_of

from .files_sent import say_too_large
from .offers import Offer, offer_of, own_offers, ready_offers


@require_safe
@login_required
def page(request: HttpRequest) -> HttpResponse:
    """Show everything that a workshop can start from."""
    user = _user(request)
    facts = {
        "ready": ready_offers(),
        "own": own_offers(user),
        "workshops": list(facilitated_by(user)),
        "form": TemplateFileForm(),
    }
    return render(request, "workshop/templates/page.html", facts)


@require_safe
@login_required
def template(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a template as leaders would see its pack, and the way to make a workshop of it."""
    offer = _offer(request, ref)
    first = {"template": ref} | ({"zone": offer.workshop.zone} if offer.workshop else {})
    how = {"people": offer.has_people, "untitled": offer.is_untitled}
    return template_page(request, offer, NewWorkshopForm([offer.choice], initial=first, **how))


def template_page(
    request: HttpRequest, offer: Offer, form: NewWorkshopForm, status: int = 200
) -> HttpResponse:
    """Answer with the page of a template, with its form for a new workshop, also as one that was refused."""
    pack = pack_in(document_of(offer.pack), offer.ref)  # in the language of whoever looks
    facts = {"offer": offer, "pack": pack, "form": form}
    if offer.workshop:
        facts |= {"workshop_of": offer.workshop, "has_first": has_first(offer.workshop)}
    return render(request, "workshop/templates/template.html", facts, status=status)


@require_safe
@login_required
def template_file(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand a template out as one file: words of the pack, and nothing of anybody."""
    offer = _offer(request, ref)
    if offer.workshop:
        raise Http404(
            _("There is no such template.")
        )  # it is kept as one first: what goes along is chosen there
    content = json.dumps(document_of(offer.pack), ensure_ascii=False, indent=2)
    answer = HttpResponse(content + "\n", content_type="application/json")
    name = slugify(str(offer.pack.name)) or "template"
    answer["Content-Disposition"] = f'attachment; filename="{name}.roundel-template.json"'
    return answer


@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """Show the published schema of a template's file."""
    return HttpResponse(Path(reading.SCHEMA).read_bytes(), content_type="application/schema+json")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def template_new(request: HttpRequest) -> HttpResponse:
    """Take in the file of a template; it stands among one's own from then on."""
    if request.method != "POST":
        return render(request, "workshop/templates/file.html", {"form": TemplateFileForm()})
    form, status = TemplateFileForm(request.POST, request.FILES), 422
    say_too_large(request, form)
    if form.is_valid():
        try:
            found = template_in(form.cleaned_data["file"].read())
            was = kept_already(_user(request), found)
            kept = keep_template(_user(request), form.cleaned_data["uid"], found)
            is_there = _("“%(name)s” was among your templates already, so it was not added once more.")
            says = (
                is_there
                if was and was.uid != form.cleaned_data["uid"]
                else _("“%(name)s” is among your templates.")
            )
            messages.success(request, says % {"name": kept.name})
            return redirect("template", ref=f"own-{kept.uid}")
        except Refusal as refusal:
            status = refusal.status
            form.add_error("file", refusal.message)
            if isinstance(refusal, Stale):
                form.put("uid", uuid.uuid4())
    return render(request, "workshop/templates/file.html", {"form": form}, status=status)


@require_POST
@login_required
def template_removal(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Remove a template of one's own, when the person is sure."""
    found = templates_of(_user(request)).filter(uid=uid).first()
    if found is None:
        return redirect("templates")
    if request.POST.get("confirmed"):
        remove_template(found)
        messages.success(request, _("“%(name)s” is removed.") % {"name": found.name})
        return redirect("templates")
    facts: dict[str, Any] = {
        "title": _("Remove this template?"),
        "text": _("“%(name)s” goes for good. Workshops that were made from it stay.") % {"name": found.name},
        "button": _("Remove the template"),
        "back_url": reverse("template", kwargs={"ref": f"own-{uid}"}),
    }
    return render(request, "workshop/parts/_confirm.html", facts)


def _user(request: HttpRequest) -> User:
    return cast(User, request.user)  # whoever is signed in


def _offer(request: HttpRequest, ref: str) -> Offer:
    found = offer_of(_user(request), ref)
    if found is None:
        raise Http404(_("There is no such template."))
    return found
