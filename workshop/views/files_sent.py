"""Why a file that a form asks for is not there: none was chosen, or it was too large to arrive."""

from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from config.uploads import TOO_LARGE


def say_too_large(request: HttpRequest, form: forms.Form, name: str = "file") -> None:
    """Put right what a checked form says of its file, if one was sent that was thrown away on its way in."""
    if request.META.get(TOO_LARGE) and form.has_error(name, "required"):
        del form.errors[name]
        most = settings.MOST_UPLOADED // 1024 // 1024
        says = _("This file is larger than %(most)s MB, so it was not taken. Choose a smaller one.")
        form.add_error(name, says % {"most": most})
