"""The pack on one page: comments, blank cards, anything else; and the page that checks and finishes it."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workshop.actions.pack import finish_pack
from workshop.analysis.minutes import minutes_of
from workshop.live.page import live_page
from workshop.models import Invalid, Seat
from workshop.models.asked import asked_beside
from workshop.models.audiences import promise_sentence
from workshop.models.pack import OwnPack, own_pack
from workshop.models.prompts import account_title
from workshop.models.sorting import SortedCard

from .access import past_the_link, seat_required
from .pack_form import Refused, save_all, shown_again
from .pack_steps import CHECK, pack_steps, until

ROLES = (Seat.Role.PARTICIPANT, Seat.Role.FACILITATOR)


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(*ROLES, consent=True)
def page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the pack; a POST without scripts saves all its boxes at once."""
    if away := past_the_link(request, seat):
        return away
    if request.method != "POST":
        return _page(request, seat)
    pack = own_pack(seat)
    refused = save_all(request, seat, pack)
    if refused:
        return _page(request, seat, refused)
    messages.success(request, _("Your comments and blank cards are saved."))
    if "finish" in request.POST or ("stay" not in request.POST and not pack.boxes):
        return redirect("pack-finish", slug=seat.workshop.slug)
    if "stay" in request.POST or pack.round is None:
        return redirect("pack", slug=seat.workshop.slug)
    return redirect("sort", slug=seat.workshop.slug, number=pack.round.number)


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required(*ROLES, consent=True)
def finish(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show what is filled in and what is not; take that somebody is done for now."""
    if request.method == "POST":
        finish_pack(seat)
        return redirect(f"{reverse('pack-finish', kwargs={'slug': seat.workshop.slug})}#finished")
    if away := past_the_link(request, seat):
        return away
    context = _facts(seat)
    steps = {"steps": pack_steps(context["pack"], CHECK)}
    return render(request, "workshop/pack/finish.html", context | steps)


def _page(request: HttpRequest, seat: Seat, refused: Sequence[Refused] = ()) -> HttpResponse:
    context = _facts(seat)
    pack: OwnPack = context["pack"]
    facts = {
        "steps": pack_steps(pack, now="comments" if pack.is_open else ""),
        "refused": shown_again(pack, refused),
        "targets": tuple(_target(box.asked) for box in pack.boxes if box.asked),
        "saved_at": max((box.remark.saved_at for box in _saved(pack) if box.remark), default=None),
    }
    invalid = all(isinstance(each.refusal, Invalid) for each in refused)
    status = 200 if not refused else 422 if invalid else 409
    return render(request, "workshop/pack/page.html", context | facts, status=status)


def _target(asked: SortedCard) -> tuple[str, str, str]:
    return str(asked.card.uid), asked.label, asked.title


def _saved(pack: OwnPack) -> list[Any]:
    return [box for box in pack.every_box if box.saved]


def _facts(seat: Seat) -> dict[str, Any]:
    live = live_page(seat, "pack")  # its number first, then what it stands for
    pack = own_pack(seat)
    return live | {
        "seat": seat,
        "workshop": seat.workshop,
        "pack": pack,
        "round": pack.round,
        "until": until(pack),
        "has_extra": pack.is_open and not (pack.round and pack.round.is_open),
        "promise": promise_sentence(seat.workshop),
        "asked": asked_beside(seat),
        "over": account_title(seat.workshop),
        "minutes": minutes_of(len(pack.boxes), len(pack.accounts)),
    }
