"""Signing in with an e-mail address and a password."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext


class SignInForm(AuthenticationForm):
    """Refuses a wrong pair, and every pair while ``wait`` minutes must pass after too many wrong ones."""

    wait = 0
    error_messages = {
        "invalid_login": _(
            "The address and the password do not belong together. Check both, or choose a new password."
        ),
        "inactive": _("This account is switched off. Ask whoever runs this server."),
    }

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.fields["username"].widget = forms.EmailInput(
            attrs={"autocomplete": "username", "maxlength": 254}
        )

    @property
    def account(self) -> str:
        """The address that was typed, whatever its capitals."""
        return str(self.data.get("username", "")).strip().casefold()[:254]

    def clean(self) -> dict[str, Any]:
        """Check the pair, unless there were too many wrong tries just now."""
        if self.wait:
            raise ValidationError(_too_many(self.wait))
        return super().clean()


def _too_many(minutes: int) -> str:
    return ngettext(
        "Too many wrong tries with this address. Wait %(minutes)s minute, or choose a new password.",
        "Too many wrong tries with this address. Wait %(minutes)s minutes, or choose a new password.",
        minutes,
    ) % {"minutes": minutes}
