"""Fill a scratch database with one workshop whose poll is open: `python -m tests.load.task seed PEOPLE`."""

from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command

from workshop.actions.links import mint_link
from workshop.actions.packs import SIX_TENSIONS
from workshop.actions.rounds import open_round
from workshop.actions.stage import move_stage
from workshop.actions.workshops import create_workshop
from workshop.models import Consent, Link, Person, Seat, User
from workshop.models.passes import pass_name, write_pass


def main(people: str) -> dict[str, Any]:
    """Return what the people need: addresses, the cards' uids, and a cookie each."""
    call_command("migrate", verbosity=0)
    user = User.objects.create_user("fay@example.org", name="Fay")
    fay = create_workshop(user, SIX_TENSIONS)
    poll = open_round(fay, fay.workshop.rounds.get(number=2))
    step = fay.workshop.steps.get(kind="poll")
    move_stage(fay, step, fay.workshop.step_rev)
    name = pass_name(fay.workshop.slug)
    return {
        "slug": fay.workshop.slug,
        "workshop": fay.workshop.pk,
        "round": poll.number,
        "k": poll.k,
        "cards": [str(row.card.uid) for row in poll.round_cards.select_related("card")],
        "people": [f"{name}={write_pass(link)}" for link in seated(fay, int(people))],
        "desk": f"{settings.SESSION_COOKIE_NAME}={signed_in(user)}",
        "screen": mint_link(fay, fay, Link.Purpose.SCREEN),
    }


def seated(fay: Seat, people: int) -> list[Link]:
    """Seat so many participants who have agreed to take part; return their personal links."""
    workshop = fay.workshop
    persons = [Person(workshop=workshop, name=f"Leader {n}", email=f"{n}@example.org") for n in range(people)]
    Person.objects.bulk_create(persons)
    seats = [Seat(workshop=workshop, person=person, pseudonym=f"P{n}") for n, person in enumerate(persons)]
    Seat.objects.bulk_create(seats)
    items = workshop.consent_items.all()
    Consent.objects.bulk_create(
        Consent(seat=seat, item=item, answer=True) for seat in seats for item in items
    )
    links = [Link.fresh(seat, Link.Purpose.COPY)[0] for seat in seats]
    return Link.objects.bulk_create(links)


def signed_in(user: User) -> str:
    """Return the key of a session in which somebody is signed in."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)
