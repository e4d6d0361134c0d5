"""Who is signed in at a socket's door.

Channels' own stack for this stands between the socket and the server for as long as the socket is open, and
each frame to each browser would go through it.
"""

from collections.abc import Mapping
from importlib import import_module

from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest

from .doors import AnyUser


def user_of(cookies: Mapping[str, str]) -> AnyUser:
    """Return whom a browser's session names, as a page would; nobody's is an anonymous user's."""
    request = HttpRequest()
    engine = import_module(settings.SESSION_ENGINE)
    request.session = engine.SessionStore(cookies.get(settings.SESSION_COOKIE_NAME))
    return get_user(request)
