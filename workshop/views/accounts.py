"""Facilitators sign in, sign out, and choose a new password by e-mail."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import views
from django.contrib.auth.forms import AuthenticationForm, PasswordResetForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from config.mail import sends_mail
from workshop.forms.accounts import SignInForm

from .throttle import Throttle

GUESSES = Throttle("sign-in", pair="10/15 minutes", account="100/hour")
LETTERS = Throttle("password", pair="5/hour", account="10/hour")

# Before anything else: Django's views would take a PUT for a POST, or send it on.
pages_and_forms = method_decorator(require_http_methods(["GET", "HEAD", "POST"]), name="dispatch")


@pages_and_forms
class SignIn(views.LoginView):
    """Sign in; who is signed in already goes home."""

    form_class = SignInForm
    redirect_authenticated_user = True

    def get_form(self, form_class: type[AuthenticationForm] | None = None) -> Any:
        """Return the form, which refuses all pairs after too many wrong ones."""
        form: Any = super().get_form(form_class)
        form.wait = GUESSES.wait(self.request, form.account)
        return form

    def form_valid(self, form: Any) -> HttpResponse:
        """Sign in, and forget the slips before."""
        GUESSES.succeeded(self.request, form.account)
        return super().form_valid(form)

    def form_invalid(self, form: Any) -> HttpResponse:
        """Count the wrong try, and show the form again with the address that was typed."""
        if not form.wait and form.data.get("password"):
            GUESSES.failed(self.request, form.account)
        return self.render_to_response(self.get_context_data(form=form), status=429 if form.wait else 422)


@require_safe
def signed_out(request: HttpRequest) -> HttpResponse:
    """Say that nobody is signed in here any more."""
    return render(request, "registration/logged_out.html")


@pages_and_forms
class PasswordLetter(views.PasswordResetView):
    """Send a link for a new password; whether the address is known is told to nobody."""

    email_template_name = "registration/password_reset_email.txt"
    subject_template_name = "registration/password_reset_subject.txt"
    extra_context = {"sends": sends_mail}

    def form_valid(self, form: PasswordResetForm) -> HttpResponse:
        """Send the letter, unless there were too many to this address just now."""
        account = form.cleaned_data["email"].casefold()
        if LETTERS.wait(self.request, account):
            return redirect(self.get_success_url())
        LETTERS.failed(self.request, account)
        site = urlsplit(settings.SITE_URL)
        self.extra_email_context = {"protocol": site.scheme, "domain": site.netloc}
        return super().form_valid(form)

    def form_invalid(self, form: PasswordResetForm) -> HttpResponse:
        """Show the form again, with what is wrong."""
        return self.render_to_response(self.get_context_data(form=form), status=422)


class LetterSent(views.PasswordResetDoneView):
    """Say where to look for the letter, or that this server sends none."""

    extra_context = {"sends": sends_mail}


@pages_and_forms
class NewPassword(views.PasswordResetConfirmView):
    """Choose a new password through the link of the letter, or of the command line.

    Whoever has done so is signed in: the link works once, and the password is theirs since a moment ago.
    """

    post_reset_login = True
    success_url = reverse_lazy("home")

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the password, let the account be tried again at once, and sign in."""
        GUESSES.forget(self.request, form.user.email)
        is_first = not form.user.has_usable_password()
        answer = super().form_valid(form)
        first, again = _("Your password is set"), _("Your password is changed. The old one no longer works")
        says = _("%(what)s, and you are signed in.") % {"what": first if is_first else again}
        messages.success(self.request, says)
        return answer

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the form again, with what is wrong."""
        return self.render_to_response(self.get_context_data(form=form), status=422)
