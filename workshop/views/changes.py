"""A change of cards: written on its own page, then made, put to the group, or proposed."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from workshop.actions.changes import change_cards
from workshop.actions.proposals import propose_change
from workshop.actions.putting import put_change
from workshop.forms.changes import ChangeForm
from workshop.models import Card, Change, Forbidden, Invalid, Proposal, Refusal, Seat
from workshop.models.changing import VERBS, require_count
from workshop.models.synthesis import Synthesis, TableCard, synthesis_of

from .access import seat_required
from .seen import note_packs_seen
from .synthesis import or_says_why

FIRST = 3  # parts of a split that show at once
MAKE, PUT, PROPOSE = "make", "put", "propose"
SAID = {
    MAKE: gettext_lazy("The cards are changed. You can take it back under “What was done so far”."),
    PUT: gettext_lazy("It is before the group. Everybody is asked now."),
    PROPOSE: gettext_lazy("Your proposal is with the chair, who can put it to the group."),
}


@require_safe
@seat_required(consent=True)
@or_says_why
def change_new(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Ask for what a change needs beside its cards: words, a reason, a card to end in."""
    return _page(request, seat, _form(seat, request.GET, bound=False))


@require_POST
@seat_required(consent=True)
@or_says_why
def changes(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Make a change, put it to the group, or propose it: ``way`` is make, put or propose."""
    form = _form(seat, request.POST, bound=True)
    if not form.is_valid():
        return _page(request, seat, form, status=422)
    way = request.POST.get("way", "")
    way = way if way in SAID else MAKE if seat.leads else PROPOSE
    try:
        _act(seat, form, way)
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        form.renew()
        return _page(request, seat, form, status=refusal.status)
    messages.success(request, str(SAID[way]), extra_tags=_draft(seat, form))
    return redirect(_address(seat))


def _act(seat: Seat, form: ChangeForm, way: str) -> None:
    uid = form.cleaned_data["uid"]
    try:
        if way == PROPOSE:
            propose_change(seat, form.wanted, uid=uid)
        elif not seat.leads:
            raise Forbidden(_("Only the chair changes the cards. You can propose this to the group."))
        elif way == PUT:
            put_change(seat, form.wanted, uid=uid)
        else:
            change_cards(seat, form.wanted, uid=uid)
    except (Card.DoesNotExist, Change.DoesNotExist, Proposal.DoesNotExist) as gone:
        raise Http404(_("There is no such card in this workshop.")) from gone


def _form(seat: Seat, sent: QueryDict, *, bound: bool) -> ChangeForm:
    """Return the form for the cards and the verb that were sent.

    A card that left the table while somebody wrote stays in a form that is sent: it is said who did what, and
    the words are kept.

    Raises:
        Invalid: no such verb, or no card that can be chosen.
    """
    verb = sent.get("verb", "")
    if verb not in VERBS:
        raise Invalid(_("Choose what to do with the cards."))
    note_packs_seen(seat)
    found = synthesis_of(seat)
    rows = {row.uid: row for row in [*found.choosable, *(found.left if bound else ())]}
    chosen = [rows[uid] for uid in dict.fromkeys(sent.getlist("card")) if uid in rows]
    if not chosen:
        raise Invalid(_("Choose the cards first: tick the box of each, then say what to do with them."))
    require_count(verb, len(chosen))
    return ChangeForm(sent if bound else None, verb, chosen, _targets(found, verb, chosen), found.n)


def _targets(found: Synthesis, verb: str, chosen: list[TableCard]) -> list[TableCard]:
    """Return the cards that a change can end in."""
    if verb == "adopt":
        old = chosen[0].card.rephrases_id
        return [row for row in found.cards if row.card.pk == old]
    return [row for row in found.cards if row not in chosen]


def _draft(seat: Seat, form: ChangeForm) -> str:
    """Return by what name a browser keeps what is typed about a change, until it has come in."""
    return f"{reverse('change-new', kwargs={'slug': seat.workshop.slug})}{form.verb} {form.uids}"


def _page(request: HttpRequest, seat: Seat, form: ChangeForm, status: int = 200) -> HttpResponse:
    context: dict[str, Any] = {
        "workshop": seat.workshop,
        "seat": seat,
        "form": form,
        "verb": form.verb,
        "cards": [row.card for row in form.chosen],
        "chosen": form.chosen,
        "place": _draft(seat, form),
        "wrong": form.wrong if form.is_bound else [],
        "texts": form.texts[:FIRST],
        "more_texts": form.texts[FIRST:],
        "more_open": any(not text.is_empty for text in form.texts[FIRST:]),
    }
    return render(request, "workshop/changes/new.html", context, status=status)


def _address(seat: Seat) -> str:
    return reverse("synthesis", kwargs={"slug": seat.workshop.slug})
