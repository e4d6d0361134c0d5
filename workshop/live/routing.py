"""Where websockets lead."""

from django.urls import URLPattern

websocket: list[URLPattern] = []
