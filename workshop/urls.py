"""Nouns, all of them: one flat list, by area."""

from django.urls import URLPattern, URLResolver, path

from .views import consents, joining, links

urlpatterns: list[URLPattern | URLResolver] = [
    # consent
    path("w/<slug:slug>/pack/information/", consents.consent, name="consent"),
    # joining
    path("join/", joining.join, name="join"),
    path("w/<slug:slug>/welcome/", joining.welcome, name="welcome"),
    # links
    path("link/<str:secret>/", links.link, name="link"),
    path("staff/<str:secret>/", links.staff, name="staff"),
]
