"""A workshop is brought back: its file is sent, looked at, and brought in by one more press."""

import uuid
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from workshop.actions.uploads import bring_upload, keep_upload, throw_away
from workshop.forms.bringing import FileForm
from workshop.imports.preview import preview_of
from workshop.imports.wholes import document_in, looked_at
from workshop.models import Refusal, Stale, Upload, User
from workshop.models.uploads import uploads_of

from .files_sent import say_too_large


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def workshop_file_new(request: HttpRequest) -> HttpResponse:
    """Ask for the file, and read it."""
    if request.method != "POST":
        return render(request, "workshop/bringing/new.html", {"form": FileForm()})
    form, status = FileForm(request.POST, request.FILES), 422
    say_too_large(request, form)
    if form.is_valid():
        content = form.cleaned_data["file"].read()
        try:
            upload = keep_upload(_user(request), form.cleaned_data["uid"], content, looked_at(content))
            return redirect("workshop-file", uid=upload.uid)
        except Refusal as refusal:
            status = refusal.status
            form.add_error("file", refusal.message)
            if isinstance(refusal, Stale):
                form.put("uid", uuid.uuid4())
    return render(request, "workshop/bringing/new.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def workshop_file(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Show what is in the file, or bring it in."""
    upload = _upload(request, uid)
    if upload.made:
        return redirect("workshop", slug=upload.made.slug)
    if request.method != "POST":
        return _preview(request, upload)
    try:
        made = bring_upload(upload, document_in(upload.content))
    except Refusal as refusal:
        return _preview(request, upload, refusal)
    messages.success(request, _("“%(title)s” is back. People need new links.") % {"title": made.title})
    return redirect("workshop", slug=made.slug)


@require_POST
@login_required
def workshop_file_removal(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Throw the file away."""
    upload = uploads_of(_user(request)).filter(uid=uid).first()
    if upload:
        throw_away(upload)
    messages.success(request, _("The file is thrown away. Nothing was brought in."))
    return redirect("home")


def _user(request: HttpRequest) -> User:
    return cast(User, request.user)  # whoever is signed in


def _preview(request: HttpRequest, upload: Upload, refusal: Refusal | None = None) -> HttpResponse:
    facts = {"file": preview_of(upload.facts), "upload": upload, "wrong": refusal.message if refusal else ""}
    return render(request, "workshop/bringing/file.html", facts, status=refusal.status if refusal else 200)


def _upload(request: HttpRequest, uid: uuid.UUID) -> Upload:
    upload = uploads_of(_user(request)).filter(uid=uid).first()
    if upload is None:
        raise Http404(_("There is no such file."))
    return upload
