"""Joining by code and name."""

import uuid
from typing import Any

from django import forms
from django.core.signing import BadSignature, TimestampSigner
from django.utils.translation import gettext_lazy as _

SIGNER = TimestampSigner(salt="workshop.join")
A_DAY = 24 * 3600


class JoinForm(forms.Form):
    """A code, a name, and a signed word that makes the form sent twice give one seat.

    The word becomes the uid of the seat. It is signed, since the uid of a seat that exists is no secret.
    """

    code = forms.CharField(
        label=_("Code"),
        help_text=_("Such as KITE4827. Capitals and spaces do not matter."),
        error_messages={"required": _("Type the code that you were given.")},
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    name = forms.CharField(
        label=_("Your name"),
        help_text=_("As the others know you."),
        error_messages={"required": _("Type your name, so that the others know who is here.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    token = forms.CharField(widget=forms.HiddenInput, required=False)
    another = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("token", SIGNER.sign(uuid.uuid4().hex))

    def clean_token(self) -> uuid.UUID:
        """Return the uid for the seat; a new one where the form is older than a day or was tampered with."""
        try:
            return uuid.UUID(SIGNER.unsign(self.cleaned_data["token"], max_age=A_DAY))
        except (BadSignature, ValueError):
            return uuid.uuid4()

    def renew(self) -> None:
        """Give the form, sent and refused, a new word, so that it can be sent again as another seat."""
        sent = {name: self[name].value() for name in self.fields}
        self.data = {**sent, "token": SIGNER.sign(uuid.uuid4().hex)}
