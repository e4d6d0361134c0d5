"""The pages of a filled Word file, the same for its person and for a facilitator who enters it for them."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from workshop.actions.filled import PLACES, enter_answers
from workshop.exports.packs.reading import Copy, read_pack
from workshop.forms.filled import FilledForm
from workshop.imports.filled.door import filled_of_file
from workshop.imports.filled.package import BYTES
from workshop.models import Refusal, Seat
from workshop.models.audiences import few_parts, promise_parts
from workshop.models.extra_time import is_open_for
from workshop.models.filled import here_of
from workshop.models.finished_for import finished_for
from workshop.models.languages import in_english
from workshop.models.sheets import sheets_of

from .filled_came import Came
from .filled_faults import faults_in
from .filled_found import Left, doubts_about, fields_of, left_of, require_own, twice_in
from .filled_gone import ZONES, gone_from
from .filled_rows import rows_of
from .filled_sent import Form
from .seen import note_packs_seen


@dataclass(frozen=True)
class Desk:
    """Who looks at a file (``seat``), whose it is (``other``), and who enters it for them, if anybody."""

    request: HttpRequest
    seat: Seat
    other: Seat
    by: Seat | None = None

    def address(self, name: str) -> str:
        """Return a page of the person's, or the one at which a facilitator enters the same for them."""
        workshop = {"slug": self.seat.workshop.slug}
        if self.by:
            return reverse(f"proxy-{name}" if name else "proxy", kwargs=workshop | {"uid": self.other.uid})
        return reverse(name or "pack", kwargs=workshop)

    def facts(self) -> dict[str, Any]:
        """Return what each of the pages shows."""
        facts = {"seat": self.seat, "workshop": self.seat.workshop, "other": self.other, "by": self.by}
        return facts | {"file_url": self.address("filled"), "back_url": self.address("")}


def ask(desk: Desk, form: FilledForm, status: int = 200) -> HttpResponse:
    """Show where to send the file in, or that it is not the time for it."""
    pack = desk.seat.workshop.pack_round()
    facts = {"form": form, "is_open": pack is not None and is_open_for(pack, desk.other), "round": pack}
    return render(desk.request, "workshop/filled/page.html", desk.facts() | facts, status=status)


def take(desk: Desk) -> HttpResponse:
    """Read the file that was sent and show what was understood; what cannot be read is said at its field."""
    form = FilledForm(desk.request.POST, desk.request.FILES)
    if not form.is_valid():
        return ask(desk, form, 422)
    try:
        return _understood(desk, form.cleaned_data["file"].read(BYTES + 1))
    except Refusal as refusal:
        form.add_error("file", refusal.message)
        return ask(desk, form, refusal.status)


def _understood(desk: Desk, content: bytes) -> HttpResponse:
    with in_english():  # as the file was written, whatever who sends it reads in
        pack = read_pack(Copy(desk.by or desk.other, desk.other))
    read = filled_of_file(content, desk.other, pack)
    require_own(read, name=desk.other.name if desk.by else "")
    came = Came(fields_of(read, pack), twice=twice_in(read, pack))
    facts = {"left": left_of(read, pack), "doubts": doubts_about(read), "found": len(came.words)}
    facts["print"] = hashlib.sha256(content).hexdigest()[:12]
    return _show(desk, came, facts)


def enter(desk: Desk) -> HttpResponse:
    """Save what the form says and go on; what was refused stands at its place, with all that was typed."""
    sent = desk.request.POST
    form = Form(desk.other, here_of(desk.other, desk.by), sent)
    try:
        enter_answers(desk.other, form.answers(), desk.by)
    except Refusal as refusal:
        desk.seat.workshop.refresh_from_db()  # what was open may have closed after it was read
        return _refused(desk, refusal, form)
    if desk.by:
        messages.success(
            desk.request, _("What was in the file of %(name)s is saved.") % {"name": desk.other.name}
        )
    else:
        messages.success(desk.request, _("What was in your file is saved in your pack."))
    return redirect(desk.address(""))


def _refused(desk: Desk, refusal: Refusal, form: Form) -> HttpResponse:
    sent, data = desk.request.POST, refusal.data
    wrong, asks = data.get("wrong"), data.get("asks")
    came = Came(
        sent.dict(),
        True,
        {form.at(key): wrong[key] for key in wrong} if isinstance(wrong, dict) else {},
        asks if isinstance(asks, list) else [],
        sent.getlist("twice"),
    )
    texts: Sequence[str] = sent.getlist("left")
    beside = [*sent.getlist("left-near"), *[""] * len(texts)]
    left = [Left(text, near) for text, near in zip(texts, beside, strict=False)]
    facts = {"left": left, "print": desk.request.GET.get("file", "")[:12], "refusal": refusal}
    is_listed = refusal.message == " ".join(dict.fromkeys(came.wrong.values())) and PLACES not in came.wrong
    facts["says"] = "" if is_listed else refusal.message
    facts["doubts"] = sent.getlist("doubt")
    return _show(desk, came, facts, refusal.status)


def _show(desk: Desk, came: Came, facts: dict[str, Any], status: int = 200) -> HttpResponse:
    if desk.by:
        note_packs_seen(desk.by)
    here = here_of(desk.other, desk.by)
    rows = rows_of(here, came)
    more = {
        "left": [*facts["left"], *gone_from(here, came.words)],
        "faults": faults_in(rows),
        "zones": list(ZONES.items()),
        "sheet": sheets_of(desk.seat.workshop)[-1],
        "promise": [*promise_parts(desk.seat.workshop), *few_parts(desk.seat.workshop)],
        "enter_url": desk.address("filled-answers"),
        "whole": "whole" in desk.request.POST or str(desk.other.uid) in finished_for(desk.seat.workshop),
    }
    return render(
        desk.request, "workshop/filled/review.html", desk.facts() | facts | rows | more, status=status
    )
