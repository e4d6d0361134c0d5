"""The addresses of rehearsals; `urls.py` takes them in."""

from django.urls import URLPattern, URLResolver, path

from .views import rehearsals

REHEARSALS: list[URLPattern | URLResolver] = [
    path("rehearsal/", rehearsals.page, name="rehearsal"),
    path("rehearsal/strip/", rehearsals.strip, name="rehearsal-strip"),
    path("rehearsal/pace/", rehearsals.pace, name="rehearsal-pace"),
    path("rehearsal/filling/", rehearsals.filling, name="rehearsal-filling"),
    path("rehearsal/seat/", rehearsals.leader, name="rehearsal-seat"),
    path("rehearsal/removal/", rehearsals.removal, name="rehearsal-removal"),
]
