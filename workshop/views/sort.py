"""The card sort: a list to tap or key through, with the table drawn beside it."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from workshop.actions.former import start_from_former
from workshop.actions.sort import Row, clear_order, place_card, place_cards
from workshop.models import Card, Closed, Invalid, Mark, Refusal, Round, Seat, Stale
from workshop.models.audiences import blind_sentence
from workshop.models.ballots import ZONES
from workshop.models.extra_time import is_open_for
from workshop.models.former import look_back
from workshop.models.ruling import rulings_of
from workshop.models.sorting import Sorting, sorting_of
from workshop.templatetags.moments import moment

from .access import past_the_link, seat_required
from .beside import beside_room, pressed_beside
from .refusals import wants_json
from .sort_form import keep_unsaved, move_of, rows_of


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(consent=True)
def page(request: HttpRequest, seat: Seat, number: int) -> HttpResponseBase:
    """Show the sort; a POST without JavaScript saves all its rows at once."""
    round = sort_round(seat, number)
    if away := past_the_link(request, seat):
        return away
    if request.method == "POST":
        return _save_all(request, seat, round)
    return render(request, "workshop/sort/page.html", beside_room(seat, round) | _context(seat, round))


@require_POST
@seat_required(consent=True)
def placement(request: HttpRequest, seat: Seat, number: int, card: uuid.UUID) -> HttpResponseBase:
    """Place one card: JSON with the list and the table as they are now, or back to the page."""
    round = sort_round(seat, number)
    chosen = get_object_or_404(seat.workshop.cards, uid=card)
    if chosen.is_blank and chosen.proposer_id != seat.pk:
        raise Http404
    place_card(seat, round, chosen, request.POST.get("zone", ""), **_place_and_reason(request.POST))
    return _answer(request, seat, round, chosen)


@require_POST
@seat_required(consent=True)
def order(request: HttpRequest, seat: Seat, number: int) -> HttpResponseBase:
    """Make the cards of one circle equal again."""
    round = sort_round(seat, number)
    clear_order(seat, round, request.POST.get("zone", ""))
    return _answer(request, seat, round, None)


@require_POST
@seat_required(consent=True)
def former(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Start from where this person had the cards in the sort before."""
    round = sort_round(seat, number)
    n = start_from_former(seat, round)
    said = ngettext("%(n)s card lies where you had it.", "%(n)s cards lie where you had them.", n)
    messages.success(request, said % {"n": n})
    return redirect("sort", slug=seat.workshop.slug, number=round.number)


def sort_round(seat: Seat, number: int) -> Round:
    """Return the sort with this number in the seat's workshop, or raise 404."""
    for round in seat.workshop.rounds_in_order():
        if round.number == number and round.kind == Round.Kind.SORT:
            return round
    raise Http404(_("There is no such card sort in this workshop."))


def _place_and_reason(sent: Any, suffix: str = "") -> dict[str, Any]:
    place = sent.get(f"place{suffix}", "")
    if place and not (place.isascii() and place.isdigit() and len(place) < 4):
        raise Invalid(_("The place of a card is a whole number, counted from 1."))
    return {"place": int(place) if place else None, "reason": sent.get(f"reason{suffix}")}


def _answer(request: HttpRequest, seat: Seat, round: Round, card: Card | None) -> HttpResponse:
    if not wants_json(request):
        return redirect("sort", slug=seat.workshop.slug, number=round.number)
    context = _context(seat, round)
    html = render_to_string("workshop/sort/_sorting.html", context, request)
    said = where_it_lies(context["sorting"], card) if card else _("The cards in this circle are equal now.")
    return JsonResponse({"saved_at": timezone.now().isoformat(), "html": html, "said": said})


def _save_all(request: HttpRequest, seat: Seat, round: Round) -> HttpResponseBase:
    sent, cards = request.POST, sorting_of(seat, round).everything
    pressed = pressed_beside(request, seat)
    rows = rows_of(sent, cards)
    try:
        saved = place_cards(seat, round, rows, move=move_of(sent, cards), clear=sent.get("clear", ""))
    except (Invalid, Closed, Stale) as refusal:
        return _unsaved(request, seat, round, rows, refusal)
    if saved:
        messages.success(request, _("Your card sort is saved."))
    elif not pressed and "go-on" not in sent:  # who goes on asked for nothing to be saved
        messages.info(request, _("Nothing had changed, so nothing was saved."))
    if "go-on" in sent:
        return redirect("pack-finish" if round.is_pack else "workshop", slug=seat.workshop.slug)
    return redirect("sort", slug=seat.workshop.slug, number=round.number)


def _unsaved(
    request: HttpRequest, seat: Seat, round: Round, rows: list[Row], refusal: Refusal
) -> HttpResponse:
    """Show the page as it is now, with all that was sent still on it, and why it was not saved."""
    seat.workshop.refresh_from_db()  # the round may have closed after it was read
    context = _context(seat, sort_round(seat, round.number))
    keep_unsaved(context["sorting"].everything, rows)
    page = beside_room(seat, round) | context | {"refusal": refusal}
    return render(request, "workshop/sort/page.html", page, status=refusal.status)


def _context(seat: Seat, round: Round) -> dict[str, Any]:
    unseen = round.is_draft and not seat.is_facilitator
    sorting = Sorting() if unseen else sorting_of(seat, round)
    former = look_back(seat, round, sorting.everything)
    startable = {each.card.pk for each in sorting.unsorted} & (former.marks.keys() if former else set())
    is_open = is_open_for(round, seat)
    may_sort = seat.is_participant and is_open
    titles = {
        "": _("Still to place") if is_open or round.is_draft else _("No answer"),
        **{str(zone): str(words) for zone, words in ZONES.items()},
    }
    return {
        "workshop": seat.workshop,
        "seat": seat,
        "round": round,
        "sorting": sorting,
        "groups": [_group(sorting, zone, title) for zone, title in titles.items()],
        "may_sort": may_sort,
        "until": _extra(seat, round) if may_sort else "",
        "entered": [each.label for each in sorting.everything if each.mark and each.mark.proxy_id],
        "former": former,
        "ruling": rulings_of(seat.workshop).get(round.number),
        "startable": len(startable) if may_sort else 0,
        "blind": blind_sentence(seat.workshop),
    }


def _extra(seat: Seat, round: Round) -> str:
    """Say until when this seat may sort, where it is closed to the others; empty while it is open to all."""
    return moment(seat.workshop, seat.extra_until) if seat.extra_until and not round.is_open else ""


def _group(sorting: Sorting, zone: str, title: str) -> dict[str, Any]:
    cards = sorting.zone_of(zone)
    return {
        "zone": zone,
        "name": zone or "unsorted",
        "title": title,
        "cards": cards,
        "ordered": sorting.is_ordered(zone),
    }


def where_it_lies(sorting: Sorting, card: Card) -> str:
    """Return the sentence that announces where a card lies now."""
    said = {
        Mark.Zone.INNER: _("Card %(label)s is in the inner circle"),
        Mark.Zone.OUTER: _("Card %(label)s is in the outer circle"),
        Mark.Zone.UNPLACED: _("Card %(label)s is beside the table, not placed"),
    }
    found = next((each for each in sorting.everything if each.card.pk == card.pk), None)
    if found is None:
        return ""
    zone = found.mark.zone if found.mark else Mark.Zone.UNPLACED
    sentence = said[Mark.Zone(zone)] % {"label": found.label}
    if sorting.is_ordered(zone):
        cards = sorting.zone_of(zone)
        values = {"place": cards.index(found) + 1, "cards": len(cards)}
        sentence += ngettext(", %(place)s of %(cards)s", ", %(place)s of %(cards)s", len(cards)) % values
    left = len(sorting.unsorted)
    more = ngettext("%(n)s card is still to place.", "%(n)s cards are still to place.", left) % {"n": left}
    return f"{sentence}. {more if left else _('No card is left to place.')}"
