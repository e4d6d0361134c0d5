"""Those who sign in: made from the command line, the first one at least."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from workshop.models import LIMITS, Invalid, User, checked_text


def make_facilitator(email: str, *, name: str = "", password: str | None = None) -> User:
    """Make somebody who can sign in and make workshops.

    Args:
        email: the address to sign in with; its capitals do not matter.
        name: how the workshops call them; the address if empty.
        password: if ``None``, nobody can sign in until one is set.

    Raises:
        Invalid: the address is none, it is taken, or the password is weak.
    """
    email = email.strip().casefold()
    name = checked_text(name, limit=LIMITS["name"], name=_("The name"), line=True)
    try:
        validate_email(email)
    except ValidationError:
        raise Invalid(_("%(email)s is not an e-mail address.") % {"email": email}) from None
    if password is not None:
        require_strong(password, User(email=email, name=name))
    with transaction.atomic():
        if User.objects.filter(email=email).exists():
            raise Invalid(
                _("%(email)s can sign in already. Use --link for a new password.") % {"email": email}
            )
        return User.objects.create_user(email, password, name=name)


def find_or_make(email: str, *, name: str = "") -> User:
    """Return who signs in with this address, made without a password if there is nobody.

    Raises:
        Invalid: the address is none.
    """
    known = User.objects.filter(email=email.strip().casefold(), is_active=True).first()
    return known or make_facilitator(email, name=name)


def require_strong(password: str, user: User) -> None:
    """Raise Invalid, in one sentence for each weakness, unless the password is strong enough for the user."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Invalid(" ".join(error.messages)) from None
