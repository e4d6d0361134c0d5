"""A workshop run again, and the workshops of its series compared."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from workshop.actions.repeating import repeat_workshop
from workshop.forms.repeating import RepetitionForm
from workshop.models import Refusal, Seat
from workshop.models.comparison import comparison_for
from workshop.models.taking_part import declining

from .access import FACILITATOR, seat_required

FIELDS = {"date": "day", "starts": "starts", "cards": "cards"}


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(FACILITATOR)
def repetition(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Ask what goes along, then make the new workshop and go to its set-up."""
    workshop, status = seat.workshop, 422
    cards = list(workshop.cards.all().live().with_words())
    form = RepetitionForm(request.POST if request.method == "POST" else None, workshop.title, cards)
    if form.is_valid():
        try:
            new = _repeat(seat, form)
            says = _("“%(title)s” is made. To give it to somebody else, add them as a facilitator.")
            messages.success(request, says % {"title": new.workshop.title})
            return redirect("setup", slug=new.workshop.slug)
        except Seat.DoesNotExist as gone:
            raise Http404(_("There is no such form.")) from gone
        except Refusal as refusal:
            status = refusal.status
            form.add_error(FIELDS.get(str(refusal.data.get("field"))), refusal.message)
    facts = {"seat": seat, "workshop": workshop, "form": form, "left_out": declining(workshop).count()}
    return render(request, "workshop/repeating/page.html", facts, status=status if form.is_bound else 200)


def _repeat(seat: Seat, form: RepetitionForm) -> Seat:
    sent = form.cleaned_data
    named = {name: sent[name] for name in ("uid", "title", "day", "starts", "invite")}
    return repeat_workshop(seat, cards=form.chosen, **named)


@require_safe
@seat_required(FACILITATOR)
def comparison(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show each card's counts in the workshops of this series that the facilitator prepares too."""
    facts = {"seat": seat, "workshop": seat.workshop, "comparison": comparison_for(seat)}
    return render(request, "workshop/comparison/page.html", facts)
