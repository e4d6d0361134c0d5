"""The door for servers: `uvicorn config.asgi:application`."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup(set_prefix=False)

# These need Django to be set up.
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from channels.sessions import CookieMiddleware  # noqa: E402

from config.gathering import gathered  # noqa: E402
from config.handler import PooledHandler  # noqa: E402
from config.lifespan import lifespan  # noqa: E402
from config.origin import OwnOrigin  # noqa: E402
from workshop.live.routing import websocket  # noqa: E402

application = ProtocolTypeRouter(
    {
        "http": gathered(PooledHandler()),
        "websocket": OwnOrigin(CookieMiddleware(URLRouter(websocket))),
        "lifespan": lifespan,
    }
)
