"""Where websockets lead."""

from typing import Any

from django.urls import URLPattern, path, re_path

from .consumers import Door, nowhere
from .hub import Hub, hub


def doors(hub: Hub) -> list[URLPattern]:
    """Return the addresses of the sockets that gather in a hub."""
    room, pack, desk, screen, wall = (Door(name, hub) for name in ("room", "pack", "desk", "screen", "wall"))
    anywhere: Any = nowhere
    routes: dict[str, Any] = {
        "ws/w/<slug:slug>/room/": room,
        "ws/w/<slug:slug>/pack/": pack,
        "ws/w/<slug:slug>/desk/": desk,
        "ws/w/<slug:slug>/screen/": screen,
        "ws/screen/<str:secret>/": wall,
    }
    return [*(path(route, door) for route, door in routes.items()), re_path(r"", anywhere)]


websocket = doors(hub)
