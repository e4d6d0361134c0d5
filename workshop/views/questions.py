"""A question, for who leads: put on the agenda, and its answers shown."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshop.actions.questions import add_question, show_answers
from workshop.actions.six_questions import SEEDS, SOURCE
from workshop.live.now import look
from workshop.live.questions import answered_of, showing_question
from workshop.live.sentences import announcement
from workshop.models import Prompt, Seat
from workshop.models.gestures import READY, Counts, counts_of
from workshop.models.question_counts import counted
from workshop.templatetags.questions import ready_sentence

from .access import seat_required
from .agenda import says
from .leading import agenda_changed
from .paths import next_in


@require_POST
@seat_required(leads=True, consent=True)
def questions(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Put a question on the agenda: ``text`` in own words, or ``seed``, one of the six of the paper."""
    text, seed = request.POST.get("text", ""), SEEDS.get(request.POST.get("seed", ""))
    try:
        uid = uuid.UUID(request.POST.get("uid", ""))
    except ValueError as wrong:
        raise Http404(_("There is no such form.")) from wrong
    words, source = (str(seed.text), SOURCE) if seed and not text.strip() else (text, "")
    told = says(_("The question"))
    return agenda_changed(
        request, seat, lambda: add_question(seat, words, uid=uid, citation=source), told, asked=text
    )


@require_POST
@seat_required(leads=True, consent=True)
def revelation(request: HttpRequest, seat: Seat, uid: uuid.UUID) -> HttpResponse:
    """Show everybody the answers, after a pause for thought: they are never hidden again."""
    prompt, back = question_of(seat, uid), next_in(request, seat.workshop, "desk")
    if request.POST.get("confirmed") or prompt.is_shown:
        show_answers(seat, prompt)
        now = look(seat.workshop)
        on_stage = now.prompt is not None and now.prompt.pk == prompt.pk
        messages.success(request, announcement(now) if on_stage else _("The answers are shown."))
        return redirect(back)
    title, text = showing_question()
    counts, ready = counted(prompt), counts_of(seat.workshop).get(READY, Counts())
    facts = {
        "seat": seat,
        "workshop": seat.workshop,
        "title": title,
        "text": f"{answered_of(counts)} {ready_sentence(ready.up, counts.seats)} {text}",
        "button": _("Show the answers"),
        "back_url": back,
        "fields": [("next", back)],
    }
    return render(request, "workshop/parts/_confirm.html", facts)


def question_of(seat: Seat, uid: uuid.UUID) -> Prompt:
    """Return a question that was put to the group, or raise 404: nobody is told what is still to be asked."""
    asked = seat.workshop.prompts.filter(kind=Prompt.Kind.OPEN, steps__started_at__isnull=False)
    return get_object_or_404(asked.distinct(), uid=uid)
