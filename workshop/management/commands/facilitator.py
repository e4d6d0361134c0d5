"""Make somebody who can sign in: `manage.py facilitator EMAIL [--name NAME] [--link]`."""

import getpass
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from workshop.actions.accounts import find_or_make, make_facilitator
from workshop.management.where import said_where
from workshop.models import Invalid, User


class Command(BaseCommand):
    help = "Make a facilitator: asks for a password, or with --link prints a link that sets one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="the address to sign in with")
        parser.add_argument("--name", default="", help="how workshops call them, such as 'Dr Ada Ash'")
        parser.add_argument("--link", action="store_true", help="print a link to set a password, good a day")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.make(options["email"], options["name"], link=options["link"])
        except Invalid as refusal:
            raise CommandError(refusal.message) from None

    def make(self, email: str, name: str, *, link: bool) -> None:
        """Make the facilitator and say how they sign in.

        Raises:
            Invalid: the address is none, it is taken, or the password is weak.
        """
        if link:
            user = find_or_make(email, name=name)
            self.stdout.write(f"{user.email} sets a password here, once, within a day:\n{link_for(user)}")
            self.stderr.write(said_where(), self.style.NOTICE)
            return
        user = make_facilitator(email, name=name, password=ask_password())
        self.stdout.write(f"{user.email} can sign in at {settings.SITE_URL}{reverse('sign-in')}")
        self.stderr.write(said_where(), self.style.NOTICE)


def ask_password() -> str:
    """Return a password that was typed twice alike, unseen.

    Raises:
        CommandError: the two are not alike, or there is nobody to ask.
    """
    try:
        password = getpass.getpass("Password: ")
        again = getpass.getpass("The same password again: ")
    except (EOFError, KeyboardInterrupt):
        raise CommandError("No password was typed, so nobody was made. Try --link instead.") from None
    if password != again:
        raise CommandError("The two passwords are not alike, so nobody was made. Try again.")
    return password


def link_for(user: User) -> str:
    """Return the whole address at which this user sets a password: once, within a day."""
    place = {
        "uidb64": urlsafe_base64_encode(force_bytes(user.pk)),
        "token": default_token_generator.make_token(user),
    }
    return settings.SITE_URL + reverse("password_reset_confirm", kwargs=place)
