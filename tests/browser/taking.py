"""Seats taken without the pages of the way in, in the process of the management commands, for `Live.take`."""

import json
import sys

from django.test import Client

from tests.support import agree
from workshop.actions.links import find_link, take_seat
from workshop.models import Link
from workshop.models.passes import pass_name, write_pass


def take(secret: str) -> None:
    """Take the seat of a link, agree to everything that it is asked, and write its cookies down."""
    found = find_link(secret)
    assert found, "no such link"
    taken = take_seat(found)
    if taken.purpose == Link.Purpose.DEMO:
        cookies = signed_in(taken)
    else:
        agree(taken.seat)
        cookies = {pass_name(taken.seat.workshop.slug): write_pass(taken)}
    sys.stdout.write(json.dumps(cookies))


def signed_in(taken: Link) -> dict[str, str]:
    """Return the cookies of the user whose sign-in link it is."""
    person, browser = taken.seat.person, Client()
    assert person
    assert person.user
    browser.force_login(person.user)
    return {name: cookie.value for name, cookie in browser.cookies.items()}
