"""Adding somebody to facilitate with you."""

import logging
from smtplib import SMTPException

from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from config.mail import sends_mail
from config.site import absolute
from workshop.actions.facilitators import Added, add_facilitator
from workshop.forms.people import FacilitatorForm
from workshop.models import Invalid, Seat, User

from .access import FACILITATOR, seat_required
from .people import people_page

log = logging.getLogger("workshop.mail")


@require_POST
@seat_required(FACILITATOR)
def facilitators(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Add a facilitator by address, write to them, and say what else must be done."""
    form = FacilitatorForm(request.POST)
    if not form.is_valid():
        return people_page(request, seat, form=form, refused=True)
    try:
        added = add_facilitator(seat, **form.cleaned_data)
    except Invalid as refusal:
        form.add_error("email" if refusal.data.get("field") == "email" else "name", refusal.message)
        return people_page(request, seat, form=form, refused=True)
    return _say(request, seat, added)


def _say(request: HttpRequest, seat: Seat, added: Added) -> HttpResponse:
    """Show the link for a first password only where the user was made now: it is nobody else's to see."""
    needs_password = not added.user.has_usable_password()
    address = password_link(added.user) if needs_password else absolute("overview", seat.workshop.slug)
    facts = {"seat": seat, "workshop": seat.workshop, "added": added, "needs_password": needs_password}
    facts |= {"address": address, "sent": _write_to(added, seat, address), "sends": sends_mail()}
    return render(request, "workshop/people/facilitator.html", facts)


def password_link(user: User) -> str:
    """Return the address where a user chooses a password; it works once, for a day."""
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    return absolute("password_reset_confirm", uid, default_token_generator.make_token(user))


def _write_to(added: Added, seat: Seat, address: str) -> bool:
    facts = {"added": added, "seat": seat, "workshop": seat.workshop, "address": address}
    text = render_to_string("workshop/people/facilitator_email.txt", facts)
    try:
        return (
            bool(send_mail(_("You facilitate a workshop"), text, None, [added.user.email])) and sends_mail()
        )
    except (OSError, SMTPException):
        log.warning("A letter to a new facilitator could not be sent; see EMAIL_URL.")
        return False
